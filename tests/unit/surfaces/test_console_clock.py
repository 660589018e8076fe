"""The clock that the console can move."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.surfaces.console.clock import MovableClock

HELSINKI = ZoneInfo("Europe/Helsinki")


class RealClock:
    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


def clock_at(year: int, month: int, day: int, hour: int = 9, minute: int = 0) -> tuple[MovableClock, RealClock]:
    real = RealClock(datetime(year, month, day, hour, minute, tzinfo=HELSINKI))
    return MovableClock(real), real


def test_it_shows_the_real_time_until_it_is_moved() -> None:
    clock, real = clock_at(2026, 3, 2)
    assert clock.now() == real.at
    assert not clock.moved


def test_it_runs_on_from_where_it_was_moved_to() -> None:
    clock, real = clock_at(2026, 3, 2)
    clock.move(timedelta(weeks=1))
    real.at += timedelta(minutes=5)
    assert clock.now() == datetime(2026, 3, 9, 9, 5, tzinfo=HELSINKI)
    assert clock.moved


def test_it_is_set_to_a_moment_of_any_time_zone_and_shows_its_own() -> None:
    clock, _ = clock_at(2026, 3, 2)
    clock.set(datetime(2026, 7, 1, 9, 0, tzinfo=UTC))
    assert clock.now() == datetime(2026, 7, 1, 12, 0, tzinfo=HELSINKI)
    assert clock.now().tzinfo is HELSINKI


def test_it_comes_back_to_the_present() -> None:
    clock, real = clock_at(2026, 3, 2)
    clock.move(timedelta(days=-3))
    clock.reset()
    assert clock.now() == real.at
    assert not clock.moved


@pytest.mark.parametrize("day", [(2026, 3, 28), (2026, 10, 24)], ids=["to summer time", "to winter time"])
def test_a_day_later_it_is_the_same_time_of_day(day: tuple[int, int, int]) -> None:
    clock, _ = clock_at(*day)
    clock.move(timedelta(days=1))
    assert (clock.now().day, clock.now().hour) == (day[2] + 1, 9)


def test_it_never_shows_an_hour_that_does_not_exist() -> None:
    clock, real = clock_at(2026, 3, 28, 3, 30)
    clock.move(timedelta(days=1))
    assert clock.now().astimezone(UTC).astimezone(HELSINKI).hour == clock.now().hour
    real.at += timedelta(minutes=5)
    assert clock.now().hour == 4


def test_it_refuses_a_naive_time() -> None:
    clock, _ = clock_at(2026, 3, 2)
    with pytest.raises(ValueError, match="no time zone"):
        clock.set(datetime(2026, 3, 3, 9, 0))  # noqa: DTZ001  # what is tried


@pytest.mark.parametrize("step", [timedelta(days=365 * 100), timedelta(days=-365 * 100), timedelta.max, timedelta.min])
def test_it_stays_within_the_years_that_it_knows(step: timedelta) -> None:
    clock, real = clock_at(2026, 3, 2)
    with pytest.raises(ValueError, match=r"not between|can not be moved"):
        clock.move(step)
    assert clock.now() == real.at
