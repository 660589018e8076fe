"""Spans of days, and the day that they are counted from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.calendar.working_time import Days

DAY, WEEK = timedelta(days=1), timedelta(days=7)


class Prefer(StrEnum):
    """Where a date without its year, or a bare weekday, is sought: reports are of the past, absences lie ahead."""

    PAST = "past"
    FUTURE = "future"


Span = Days
"""Days that were said."""


@dataclass(frozen=True, slots=True)
class Today:
    """The day to count from, and where to look. Methods raise ValueError where there is no such day."""

    day: date
    prefer: Prefer

    @property
    def years(self) -> range:
        """The years in which the nearest of what comes each year may be: last year, this one and the next."""
        return range(self.day.year - 1, self.day.year + 2)

    def nearest(self, spans: Iterable[Span]) -> Span:
        """Of the same days in several years, those that lie right."""
        if self.prefer is Prefer.PAST:
            return max((span for span in spans if span.start <= self.day), key=lambda span: span.start)
        return min((span for span in spans if span.end >= self.day), key=lambda span: span.start)

    def days(self, year: str | None, month: int, first: int, last: int) -> Span:
        """From the ``first`` to the ``last`` of a month, in the year that was given or lies right."""
        if year:
            full = int(year) + (2000 if len(year) == 2 else 0)
            return ordered(date(full, month, first), date(full, month, last))
        years = range(max(self.day.year - 1, 1), self.day.year + 2)
        near = {y: ordered(_or_before(y, month, first), _or_before(y, month, last)) for y in years}
        nearest = self.nearest(near.values())
        closest = next(y for y, span in near.items() if span == nearest)
        return ordered(date(closest, month, first), date(closest, month, last))

    def weekday(self, number: int, prefer: Prefer) -> Span:
        """The closest such weekday, today left out: who means today says so."""
        ahead = (number - self.day.weekday() - 1) % 7 + 1
        return one_day(self.day + DAY * (ahead if prefer is Prefer.FUTURE else (ahead - 7 or -7)))

    def month_from_now(self, months: int) -> Span:
        """The whole month that is that many months from this one."""
        index = self.day.year * 12 + self.day.month - 1 + months
        following = date((index + 1) // 12, (index + 1) % 12 + 1, 1)
        return Span(date(index // 12, index % 12 + 1, 1), following - DAY)

    def week_from_now(self, weeks: int) -> Span:
        """The whole week that is that many weeks from this one."""
        monday = self.day - DAY * self.day.weekday() + WEEK * weeks
        return Span(monday, monday + 6 * DAY)


def _or_before(year: int, month: int, day: int) -> date:
    """That day; the one before it for 29 February in a year that has none."""
    return date(year, month, 28 if (month, day) == (2, 29) and not exists(year, 2, 29) else day)


def exists(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def one_day(day: date) -> Span:
    """A span of ``day`` alone."""
    return Span(day, day)


def ordered(start: date, end: date) -> Span:
    """The span from ``start`` to ``end``; raises ValueError where they are the wrong way round."""
    if start > end:
        raise ValueError(f"{start} is after {end}")
    return Span(start, end)
