"""What a document store keeps, as JSON: each document as its own type, a frozen dataclass, says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import from_json, to_json

from bot.errors import StoreError
from bot.services.ports import Collection, DocumentChange
from bot.storage.damage import from_plain, from_text
from bot.storage.journal import Head
from bot.storage.records import NOT_STORED
from bot.storage.schema import DOCUMENTS
from bot.storage.snapshot import META


@dataclass(frozen=True, slots=True)
class _Change:
    collection: str
    key: str
    document: Any


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the journal. In the first one of a journal that was begun anew, there are no ``changes``: what was
    committed up to ``seq`` is in the snapshot."""

    seq: int
    changes: tuple[_Change, ...] | None
    schema: int


@dataclass(frozen=True, slots=True)
class _Head:
    schema: int
    seq: int
    changes: tuple[Any, ...] | None


@dataclass(frozen=True, slots=True)
class Row:
    """A document as it stands in a snapshot."""

    key: str
    document: Any


ROW = TypeAdapter(Row)
_CHANGE = TypeAdapter(_Change)
_LINE = TypeAdapter(_Line)
_HEAD = TypeAdapter(_Head)


class DocumentRecords:
    """Writes and reads the documents of ``collections``; those of others are kept as the JSON that they are.

    Raises ValueError where two collections have one name, or one has a name that is taken.
    """

    def __init__(self, collections: Sequence[Collection[Any]]) -> None:
        self._collections = {collection.name: collection for collection in collections}
        if META in self._collections or len(self._collections) < len(collections):
            raise ValueError(f"each collection has a name of its own, which is not {META!r}")
        self._types: dict[str, TypeAdapter[Any]] = {
            collection.name: TypeAdapter(collection.type) for collection in collections
        }

    @property
    def names(self) -> Iterable[str]:
        """The names of the collections whose documents are known."""
        return self._collections

    def to_line(self, seq: int, changes: Sequence[DocumentChange]) -> tuple[bytes, Sequence[DocumentChange]]:
        """The line that keeps the commit ``seq``, and its changes as they will be read back from it.

        Reading them back before they are written means that what would not come back is never written, and that the
        documents in memory are those that a replay would give. Raises StoreError where a value does not fit its own
        type or comes back as another one, ValueError where a collection is none of this store's.
        """
        unknown = {change.collection.name for change in changes} - self._collections.keys()
        if unknown:
            raise ValueError(f"this store was opened without the collections {sorted(unknown)}")
        try:
            kept = [self._kept(change) for change in changes]
        except ValueError:
            # Not chained: pydantic's texts show the values, and those may be personal data.
            raise StoreError(NOT_STORED) from None
        texts = b",".join(text for text, _ in kept)
        line = b'{"schema":%d,"seq":%d,"changes":[%s]}\n' % (DOCUMENTS.number, seq, texts)
        return line, [change for _, change in kept]

    def from_line(self, line: bytes, where: str) -> Iterator[DocumentChange]:
        """The changes that ``line``, of this schema or an older one, keeps.

        Raises DamagedFileError, and StoreError where the line is of a schema that this program cannot read.
        """
        read = from_text(_LINE, line, where)
        for change in read.changes or ():
            name, key, document = self.from_row(change.collection, Row(change.key, change.document), read.schema, where)
            yield DocumentChange(self._collections.get(name) or Collection(name, dict), key, document)

    def from_row(self, collection: str, row: Row, schema: int, where: str) -> tuple[str, str, Any]:
        """The collection, the key and the document that ``row`` of ``collection`` holds; the document is None where it
        was removed. Raises as ``from_line``."""
        if schema < DOCUMENTS.number and row.document is not None:
            old = {"collection": collection, "key": row.key, "document": row.document}
            change = from_plain(_CHANGE, DOCUMENTS.migrate(old, schema, where), where)
            collection, row = change.collection, Row(change.key, change.document)
        adapter = self._types.get(collection)
        if adapter is None or row.document is None:
            return collection, row.key, row.document
        return collection, row.key, from_plain(adapter, row.document, f"{where}, {collection}")

    def rows(self, collection: str, documents: Mapping[str, Any]) -> Iterator[bytes]:
        """``documents`` of ``collection`` as they stand in a snapshot."""
        for key, document in documents.items():
            yield b'{"key":%s,"document":%s}' % (to_json(key), self._text(collection, document))

    def _kept(self, change: DocumentChange) -> tuple[bytes, DocumentChange]:
        name, key = change.collection.name, to_json(change.key)
        text = b"null" if change.document is None else self._text(name, change.document)
        if change.document is not None:
            again = self._types[name].validate_python(from_json(text))
            # What is equal, and written the same again, is told at a glance: most documents are, and of many.
            at_a_glance = again == change.document and self._text(name, again) == text
            if not (at_a_glance or _same(again, change.document)):
                raise ValueError("comes back as something else")
            change = replace(change, document=again)
        return b'{"collection":%s,"key":%s,"document":%s}' % (to_json(name), key, text), change

    def _text(self, collection: str, document: Any) -> bytes:
        adapter = self._types.get(collection)
        return to_json(document) if adapter is None else adapter.dump_json(document, warnings="error")


def first_line(seq: int) -> bytes:
    """The line with which a journal begins that lacks the commits up to ``seq``."""
    return b'{"schema":%d,"seq":%d,"changes":null}\n' % (DOCUMENTS.number, seq)


def head_of(line: bytes, where: str) -> Head:
    """Which commit ``line`` keeps, without reading the documents in it.

    Raises DamagedFileError, and StoreError where a newer program has written the line.
    """
    head = from_text(_HEAD, line, where)
    DOCUMENTS.refuse_newer(head.schema, where)
    return Head(head.seq, begins=head.changes is None)


def _same(one: Any, other: Any) -> bool:
    """Whether ``one`` is ``other``, down to the types of what they are made of.

    The comparison of dataclasses does not see an absent value in place of a number that JSON lacks, and that of times
    finds two of one moment different in the hour that is there twice when summer time ends.
    """
    if is_dataclass(one):
        return type(one) is type(other) and all(
            _same(getattr(one, field.name), getattr(other, field.name)) for field in fields(one)
        )
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one.utcoffset() == other.utcoffset() and one.replace(tzinfo=None) == other.replace(tzinfo=None)
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, dict) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(_same(value, other[key]) for key, value in one.items())
    return bool(one == other)
