"""The kinds of stores whose writers are killed: what their commits are, and how it is seen that all are there."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Protocol

from bot.storage.document_store import EmbeddedStore
from bot.storage.state import HISTORY, SNAPSHOT
from bot.storage.tinydb import EmbeddedStore

from bot.domain.channels import Channel, UnitName
from bot.domain.people import Person
from bot.domain.register import Register
from bot.services.ports import Change, Changes, Event
from tests.support import documents
from tests.support.documents import ERRANDS

EVENT = Event("keeper", datetime(2025, 11, 3, 9, 30, tzinfo=UTC), "edit")
_CHANNEL = Channel("", "instagram", "Instagram", UnitName("Kirjasto"), "keeper")


class Kind(Protocol):
    """A kind of store, and the names of its two files."""

    journal: str
    snapshot: str

    async def open_to_commit(self, folder: Path) -> Callable[[], Awaitable[int]]:
        """Open the store in ``folder``; what is given makes its next commit, and gives the number of it."""
        ...

    async def check(self, data: Path, copy: Path) -> int:
        """See that the store in ``data`` opens for reading, and its ``copy`` for writing, and that both hold what all
        commits make together, and no half one; the number of the last one."""
        ...


class RegisterKind:
    """The register, whose history tells all."""

    journal, snapshot = HISTORY, SNAPSHOT

    async def open_to_commit(self, folder: Path) -> Callable[[], Awaitable[int]]:
        store = await EmbeddedStore.open(folder, lock_timeout=0)

        async def commit_next() -> int:
            version = (await store.read()).version
            return (await store.commit(register_changes(version + 1), version, EVENT)).version

        return commit_next

    async def check(self, data: Path, copy: Path) -> int:
        reader = await EmbeddedStore.open(data, read_only=True)
        store = await EmbeddedStore.open(copy, lock_timeout=0)
        register, history = await store.read(), await store.history()
        await store.close()

        assert await reader.read() == register
        assert [entry.seq for entry in history] == list(range(1, register.version + 1))
        replayed: Register = Register()
        for entry in history:
            meant = register_changes(entry.seq)
            assert entry.before == {key: replayed.channels[key] for key in entry.after if key in replayed.channels}
            assert {key: channel.purpose for key, channel in entry.after.items()} == {
                channel.id: channel.purpose for channel in meant.channels
            }, "half a commit is there"
            people = {**replayed.people, **{person.id: person for person in meant.people}}
            replayed = Register({**replayed.channels, **entry.after}, people, entry.seq)
        assert register == replayed
        return register.version


class DocumentsKind:
    """A document store, which forgets: what was removed must not come back, nor stay in a file."""

    journal, snapshot = documents.JOURNAL, documents.SNAPSHOT

    async def open_to_commit(self, folder: Path) -> Callable[[], Awaitable[int]]:
        store = await EmbeddedStore.open(folder, documents.NAME, documents.COLLECTIONS, lock_timeout=0)

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


KINDS: Final[dict[str, Kind]] = {"register": RegisterKind(), "documents": DocumentsKind()}

_TEXT = re.compile(r"commit [0-9]+ – ääkköset [a-z]+")


def register_changes(seq: int) -> Changes:
    """What the commit ``seq`` puts in place: three channels and a person, all marked with its number."""
    ids = [f"channel-{number % 20}" for number in (seq, seq * 3 + 1, seq * 7 + 2)]
    channels = {key: replace(_CHANNEL, id=key, purpose=f"commit {seq} – ääkköset") for key in ids}
    return Changes(tuple(channels.values()), (Person(f"person-{seq % 5}", f"commit {seq}"),))


def document_changes(seq: int) -> Iterator[Change]:
    """What the commit ``seq`` changes: it puts two documents, marked with its number, and removes two."""
    yield documents.errand(f"errand-{seq % 20}", f"commit {seq} – ääkköset one")
    yield documents.errand(f"errand-{(seq * 3 + 1) % 20}", f"commit {seq} – ääkköset two")
    yield documents.gone(f"errand-{(seq * 7 + 3) % 20}")
    yield documents.gone(f"errand-{(seq + 10) % 20}")
