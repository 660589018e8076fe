"""The rounds: when they are gone, and that none that fails is the last."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

import pytest

from bot.app.rounds import Rounds, wait_at_most
from bot.domain.calendar.working_time import WorkingTime
from tests.support.bot_in_memory import HELSINKI, NOON

WORKING = WorkingTime(HELSINKI, remind_at=time(9, 15))
HOUR, MINUTE, SECOND = timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=1)


class Hours:
    """The rounds, with a clock that passes only while they wait, until ``count`` of them are gone."""

    def __init__(self, start: datetime, count: int, *, failures: int = 0) -> None:
        self.at = start.astimezone(UTC)
        self.gone: list[datetime] = []
        self.waited: list[float] = []
        self.during_wait: Callable[[], None] = lambda: None
        self.takes = timedelta(0)
        self._count = count
        self._failures = failures
        self.heard: list[tuple[datetime, bool]] = []
        self._going = Rounds(self._go, self, WORKING, settling=5 * SECOND, wait=self._wait, after=self._hear)

    def now(self) -> datetime:
        return self.at.astimezone(HELSINKI)

    async def run(self) -> list[datetime]:
        await self._going.run()
        return self.gone

    async def _go(self, at: datetime) -> None:
        self.gone.append(at)
        self.at += self.takes
        if len(self.gone) == self._count:
            self._going.stop()
        if len(self.gone) <= self._failures:
            raise RuntimeError("what somebody typed")

    def _hear(self, at: datetime, *, well: bool) -> None:
        self.heard.append((at, well))

    async def _wait(self, stopping: asyncio.Event, seconds: float) -> None:
        self.waited.append(seconds)
        self.at += timedelta(seconds=seconds)
        self.during_wait()


def _between(at: datetime, later: datetime) -> timedelta:
    return later.astimezone(UTC) - at.astimezone(UTC)


async def test_soon_after_the_start_a_round_is_gone_and_then_at_the_minute_of_reminders() -> None:
    assert await Hours(NOON, 3).run() == [NOON + 5 * SECOND, NOON + 15 * MINUTE, NOON + HOUR + 15 * MINUTE]


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (datetime(2026, 3, 29, 0, 16, tzinfo=HELSINKI), [*range(1, 3), *range(4, 24)]),
        (datetime(2026, 10, 25, 0, 16, tzinfo=HELSINKI), [1, 2, 3, *range(3, 24)]),
    ],
)
async def test_a_round_is_gone_in_each_hour_also_where_the_clocks_change(day: datetime, hours: list[int]) -> None:
    _, *gone = await Hours(day, 1 + len(hours)).run()
    assert [(at.hour, at.minute, at.second) for at in gone] == [(hour, 15, 0) for hour in hours]
    assert {_between(at, later) for at, later in pairwise(gone)} == {HOUR}


async def test_nobody_waits_so_long_that_a_clock_that_was_set_goes_unseen() -> None:
    hours = Hours(NOON, 3)
    await hours.run()
    assert max(hours.waited) <= 60


async def test_after_a_sleep_of_the_machine_one_round_is_gone_for_all_that_were_missed() -> None:
    hours = Hours(NOON, 3)

    def sleep() -> None:
        if len(hours.gone) == 1:
            hours.at, hours.during_wait = NOON + 5 * HOUR, lambda: None

    hours.during_wait = sleep
    assert (await hours.run())[1:] == [NOON + 5 * HOUR, NOON + 5 * HOUR + 15 * MINUTE]


async def test_a_clock_that_is_set_back_holds_up_no_round_for_longer_than_an_hour() -> None:
    hours = Hours(NOON, 2)

    def set_back() -> None:
        if len(hours.gone) == 1:
            hours.at, hours.during_wait = NOON - 72 * HOUR, lambda: None

    hours.during_wait = set_back
    assert (await hours.run())[1] == NOON - 72 * HOUR + 15 * MINUTE


async def test_a_round_that_takes_long_is_followed_by_one_at_once_and_by_no_two() -> None:
    hours = Hours(NOON, 3)
    hours.takes = 2 * HOUR
    gone = await hours.run()
    assert [_between(at, later) for at, later in pairwise(gone)] == [2 * HOUR, 2 * HOUR]


async def test_a_round_that_fails_is_logged_without_words_and_the_next_one_is_gone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR):
        gone = await Hours(NOON, 2, failures=1).run()
    assert [record.message for record in caplog.records] == ["A round failed"]
    assert "what somebody typed" not in caplog.text
    assert len(gone) == 2


async def test_whoever_listens_hears_of_each_round_whether_it_went_well() -> None:
    hours = Hours(NOON, 3, failures=1)
    gone = await hours.run()
    assert hours.heard == list(zip(gone, [False, True, True], strict=True))


async def test_whoever_stops_the_rounds_waits_for_the_one_under_way_and_for_nothing_else() -> None:
    under_way, may_end = asyncio.Event(), asyncio.Event()
    ended: list[datetime] = []

    async def go(at: datetime) -> None:
        under_way.set()
        await may_end.wait()
        ended.append(at)

    class Clock:
        def now(self) -> datetime:
            return datetime.now(UTC)

    going = Rounds(go, Clock(), WORKING, settling=timedelta(0))
    task = asyncio.create_task(going.run())
    await asyncio.wait_for(under_way.wait(), 5)
    going.stop()
    may_end.set()
    await asyncio.wait_for(task, 5)
    assert len(ended) == 1


async def test_a_wait_ends_with_its_event_or_with_its_time() -> None:
    event = asyncio.Event()
    await wait_at_most(event, 0)
    event.set()
    await wait_at_most(event, 3_600)
