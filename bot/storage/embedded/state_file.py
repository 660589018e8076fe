"""The state of a store in TinyDB: a table a collection, and one that says which commit was the last."""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import TypeAdapter
from pydantic_core import to_json
from tinydb import TinyDB
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import MemoryStorage, Storage
from tinydb.table import Document, Table

from bot.services.ports import State
from bot.storage.applying import Tables, without_empty
from bot.storage.embedded.damage import from_plain, from_text
from bot.storage.embedded.encoding import META, Encoding
from bot.storage.embedded.files import disk_errors, replace_file
from bot.storage.embedded.journal.sealing import sealed_pieces, unsealed
from bot.storage.embedded.schema import STATE

_BETWEEN_RESTS = 10
_REST_SECONDS = 0.0001

HOW_TO_RESTORE: Final = (
    "It was left as it is, and nothing else has what is in it: restore the newest backup with `python -m bot restore "
    "FILE`; what the register has become since then is told by history.jsonl beside it"
)

_Plain = dict[str, dict[str, dict[str, Any]]]
"""As TinyDB keeps them: documents by key by table."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Meta:
    schema: int
    version: int
    seq: int


_META = TypeAdapter(_Meta)
_PLAIN: TypeAdapter[_Plain] = TypeAdapter(_Plain)


class StateFile(Storage):
    """TinyDB's storage: the file at ``path``, which is replaced as a whole or not at all; ``require`` is called at the
    last moment before, and keeps the old one by raising."""

    def __init__(self, path: Path, require: Callable[[], None] = lambda: None) -> None:
        self._path = path
        self._require = require

    def read(self) -> _Plain | None:
        """The tables, None where there is no file. Raises DamagedFileError, and StoreError where the disk fails."""
        with disk_errors(self._path, "reading"), suppress(FileNotFoundError):
            text = unsealed(self._path.read_bytes(), str(self._path), HOW_TO_RESTORE)
            return from_text(_PLAIN, text, str(self._path), HOW_TO_RESTORE)
        return None

    def write(self, data: _Plain) -> None:
        """Put ``data`` in place of what was there. Raises StoreError; the old file is then still in place."""
        with disk_errors(self._path, "writing"):
            replace_file(self._path, b"".join(_pieces(data)), self._require)


class _Table(Table):
    document_id_class = str  # type: ignore[assignment]  # TinyDB's own way to have other ids than numbers


class _Tables(TinyDB):
    table_class = _Table


def load(path: Path, encoding: Encoding) -> State:
    """The state in the file at ``path``; an empty one where there is no file.

    Raises DamagedFileError where it is no state, StoreError where it cannot be read or is newer than this program.
    """
    with _Tables(path, storage=StateFile) as db:
        names = db.tables()
        if not names:
            return State()
        where = f"{path}, {META}"
        meta = from_plain(_META, dict(db.table(META).get(doc_id=META) or {}), where, HOW_TO_RESTORE)
        STATE.refuse_newer(meta.schema, where)
        tables: Tables = {}
        for table in sorted(names - {META}):
            for row in db.table(table):
                name, key, document = encoding.from_row(table, str(row.doc_id), dict(row), meta.schema, str(path))
                tables.setdefault(name, {})[key] = document
    return State(without_empty(tables), meta.version, meta.seq)


def save(path: Path, encoding: Encoding, state: State, require: Callable[[], None] = lambda: None) -> None:
    """Put ``state`` into the file at ``path``, at one stroke. Raises StoreError, and what ``require`` raises at the
    last moment; the old file is then still there."""
    db = _Tables(path, require, storage=CachingMiddleware(StateFile))  # type: ignore[no-untyped-call]
    _fill(db, encoding, state)
    db.close()  # which writes; so where something was wrong before, it is not closed


def content(encoding: Encoding, state: State) -> Iterator[bytes]:
    """What the file of ``state`` holds, in pieces."""
    db = _Tables(storage=MemoryStorage)
    _fill(db, encoding, state)
    return _pieces(db.storage.read() or {})


def _fill(db: TinyDB, encoding: Encoding, state: State) -> None:
    # All tables anew: to keep some, their plain form would have to be kept in memory, or read back in one go, while
    # which nothing else gets Python's lock.
    db.drop_tables()
    for name, documents in state.by_collection.items():
        rows = _resting(encoding.rows(name, documents))
        db.table(name).insert_multiple(Document(row, key) for key, row in rows)  # type: ignore[arg-type]
    meta = asdict(_Meta(STATE.number, state.version, state.seq))
    db.table(META).insert(Document(meta, META))  # type: ignore[arg-type]


def _pieces(tables: _Plain) -> Iterator[bytes]:
    """JSON with a document a line, and its checksum."""
    return sealed_pieces(_open_pieces(tables))


def _open_pieces(tables: _Plain) -> Iterator[bytes]:
    yield b"{"
    for at, (name, documents) in enumerate(tables.items()):
        yield b"%s\n%s: {" % (b"," if at else b"", to_json(name))
        for number, (key, document) in enumerate(_resting(iter(documents.items()))):
            yield b"%s\n%s: %s" % (b"," if number else b"", to_json(key), to_json(document))
        yield b"\n}"
    yield b"\n"


def _resting(documents: Iterator[T]) -> Iterator[T]:
    """``documents``, with a rest after some of them: threads that wait for Python's lock get it only in a rest, or
    after 5 ms each, and the event loop is one of them."""
    while some := list(islice(documents, _BETWEEN_RESTS)):
        yield from some
        time.sleep(_REST_SECONDS)
