"""The ways of writing a date: of each a pattern, and a function that makes days of what it caught.

The text is compared in small letters without accents, and the patterns are written so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from bot.conversation.durations import place
from bot.conversation.spans import DAY, WEEK, Prefer, Span, Today, one_day, ordered

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
_LAST, _NEXT = "viime|last|past|forra|senaste", "ensi?|next|nasta|tuleva\\w*|coming|pa"

Build = Callable[[re.Match[str], Today], Span]


def _days(match: re.Match[str], today: Today) -> Span:
    caught = match.groupdict()
    month = caught["month"]
    number = int(month) if month.isdecimal() else place(month[:4], _MONTH_STARTS)
    return today.days(caught.get("year"), number, int(caught["d"]), int(caught.get("d2") or caught["d"]))


def _whole_month(match: re.Match[str], today: Today) -> Span:
    number = place(match["month"][:4], _MONTH_STARTS)
    firsts = (date(year, number, 1) for year in range(today.day.year - 1, today.day.year + 2))
    return today.nearest(Span(first, (first + 31 * DAY).replace(day=1) - DAY) for first in firsts)


def _relative(days: int) -> Build:
    return lambda _, today: one_day(today.day + days * DAY)


def weekday(match: re.Match[str], today: Today) -> Span:
    """The weekday that was named: the one before or after ``today``, whichever was said or is preferred."""
    which, number = match["which"] or "", place(match["name"], _WEEKDAYS) - 1
    if re.match(_LAST, which) or re.fullmatch("i .*dags", match[0]):
        return today.weekday(number, Prefer.PAST)
    return today.weekday(number, Prefer.FUTURE if re.match(_NEXT, which) else today.prefer)


def _weeks(match: re.Match[str], today: Today) -> Span:
    first, last = int(match["d"]), int(match["d2"] or match["d"])
    years = range(today.day.year - 1, today.day.year + 2)
    exist = (year for year in years if first < 53 or date(year, 12, 28).isocalendar().week == 53)
    mondays = (date.fromisocalendar(year, first, 1) for year in exist)
    return today.nearest(ordered(monday, monday + (last - first) * WEEK + 6 * DAY) for monday in mondays)


def _kinds() -> Iterator[tuple[str, Build]]:
    d, d2, year = r"(?<![\d.,:/])(?P<d>\d{1,2})", r"(?P<d2>\d{1,2})", r"(?P<year>\d{4}|\d{2})?(?!\d)"
    yield r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)", lambda match, _: one_day(date.fromisoformat(match[0]))
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
    yield rf"{which}\b(?P<name>{'|'.join(_WEEKDAYS)}){endings}\b", weekday


KINDS = tuple((re.compile(pattern), build) for pattern, build in _kinds())
