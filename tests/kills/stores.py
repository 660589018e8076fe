"""The kinds of stores whose writers are killed: what their commits are, and how it is seen that all are there."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Protocol

from bot.domain.channels import Channel, UnitName
from bot.domain.people import Person
from bot.services.ports import Change, Event, State
from bot.services.register.documents import CHANNELS, COLLECTIONS, puts
from bot.storage.applying import applied
from tests.support import documents
from tests.support.documents import ERRANDS, open_store

EVENT = Event("keeper", datetime(2025, 11, 3, 9, 30, tzinfo=UTC), "edit")
_CHANNEL = Channel("", "instagram", "Instagram", UnitName("Kirjasto"), "keeper")


class Kind(Protocol):
    """A kind of store."""

    async def open_to_commit(self, folder: Path) -> Callable[[], Awaitable[int]]:
        """Open the store in ``folder``; what is given makes its next commit, and gives the number of it."""
        ...

    async def check(self, data: Path, copy: Path) -> int:
        """See that the store in ``data`` opens for reading, and its ``copy`` for writing, and that both hold what all
        commits make together, and no half one; the number of the last one."""
        ...


class KeptKind:
    """What is kept: the register, with its history, and other documents, in one commit."""

    async def open_to_commit(self, folder: Path) -> Callable[[], Awaitable[int]]:
        store = await open_store(folder, *_KEPT)

        async def commit_next() -> int:
            version = (await store.read()).version
            return (await store.commit(kept_changes(version + 1), version, EVENT)).version

        return commit_next

    async def check(self, data: Path, copy: Path) -> int:
        reader = await open_store(data, *_KEPT, read_only=True)
        store = await open_store(copy, *_KEPT)
        state, history = await store.read(), await store.history()
        await store.close()

        assert await reader.read() == state
        assert list(await reader.history()) == history
        assert [entry.seq for entry in history] == list(range(1, state.version + 1)), "history lacks a commit"
        replayed: dict[str, Channel] = {}
        meant = State()
        for entry in history:
            changes = kept_changes(entry.seq)
            meant = applied(meant, changes, EVENT)
            assert entry.before == {key: replayed[key] for key in entry.after if key in replayed}
            assert entry.after == {
                change.key: change.document for change in changes if change.collection is CHANNELS
            }, "half a commit is there"
            replayed.update(entry.after)
        assert state == meant
        return state.version


class QuestionsKind:
    """A store that forgets: what was removed must not come back, nor stay in a file."""

    async def open_to_commit(self, folder: Path) -> Callable[[], Awaitable[int]]:
        store = await open_store(folder)

        async def commit_next() -> int:
            version = (await store.read()).version
            return (await store.commit(list(document_changes(version + 1)), version)).version

        return commit_next

    async def check(self, data: Path, copy: Path) -> int:
        async with documents.opened(data, read_only=True) as reader, documents.opened(copy) as store:
            held = await store.read()
            assert await reader.read() == held
        meant: dict[str, str] = {}
        for seq in range(1, held.version + 1):
            for change in document_changes(seq):
                if isinstance(change.document, documents.Errand):
                    meant[change.key] = change.document.what
                else:
                    meant.pop(change.key, None)
        assert [(key, errand.what) for key, errand in held.of(ERRANDS).items()] == list(meant.items())
        on_disk = {text for path in copy.iterdir() for text in _TEXT.findall(path.read_text("utf-8"))}
        assert on_disk == set(meant.values()), "what was removed or replaced is in a file of a store that is closed"
        return held.version


KINDS: Final[dict[str, Kind]] = {"kept": KeptKind(), "questions": QuestionsKind()}

_KEPT: Final = (*COLLECTIONS, ERRANDS)
_TEXT = re.compile(r"commit [0-9]+ – ääkköset [a-z]+")


def kept_changes(seq: int) -> list[Change]:
    """What the commit ``seq`` puts in place, all marked with its number: three channels, a person and an errand."""
    ids = dict.fromkeys(f"channel-{number % 20}" for number in (seq, seq * 3 + 1, seq * 7 + 2))
    channels = [replace(_CHANNEL, id=key, purpose=f"commit {seq} – ääkköset") for key in ids]
    person = Person(f"person-{seq % 5}", f"commit {seq}")
    return [*puts(channels, [person]), documents.errand(f"errand-{seq % 20}", f"commit {seq}")]


def document_changes(seq: int) -> Iterator[Change]:
    """What the commit ``seq`` changes: it puts two documents, marked with its number, and removes two."""
    yield documents.errand(f"errand-{seq % 20}", f"commit {seq} – ääkköset one")
    yield documents.errand(f"errand-{(seq * 3 + 1) % 20}", f"commit {seq} – ääkköset two")
    yield documents.gone(f"errand-{(seq * 7 + 3) % 20}")
    yield documents.gone(f"errand-{(seq + 10) % 20}")
