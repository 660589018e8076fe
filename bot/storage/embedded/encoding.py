"""What a store keeps, as JSON: each document as its own type, a frozen dataclass, says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import from_json, to_json

from bot.errors import StoreError
from bot.services.ports import Change, Collection, Event, State
from bot.storage.embedded.damage import from_plain, from_text
from bot.storage.embedded.journal.reading import Head
from bot.storage.embedded.journal.sealing import sealed
from bot.storage.embedded.schema import STATE

META = "meta"
"""The table of a state that says which schema the others are of, and which commit was the last."""

_NOT_STORED = "This change was not stored: a value in it is of a wrong type or holds characters that are no text"


@dataclass(frozen=True, slots=True)
class _Change:
    collection: str
    key: str
    document: Any


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the journal. In the first one of a journal that was begun anew, there are no ``changes``: what was
    committed up to ``version`` is in the state."""

    schema: int
    version: int
    event: Event | None
    changes: tuple[_Change, ...] | None


@dataclass(frozen=True, slots=True)
class _Head:
    schema: int
    version: int
    changes: tuple[Any, ...] | None


_CHANGE = TypeAdapter(_Change)
_EVENT = TypeAdapter(Event)
_LINE = TypeAdapter(_Line)
_HEAD = TypeAdapter(_Head)


class Encoding:
    """Writes and reads the documents of ``collections``; those of others are kept as the JSON that they are.

    Raises ValueError where two collections have one name, or one has a name that is taken.
    """

    def __init__(self, collections: Sequence[Collection[Any]]) -> None:
        self._collections = {collection.name: collection for collection in collections}
        if META in self._collections or len(self._collections) < len(collections):
            raise ValueError(f"each collection has a name of its own, which is not {META!r}")
        self._types = {collection.name: _type(collection.type) for collection in collections}  # type: ignore[arg-type]

    @property
    def collections(self) -> Iterable[Collection[Any]]:
        """Those whose documents it knows."""
        return self._collections.values()

    def shown(self, state: State) -> State:
        """``state`` without the documents that are not known."""
        if state.by_collection.keys() <= self._collections.keys():
            return state
        known = {name: found for name, found in state.by_collection.items() if name in self._collections}
        return replace(state, by_collection=known)

    def to_line(self, version: int, changes: Sequence[Change], event: Event | None) -> tuple[bytes, Sequence[Change]]:
        """The line that keeps the commit ``version``, and its changes as they will be read back from it.

        Reading them back before they are written means that what would not come back is never written, and that the
        documents in memory are those that a replay would give. Raises StoreError where a value does not fit its own
        type or comes back as another one, ValueError where a collection is none of this store's.
        """
        try:
            told = b"null" if event is None else _written(event)
        except ValueError:
            raise StoreError(_NOT_STORED) from None
        kept = self.read_back(changes)
        texts = b",".join(
            b'{"collection":%s,"key":%s,"document":%s}'
            % (to_json(change.collection.name), to_json(change.key), text or b"null")
            for text, change in kept
        )
        line = b'{"schema":%d,"version":%d,"event":%s,"changes":[%s]}' % (STATE.number, version, told, texts)
        return sealed(line), [change for _, change in kept]

    def read_back(self, changes: Sequence[Change]) -> list[tuple[bytes | None, Change]]:
        """Each change with its document's JSON, None where one is removed, and with the document as it will be read
        back from that. Raises as ``to_line``."""
        unknown = {change.collection.name for change in changes} - self._collections.keys()
        if unknown:
            raise ValueError(f"this store was opened without the collections {sorted(unknown)}")
        try:
            return [self._kept(change) for change in changes]
        except ValueError:
            # Not chained: pydantic's texts show the values, and those may be personal data.
            raise StoreError(_NOT_STORED) from None

    def from_line(self, line: bytes, where: str) -> tuple[list[Change], Event | None]:
        """The changes that ``line``, of this schema or an older one, keeps, and the event, where it is history.

        Raises DamagedFileError, and StoreError where the line is of a schema that this program cannot read.
        """
        read = from_text(_LINE, line, where)
        found = (
            self.from_row(change.collection, change.key, change.document, read.schema, where)
            for change in read.changes or ()
        )
        changes = [Change(self._collections.get(name) or Collection(name, dict), *row) for name, *row in found]
        return changes, read.event

    def from_row(self, collection: str, key: str, document: Any, schema: int, where: str) -> tuple[str, str, Any]:
        """The collection, the key and the document that is kept as ``document`` of ``collection``; None where it was
        removed. Raises as ``from_line``."""
        if schema != STATE.number and document is not None:
            old = {"collection": collection, "key": key, "document": document}
            change = from_plain(_CHANGE, STATE.migrate(old, schema, where), where)
            collection, key, document = change.collection, change.key, change.document
        adapter = self._types.get(collection)
        if adapter is None or document is None:
            return collection, key, document
        return collection, key, from_plain(adapter, document, f"{where}, {collection}")

    def rows(self, collection: str, documents: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """``documents`` of ``collection`` by key, as plain JSON."""
        adapter = self._types.get(collection)
        for key, document in documents.items():
            yield key, document if adapter is None else adapter.dump_python(document, mode="json", warnings="error")

    def _kept(self, change: Change) -> tuple[bytes | None, Change]:
        to_json(change.key)  # raises where it holds characters that are no text
        if change.document is None:
            return None, change
        name = change.collection.name
        text = self._text(name, change.document)
        again = self._types[name].validate_python(from_json(text))
        # What is equal, and written the same again, is told at a glance: most documents are, and of many.
        at_a_glance = again == change.document and self._text(name, again) == text
        if not (at_a_glance or _same(again, change.document)):
            raise ValueError("comes back as something else")
        return text, replace(change, document=again)

    def _text(self, collection: str, document: Any) -> bytes:
        return self._types[collection].dump_json(document, warnings="error")


@cache
def _type(document: type) -> TypeAdapter[Any]:
    """How documents of a type are written and read; to find out takes some milliseconds."""
    return TypeAdapter(document)


def first_line(state: State) -> bytes:
    """The line with which a journal begins that lacks all commits up to ``state``."""
    return sealed(b'{"schema":%d,"version":%d,"event":null,"changes":null}' % (STATE.number, state.version))


def head_of(line: bytes, where: str) -> Head:
    """Which commit ``line`` keeps, without reading the documents in it.

    Raises DamagedFileError, and StoreError where a newer program has written the line.
    """
    head = from_text(_HEAD, line, where)
    STATE.refuse_newer(head.schema, where)
    return Head(head.version, begins=head.changes is None)


def _written(event: Event) -> bytes:
    text = _EVENT.dump_json(event, warnings="error")
    _EVENT.validate_json(text)
    return text


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
