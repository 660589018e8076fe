"""Days on which no round was gone are told the ICT secretary, once, and no others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from bot.domain.calendar.working_time import Days, DaysOff, WorkingTime
from bot.domain.reminders.kept import Switch
from bot.services.access import Access
from bot.services.notices import RoundsMissed
from bot.services.ports import Change
from bot.services.reminders.documents import SWITCHES, THE_SWITCH
from bot.services.reminders.entries import OUTBOX
from bot.services.reminders.outbox import Outbox
from bot.services.reminders.punctuality import ROUNDS_GONE, THE_ROUNDS, Punctuality
from bot.storage.memory import MemoryStore
from tests.support.bot_in_memory import HELSINKI, RecordingNotifier
from tests.support.surface import on_a_line

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)


class Desk:
    """The watch on the rounds, with two ICT secretaries."""

    def __init__(self, *days_off: DaysOff) -> None:
        self.store = MemoryStore()
        access = Access(("slack:U0ICT0001", "slack:U0ICT0002"))
        self.notifier = RecordingNotifier()
        self.outbox = Outbox(self.store, access, on_a_line(self.notifier))
        working = WorkingTime(HELSINKI, remind_at=time(9, 15), days_off=days_off)
        self.punctuality = Punctuality(self.store, access, self.outbox, working)

    async def gone(self, *moments: datetime) -> list[RoundsMissed]:
        """Go the rounds of ``moments``; what the first secretary is told in all, while the second is told the same."""
        for moment in moments:
            await self.punctuality.note(moment)
        entries = (await self.store.read()).of(OUTBOX).values()
        told = [(entry.person.id, entry.notice) for entry in entries if isinstance(entry.notice, RoundsMissed)]
        first, second = (
            [notice for person, notice in told if person == secretary]
            for secretary in ("slack-u0ict0001", "slack-u0ict0002")
        )
        assert first == second
        return first


def at(day: date, hour: int = 9, minute: int = 15) -> datetime:
    return datetime.combine(day, time(hour, minute), HELSINKI)


def hourly(start: datetime, end: datetime) -> Iterable[datetime]:
    while start <= end:
        yield start
        start += timedelta(hours=1)


async def test_of_rounds_that_are_gone_each_hour_nothing_is_told() -> None:
    assert await Desk().gone(*hourly(at(MONDAY, 0), at(MONDAY + 15 * DAY, 23))) == []


async def test_the_first_round_of_all_has_missed_nothing() -> None:
    assert await Desk().gone(at(MONDAY)) == []


async def test_a_day_without_a_round_is_told_once_on_the_next() -> None:
    desk = Desk()
    tuesday, wednesday = MONDAY + DAY, MONDAY + 2 * DAY
    await desk.gone(at(MONDAY))
    told = await desk.gone(*hourly(at(wednesday, 0), at(wednesday, 23)), at(wednesday + DAY))
    assert told == [RoundsMissed(tuesday, tuesday, 1)]


async def test_a_gap_of_several_days_is_one_notice_that_counts_the_working_days() -> None:
    desk = Desk(DaysOff((11, 26), (11, 26)))
    await desk.gone(at(MONDAY))
    told = await desk.gone(at(MONDAY + 8 * DAY), at(MONDAY + 8 * DAY, 10), at(MONDAY + 9 * DAY))
    assert told == [RoundsMissed(MONDAY + DAY, MONDAY + 7 * DAY, 4)], "Tuesday, Wednesday, Friday and Monday"


async def test_two_gaps_are_two_notices() -> None:
    desk = Desk()
    told = await desk.gone(at(MONDAY), at(MONDAY + 2 * DAY), at(MONDAY + 4 * DAY))
    assert told == [RoundsMissed(day, day, 1) for day in (MONDAY + DAY, MONDAY + 3 * DAY)]


async def test_a_weekend_without_rounds_is_no_gap() -> None:
    assert await Desk().gone(at(MONDAY + 4 * DAY), at(MONDAY + 7 * DAY)) == []


async def test_a_round_before_the_hour_or_after_working_hours_is_not_that_of_the_day() -> None:
    desk = Desk()
    told = await desk.gone(at(MONDAY, 8), at(MONDAY, 17), at(MONDAY + DAY, 0))
    assert told == [RoundsMissed(MONDAY, MONDAY, 1)]


async def test_a_round_that_comes_late_in_working_hours_is_in_time() -> None:
    assert await Desk().gone(at(MONDAY, 8), at(MONDAY, 15, 59), at(MONDAY, 17), at(MONDAY + DAY)) == []


async def test_days_on_which_all_reminders_are_paused_had_nothing_to_miss() -> None:
    desk = Desk()
    await desk.gone(at(MONDAY))
    switch = Switch(pauses=(Days(MONDAY + DAY, MONDAY + 2 * DAY),))
    await desk.store.commit([Change.put(SWITCHES, THE_SWITCH, switch)], (await desk.store.read()).version)
    assert await desk.gone(at(MONDAY + 3 * DAY)) == []
    assert await desk.gone(at(MONDAY + 7 * DAY)) == [RoundsMissed(MONDAY + 4 * DAY, MONDAY + 4 * DAY, 1)]


async def test_a_clock_that_is_set_back_makes_no_gap() -> None:
    desk = Desk()
    assert await desk.gone(at(MONDAY + 7 * DAY), at(MONDAY), at(MONDAY + DAY)) == []
    kept = (await desk.store.read()).of(ROUNDS_GONE)[THE_ROUNDS]
    assert (kept.last, kept.day) == (at(MONDAY + DAY), MONDAY + DAY)


async def test_what_is_told_at_night_arrives_in_working_hours() -> None:
    desk = Desk()
    await desk.gone(at(MONDAY), at(MONDAY + 2 * DAY, 0))
    entries = (await desk.store.read()).of(OUTBOX).values()
    assert all(entry.office_hours for entry in entries)
    await desk.outbox.deliver_due(at(MONDAY + 2 * DAY))
    assert [len(notices) for notices in desk.notifier.sent.values()] == [1, 1]
