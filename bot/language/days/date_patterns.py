"""The ways of writing a date: of each a pattern, and a function that makes days of what it caught.

The text is compared in small letters without accents, and the patterns are written so.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from bot.language.days.durations import place
from bot.language.days.feasts import FEAST, feast
from bot.language.days.spans import DAY, WEEK, Prefer, Span, Today, exists, one_day, ordered
from bot.language.days.vague_days import PART_OF_MONTH

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
_WEEKDAY_STARTS = (
    "ma|man|mon",
    "ti|tis|tue",
    "ke|ons|wed",
    "to|tors|tor|thu",
    "pe|fre|fri",
    "la|lor|sat",
    "su|son|sun",
)
_WEEKDAYS_IN_BRIEF = tuple(
    f"{names}|{short}" for names, short in zip(_WEEKDAYS, ["ma", "ti", "ke", "to", "pe", "la", "su"], strict=True)
)
_NAMED_WEEKS = (
    "toissa",
    "viime|edellis\\w+|last|past|forra|foregaende",
    "taman|tan|talla|kuluva\\w*|this|den har|denna",
    "ensi?|tuleva\\w*|seuraava\\w*|next|the coming|nasta",
)
"""What the week before the last one is called, the last one, this one, the next one."""
_THIS_WEEK = 3
_LAST, _NEXT = "viime|last|past|forra|senaste", "ensi?|next|nasta|tuleva\\w*|coming|pa"

_WEEKS_FROM_NOW = {-1: "viime|last|forra", 0: "talla|ta(?:ma)?n|this|denna|den har", 1: "ensi?|seuraava\\w*|next|nasta"}
_WEEKS = "|".join(_WEEKS_FROM_NOW.values())

Build = Callable[[re.Match[str], Today], Span]


def _days(match: re.Match[str], today: Today) -> Span:
    caught = match.groupdict()
    month = caught["month"]
    number = int(month) if month.isdecimal() else place(month[:4], _MONTH_STARTS)
    return today.days(caught.get("year"), number, int(caught["d"]), int(caught.get("d2") or caught["d"]))


def _whole_month(match: re.Match[str], today: Today) -> Span:
    number = place(match["month"][:4], _MONTH_STARTS)
    return today.nearest(Span(date(year, number, 1), _last_of(year, number)) for year in today.years)


def _months(match: re.Match[str], today: Today) -> Span:
    """From the first day of one month to the last of another."""
    first, last = (place(match[name][:4], _MONTH_STARTS) for name in ("month", "month2"))
    years = (year for year in today.years if year + 1 < date.max.year)
    return today.nearest(Span(date(year, first, 1), _last_of(year + (last < first), last)) for year in years)


def _last_of(year: int, month: int) -> date:
    return (date(year, month, 1) + 31 * DAY).replace(day=1) - DAY


def _day_of_month(match: re.Match[str], today: Today) -> Span:
    """The next such day, or the last one: "the 15th"."""
    day, firsts = int(match["d"].rstrip(".")), (today.month_from_now(months).start for months in range(-2, 3))
    days = (date(first.year, first.month, day) for first in firsts if exists(first.year, first.month, day))
    return today.nearest(one_day(day) for day in days)


def _weekend(weeks: int) -> Build:
    """The Saturday and Sunday of the week that is that many weeks from this one."""

    def build(_: re.Match[str], today: Today) -> Span:
        week = today.week_from_now(weeks if today.prefer is Prefer.FUTURE or weeks else -1)
        return Span(week.start + 5 * DAY, week.end)

    return build


def _rest_of_week(_: re.Match[str], today: Today) -> Span:
    return Span(today.day, today.week_from_now(0).end)


def _from_to_weekday(match: re.Match[str], today: Today) -> Span:
    """``ma-pe``: from one weekday to another."""
    first, last = (place(match[name], _WEEKDAY_STARTS) - 1 for name in ("name", "name2"))
    start = today.weekday(first, today.prefer).start
    return Span(start, start + (last - first) % 7 * DAY)


def weekday_of_week(match: re.Match[str], today: Today) -> Span:
    """``ensi viikon keskiviikko``: a weekday of the last week, of this one or of the next."""
    which = next(weeks for weeks, words in _WEEKS_FROM_NOW.items() if re.fullmatch(words, match["week"]))
    return one_day(today.week_from_now(which).start + (place(match["name"], _WEEKDAYS) - 1) * DAY)


def _relative(days: int) -> Build:
    return lambda _, today: one_day(today.day + days * DAY)


def weekday(match: re.Match[str], today: Today) -> Span:
    """The weekday that was named: the one before or after ``today``, whichever was said or is preferred."""
    which, number = match["which"] or "", place(match["name"], _WEEKDAYS) - 1
    if re.match(_LAST, which) or re.fullmatch("i .*dags", match[0]):
        return today.weekday(number, Prefer.PAST)
    is_next = re.match(_NEXT, which) and not re.fullmatch("pa .*dagen", match[0])  # "på fredagen" may have been
    return today.weekday(number, Prefer.FUTURE if is_next else today.prefer)


def _weekday_before_last(match: re.Match[str], today: Today) -> Span:
    """The weekday a week before the last one so called."""
    return one_day(today.weekday(place(match["name"], _WEEKDAYS) - 1, Prefer.PAST).start - WEEK)


def _weekday_of_week(match: re.Match[str], today: Today) -> Span:
    """A weekday of the week that is named with it, "Friday last week"; or from one to another of that week."""
    caught = match.groupdict()
    monday = today.week_from_now(place(caught["week"], _NAMED_WEEKS) - _THIS_WEEK).start
    days = (place(caught[name], _WEEKDAYS_IN_BRIEF) - 1 for name in ("name", "name2") if caught.get(name))
    first, *last = (monday + number * DAY for number in days)
    return ordered(first, *last or [first])


def weeks(match: re.Match[str], today: Today) -> Span:
    """From one week to another, maybe of the next year (52-1), or some that follow one another ("51, 52 ja 1")."""
    first, last = int(match["d"]), int(match["d2"] or match["d"])
    listed = [first, *map(int, re.findall(r"\d+", match["more"] or "")), last]
    exist = [year for year in today.years if 53 not in listed or date(year, 12, 28).isocalendar().week == 53]
    spans = [
        Span(date.fromisocalendar(year, first, 1), date.fromisocalendar(year + (last < first), last, 7))
        for year in exist
    ]
    is_range = match["joint"] in (None, "-", "to", "till") and not match["more"]
    if not is_range and any(_weeks_of(span) != listed for span in spans):
        raise ValueError("weeks with others between them are no one time")
    return today.nearest(spans)


def part_of_month(match: re.Match[str], today: Today) -> Span:
    """No days: "the middle of December" is none in particular."""
    raise ValueError(match[0])


def _weeks_of(span: Span) -> list[int]:
    count = (span.end - span.start) // WEEK + 1
    return [(span.start + number * WEEK).isocalendar().week for number in range(count)]


def _kinds() -> Iterator[tuple[str, Build]]:
    d, d2, year = r"(?<![\d.,:/])(?P<d>\d{1,2})", r"(?P<d2>\d{1,2})", r"(?P<year>\d{4}|\d{2})?(?!\d)"
    yield r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)", lambda match, _: one_day(date.fromisoformat(match[0]))
    yield rf"{d}\.? ?- ?{d2}[./](?P<month>\d{{1,2}})(?![./]\d{{5}})\.?{year}", _days
    yield PART_OF_MONTH, part_of_month
    amount = r"(?! ?(?:%|h\b|tunti|tim))"
    yield rf"{d}[./](?P<month>\d{{1,2}})(?!\d|[./]\d{{5}})(?:[./]{year})?{amount}", _days
    nth, dash, year = r"(?:\.|st|nd|rd|th|:a|:e)?", r" ?(?:-|to|till|through) ?", r"(?:,? (?P<year>\d{4})(?!\d))?"
    yield rf"(?<!week ){d}{nth}(?:{dash}{d2}{nth})? (?:of |paiva(?:na)? )?{_MONTH}{year}", _days
    on_day = r"(?: (?:paiva(?:na|an|sta)?|pna)\b)?"
    yield rf"{_MONTH} (?:the )?{d}(?!\d){nth}(?:{dash}{d2}(?!\d){nth})?(?!\.?\d){on_day}{year}", _days
    during = r"\b(?!i may\b|i jul\b)(?:in|i|since|during|under|hela|all of|for|end of|slutet av) "
    until = r" ?(?:-|to|till?|until|through)(?: (?:the )?(?:end of|slutet av))? ?"
    month2 = _MONTH.replace("month", "month2").removeprefix(r"\b")
    yield rf"{_MONTH}{until}{month2}", _months
    from_month = r"\b(?P<month>\w+)kuusta (?P<month2>\w+)kuuhun\b"
    yield from_month, _months
    yield rf"(?:{during}|(?=\w+kuu(?:ssa|n|ksi|lta|lla)\b)){_MONTH}", _whole_month
    yield r"\b(?:toissapaiva(?:na|n)|day before yesterday|i ?forrgar)\b", _relative(-2)
    yield r"\b(?:day after tomorrow|ylihuom\w+|i ?overmorgon)\b", _relative(2)
    yield r"\b(?:eilen?|eilinen|eilis\w*|yesterday|last night|i ?gar|gardagens?)\b", _relative(-1)
    yield r"\b(?:huomenna|huomena|huomis\w+|tomorrow|i ?morr?on|i ?morgon)\b", _relative(1)
    today = r"\b(?:tana+n?|tandaan|aamulla|asken|juuri|i ?dag|i ?kvall|i morse|nyss|today|tonight|just now"
    today += r"|this (?:morning|afternoon|evening))\b"
    yield today, _relative(0)
    yield from _weekdays_of_weeks()
    yield r"\b(?:viime viikonlop\w+|last weekend|forra helgen)\b", _weekend(-1)
    yield r"\b(?:ensi? viikonlop\w+|next weekend|nasta helg)\b", _weekend(1)
    yield r"\b(?:viikonlop(?:puna|uksi|un)|(?:this|over the|at the|the) weekend|i helgen|over helgen)\b", _weekend(0)
    yield r"\b(?:loppuviik\w+|resten av veckan|veckan ut|(?:the )?rest of (?:the|this) week)\b", _rest_of_week
    yield r"\b(?:ens?i? ?kuu(?:ssa|n|ksi)|next month|nasta manad)\b", lambda _, today: today.month_from_now(1)
    yield r"\b(?:viime ?kuu(?:ssa|n|lta|lla)|last month|forra manaden)\b", lambda _, today: today.month_from_now(-1)
    yield r"\b(?:tassa ?kuussa|taman ?kuun|this month|den har manaden)\b", lambda _, today: today.month_from_now(0)
    day_name = rf"(?P<name>{'|'.join(_WEEKDAYS)}){_ENDINGS}"
    yield rf"\btoissa {day_name}\b", _weekday_before_last
    yield rf"\b{day_name} before last\b", _weekday_before_last
    yield rf"\b(?P<week>{_WEEKS}) (?:viikon|weeks?|veckas) (?:on )?{day_name}\b", weekday_of_week
    yield rf"\b{day_name} (?:of |i )?(?P<week>{_WEEKS}) (?:viikolla|week|veckan?)\b", weekday_of_week
    yield (
        r"\b(?:toissa ?viik\w+|forr(?:a )?forra veckan|the week before last)\b",
        lambda _, today: today.week_from_now(-2),
    )
    yield r"\b(?:viime viik\w+|last week|(?:i )?forra veckan)\b", lambda _, today: today.week_from_now(-1)
    this_week = r"\b(?:talla viikolla|(?:tama|koko) viikko|(?:ta(?:ma)?n|koko) viikon|this week|(?:all|the whole) week"
    this_week += r"|denna vecka|(?:den har|hela) veckan)\b"
    yield this_week, lambda _, today: today.week_from_now(0)
    yield r"\b(?:ensi? viik\w+|seuraava\w* viik\w+|next week|nasta vecka)\b", lambda _, today: today.week_from_now(1)
    week = r"(?:viik(?:ko|olla|ot|koina|oilla|on|osta|koon)|vko|vk|v|veck(?:a|or|orna)|weeks?|wk)"
    a_day = f" ?{_MONTH.replace('?P<month>', '?:')}"
    joint = r",? ?(?P<joint>-|to|till|ja|och|and|&|(?<=,)(?= ?\d\d? ?(?:$|[,;)])))"
    several = rf"(?:(?P<more>(?: ?, ?\d\d?(?!\d))*) ?{joint} ?{d2}(?![.\d]|{a_day}))?"
    yield rf"\b{week}(?::\w+)?\.? ?(?P<d>\d{{1,2}}){several}(?!\d)", weeks
    names = "|".join(_WEEKDAY_STARTS)
    yield rf"\b(?P<name>{names})(?: ?- ?| (?:ja|och|and|&) )(?P<name2>{names})\b", _from_to_weekday
    alone = r"(?= *(?:$|[,;!)]|\.(?!\d)| (?:och|men|till|pa|fran)\b))"
    yield rf"\bden (?P<d>\d{{1,2}}){alone}", _day_of_month
    yield r"\b(?:the |den )(?P<d>\d{1,2})(?:st|nd|rd|th|:e|:a)\b", _day_of_month
    yield r"(?<![\d.])(?P<d>\d{1,2}\.|[12]\d|3[01]) ?(?:paiva(?:na|an|sta)?|pna)\b", _day_of_month
    yield FEAST, feast
    which = rf"(?:\b(?P<which>{_LAST}|{_NEXT}|i) )?"
    yield rf"{which}\b(?P<name>{'|'.join(_WEEKDAYS)}){_ENDINGS}\b", weekday


def _weekdays_of_weeks() -> Iterator[tuple[str, Build]]:
    """A weekday before or after its week: "viime viikon perjantaina", "fredagen nästa vecka", "next week's Monday"."""
    which = f"(?P<week>{'|'.join(_NAMED_WEEKS)})"
    week = rf"{which} (?:viik(?:on|olla|olta|osta|ko)|vko(?:n|lla)?|veckans?|veckas|vecka|week(?:'?s)?)"
    day = rf"(?P<name>{'|'.join(_WEEKDAYS)}){_ENDINGS}"
    brief = "|".join(_WEEKDAYS_IN_BRIEF)
    yield rf"\b{week},? (?P<name>{brief}) ?- ?(?P<name2>{brief})\b", _weekday_of_week
    yield rf"\b{week},? (?:on |pa )?{day}\b", _weekday_of_week
    yield rf"\b{which} viik(?:on|olla) (?P<name>ma|ti|ke|to|pe|la|su)\b", _weekday_of_week
    yield rf"\b{day},? (?:of |in |i )?{week}\b", _weekday_of_week


_ENDINGS = "(?:na|n|sta|ta|hin|ihin|on|en|s)?"
KINDS = tuple((re.compile(pattern), build) for pattern, build in _kinds())
WEEKDAY_OF_DATE = re.compile(
    r"(?<!\d )(?<!(?:mas|ter|mer|ear|eve|day|ber|ary|uly|une) )\b"
    rf"(?:(?:{'|'.join(_WEEKDAYS)}){_ENDINGS}|(?:{'|'.join(_WEEKDAY_STARTS)})\.?),? "
    rf"(?=(?:the |den )?\d{{1,2}}(?:[./]\d|(?:\.|st|nd|rd|th|:a|:e)? (?:of )?{_MONTH}))"
)
"""A weekday right before the date that it is of: "tiistaina 1.12." is one day; but "12 to 16 October" are five, and so
"Christmas to 6 January"."""


_TIME_WORDS = """
    tammi helmi maalis huhti touko kesa heina elo syys loka marras joulu jan feb mar apr ma[jy] jun jul aug sep o[ck]t
    nov de[cs] maanantai tiistai keskivii torstai perjantai lauantai sunnuntai mandag tisdag onsdag torsdag fredag
    lordag sondag monday tuesday wednesday thursday friday saturday sunday toissa yesterday i?forrgar tomorrow
    ylihuom i?overmorgon eil last.night i?gar gardag huom i?mor+.?on tana
    tandaan aamulla asken juuri i?dag i?kvall morse
    nyss today tonight just.now dar this.(?:mor|aft|eve) viiko weekend helg loppuvii viik vk veck week
    kuukau month manad juhannu midsom midsum christmas uude uute nyar uutta new.year loppiai tretton epiphan paasiai
    pask easter helatorst isanpaiv fars.dag father aitienpaiv mors.dag mother pyhainpaiv allhelgona all.saint
    tapaninpaiv annandag boxing kristi ascension valborg walpurg vap forsta.maj itsenaisyys sjalvstandighet
    independence sommar lucia valipai mellandag
    summer paiva pva?a? vuo vrk kk (?:arki|tyo)paiva dygn arbetsdag halv day work fortnight year ar(?![a-z])
"""
_TIME = re.compile(
    rf"\d|kuu(?:sta|ssa|n|ksi|lta|lla)\b"
    rf"|\b(?:{'|'.join(_TIME_WORDS.split())}|(?:{'|'.join(_WEEKDAY_STARTS)}) ?(?:-|ja |och |and |&))"
)
"""A digit, or how the words begin of which every date and every duration has one."""


def speaks_of_time(text: str) -> bool:
    """Whether any of the patterns, of dates or durations, may fit ``text``: most texts are told apart at a glance."""
    return _TIME.search(text) is not None
