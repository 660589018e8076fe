"""The snapshot: TinyDB's tables with the current state, so that a start need not replay the whole history."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import UnsupportedOperation
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter
from tinydb import Storage, TinyDB

from bot.domain.register import Register
from bot.errors import StoreError
from bot.storage.files import disk_errors, replace_file
from bot.storage.records import CHANNEL, PERSON, from_document, tables_from
from bot.storage.schema import SCHEMA, refuse_newer

logger = logging.getLogger(__name__)

GATHERING_SECONDS = 1.0
"""For so long commits are gathered into one snapshot: each snapshot writes the whole register and delays commits."""

_BETWEEN_RESTS = 10
_REST_SECONDS = 0.0001

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Meta:
    schema: int
    seq: int


_META = TypeAdapter(_Meta)


class SnapshotFile(Storage):
    """TinyDB's storage, for reading. TinyDB writes after each operation, and its own JSON storage does so in place:
    here, ``save`` writes the tables at once, whole or not at all."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._tables: dict[str, dict[str, Any]] | None = None

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables, None where there are none yet. Raises DamagedFileError, and StoreError where the disk fails."""
        if self._tables is None:
            with disk_errors(self._path, "reading"), suppress(FileNotFoundError):
                self._tables = dict(tables_from(self._path.read_bytes(), str(self._path)))
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Refuse: nothing writes to a snapshot in place."""
        raise UnsupportedOperation("a snapshot is replaced as a whole")


@dataclass(frozen=True, slots=True)
class Held:
    """What a snapshot holds: the register as of commit ``seq``; an empty one where the snapshot is of an older schema,
    so that the history makes it anew."""

    register: Register
    seq: int


def load(path: Path) -> Held:
    """What the snapshot at ``path`` holds; an empty register where there is no file.

    Raises DamagedFileError where the file is no snapshot, StoreError where it cannot be read or is newer than this
    program.
    """
    with TinyDB(path, storage=SnapshotFile) as db:
        if not db.tables():
            return Held(Register(), 0)
        where = f"{path}, meta"
        meta = from_document(_META, db.table("meta").get(doc_id=1) or {}, where)
        refuse_newer(meta.schema, where)
        if meta.schema < SCHEMA:
            return Held(Register(), meta.seq)
        channels = _values(db, "channels", CHANNEL, path)
        people = _values(db, "people", PERSON, path)
    register = Register(
        {channel.id: channel for channel in channels}, {person.id: person for person in people}, meta.seq
    )
    return Held(register, meta.seq)


def content(register: Register) -> bytes:
    """What the snapshot of ``register`` holds: the tables ``channels`` and ``people``, numbered in the register's
    order, and ``meta`` with the schema and the number of the last commit.

    Made piece by piece: TinyDB would build and encode the tables in one go, which stops the event loop meanwhile.
    """
    tables = (
        (b"channels", map(CHANNEL.dump_json, register.channels.values())),
        (b"people", map(PERSON.dump_json, register.people.values())),
        (b"meta", iter([_META.dump_json(_Meta(SCHEMA, register.version))])),
    )
    return b"{\n" + b",\n".join(b'"%s": {\n%s\n}' % (name, _numbered(rows)) for name, rows in tables) + b"\n}\n"


def save(path: Path, register: Register) -> None:
    """Put ``register`` in place of the snapshot at ``path``. Raises StoreError; the old one is then still in place."""
    new = content(register)
    with disk_errors(path, "writing"):
        replace_file(path, new)


class SnapshotWriter:
    """Keeps the snapshot at ``path``, which holds the register at ``version``, up with the commits.

    Commits that follow one another share a snapshot. One that fails is logged, not raised: the history holds all of it.
    """

    def __init__(self, path: Path, version: int) -> None:
        self._path = path
        self._version = version
        self._wanted = Register(version=version)
        self._task: asyncio.Task[None] | None = None
        self._hurry = asyncio.Event()

    def follow(self, register: Register) -> asyncio.Task[None]:
        """See to it that ``register`` is in the snapshot before long; the task ends when it is, or when that failed."""
        self._wanted = register
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._catch_up())
        return self._task

    async def finish(self) -> None:
        """Write what is not yet in the snapshot, without waiting for more."""
        self._hurry.set()
        # Shielded, so that there are never two threads that write the file.
        await asyncio.shield(self.follow(self._wanted))

    async def _catch_up(self) -> None:
        while self._version != self._wanted.version:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._hurry.wait(), GATHERING_SECONDS)
            register = self._wanted
            try:
                await asyncio.to_thread(save, self._path, register)
            except StoreError as error:
                logger.warning(
                    "No snapshot of the register was written; the history holds all, and the next commit tries again",
                    extra={"file": self._path.name, "why": str(error)},
                )
                return
            self._version = register.version


def _values(db: TinyDB, table: str, adapter: TypeAdapter[T], path: Path) -> list[T]:
    return [from_document(adapter, document, f"{path}, {table} {document.doc_id}") for document in db.table(table)]


def _numbered(documents: Iterator[bytes]) -> bytes:
    """``documents`` as a table of TinyDB's."""
    return b",\n".join(b'"%d": %s' % (number, document) for number, document in enumerate(_resting(documents), 1))


def _resting(documents: Iterator[bytes]) -> Iterator[bytes]:
    """``documents``, with a rest after some of them: threads that wait for Python's lock get it only in a rest, or
    after 5 ms each, and the event loop is one of them."""
    while some := list(islice(documents, _BETWEEN_RESTS)):
        yield from some
        time.sleep(_REST_SECONDS)
