"""A snapshot: TinyDB's tables with the current state, so that a start need not replay a whole journal."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import UnsupportedOperation
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, Generic, TypeVar

from pydantic import Field, TypeAdapter
from pydantic_core import to_json
from tinydb import Storage, TinyDB

from bot.errors import StoreError
from bot.storage.damage import from_plain, from_text
from bot.storage.files import disk_errors, replace_file
from bot.storage.schema import Schema

logger = logging.getLogger(__name__)

GATHERING_SECONDS = 1.0
"""For so long commits are gathered into one snapshot: each snapshot writes the whole state and delays commits."""
META = "meta"
"""The table that says which schema the others are of, and which commit was the last."""

_BETWEEN_RESTS = 10
_REST_SECONDS = 0.0001

T = TypeVar("T")
S = TypeVar("S")

_Tables = dict[str, dict[Annotated[str, Field(pattern=r"^[0-9]+$")], dict[str, Any]]]
"""As TinyDB keeps them: documents by number by table."""


@dataclass(frozen=True, slots=True)
class Meta:
    """What a snapshot says of itself: the schema of its tables, and the number of the last commit in them."""

    schema: int
    seq: int


_META = TypeAdapter(Meta)
_TABLES: TypeAdapter[_Tables] = TypeAdapter(_Tables)


class SnapshotFile(Storage):
    """TinyDB's storage, for reading. TinyDB writes after each operation, and its own JSON storage does so in place:
    here, ``save`` writes the tables at once, whole or not at all."""

    def __init__(self, path: Path, text: bytes | None = None) -> None:
        """With ``text``, that is what the file at ``path`` holds."""
        self._path = path
        self._tables = None if text is None else self._parsed(text)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables, None where there are none yet. Raises DamagedFileError, and StoreError where the disk fails."""
        if self._tables is None:
            with disk_errors(self._path, "reading"), suppress(FileNotFoundError):
                self._tables = self._parsed(self._path.read_bytes())
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Refuse: nothing writes to a snapshot in place."""
        raise UnsupportedOperation("a snapshot is replaced as a whole")

    def _parsed(self, text: bytes) -> dict[str, dict[str, Any]]:
        return from_text(_TABLES, text, str(self._path))


def meta_of(db: TinyDB, path: Path, schema: Schema) -> Meta | None:
    """What the snapshot at ``path``, open as ``db``, says of itself; None where there is no file.

    Raises DamagedFileError where the file is no snapshot, StoreError where it cannot be read or is newer than this
    program.
    """
    if not db.tables():
        return None
    where = f"{path}, {META}"
    meta = from_plain(_META, dict(db.table(META).get(doc_id=1) or {}), where)
    schema.refuse_newer(meta.schema, where)
    return meta


def rows(db: TinyDB, table: str, adapter: TypeAdapter[T], path: Path) -> Iterator[T]:
    """What the documents of ``table`` hold, in order. Raises DamagedFileError."""
    return (from_plain(adapter, dict(row), f"{path}, {table} {row.doc_id}") for row in db.table(table))


def content(tables: Mapping[str, Iterator[bytes]], meta: Meta) -> bytes:
    """What the snapshot with ``tables`` holds, their documents numbered in order.

    Made piece by piece: TinyDB would build and encode the tables in one go, which stops the event loop meanwhile.
    """
    whole = {**tables, META: iter([_META.dump_json(meta)])}
    return (
        b"{\n"
        + b",\n".join(b"%s: {\n%s\n}" % (to_json(name), _numbered(rows)) for name, rows in whole.items())
        + b"\n}\n"
    )


def save(path: Path, new: bytes) -> None:
    """Put ``new`` in place of the snapshot at ``path``. Raises StoreError; the old one is then still in place."""
    with disk_errors(path, "writing"):
        replace_file(path, new)


class SnapshotWriter(Generic[S]):
    """Sees to it that ``save``, which blocks, is called with the newest state; ``name`` is the snapshot's in the log.

    Commits that follow one another share a snapshot. One that fails is tried again after the next commit: the journal
    holds all of it.
    """

    def __init__(self, name: str, save: Callable[[S], None]) -> None:
        self._name = name
        self._save = save
        self._wanted: S | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._one_at_a_time = asyncio.Lock()

    def follow(self, state: S, within: float) -> None:
        """Have ``state``, or a later one, in the snapshot in ``within`` seconds, or sooner."""
        self._wanted = state
        loop = asyncio.get_running_loop()
        due = loop.time() + within
        if self._timer is None or due < self._timer.when():
            self._stop_timer()
            self._timer = loop.call_at(due, self._write_in_background)

    async def write(self) -> None:
        """Write what is not yet in the snapshot, now. Raises StoreError."""
        self._stop_timer()
        # In a task of its own, so that a caller who is cancelled does not let a second thread write the file.
        await asyncio.shield(self._task(self._write()))

    async def finish(self) -> None:
        """As ``write``, for the end: one that fails is logged."""
        self._stop_timer()
        await asyncio.shield(self._task(self._try_to_write()))

    def _write_in_background(self) -> None:
        self._timer = None
        self._task(self._try_to_write())

    async def _try_to_write(self) -> None:
        try:
            await self._write()
        except StoreError as error:
            logger.warning(
                "No snapshot was written; the journal holds all, and the next commit tries again",
                extra={"file": self._name, "why": str(error)},
            )

    async def _write(self) -> None:
        async with self._one_at_a_time:
            state = self._wanted
            if state is None:
                return
            await asyncio.to_thread(self._save, state)
            if self._wanted is state:
                self._wanted = None

    def _task(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def _numbered(documents: Iterator[bytes]) -> bytes:
    """``documents`` as a table of TinyDB's."""
    return b",\n".join(b'"%d": %s' % (number, document) for number, document in enumerate(_resting(documents), 1))


def _resting(documents: Iterator[bytes]) -> Iterator[bytes]:
    """``documents``, with a rest after some of them: threads that wait for Python's lock get it only in a rest, or
    after 5 ms each, and the event loop is one of them."""
    while some := list(islice(documents, _BETWEEN_RESTS)):
        yield from some
        time.sleep(_REST_SECONDS)
