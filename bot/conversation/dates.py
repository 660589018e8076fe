"""Dates and durations as people type them in Finnish, Swedish and English, relative to a given day.

Every way of writing a date is one row of ``_KINDS``: a pattern and a function that makes days of what it caught. The text
is compared in small letters without accents, so that the patterns are written that way. What is no date (32.13.) is passed
over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum

from bot.knowledge.analysis import fold

_CHARACTERS = 1_000
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


class Prefer(StrEnum):
    """Which way a date without its year, or a bare weekday, is taken: reports lie in the past, absences ahead."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Span:
    """Days from ``start`` to ``end``, both included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Dates:
    """What a text says of time: the first span of days in it, and the first duration (``in two weeks``: 14)."""

    span: Span | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class _Today:
    """The day to count from, and the direction to look in."""

    day: date
    prefer: Prefer

    def nearest(self, month: int, day: int) -> date:
        """This day of the year in the year that lies right."""
        year = self.day.year
        around = [date(y, month, day) for y in range(year - 8, year + 9) if _exists(y, month, day)]
        if not around:
            raise ValueError(f"{day}.{month}.")
        if self.prefer is Prefer.PAST:
            return max(when for when in around if when <= self.day)
        return min(when for when in around if when >= self.day)

    def weekday(self, number: int, prefer: Prefer) -> date:
        """The closest such weekday, today left out: who means today says so."""
        ahead = (number - self.day.weekday() - 1) % 7 + 1
        return self.day + _DAY * ahead if prefer is Prefer.FUTURE else self.day - _DAY * ((7 - ahead) or 7)

    def week(self, number: int) -> Span:
        """The ISO week with this number in the year that lies right."""
        weeks = (date.fromisocalendar(year, number, 1) for year in (self.day.year + step for step in (-1, 0, 1)))
        spans = [Span(monday, monday + 6 * _DAY) for monday in weeks]
        if self.prefer is Prefer.PAST:
            return max((span for span in spans if span.start <= self.day), key=lambda span: span.start)
        return min((span for span in spans if span.end >= self.day), key=lambda span: span.start)

    def week_from_now(self, weeks: int) -> Span:
        """The whole week that lies so many weeks from this one."""
        monday = self.day - _DAY * self.day.weekday() + _WEEK * weeks
        return Span(monday, monday + 6 * _DAY)


@dataclass(frozen=True, slots=True)
class _Atom:
    """A date found in the text; a weekday repeats each week, other dates each year."""

    start: int
    end: int
    span: Span
    weekly: bool = False


def read_dates(text: str, today: date, prefer: Prefer = Prefer.FUTURE) -> Dates:
    """The dates and the duration in ``text``, counted from ``today``. Never raises, whatever the text is."""
    folded = re.sub(r"[‐-―−]", "-", fold(text[:_CHARACTERS]))[:_CHARACTERS]
    try:
        return _read(folded, _Today(today, prefer))
    except OverflowError:  # a day beyond the calendar's first or last year
        return Dates()


def _read(text: str, today: _Today) -> Dates:
    atoms = _atoms(text, today)
    span = _first_span(text, atoms, today)
    offset, days = _duration(text)
    if offset is not None:
        return Dates(span or Span(today.day + offset * _DAY, today.day + offset * _DAY), abs(offset))
    if span is not None and days and span.start == span.end and today.prefer is Prefer.FUTURE:
        span = Span(span.start, span.start + (days - 1) * _DAY)
    return Dates(span, days)


def _atoms(text: str, today: _Today) -> list[_Atom]:
    found: list[_Atom] = []
    for pattern, build, weekly in _KINDS:
        for match in pattern.finditer(text):
            if any(match.start() < atom.end and atom.start < match.end() for atom in found):
                continue
            try:
                span = build(match, today)
            except ValueError:  # the 32nd of the 13th month
                continue
            found.append(_Atom(match.start(), match.end(), span, weekly))
    return sorted(found, key=lambda atom: atom.start)


def _first_span(text: str, atoms: list[_Atom], today: _Today) -> Span | None:
    if not atoms:
        return None
    first = atoms[0]
    if len(atoms) > 1 and _are_joined(text, first, atoms[1]):
        return _joined(first, atoms[1])
    if today.prefer is Prefer.FUTURE and _is_until(text, first) and first.span.end >= today.day:
        return Span(today.day, first.span.end)
    return first.span


def _are_joined(text: str, first: _Atom, second: _Atom) -> bool:
    gap = text[first.end : second.start]
    return _JOIN.fullmatch(gap) is not None or (gap == " " and text[first.start : first.end].endswith("sta"))


def _joined(first: _Atom, second: _Atom) -> Span:
    start, end = first.span.start, second.span.end
    if start > end:  # 20.12.-6.1., or Thursday to Monday
        if second.weekly:
            end += _WEEK
        elif _exists(start.year - 1, start.month, start.day):
            start = start.replace(year=start.year - 1)
    return Span(start, end) if start <= end else first.span


def _is_until(text: str, atom: _Atom) -> bool:
    before, after = text[max(0, atom.start - 20) : atom.start], text[atom.end : atom.end + 20]
    return _UNTIL_BEFORE.search(before) is not None or _UNTIL_AFTER.match(after) is not None


def _duration(text: str) -> tuple[int | None, int | None]:
    """An offset from today (negative in the past) and a duration, in days; each None where there is none."""
    if match := _AGO.search(text):
        return -_count(match), None
    if match := _AHEAD.search(text):
        return _count(match), None
    match = _LASTING.search(text)
    return None, _count(match) if match else None


def _count(match: re.Match[str]) -> int:
    """The days in a match of a number and a unit, each in whichever of the pattern's alternatives has it."""
    caught = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}
    number = caught.get("number", "1")
    count = int(number) if number.isdecimal() else next(n for words, n in _NUMBERS if re.fullmatch(words, number))
    return count * next(days for stem, days in _UNIT_DAYS if caught["unit"].startswith(stem))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


# What the patterns are made of. -----------------------------------------------------------------------------------------

_MONTHS = (
    "tammi(?:kuu\\w*)|jan(?:uar[iy]|uary)?",
    "helmi(?:kuu\\w*)|feb(?:ruar[iy])?",
    "maalis(?:kuu\\w*)|mar(?:ch|s)?",
    "huhti(?:kuu\\w*)|apr(?:il)?",
    "touko(?:kuu\\w*)|ma[jy]",
    "kesa(?:kuu\\w*)|june?|juni",
    "heina(?:kuu\\w*)|july?|juli",
    "elo(?:kuu\\w*)|aug(?:ust|usti)?",
    "syys(?:kuu\\w*)|sept?(?:ember)?",
    "loka(?:kuu\\w*)|o[ck]t(?:ober)?",
    "marras(?:kuu\\w*)|nov(?:ember)?",
    "joulu(?:kuu\\w*)|de[cs](?:ember)?",
)
_WEEKDAYS = (
    "maanantai|mandag|monday",
    "tiistai|tisdag|tuesday",
    "keskivii[k]{1,2}o|onsdag|wednesday",
    "torstai|torsdag|thursday",
    "perjantai|fredag|friday",
    "lauantai|lordag|saturday",
    "sunnuntai|sondag|sunday",
)
_SHORT_WEEKDAYS = ("ma|mon", "ti|tue", "ke|wed", "to|thu", "pe|fri", "la|sat", "su|sun")
_NUMBERS = (
    (r"yksi|yhden|yhdeksi|en|ett|an?|one", 1),
    (r"kaksi|kaks|kahden|kahdeksi|pari|parin|pariksi|tva|ett par|two|(?:a )?couple(?: of)?", 2),
    (r"kolmen?|kolmeksi|muutaman?|muutamaksi|tre|nagra|three|(?:a )?few", 3),
    (r"neljan?|neljaksi|fyra|four", 4),
    (r"viisi|viiden|viideksi|fem|five", 5),
    (r"kuusi|kuuden|kuudeksi|sex|six", 6),
    (r"seitseman|seitsemaksi|sju|seven", 7),
    (r"kahdeksan|kahdeksaksi|atta|eight", 8),
    (r"yhdeksan|yhdeksaksi|nio|nine", 9),
    (r"kymmenen|kymmeneksi|tio|ten", 10),
)
_UNIT_DAYS = (
    ("paiv", 1), ("arkipaiv", 1), ("tyopaiv", 1), ("vuorokau", 1), ("vrk", 1), ("dag", 1), ("dygn", 1), ("arbetsdag", 1),
    ("day", 1), ("working", 1), ("work", 1), ("viik", 7), ("vk", 7), ("veck", 7), ("week", 7), ("fortnight", 14), ("kuu", 30), ("kk", 30),
    ("manad", 30), ("month", 30), ("vuo", 365), ("ar", 365), ("year", 365),
)  # fmt: skip

_MONTH = "|".join(f"(?P<m{number}>{names})" for number, names in enumerate(_MONTHS, start=1))
_MONTH = rf"\b(?:{_MONTH})\b"
_ORDINAL = r"(?:\.|st|nd|rd|th|:a|:e)?"
_YEAR = r"(?:,? (?P<year>\d{4})(?!\d))?"
_DASH = r" ?(?:-|to|till|through) ?"
_D, _D2 = r"(?<![\d.,:/])(?P<d>\d{1,2})", r"(?P<d2>\d{1,2})"

_NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(words for words, _ in _NUMBERS)})"
_UNITS_FI = r"paiva[na]?|paivaksi|vuorokau\w+|vrk|arkipaiva[na]?|tyopaiva[na]?|viikko[a]?|viikon|viikoksi|vk|kuukau\w+|kk|vuo(?:tta|den|deksi)"
_UNITS_SV = r"dag(?:ar)?|dygn|arbetsdag(?:ar)?|veck(?:a|or)|manad(?:er)?|ar"
_UNITS_EN = r"days?|working days?|work days?|weeks?|fortnights?|months?|years?"
_UNIT = rf"(?P<unit>{_UNITS_FI}|{_UNITS_SV}|{_UNITS_EN})"
# In Finnish "viikon päästä" is one week: the number may be missing where the form of the word tells.
_ONE_FI = r"(?P<unit2>paivan|viikon|kuukauden|vuoden)"
_SOME_FI = r"(?P<unit2>paivaksi|viikoksi|kuukaudeksi|vuodeksi)"

_AGO = re.compile(rf"\b(?:{_NUMBER} {_UNIT}|(?P<unit2>viikko|kuukausi)) (?:sitten|ago|sedan)\b")
_AHEAD = re.compile(
    rf"\b(?:(?:{_NUMBER} {_UNIT}|{_ONE_FI}) (?:paasta|kuluttua|from now)"
    rf"|(?:in|om|after|efter) {_NUMBER.replace('number', 'number2')} {_UNIT.replace('unit', 'unit3')})\b"
)
_LASTING = re.compile(rf"\b(?:{_NUMBER} {_UNIT}|{_SOME_FI}|(?P<unit3>viikon|kuukauden)(?= (?:ajan|loma|poissa|vapaa)))\b")

_JOIN = re.compile(
    r"[ ,(]*(?:-|to|till|til|until|through|and|ja|och|alkaen|lahtien)?(?: ?till)?[ )]*(?:the |den )?"
    r"(?:alkaen|lahtien|until|till)? ?"
)
_UNTIL_BEFORE = re.compile(r"\b(?:until|till|through|up to|t\.?o\.?m\.?|til|back on)(?: (?:the|den|end of|the end of|slutet av))? ?$")
_UNTIL_AFTER = re.compile(r"\.? ?(?:asti|saakka|loppuun)\b")


def _month(match: re.Match[str]) -> int:
    return next(number for number in range(1, 13) if match[f"m{number}"])


def _in_year(today: _Today, year: str | None, month: int, day: int) -> date:
    if not year:
        return today.nearest(month, day)
    full = int(year) + 2000 if len(year) == 2 else int(year)
    if not 1990 <= full < MAXYEAR:
        raise ValueError(year)
    return date(full, month, day)


def _iso(match: re.Match[str], today: _Today) -> Span:
    return _day(date.fromisoformat(match[0]))


def _numeric_days(match: re.Match[str], today: _Today) -> Span:
    end = _in_year(today, match["year"], int(match["month"]), int(match["d2"]))
    return _ordered(end.replace(day=int(match["d"])), end)


def _numeric(match: re.Match[str], today: _Today) -> Span:
    return _day(_in_year(today, match["year"], int(match["month"]), int(match["d"])))


def _month_days(match: re.Match[str], today: _Today) -> Span:
    end = _in_year(today, match["year"], _month(match), int(match["d2"] or match["d"]))
    return _ordered(end.replace(day=int(match["d"])), end)


def _whole_month(match: re.Match[str], today: _Today) -> Span:
    month = _month(match)
    if today.prefer is Prefer.FUTURE and month == today.day.month:
        first = today.day.replace(day=1)
    else:
        first = today.nearest(month, 1)
    return Span(first, (first + 31 * _DAY).replace(day=1) - _DAY)


def _relative(days: int) -> Callable[[re.Match[str], _Today], Span]:
    return lambda match, today: _day(today.day + days * _DAY)


def _weekday(number: int) -> Callable[[re.Match[str], _Today], Span]:
    def build(match: re.Match[str], today: _Today) -> Span:
        which = match["which"] or ""
        swedish_past = match[0].startswith("i ") and match[0].endswith("dags")
        if swedish_past or which.startswith(("viime", "last", "past", "forra", "senaste")):
            return _day(today.weekday(number, Prefer.PAST))
        if which.startswith(("ensi", "next", "nasta", "tuleva", "coming", "pa ")):
            return _day(today.weekday(number, Prefer.FUTURE))
        return _day(today.weekday(number, today.prefer))

    return build


def _short_weekdays(match: re.Match[str], today: _Today) -> Span:
    numbers = [next(n for n, names in enumerate(_SHORT_WEEKDAYS) if match[key] in names.split("|")) for key in ("a", "b")]
    start = today.weekday(numbers[0], today.prefer)
    return Span(start, start + ((numbers[1] - numbers[0]) % 7) * _DAY)


def _week_from_now(weeks: int) -> Callable[[re.Match[str], _Today], Span]:
    return lambda match, today: today.week_from_now(weeks)


def _weeks(match: re.Match[str], today: _Today) -> Span:
    first = today.week(int(match["d"]))
    last = int(match["d2"] or match["d"]) - int(match["d"])
    return _ordered(first.start, first.end + last * _WEEK)


def _day(day: date) -> Span:
    return Span(day, day)


def _ordered(start: date, end: date) -> Span:
    if start > end:
        raise ValueError(f"{start} is after {end}")
    return Span(start, end)


def _kinds() -> Iterator[tuple[str, Callable[[re.Match[str], _Today], Span], bool]]:
    year = r"(?P<year>\d{4}|\d{2})?(?!\d)"
    which = r"(?:\b(?P<which>viime|ensi|tuleva\w*|last|next|coming|past|forra|nasta|senaste|pa|i) )?"
    yield r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)", _iso, False
    yield rf"{_D}\.? ?- ?{_D2}[./](?P<month>\d{{1,2}})\.?{year}", _numeric_days, False
    yield rf"(?<!klo )(?<!kl )(?<!at ){_D}[./](?P<month>\d{{1,2}})(?!\d)(?:[./]{year})?(?! ?(?:%|h\b|tunti|tim))", _numeric, False
    yield rf"{_D}{_ORDINAL}(?:{_DASH}{_D2}{_ORDINAL})? (?:of |paiva(?:na)? )?{_MONTH}{_YEAR}", _month_days, False
    yield rf"{_MONTH} (?:the )?{_D}(?!\d){_ORDINAL}(?:{_DASH}{_D2}(?!\d){_ORDINAL})?(?!\.?\d){_YEAR}", _month_days, False
    yield rf"(?:\b(?:in|i|during|under|hela|all of|for|end of|slutet av) |(?=\w+kuu(?:ssa|n)\b)){_MONTH}", _whole_month, False
    yield r"\b(?:toissapaivana|toissapaivan|day before yesterday|i ?forrgar)\b", _relative(-2), False
    yield r"\b(?:day after tomorrow|ylihuomen\w*|i ?overmorgon)\b", _relative(2), False
    yield r"\b(?:eilen|eilis\w*|yesterday|i ?gar)\b", _relative(-1), False
    yield r"\b(?:huomenna|huomis\w+|tomorrow|i ?morgon)\b", _relative(1), False
    yield r"\b(?:tana+n|tanaa|tandaan|tana aamuna|today|this morning|i ?dag|i morse|nyss|asken|just now|juuri)\b", _relative(0), False
    yield r"\b(?:viime viik\w+|last week|(?:i )?forra veckan)\b", _week_from_now(-1), False
    yield r"\b(?:talla viikolla|tama viikko|taman viikon|this week|denna vecka|den har veckan)\b", _week_from_now(0), False
    yield r"\b(?:ensi viik\w+|seuraava\w* viik\w+|next week|nasta vecka)\b", _week_from_now(1), False
    weeks = r"(?:viik(?:ko|olla|ot|koina|oilla|on|osta)|vko|vk|v|veck(?:a|or|orna)|weeks?|wk)"
    yield rf"\b{weeks}\.? ?(?P<d>\d{{1,2}})(?: ?- ?{_D2})?(?!\d)", _weeks, False
    short = "|".join(_SHORT_WEEKDAYS)
    yield rf"\b(?P<a>{short}) ?- ?(?P<b>{short})\b", _short_weekdays, True
    for number, names in enumerate(_WEEKDAYS):
        yield rf"{which}\b(?:{names})(?:na|n|sta|ta|hin|ihin|on|en|s)?\b", _weekday(number), True


_KINDS = tuple((re.compile(pattern), build, weekly) for pattern, build, weekly in _kinds())
