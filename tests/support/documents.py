"""State that tests keep in a store; no tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

from bot.services.ports import Change, Collection, State, Store
from bot.storage.embedded import loading
from bot.storage.embedded.lock import FolderLock
from bot.storage.embedded.store import EmbeddedStore
from bot.storage.embedded.switching import StoreLocation

JOURNAL, STATE = loading.JOURNAL, loading.STATE
AT = datetime(2025, 11, 3, 9, 30, tzinfo=UTC)


class Stage(StrEnum):
    WAITING = "waiting"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Once:
    at: datetime
    kind: Literal["once"] = "once"


@dataclass(frozen=True, slots=True)
class Daily:
    hour: int
    kind: Literal["daily"] = "daily"


@dataclass(frozen=True, slots=True)
class Errand:
    what: str
    when: Once | Daily = Daily(9)
    stage: Stage = Stage.WAITING
    until: date | None = None
    share: float | None = None
    helpers: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remark:
    text: str


ERRANDS = Collection("errands", Errand)
REMARKS = Collection("remarks", Remark)
COLLECTIONS = (ERRANDS, REMARKS)


def errand(key: str, what: str = "") -> Change:
    return Change.put(ERRANDS, key, Errand(what or key))


def gone(key: str) -> Change:
    return Change.remove(ERRANDS, key)


async def open_store(
    folder: Path, *collections: Collection[Any], read_only: bool = False, lock_timeout: float = 0
) -> EmbeddedStore:
    """The store in ``folder`` alone; with the collections above, unless others are named."""
    lock = None if read_only else await FolderLock.take(folder, lock_timeout)
    return await EmbeddedStore.under(lock, StoreLocation(folder.parent, folder.name), collections or COLLECTIONS)


@asynccontextmanager
async def opened(folder: Path, *collections: Collection[Any], read_only: bool = False) -> AsyncIterator[EmbeddedStore]:
    """The store in ``folder``; with the collections above, unless others are named."""
    store = await open_store(folder, *collections, read_only=read_only)
    try:
        yield store
    finally:
        await store.close()


async def commit(store: Store, *changes: Change) -> State:
    return await store.commit(changes, (await store.read()).version)


async def filled(folder: Path, *keys: str) -> State:
    """The documents of a store in ``folder`` after a commit for each of ``keys``, once it is closed."""
    async with opened(folder) as store:
        for key in keys:
            await commit(store, errand(key))
        return await store.read()
