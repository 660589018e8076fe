"""Dates and durations as people type them in Finnish, Swedish and English, relative to a given day.

Every way of writing a date is one row of `_kinds`: a pattern, and a function that makes days of what it caught. The
text is compared in small letters without accents, and the patterns are written so. What is no date (32.13.) is passed
over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.knowledge.analysis import fold

_CHARACTERS = 1_000
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


class Prefer(StrEnum):
    """Where a date without its year, or a bare weekday, is sought: reports are of the past, absences lie ahead."""

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
    """The day to count from, and where to look. Methods raise ValueError where there is no such day."""

    day: date
    prefer: Prefer

    def nearest(self, spans: Iterable[Span]) -> Span:
        """Of the same days in several years, those that lie right."""
        if self.prefer is Prefer.PAST:
            return max((span for span in spans if span.start <= self.day), key=lambda span: span.start)
        return min((span for span in spans if span.end >= self.day), key=lambda span: span.start)

    def days(self, year: str | None, month: int, first: int, last: int) -> Span:
        """From the ``first`` to the ``last`` of a month, in the year that was given or lies right."""
        if year:
            full = int(year) + (2000 if len(year) == 2 else 0)
            return _ordered(date(full, month, first), date(full, month, last))
        years = range(max(self.day.year - 8, 1), self.day.year + 9)  # 29.2. may be eight years off
        spans = (_ordered(date(y, month, first), date(y, month, last)) for y in years if _exists(y, month, last))
        return self.nearest(spans)

    def weekday(self, number: int, prefer: Prefer) -> Span:
        """The closest such weekday, today left out: who means today says so."""
        ahead = (number - self.day.weekday() - 1) % 7 + 1
        return _one(self.day + _DAY * (ahead if prefer is Prefer.FUTURE else (ahead - 7 or -7)))

    def week_from_now(self, weeks: int) -> Span:
        """The whole week that lies so many weeks from this one."""
        monday = self.day - _DAY * self.day.weekday() + _WEEK * weeks
        return Span(monday, monday + 6 * _DAY)


@dataclass(frozen=True, slots=True)
class _Atom:
    """A date found in the text; a weekday comes round each week, another date each year."""

    start: int
    end: int
    span: Span
    weekly: bool


def read_dates(text: str, today: date, prefer: Prefer = Prefer.FUTURE) -> Dates:
    """The dates and the duration in ``text``, counted from ``today``. Never raises, whatever the text is."""
    folded = re.sub(r"[‐-―−]", "-", fold(text[:_CHARACTERS]))[:_CHARACTERS]
    try:
        return _read(folded, _Today(today, prefer))
    except OverflowError:  # a day beyond the calendar's first or last year
        return Dates()


def _read(text: str, today: _Today) -> Dates:
    span = _first_span(text, _atoms(text, today), today)
    offset, days = _duration(text)
    if offset is not None:
        return Dates(span or _one(today.day + offset * _DAY), abs(offset))
    if span is not None and days and span.start == span.end and today.prefer is Prefer.FUTURE:
        span = Span(span.start, span.start + (days - 1) * _DAY)
    return Dates(span, days)


def _atoms(text: str, today: _Today) -> list[_Atom]:
    found: list[_Atom] = []
    for pattern, build in _KINDS:
        for match in pattern.finditer(text):
            if any(match.start() < atom.end and atom.start < match.end() for atom in found):
                continue
            try:
                found.append(_Atom(match.start(), match.end(), build(match, today), build is _weekday))
            except ValueError:  # the 32nd of the 13th month
                continue
    return sorted(found, key=lambda atom: atom.start)


def _first_span(text: str, atoms: list[_Atom], today: _Today) -> Span | None:
    if not atoms:
        return None
    first = atoms[0]
    if len(atoms) > 1 and _are_joined(text, first, atoms[1]):
        return _joined(first, atoms[1])
    before, after = text[max(0, first.start - 20) : first.start], text[first.end : first.end + 20]
    is_until = _UNTIL_BEFORE.search(before) or _UNTIL_AFTER.match(after)
    if is_until and today.prefer is Prefer.FUTURE and first.span.end >= today.day:
        return Span(today.day, first.span.end)
    return first.span


def _are_joined(text: str, first: _Atom, second: _Atom) -> bool:
    gap = text[first.end : second.start]
    from_to = gap == " " and text[first.start : first.end].endswith("sta")  # maanantaista perjantaihin
    return from_to or _JOIN.fullmatch(gap) is not None


def _joined(first: _Atom, second: _Atom) -> Span:
    start, end = first.span.start, second.span.end
    if start > end and second.weekly:  # Thursday to Monday
        end += _WEEK
    elif start > end and _exists(start.year - 1, start.month, start.day):  # 20.12.-6.1.
        start = start.replace(year=start.year - 1)
    elif end - start > 52 * _WEEK and _exists(end.year, start.month, start.day):  # 1.7.-31.7.2028: the year is for both
        start = start.replace(year=end.year)
    return Span(start, end) if start <= end else first.span


def _duration(text: str) -> tuple[int | None, int | None]:
    """An offset from today (negative in the past) and a duration, in days; None what is not there."""
    if match := _AGO.search(text):
        return -_count(match), None
    if match := _AHEAD.search(text):
        return _count(match), None
    match = _LASTING.search(text)
    return None, _count(match) if match else None


def _count(match: re.Match[str]) -> int:
    """The days in a number and a unit, from whichever of the pattern's alternatives has them."""
    caught = {name.rstrip("2"): value for name, value in match.groupdict().items() if value}
    number = caught.get("number", "1")
    count = int(number) if number.isdecimal() else _place(number, _NUMBERS)
    return count * next((days for days, starts in _UNIT_DAYS.items() if re.match(starts, caught["unit"])), 1)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _one(day: date) -> Span:
    return Span(day, day)


def _ordered(start: date, end: date) -> Span:
    if start > end:
        raise ValueError(f"{start} is after {end}")
    return Span(start, end)


# What the patterns are made of. -------------------------------------------------------------------------------------

_MONTH_STARTS = [f"(?:{names}).?" for names in (
    "jan|tam", "feb|hel", "maa|mar(?!r)", "apr|huh", "ma[jy]|tou", "jun|kes", "jul|hei", "aug|elo", "sep|syy",
    "o[ck]t|lok", "nov|marr", "de[cs]|jou",
)]  # fmt: skip
_MONTH = (
    r"\b(?P<month>(?:tammi|helmi|maalis|huhti|touko|kesa|heina|elo|syys|loka|marras|joulu)(?:kuu\w*)?"
    r"|(?:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[ck]t|nov|de[cs])(?:r?uar[iy]|ch|s|il|[eiy]|usti?|t?ember|t|ober)?)\b"
)
_WEEKDAYS = ("maanantai|mandag|monday", "tiistai|tisdag|tuesday", "keskivii[k]{1,2}o|onsdag|wednesday",
             "torstai|torsdag|thursday", "perjantai|fredag|friday", "lauantai|lordag|saturday",
             "sunnuntai|sondag|sunday")  # fmt: skip
_NUMBERS = (
    "yksi|yhden|yhdeksi|en|ett|an?|one",
    "kaksi|kaks|kahden|kahdeksi|parin?|pariksi|tva|ett par|two|(?:a )?couple(?: of)?",
    "kolmen?|kolmeksi|muutaman?|muutamaksi|tre|nagra|three|(?:a )?few", "neljan?|neljaksi|fyra|four",
    "viisi|viiden|viideksi|fem|five", "kuusi|kuuden|kuudeksi|sex|six", "seitseman|seitsemaksi|sju|seven",
    "kahdeksan|kahdeksaksi|atta|eight", "yhdeksan|yhdeksaksi|nio|nine", "kymmenen|kymmeneksi|tio|ten",
)  # fmt: skip
_UNIT_DAYS = {7: "vii|vk|vec|wee", 14: "for", 30: "kuu|kk|man|mon", 365: "vuod|vuot|yea"}
_UNIT = (
    r"(?P<unit>paiva[na]?|paivaksi|vuorokautta|vrk|(?:arki|tyo)paiva[na]?|viikko[a]?|viikon|viikoksi|vk|kuukau\w+|kk"
    r"|vuotta|vuoden|vuodeksi|dag(?:ar)?|dygn|arbetsdag(?:ar)?|veck(?:a|or)|manad(?:er)?"
    r"|(?:working |work)?days?|weeks?|fortnights?|months?|years?)"
)
_MANY = rf"(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)}) {_UNIT}"
_MANY2 = _MANY.replace("<number", "<number2").replace("<unit", "<unit22")
# "viikon päästä", "viikoksi": the form of the word tells that it is one.
_AGO = re.compile(rf"\b(?:{_MANY}|(?P<unit2>viikko|kuukausi)) (?:sitten|ago|sedan)\b")
_AHEAD = re.compile(
    rf"\b(?:(?:{_MANY}|(?P<unit2>paivan|viikon|kuukauden|vuoden)) (?:paasta|kuluttua|from now)"
    rf"|(?:in|om|after|efter) {_MANY2})\b"
)
_LASTING = re.compile(
    rf"\b(?:{_MANY}|(?P<unit2>(?:paiva|viiko|kuukaude|vuode)ksi|(?:viikon|kuukauden)(?= (?:ajan|loma|poissa|vapaa))))\b"
)
_JOIN = re.compile(
    r"[ ,(]{0,3}(?:-|to|till|til|until|through|and|ja|och|alkaen|lahtien)?(?: ?till)?[ )]{0,3}(?:the |den )?"
    r"(?:alkaen|lahtien|until|till)? ?"
)
_UNTIL_BEFORE = re.compile(
    r"\b(?:until|till?|through|up to|t\.?o\.?m\.?|back on)(?: (?:the|den|(?:the )?end of|slutet av))? ?$"
)
_UNTIL_AFTER = re.compile(r"\.? ?(?:asti|saakka|loppuun)\b")
_LAST, _NEXT = "viime|last|past|forra|senaste", "ensi?|next|nasta|tuleva\\w*|coming|pa"

_Build = Callable[[re.Match[str], _Today], Span]


def _place(word: str, patterns: Iterable[str]) -> int:
    """Which of ``patterns`` fits the word, counted from 1."""
    return 1 + [re.fullmatch(pattern, word) is not None for pattern in patterns].index(True)


def _days(match: re.Match[str], today: _Today) -> Span:
    caught = match.groupdict()
    month = caught["month"]
    number = int(month) if month.isdecimal() else _place(month[:4], _MONTH_STARTS)
    return today.days(caught.get("year"), number, int(caught["d"]), int(caught.get("d2") or caught["d"]))


def _whole_month(match: re.Match[str], today: _Today) -> Span:
    number = _place(match["month"][:4], _MONTH_STARTS)
    firsts = (date(year, number, 1) for year in range(today.day.year - 1, today.day.year + 2))
    return today.nearest(Span(first, (first + 31 * _DAY).replace(day=1) - _DAY) for first in firsts)


def _relative(days: int) -> _Build:
    return lambda _, today: _one(today.day + days * _DAY)


def _weekday(match: re.Match[str], today: _Today) -> Span:
    which, number = match["which"] or "", _place(match["name"], _WEEKDAYS) - 1
    if re.match(_LAST, which) or re.fullmatch("i .*dags", match[0]):
        return today.weekday(number, Prefer.PAST)
    return today.weekday(number, Prefer.FUTURE if re.match(_NEXT, which) else today.prefer)


def _weeks(match: re.Match[str], today: _Today) -> Span:
    first, last = int(match["d"]), int(match["d2"] or match["d"])
    years = range(today.day.year - 1, today.day.year + 2)
    exist = (year for year in years if first < 53 or date(year, 12, 28).isocalendar().week == 53)
    mondays = (date.fromisocalendar(year, first, 1) for year in exist)
    return today.nearest(_ordered(monday, monday + (last - first) * _WEEK + 6 * _DAY) for monday in mondays)


def _kinds() -> Iterator[tuple[str, _Build]]:
    d, d2, year = r"(?<![\d.,:/])(?P<d>\d{1,2})", r"(?P<d2>\d{1,2})", r"(?P<year>\d{4}|\d{2})?(?!\d)"
    yield r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)", lambda match, _: _one(date.fromisoformat(match[0]))
    yield rf"{d}\.? ?- ?{d2}[./](?P<month>\d{{1,2}})(?![./]\d{{5}})\.?{year}", _days
    clock, amount = r"(?<!klo )(?<!kl )(?<!at )", r"(?! ?(?:%|h\b|tunti|tim))"
    yield rf"{clock}{d}[./](?P<month>\d{{1,2}})(?!\d|[./]\d{{5}})(?:[./]{year})?{amount}", _days
    nth, dash, year = r"(?:\.|st|nd|rd|th|:a|:e)?", r" ?(?:-|to|till|through) ?", r"(?:,? (?P<year>\d{4})(?!\d))?"
    yield rf"{d}{nth}(?:{dash}{d2}{nth})? (?:of |paiva(?:na)? )?{_MONTH}{year}", _days
    yield rf"{_MONTH} (?:the )?{d}(?!\d){nth}(?:{dash}{d2}(?!\d){nth})?(?!\.?\d){year}", _days
    during = r"\b(?!i may\b)(?:in|i|during|under|hela|all of|for|end of|slutet av) "
    yield rf"(?:{during}|(?=\w+kuu(?:ssa|n)\b)){_MONTH}", _whole_month
    yield r"\b(?:toissapaiva(?:na|n)|day before yesterday|i ?forrgar)\b", _relative(-2)
    yield r"\b(?:day after tomorrow|ylihuomen\w*|i ?overmorgon)\b", _relative(2)
    yield r"\b(?:eilen|eilis\w*|yesterday|i ?gar)\b", _relative(-1)
    yield r"\b(?:huomenna|huomis\w+|tomorrow|i ?morgon)\b", _relative(1)
    yield r"\b(?:tana+n?|tandaan|today|this morning|i ?dag|i morse|nyss|asken|just now|juuri)\b", _relative(0)
    yield r"\b(?:viime viik\w+|last week|(?:i )?forra veckan)\b", lambda _, today: today.week_from_now(-1)
    this_week = r"\b(?:talla viikolla|tama viikko|ta(?:ma)?n viikon|this week|denna vecka|den har veckan)\b"
    yield this_week, lambda _, today: today.week_from_now(0)
    yield r"\b(?:ensi? viik\w+|seuraava\w* viik\w+|next week|nasta vecka)\b", lambda _, today: today.week_from_now(1)
    weeks = r"(?:viik(?:ko|olla|ot|koina|oilla|on|osta)|vko|vk|v|veck(?:a|or|orna)|weeks?|wk)"
    yield rf"\b{weeks}\.? ?(?P<d>\d{{1,2}})(?: ?- ?{d2})?(?!\d)", _weeks
    which, endings = rf"(?:\b(?P<which>{_LAST}|{_NEXT}|i) )?", "(?:na|n|sta|ta|hin|ihin|on|en|s)?"
    yield rf"{which}\b(?P<name>{'|'.join(_WEEKDAYS)}){endings}\b", _weekday


_KINDS = tuple((re.compile(pattern), build) for pattern, build in _kinds())
