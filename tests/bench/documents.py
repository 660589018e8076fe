"""How long one write takes, and for how long it stops everything else, in a store of many documents."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.services.ports import Change, Collection
from bot.storage.embedded.loading import STATE
from bot.storage.embedded.store import EmbeddedStore
from tests.bench.figures import Figure, Figures, percentile
from tests.bench.writing import measured
from tests.support.documents import open_store

_SIZE = 10_000

_PAUSE_SECONDS = 0.5
"""How often everything is written to a snapshot, much more often than by itself: the stalls are to be seen."""


@dataclass(frozen=True, slots=True)
class _Question:
    text: str
    at: datetime
    sections: tuple[str, ...]
    answered: bool = False


_QUESTIONS = Collection("questions", _Question)


async def document_figures() -> Figures:
    """Writes to many documents: each replaces one, adds one and removes one."""
    with tempfile.TemporaryDirectory() as folder:
        store = await open_store(Path(folder), _QUESTIONS)
        await store.commit([Change.put(_QUESTIONS, f"{n}", _a_question(n)) for n in range(_SIZE)], 0)
        await store.close()
        store = await open_store(Path(folder), _QUESTIONS)

        async def write(number: int) -> None:
            await store.commit(list(_changes(number)), number + 1)

        async def close() -> None:
            compacting.cancel()
            await store.close()

        compacting = asyncio.create_task(_compact_for_ever(store))
        writes = await measured(write, close, Path(folder) / STATE)
    return {
        f"document_write_p50_{_SIZE}": Figure(percentile(writes.took, 50), "ms", "<= 5"),
        f"document_write_p99_{_SIZE}": Figure(percentile(writes.took, 99), "ms"),
        f"document_loop_blocked_{_SIZE}": Figure(max(writes.late), "ms", "<= 20"),
        f"document_writes_{_SIZE}": Figure(len(writes.took), ""),
        f"document_snapshots_{_SIZE}": Figure(writes.snapshots, ""),
    }


async def _compact_for_ever(store: EmbeddedStore) -> None:
    while True:
        await asyncio.sleep(_PAUSE_SECONDS)
        await store.compact()


def _changes(number: int) -> Iterator[Change]:
    yield Change.put(_QUESTIONS, f"{number + 1}", replace(_a_question(number), answered=True))
    yield Change.put(_QUESTIONS, f"{number + _SIZE}", _a_question(number))
    yield Change.remove(_QUESTIONS, f"{number}")


def _a_question(number: int) -> _Question:
    """A question such as there are many of."""
    return _Question(f"Saako yksikkö {number} julkaista kuvan tapahtumasta?", datetime.now(UTC), ("3.2", "4.1"))
