"""Feasts and seasons: by what they are called, and on which days of a year they are."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from bot.domain.calendar.public_holidays import easter, midsummer_eve
from bot.language.days.durations import place
from bot.language.days.spans import DAY, WEEK, Span, Today, one_day


def _midsummer(year: int) -> Span:
    """Midsummer's eve to the Sunday after it."""
    eve = midsummer_eve(year)
    return Span(eve, eve + 2 * DAY)


def _sunday(month: int, number: int) -> Callable[[int], Span]:
    """The so-manieth Sunday of a month."""

    def build(year: int) -> Span:
        first = date(year, month, 1)
        return one_day(first + (6 - first.weekday()) * DAY + (number - 1) * WEEK)

    return build


def _all_saints(year: int) -> Span:
    """The Saturday of 31 October to 6 November."""
    first = date(year, 10, 31)
    return one_day(first + (5 - first.weekday()) % 7 * DAY)


_FEASTS: Final[tuple[tuple[str, Callable[[int], Span]], ...]] = (
    (r"juhannu\w+|midsommar\w*|midsummer(?: eve)?", _midsummer),
    (r"isanpaiva\w*|fars dag|father ?s ?day", _sunday(11, 2)),
    (r"aitienpaiva\w*|mors dag|mother ?s ?day", _sunday(5, 2)),
    (r"pyhainpaiva\w*|allhelgona\w*|all saints? ?(?:day)?", _all_saints),
    (r"joulupaiva\w*|juldagen|christmas day", lambda y: one_day(date(y, 12, 25))),
    (r"tapaninpaiva\w*|annandag(?:en)?(?: jul)?|boxing day", lambda y: one_day(date(y, 12, 26))),
    (
        r"joulu(?:n|na|a|un|ksi|sta|lta|aat\w+|nakin)?|jul(?:en|afton|helgen)?|christmas(?: eve)?",
        lambda y: Span(date(y, 12, 24), date(y, 12, 26)),
    ),
    (
        r"uudenvuoden\w*|uuden vuoden(?: aat\w+)?|uutta ?vuo\w+"
        r"|uu(?:teen|desta|tena) ?vuo\w+|nyar\w*|new year(?: ?s)?(?: eve)?",
        lambda y: Span(date(y, 12, 31), date(y + 1, 1, 1)),
    ),
    (r"valipaiv\w+|mellandag\w*", lambda y: Span(date(y, 12, 27), date(y, 12, 30))),
    (r"lucia\w*", lambda y: one_day(date(y, 12, 13))),
    (r"loppiai\w+|tretton(?:dag|helg)\w*|epiphany", lambda y: one_day(date(y, 1, 6))),
    (r"paasiai\w+|pask(?:en|helgen|afton)?|easter", lambda y: Span(easter(y) - 2 * DAY, easter(y) + DAY)),
    (r"helatorstai\w*|kristi himmelsfard\w*|ascension(?: day)?", lambda y: one_day(easter(y) + 39 * DAY)),
    (r"vappu\w*|vapu(?:n|sta|lta|ksi)|valborg\w*|forsta maj|may day|walpurgis\w*", lambda y: one_day(date(y, 5, 1))),
    (r"itsenaisyyspaiva\w*|sjalvstandighetsdag\w*|independence day", lambda y: one_day(date(y, 12, 6))),
    ("kesa(?:n|ksi|na|lla)|sommaren|summer", lambda y: Span(date(y, 6, 1), date(y, 8, 31))),
)
"""The feasts and seasons that leave is taken for, by what they are called, and their days in a year."""


_EVE = r"(?P<eve>(?:the )?day before |dagen (?:fore|innan) |paiva(?:a|na)? ennen )"
_LATER = r"(?P<later>(?:the )?(?:day )?after (?:the )?|(?:dagen )?efter )"
_AT = r"(?:over |at |on |vid |pa |i |till |koko |hela |all |the whole |for )?"
_NAMES = "|".join(name for name, _ in _FEASTS)
FEAST: Final = (
    rf"\b(?:{_EVE}|{_LATER}|{_AT})(?P<feast>{_NAMES})\b"
    r"(?:(?P<eve_fi> edeltavana paivana)|(?P<later_fi> jalkeen\b| jalkeis\w+ paiva\w*))?"
)


def feast(match: re.Match[str], today: Today) -> Span:
    """The days of a feast, this year's or the one that lies right; the day before it, or after it."""
    days_of = _FEASTS[place(match["feast"], (name for name, _ in _FEASTS)) - 1][1]
    spans = map(days_of, today.years)
    if match["eve"] or match["eve_fi"]:
        return today.nearest(one_day(span.start - DAY) for span in spans)
    if match["later"] or match["later_fi"]:
        return today.nearest(one_day(span.end + DAY) for span in spans)
    return today.nearest(spans)
