"""Finland's public holidays, as the law has them since 1991.

Worked out here: the library that knows all countries' would take 12 MiB of memory for a dozen days. The tests compare
with it, so that a change of the law is not missed.
"""

from datetime import date, timedelta
from functools import cache
from typing import Final

_DAY: Final = timedelta(days=1)
_FRIDAY, _SATURDAY = 4, 5
_FIXED: Final = ((1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26))
"""New Year's Day, Epiphany, May Day, Independence Day, Christmas Eve, Christmas Day, St. Stephen's Day."""
_AFTER_EASTER: Final = (-2, 0, 1, 39, 49)
"""Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday."""


@cache
def public_holidays(year: int) -> frozenset[date]:
    """Finland's public holidays in ``year``, with Midsummer Eve and Christmas Eve, on which nobody works either."""
    eve = midsummer_eve(year)
    all_saints = _first(_SATURDAY, date(year, 10, 31))
    return frozenset(
        (
            *(date(year, month, day) for month, day in _FIXED),
            *(easter(year) + days * _DAY for days in _AFTER_EASTER),
            *(eve, eve + _DAY, all_saints),
        )
    )


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm, in Meeus, Astronomical Algorithms)."""
    century, in_century = divmod(year, 100)
    moon = year % 19
    correction = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    epact = (19 * moon + correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - epact - in_century % 4) % 7
    late = (moon + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def midsummer_eve(year: int) -> date:
    """The Friday of 19 to 25 June."""
    return _first(_FRIDAY, date(year, 6, 19))


def _first(weekday: int, day: date) -> date:
    """The first day from ``day`` on that is this weekday; Monday is 0."""
    return day + (weekday - day.weekday()) % 7 * _DAY
