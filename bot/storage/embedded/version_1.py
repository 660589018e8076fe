"""Files of version 1, which had a register with its history, and two stores of documents, become stores of today.

There, the history was the register's journal: it alone tells what the register holds.
"""

import logging
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from pydantic import TypeAdapter
from pydantic_core import from_json, to_json

from bot.errors import StoreError
from bot.services.ports import Collection, State
from bot.services.register.documents import CHANNELS, PEOPLE
from bot.storage.applying import Tables, without_empty
from bot.storage.embedded.damage import from_text
from bot.storage.embedded.encoding import Encoding
from bot.storage.embedded.files import disk_errors
from bot.storage.embedded.journal.reading import Extent, Head, lines, opened, require, scan
from bot.storage.embedded.journal.sealing import sealed
from bot.storage.embedded.loading import HISTORY, load
from bot.storage.embedded.schema import HISTORY as HISTORY_SCHEMA
from bot.storage.embedded.schema import Schema
from bot.storage.embedded.switching import (
    KEPT,
    QUESTIONS,
    STORES,
    building_in,
    files_of_version_1,
    folder_of,
    keep_version_1_out,
    switch,
)
from bot.storage.embedded.whole import check, lay_down

logger = logging.getLogger(__name__)

KEPT_ASIDE: Final = "version-1"
"""The folder in which files of version 1 are kept when they have become stores of today."""

_WORK = "work"
_V1 = Schema(1)
_PLAIN = Encoding(())


@dataclass(frozen=True, slots=True)
class _Event:
    by: str
    at: str
    what: str


@dataclass(frozen=True, slots=True)
class _Commit:
    seq: int
    event: _Event
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _HistoryLine:
    schema: int
    entry: _Commit
    people: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class _Change:
    collection: str
    key: str
    document: Any


@dataclass(frozen=True, slots=True)
class _JournalLine:
    schema: int
    seq: int
    changes: tuple[_Change, ...] | None


@dataclass(frozen=True, slots=True)
class _Meta:
    schema: int
    seq: int


_HISTORY_LINE = TypeAdapter(_HistoryLine)
_JOURNAL_LINE = TypeAdapter(_JournalLine)
_META = TypeAdapter(_Meta)
_SNAPSHOT: TypeAdapter[dict[str, dict[str, Any]]] = TypeAdapter(dict[str, dict[str, Any]])


def is_of_version_1(folder: Path) -> bool:
    """Whether ``folder`` has files of version 1, and no stores of today, not even in the midst of a switch."""
    with disk_errors(folder, "reading"):
        return not any(folder_of(folder, store).is_dir() for store in STORES) and bool(files_of_version_1(folder))


def migrate(folder: Path, collections: Mapping[str, Sequence[Collection[Any]]] | None = None) -> None:
    """Make stores of today of files of version 1 in ``folder``, which are kept aside; nothing where there are none.
    The ``collections`` of each store, where they are given, say what its documents have to be.

    Raises StoreError where they cannot be read, or nothing can be written; they are still in place then.
    """
    if is_of_version_1(folder):
        with disk_errors(folder, "bringing the files up to this version"), building_in(folder) as building:
            convert(folder, building)
            for store, declared in (collections or {}).items():
                load(building / store, Encoding(declared))
            kept_in = switch(folder, KEPT_ASIDE)
        logger.warning(
            "The files of an earlier version have become today's; the old ones, with all that is in them, are kept "
            "until you remove them",
            extra={"folder": str(kept_in)},
        )
    if (folder / KEPT_ASIDE).is_dir():
        with disk_errors(folder, "keeping programs of an earlier version out"):
            keep_version_1_out(folder)


@contextmanager
def readable(folder: Path) -> Iterator[Path]:
    """A folder with what the stores in ``folder`` hold, to read: itself; of version 1, a copy for as long as the block
    runs. Raises StoreError."""
    if not is_of_version_1(folder):
        yield folder
        return
    with TemporaryDirectory(prefix="somebot-") as copy:
        convert(folder, Path(copy))
        yield Path(copy)


def convert(folder: Path, to: Path) -> None:
    """Write what the files of version 1 in ``folder`` hold as stores in ``to``. Raises StoreError where they are
    damaged, or cannot be read or written."""
    register, seq = _register(folder / HISTORY)
    _require_no_more_in_snapshot(folder / "register.json", seq)
    work, version = _documents(folder, _WORK)
    state = State(without_empty({**register, **work}), max(seq, version), seq)
    lay_down(to / KEPT, state, _history_lines(folder / HISTORY, seq), _PLAIN)
    if any((folder / f"{QUESTIONS}.{kind}").exists() for kind in ("json", "jsonl")):
        asked, version = _documents(folder, QUESTIONS)
        lay_down(to / QUESTIONS, State(without_empty(asked), version), (), _PLAIN)
    check(to / KEPT)


def _register(path: Path) -> tuple[Tables, int]:
    """The channels and people that the history at ``path`` tells of, as plain JSON, and the number of commits."""
    channels: dict[str, Any] = {}
    people: dict[str, Any] = {}

    def take(line: bytes, place: str) -> None:
        read = _history_line(line, place)
        channels.update(read.entry.after)
        people.update({person["id"]: person for person in read.people})

    with opened(path) as file:
        extent = scan(file, str(path), _head_of_history, take, after=0)
    return {CHANNELS.name: channels, PEOPLE.name: people}, extent.number


def _require_no_more_in_snapshot(path: Path, seq: int) -> None:
    """Raise StoreError where the register's snapshot at ``path`` is ahead of the history; a damaged one says nothing,
    since the history has all of it."""
    try:
        _, saved = _snapshot(path)
    except StoreError:
        if not seq:
            raise
        return
    require(Extent(seq), saved, path.with_name(HISTORY))


def _history_lines(path: Path, seq: int) -> Iterator[bytes]:
    with opened(path) as file:
        for _, line in zip(range(seq), lines(file, sys.maxsize), strict=False):
            entry = _history_line(line, str(path)).entry
            event, changed = entry.event, {"before": entry.before, "after": entry.after}
            head = {"schema": HISTORY_SCHEMA.number, "seq": entry.seq}
            yield sealed(to_json(head | {"at": event.at, "by": event.by, "what": event.what} | changed))


def _documents(folder: Path, store: str) -> tuple[Tables, int]:
    """The documents of ``store``, as plain JSON, and the number of the last commit."""
    tables, seq = _snapshot(folder / f"{store}.json")

    def take(line: bytes, place: str) -> None:
        for change in from_text(_JOURNAL_LINE, line, place).changes or ():
            documents = tables.setdefault(change.collection, {})
            documents.pop(change.key, None) if change.document is None else documents.update(
                {change.key: change.document}
            )

    path = folder / f"{store}.jsonl"
    with opened(path) as file:
        extent = scan(file, str(path), _head_of_journal, take, after=seq)
    if path.exists():  # a backup has the snapshot alone
        require(extent, seq, path)
    return tables, max(seq, extent.number)


def _snapshot(path: Path) -> tuple[Tables, int]:
    with disk_errors(path, "reading"):
        if not path.exists():
            return {}, 0
        found = from_text(_SNAPSHOT, path.read_bytes(), str(path))
    meta = from_text(_META, to_json(found.pop("meta", {}).get("1")), f"{path}, meta")
    _V1.refuse_newer(meta.schema, str(path))
    # The register's own tables hold channels and people as they are; they are only looked at for their number.
    return {
        name: {row["key"]: row["document"] for row in rows.values() if "key" in row} for name, rows in found.items()
    }, meta.seq


def _history_line(line: bytes, place: str) -> _HistoryLine:
    read = from_text(_HISTORY_LINE, line, place)
    _V1.refuse_newer(read.schema, place)
    return read


def _head_of_history(line: bytes, place: str) -> Head:
    _V1.refuse_newer(from_json(line).get("schema", 0), place)
    return Head(_history_line(line, place).entry.seq)


def _head_of_journal(line: bytes, place: str) -> Head:
    read = from_text(_JOURNAL_LINE, line, place)
    _V1.refuse_newer(read.schema, place)
    return Head(read.seq, begins=read.changes is None)
