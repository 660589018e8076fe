"""Working days and hours, on the days on which it is easy to be wrong."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar.working_time import Days, DaysOff, WorkingTime, parse_days_off

HELSINKI = ZoneInfo("Europe/Helsinki")
WORKING = WorkingTime(HELSINKI)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI)


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-01",
        "2026-01-06",
        "2026-04-03",
        "2026-04-06",
        "2026-05-01",
        "2026-05-14",
        "2026-06-19",
        "2026-12-24",
        "2026-12-25",
        "2027-03-29",
        "2027-05-06",
        "2026-11-28",
        "2026-11-29",
    ],
)
def test_nobody_works_on_public_holidays_and_weekends(day: str) -> None:
    assert not WORKING.is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2026-04-02", "2026-06-18", "2026-12-23", "2026-12-31", "2026-11-27", "2026-11-30"])
def test_eves_are_working_days_unless_the_settings_say_otherwise(day: str) -> None:
    assert WORKING.is_working_day(date.fromisoformat(day))
    free = WorkingTime(HELSINKI, days_off=(parse_days_off(day),))
    assert not free.is_working_day(date.fromisoformat(day))


def test_working_hours_are_from_eight_to_sixteen() -> None:
    hours = [hour for hour in range(24) if WORKING.is_open(at(f"2026-11-23T{hour:02}:00"))]
    assert hours == list(range(8, 16))
    assert WORKING.is_open(at("2026-11-23T15:59:59"))


def test_the_hours_are_those_of_the_municipality_wherever_the_moment_is_told_from() -> None:
    assert WORKING.is_open(datetime(2026, 11, 23, 6, 0, tzinfo=UTC))
    assert not WORKING.is_open(datetime(2026, 11, 23, 5, 59, tzinfo=UTC))
    assert WORKING.is_open(datetime(2026, 7, 1, 5, 0, tzinfo=UTC))
    assert not WORKING.is_open(datetime(2026, 7, 1, 13, 0, tzinfo=UTC))


def test_the_next_opening_skips_nights_weekends_and_holidays() -> None:
    assert WORKING.next_opening(at("2026-11-23T12:00")) == at("2026-11-23T12:00")
    assert WORKING.next_opening(at("2026-11-23T07:00")) == at("2026-11-23T08:00")
    assert WORKING.next_opening(at("2026-11-27T16:00")) == at("2026-11-30T08:00")
    assert WORKING.next_opening(at("2026-12-23T16:00")) == at("2026-12-28T08:00")


@pytest.mark.parametrize("weekend", ["2026-03-27", "2026-10-23"])
def test_over_a_change_of_the_clocks_the_hour_stays(weekend: str) -> None:
    friday = at(f"{weekend}T10:00")
    monday = WORKING.next_round(friday)
    assert monday.time() == time(9)
    assert monday.date() == friday.date() + timedelta(days=3)
    changed = monday.astimezone(UTC) - WORKING.moment(friday.date(), time(9)).astimezone(UTC)
    assert changed in (timedelta(hours=71), timedelta(hours=73))


def test_a_time_of_day_that_a_change_of_the_clocks_leaves_out_comes_later() -> None:
    assert WORKING.moment(date(2026, 3, 29), time(3, 30)) == at("2026-03-29T04:30")


@given(st.integers(0, 20 * 366 * 24 * 60))
def test_the_next_opening_and_the_next_round_are_in_working_hours(minutes: int) -> None:
    moment = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    opening, reminder = WORKING.next_opening(moment), WORKING.next_round(moment)
    assert opening >= moment
    assert reminder > moment
    assert WORKING.is_open(opening)
    assert WORKING.is_open(reminder)
    assert reminder.time() == time(9)


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("2026-12-31", ["2026-12-31"], ["2025-12-31", "2026-12-30"]),
        ("12-31", ["2026-12-31", "2031-12-31"], ["2026-12-30"]),
        ("2026-12-28..2027-01-05", ["2026-12-28", "2027-01-01", "2027-01-05"], ["2027-12-30", "2026-12-27"]),
        ("12-27..01-05", ["2026-12-27", "2029-01-05"], ["2026-12-26", "2026-01-06", "2026-06-30"]),
        ("07-06..07-10", ["2026-07-06", "2026-07-10"], ["2026-07-11", "2026-07-05"]),
        ("02-29", ["2028-02-29"], ["2026-02-28", "2026-03-01"]),
    ],
)
def test_days_off_are_days_or_ranges_of_one_year_or_of_every_year(
    text: str, inside: list[str], outside: list[str]
) -> None:
    off = parse_days_off(text)
    assert all(date.fromisoformat(day) in off for day in inside)
    assert not any(date.fromisoformat(day) in off for day in outside)


@pytest.mark.parametrize(
    "text",
    ["", "joulu", "2026-13-01", "2026-02-30", "2026-12-31..2026-12-01", "2026-12-31..01-05", "31.12.2026", "0-0"],
)
def test_what_is_no_day_off_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_days_off(text)


def test_days_hold_their_first_and_last() -> None:
    days = Days(date(2026, 7, 1), date(2026, 7, 31))
    assert date(2026, 7, 1) in days
    assert date(2026, 7, 31) in days
    assert date(2026, 8, 1) not in days
    assert "2026-07-01" not in days
    assert "2026-07-01" not in DaysOff((7, 1), (7, 1))


def test_days_without_others_are_what_is_left_of_them() -> None:
    whole = Days(date(2026, 12, 1), date(2026, 12, 10))
    middle, end = Days(date(2026, 12, 4), date(2026, 12, 5)), Days(date(2026, 12, 9), date(2026, 12, 20))
    assert whole.without(middle, end) == (
        Days(date(2026, 12, 1), date(2026, 12, 3)),
        Days(date(2026, 12, 6), date(2026, 12, 8)),
    )
    assert whole.without() == (whole,)
    assert whole.without(Days(date(2026, 11, 1), date(2026, 12, 31))) == ()
