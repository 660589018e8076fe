"""Whom a stop leaves without a reply is told so, once; whoever has theirs is not, and of them nothing is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from bot.errors import StoreError
from bot.services.interruptions import LATEST, UNANSWERED, Interruptions
from bot.services.notices import Interrupted
from bot.services.ports import Change, Event, State
from bot.storage.memory import MemoryStore
from tests.unit.services.support import AT, FIRST, SECOND, PoliteStore, Postman, store_of


async def waiting(store: MemoryStore) -> list[str]:
    return [one.identity for one in (await store.read()).of(UNANSWERED).values()]


async def test_a_stop_before_the_reply_is_told_once_a_person_at_the_next_start() -> None:
    store, postman = MemoryStore(), Postman()
    before = Interruptions(store, store_of(), postman)
    answered = await before.begin("slack:U0FIRST", AT)
    for identity in ("slack:U0SECOND", "slack:U0SECOND", "slack:U0NOBODY"):
        await before.begin(identity, AT)
    before.end(answered)
    await before.settle()
    for _ in range(2):
        await Interruptions(store, store_of(), postman).tell(AT + timedelta(minutes=1))
    assert [(person, notice) for person, notice, _ in postman.sent] == [
        (SECOND.id, Interrupted()),
        ("slack-u0nobody", Interrupted()),
    ]
    assert await waiting(store) == []


async def test_a_kill_between_telling_and_forgetting_tells_nobody_twice() -> None:
    store, postman = MemoryStore(), Postman()
    await Interruptions(store, store_of(), postman).begin("slack:U0FIRST", AT)
    kept = await store.read()
    await Interruptions(store, store_of(), postman).tell(AT)
    await Interruptions(MemoryStore(kept), store_of(), postman).tell(AT)
    assert [person for person, _, _ in postman.sent] == [FIRST.id]


async def test_hundreds_who_begin_to_wait_at_once_are_kept_in_few_commits() -> None:
    store = PoliteStore()
    keeping = Interruptions(store, store_of(), Postman())
    keys = await asyncio.gather(*(keeping.begin(f"slack:U0CROWD{number:03}", AT) for number in range(300)))
    assert len(await waiting(store)) == 300
    for key in keys:
        keeping.end(key)
    await keeping.settle()
    assert await waiting(store) == []
    assert (await store.read()).version <= 4


async def test_where_nothing_can_be_kept_nobody_is_kept_from_their_reply() -> None:
    class Full(MemoryStore):
        async def commit(self, changes: Sequence[Change], expected_version: int, event: Event | None = None) -> State:
            raise StoreError("no space is left")

    keeping = Interruptions(Full(), store_of(), Postman())
    keeping.end(await keeping.begin("slack:U0FIRST", AT))
    await keeping.settle()


async def test_who_waited_long_ago_as_in_a_backup_is_forgotten_without_a_word() -> None:
    store, postman = MemoryStore(), Postman()
    await Interruptions(store, store_of(), postman).begin("slack:U0FIRST", AT)
    await Interruptions(store, store_of(), postman).tell(AT + LATEST + timedelta(seconds=1))
    assert (postman.sent, await waiting(store)) == ([], [])
