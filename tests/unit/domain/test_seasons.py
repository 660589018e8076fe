"""The holidays that are asked about, and whom nobody stands in for then."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.channels import Channel, HolidayCover, Maintainer, Status, UnitName
from bot.domain.reminders.seasons import HolidayRound, Season, holiday_round, monday_of

SUMMER = holiday_round(date(2027, 5, 20))


def channel(*covers: HolidayCover, status: Status = Status.IN_USE) -> Channel:
    both = (Maintainer("ann"), Maintainer("bob"))
    return Channel("c", "x", "C", UnitName("U"), "resp", maintainers=both, holiday_covers=covers, status=status)


def lacking(one: Channel) -> set[str]:
    assert isinstance(SUMMER, HolidayRound)
    return set(SUMMER.lacking([one]))


def test_people_are_asked_before_june_and_before_christmas_and_at_no_other_time() -> None:
    days = (date(2027, 1, 1) + timedelta(days=n) for n in range(365))
    asked = {day: found.season for day in days if (found := holiday_round(day))}
    assert min(asked) == date(2027, 5, 15)
    assert max(day for day, season in asked.items() if season is Season.SUMMER) == date(2027, 5, 31)
    assert {day.month for day, season in asked.items() if season is Season.CHRISTMAS} == {12}
    assert max(asked) == date(2027, 12, 18)
    assert all(holiday.days.start > day for day in asked if (holiday := holiday_round(day)))


@pytest.mark.parametrize(
    ("start", "end", "absent", "expected"),
    [
        (date(2027, 7, 1), date(2027, 7, 31), "ann", {"bob"}),
        (date(2027, 8, 31), date(2027, 9, 30), "ann", {"bob"}),
        (date(2027, 9, 1), date(2027, 9, 30), "ann", {"ann", "bob"}),
        (date(2027, 7, 1), date(2027, 7, 31), None, set()),
    ],
)
def test_whoever_has_a_cover_for_any_of_the_days_is_not_asked(
    start: date, end: date, absent: str | None, expected: set[str]
) -> None:
    assert lacking(channel(HolidayCover(start, end, "cov", absent))) == expected


def test_of_a_channel_out_of_use_nobody_is_asked() -> None:
    assert lacking(channel(status=Status.RETIRED)) == set()


def test_a_week_begins_on_monday() -> None:
    assert {monday_of(date(2026, 11, day)) for day in range(23, 30)} == {date(2026, 11, 23)}
