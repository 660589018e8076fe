"""Working days and hours: when the bot may speak without being asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from bot.domain.calendar.public_holidays import public_holidays

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
_SATURDAY = 5
OPENS, CLOSES = time(8), time(16)
"""Working hours, in the municipality's time zone: from the first of these to just before the second."""

_ISO = r"(?:(?P<{0}y>\d{{4}})-)?(?P<{0}m>\d{{1,2}})-(?P<{0}d>\d{{1,2}})"
_RANGE = re.compile(rf"{_ISO.format('a')}(?:\.\.{_ISO.format('b')})?")


@dataclass(frozen=True, slots=True)
class Days:
    """The days from ``start`` to ``end``, both included."""

    start: date
    end: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day <= self.end

    def meet(self, other: Days) -> bool:
        """Whether there is a day that is one of both."""
        return self.start <= other.end and other.start <= self.end

    def without(self, *others: Days) -> tuple[Days, ...]:
        """What is left of these days when those of ``others`` are taken away."""
        left: tuple[Days, ...] = (Days(self.start, self.end),)
        for other in others:
            left = tuple(rest for one in left for rest in one._without(other))
        return left

    def _without(self, other: Days) -> Iterator[Days]:
        if not self.meet(other):
            yield self
            return
        if self.start < other.start:
            yield Days(self.start, other.start - _DAY)
        if other.end < self.end:
            yield Days(other.end + _DAY, self.end)


@dataclass(frozen=True, slots=True)
class DaysOff:
    """Days on which the municipality does not work although they are no public holidays: those of one year, or of every
    year where the year is left out. ``first`` and ``last`` are month and day, both included; a yearly range may go over
    the turn of the year."""

    first: tuple[int, int]
    last: tuple[int, int]
    years: tuple[int, int] | None = None

    def __contains__(self, day: object) -> bool:
        if not isinstance(day, date):
            return False
        month_and_day = (day.month, day.day)
        if self.years is not None:
            return (self.years[0], *self.first) <= (day.year, *month_and_day) <= (self.years[1], *self.last)
        if self.first <= self.last:
            return self.first <= month_and_day <= self.last
        return month_and_day >= self.first or month_and_day <= self.last


def parse_days_off(text: str) -> DaysOff:
    """The days that ``text`` writes as ``2026-12-31``, ``2026-07-06..2026-07-31``, or without the year for every year.
    Raises ValueError."""
    match = _RANGE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no day; write 2026-12-31, 2026-07-06..2026-07-31, or 12-31 for every year")
    parts = {name: int(value) for name, value in match.groupdict().items() if value}
    end = "b" if "bm" in parts else "a"
    if ("ay" in parts) != (f"{end}y" in parts):
        raise ValueError(f"{text!r}: write both years or neither")
    # Without a year, 29 February is a day as well: 2000 has one.
    first, last = (date(parts.get(f"{one}y", 2000), parts[f"{one}m"], parts[f"{one}d"]) for one in ("a", end))
    years = (first.year, last.year) if "ay" in parts else None
    if years and last < first:
        raise ValueError(f"{text!r}: the last day is before the first")
    return DaysOff((first.month, first.day), (last.month, last.day), years)


class WorkingTime:
    """The municipality's working days and hours: Monday to Friday, 8 to 16, without Finland's public holidays and the
    ``days_off`` of its own. ``remind_at`` is the time of day at which reminders go out, in ``zone``."""

    def __init__(self, zone: tzinfo, *, remind_at: time = time(9), days_off: Iterable[DaysOff] = ()) -> None:
        self.zone = zone
        self.remind_at = remind_at
        self._days_off = tuple(days_off)
        self._known: dict[date, bool] = {}

    def is_working_day(self, day: date) -> bool:
        """Whether people work on ``day``."""
        known = self._known.get(day)
        if known is None:
            known = self._known[day] = (
                day.weekday() < _SATURDAY
                and day not in public_holidays(day.year)
                and not any(day in off for off in self._days_off)
            )
        return known

    def is_open(self, at: datetime) -> bool:
        """Whether ``at``, aware, is in working hours."""
        local = at.astimezone(self.zone)
        return OPENS <= local.time() < CLOSES and self.is_working_day(local.date())

    def next_working_day(self, day: date) -> date:
        """The first working day from ``day`` on."""
        while not self.is_working_day(day):
            day += _DAY
        return day

    def next_opening(self, at: datetime) -> datetime:
        """The earliest moment from ``at`` on that is in working hours, in ``zone``."""
        if self.is_open(at):
            return at
        local = at.astimezone(self.zone)
        day = local.date() if local.time() < OPENS else local.date() + _DAY
        return self.moment(self.next_working_day(day), OPENS)

    def closing(self, day: date) -> datetime:
        """The end of working hours on ``day``."""
        return self.moment(day, CLOSES)

    def next_round(self, at: datetime) -> datetime:
        """The first time after ``at`` at which reminders go out."""
        day = self.next_working_day(at.astimezone(self.zone).date())
        moment = self.moment(day, self.remind_at)
        return moment if moment > at else self.moment(self.next_working_day(day + _DAY), self.remind_at)

    def next_attempt(self, at: datetime) -> datetime:
        """The first time after ``at``, in UTC, that is at the minute of reminders, in whichever hour. An hour that a
        change of the clocks repeats has two of them, one that it leaves out has none."""
        moment = at.astimezone(UTC).replace(second=0, microsecond=0) + _MINUTE
        minute = moment.astimezone(self.zone).minute
        return moment + (self.remind_at.minute - minute) % 60 * _MINUTE

    def moment(self, day: date, time_of_day: time) -> datetime:
        """That time on ``day`` in ``zone``; one that a change of the clocks leaves out comes as much later."""
        return datetime.combine(day, time_of_day, self.zone).astimezone(UTC).astimezone(self.zone)
