"""The feasts and seasons that leave is taken for, by what they are called in small letters without accents, and their
days in a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from bot.domain.calendar.public_holidays import easter, midsummer_eve
from bot.language.spans import DAY, Span, one_day


def _midsummer(year: int) -> Span:
    """Midsummer's eve to the Sunday after it."""
    eve = midsummer_eve(year)
    return Span(eve, eve + 2 * DAY)


FEASTS: Final[tuple[tuple[str, Callable[[int], Span]], ...]] = (
    (r"juhannu\w+|midsommar\w*|midsummer(?: eve)?", _midsummer),
    (
        r"joulu(?:n|na|un|ksi|sta|lta|aat\w+|nakin)?|jul(?:en|afton|helgen)?|christmas(?: eve)?",
        lambda y: Span(date(y, 12, 24), date(y, 12, 26)),
    ),
    (
        r"uudenvuoden\w*|uuden vuoden(?: aat\w+)?|uu(?:teen|desta|tena) ?vuo\w+|nyar\w*|new year(?: ?s)?(?: eve)?",
        lambda y: Span(date(y, 12, 31), date(y + 1, 1, 1)),
    ),
    (r"loppiai\w+|tretton(?:dag|helg)\w*|epiphany", lambda y: one_day(date(y, 1, 6))),
    (r"paasiai\w+|pask(?:en|helgen|afton)?|easter", lambda y: Span(easter(y) - 2 * DAY, easter(y) + DAY)),
    (r"helatorstai\w*|kristi himmelsfard\w*|ascension(?: day)?", lambda y: one_day(easter(y) + 39 * DAY)),
    (r"vappu\w*|vapu(?:n|sta|lta|ksi)|valborg\w*|forsta maj|may day|walpurgis\w*", lambda y: one_day(date(y, 5, 1))),
    (r"itsenaisyyspaiva\w*|sjalvstandighetsdag\w*|independence day", lambda y: one_day(date(y, 12, 6))),
    ("kesa(?:n|ksi|na|lla)|sommaren|summer", lambda y: Span(date(y, 6, 1), date(y, 8, 31))),
)
