"""The rounds: when they are gone, and that none that fails is the last."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, time, timedelta

import pytest

from bot.app.rounds import Rounds
from bot.domain.working_time import WorkingTime
from tests.support.bot_in_memory import HELSINKI, NOON, StoppedClock

WORKING = WorkingTime(HELSINKI, remind_at=time(9, 15))


class Log:
    def __init__(self, *failures: Exception) -> None:
        self.gone: list[datetime] = []
        self.went = asyncio.Event()
        self._failures = list(failures)

    async def go(self, at: datetime) -> None:
        self.gone.append(at)
        self.went.set()
        if self._failures:
            raise self._failures.pop()


def rounds(log: Log) -> Rounds:
    return Rounds(log.go, StoppedClock(), WORKING, settling=timedelta(0))


async def test_soon_after_the_start_a_round_is_gone() -> None:
    log = Log()
    going = rounds(log)
    going.start()
    await asyncio.wait_for(log.went.wait(), 5)
    going.stop()
    assert log.gone == [NOON]


async def test_then_a_round_is_gone_at_the_minute_of_reminders_in_every_hour_and_none_is_ever_dropped() -> None:
    (job,) = rounds(Log()).scheduler.get_jobs()
    moment, found = datetime(2026, 3, 28, 23, 50, tzinfo=HELSINKI), []
    for _ in range(30):
        moment = job.trigger.get_next_fire_time(moment, moment + timedelta(minutes=1))
        found.append(moment)
    assert {at.minute for at in found} == {15}
    assert {at.hour for at in found if at.day == 29} == set(range(24)) - {3}, "the hour that summer time leaves out"
    assert (job.coalesce, job.max_instances, job.misfire_grace_time) == (True, 1, None)


async def test_a_round_that_fails_is_logged_without_words_and_the_next_one_is_gone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    log = Log(RuntimeError("what somebody typed"))
    going = rounds(log)
    with caplog.at_level(logging.ERROR):
        await going.run()
    assert [record.message for record in caplog.records] == ["A round failed"]
    assert "what somebody typed" not in caplog.text
    await going.run()
    assert len(log.gone) == 2
