"""The holidays before which maintainers are asked who looks after their channels (guideline 4.8), and the weeks of the
ICT secretary."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.calendar.working_time import Days
from bot.domain.channels import Channel, Status
from bot.domain.people import PersonId


class Season(StrEnum):
    """The holidays that a whole municipality is on."""

    SUMMER = "summer"
    CHRISTMAS = "christmas"


@dataclass(frozen=True, slots=True)
class HolidayRound:
    """Before the holidays ``days`` of ``season``, people are asked once, on one of the days ``ask``."""

    season: Season
    ask: Days
    days: Days

    def lacking(self, channels: Iterable[Channel]) -> dict[PersonId, list[Channel]]:
        """The channels of each maintainer for which nobody is agreed on for any day of these holidays."""
        found: dict[PersonId, list[Channel]] = {}
        for channel in channels:
            if channel.status is Status.IN_USE:
                covered = {cover.absent for cover in channel.holiday_covers if cover.meet(self.days)}
                for person in channel.maintainer_ids if None not in covered else ():
                    if person not in covered:
                        found.setdefault(person, []).append(channel)
        return found


def holiday_round(today: date) -> HolidayRound | None:
    """The holidays that are asked about on ``today``: in the second half of May about those from June to August, in the
    first three weeks of December about those over Christmas and the turn of the year."""
    year = today.year
    rounds = (
        HolidayRound(
            Season.SUMMER, Days(date(year, 5, 15), date(year, 5, 31)), Days(date(year, 6, 1), date(year, 8, 31))
        ),
        HolidayRound(
            Season.CHRISTMAS,
            Days(date(year, 12, 1), date(year, 12, 18)),
            Days(date(year, 12, 19), date(year + 1, 1, 6)),
        ),
    )
    return next((one for one in rounds if today in one.ask), None)


def monday_of(day: date) -> date:
    """The Monday of the week that ``day`` is in."""
    return day - timedelta(days=day.weekday())
