"""The question log: written off the path of the reply, counted, and forgotten in time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.language import Language
from bot.errors import StoreError
from bot.knowledge.search.search import Answerability
from bot.services.ports import Change, Event, State
from bot.services.privacy.forgetting import Forgetting
from bot.services.questions.documents import ASKED, LoggedQuestion
from bot.services.questions.log import QuestionLog
from bot.storage.memory import MemoryStore
from tests.unit.services.support import AT, FIRST, SECOND, TODAY, staff

ASKED_TODAY = LoggedQuestion("saako", Language.FI, TODAY, Answerability.NOT_COVERED, ("1",))


class SlowStore(MemoryStore):
    """A disk that takes nothing until it is told to; or fails."""

    def __init__(self) -> None:
        super().__init__()
        self.free = asyncio.Event()
        self.commits = 0
        self.broken = False

    async def commit(self, changes: Sequence[Change], expected_version: int, event: Event | None = None) -> State:
        await self.free.wait()
        if self.broken:
            raise StoreError("the disk is full")
        self.commits += 1
        return await super().commit(changes, expected_version, event)


async def kept(store: MemoryStore) -> list[LoggedQuestion]:
    return list((await store.read()).of(ASKED).values())


async def test_nobody_waits_for_the_disk_and_what_comes_meanwhile_is_written_together() -> None:
    store = SlowStore()
    log = QuestionLog(store, 90)
    log.note(ASKED_TODAY)
    await asyncio.sleep(0)  # the writer has begun to wait for more
    for number in range(99):
        log.note(replace(ASKED_TODAY, question=f"saako {number}"))
    assert await kept(store) == []
    store.free.set()
    await log.settle()
    assert len(await kept(store)) == 100
    assert store.commits == 1


async def test_what_is_asked_again_on_a_day_is_counted_and_kept_once() -> None:
    store = MemoryStore()
    log = QuestionLog(store, 90)
    tomorrow = replace(ASKED_TODAY, on=TODAY + timedelta(days=1))
    answered = replace(ASKED_TODAY, decision=Answerability.ANSWER)
    for asked in (ASKED_TODAY, ASKED_TODAY, answered):
        log.note(asked)
    await log.settle()
    for asked in (ASKED_TODAY, tomorrow):
        log.note(asked)
    await log.settle()
    assert await kept(store) == [replace(ASKED_TODAY, times=3), answered, tomorrow]
    assert log.note(ASKED_TODAY) == ASKED_TODAY.key != tomorrow.key
    await log.settle()


async def test_a_disk_that_fails_loses_statistics_and_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    store = SlowStore()
    store.free.set()
    store.broken = True
    log = QuestionLog(store, 90)
    log.note(ASKED_TODAY)
    await log.settle()
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert "saako" not in str(vars(caplog.records[0]))
    store.broken = False
    log.note(ASKED_TODAY)
    await log.settle()
    assert await kept(store) == [ASKED_TODAY]


async def test_one_vote_a_person_and_answer() -> None:
    store = MemoryStore()
    log = QuestionLog(store, 90)
    key, other = log.note(ASKED_TODAY), log.note(replace(ASKED_TODAY, question="eikö saa"))
    for actor, helped in ((staff(FIRST), True), (staff(FIRST), False), (staff(SECOND), False), (staff(FIRST), True)):
        await log.vote(actor, key, helped=helped)
    await log.vote(staff(FIRST), other, helped=True)
    assert [(asked.helped, asked.not_helped) for asked in await kept(store)] == [(1, 1), (1, 0)]
    assert FIRST.id not in str(await store.read())


async def test_a_vote_on_what_has_expired_is_taken_kindly() -> None:
    store = MemoryStore()
    await QuestionLog(store, 90).vote(staff(FIRST), "gone", helped=True)
    assert (await store.read()).version == 0


@pytest.mark.parametrize("days", [1, 90])
async def test_the_last_days_are_kept_and_what_is_older_goes_with_the_next_question_or_at_expiry(days: int) -> None:
    store = MemoryStore()
    log = QuestionLog(store, days)
    for age in (days, days - 1):
        log.note(replace(ASKED_TODAY, on=TODAY - timedelta(days=age)))
        await log.settle()
    log.note(ASKED_TODAY)
    await log.settle()
    assert TODAY - timedelta(days=days) not in {asked.on for asked in await kept(store)}
    assert TODAY - timedelta(days=days - 1) in {asked.on for asked in await kept(store)}
    await Forgetting(MemoryStore(), store, days).run(AT + timedelta(days=days))
    assert await kept(store) == []
