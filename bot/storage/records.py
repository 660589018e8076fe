"""What the store keeps, as JSON: the frozen dataclasses themselves say how they are written and read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, TypeVar

from pydantic import Field, TypeAdapter, ValidationError
from pydantic_core import from_json, to_json

from bot.domain.channels import Channel
from bot.domain.people import Person
from bot.errors import StoreError
from bot.services.ports import Event, HistoryEntry
from bot.storage.schema import SCHEMA, migrate, refuse_newer

HOW_TO_RESTORE = "It was left as it is: restore a backup with `python -m bot restore FILE`"


class DamagedFileError(StoreError):
    """A file of the store holds something that this program does not write."""


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the history: the commit, and the people it put in place, so that all can be replayed."""

    entry: HistoryEntry
    people: tuple[Person, ...] = ()
    schema: int = SCHEMA


@dataclass(frozen=True, slots=True)
class _Seq:
    seq: int


@dataclass(frozen=True, slots=True)
class _Head:
    schema: int
    entry: _Seq


T = TypeVar("T")

Tables = dict[str, dict[Annotated[str, Field(pattern=r"^[0-9]+$")], dict[str, Any]]]
"""As TinyDB keeps them: documents by number by table."""

_RECORD = TypeAdapter(Record)
_EVENT = TypeAdapter(Event)
_HEAD = TypeAdapter(_Head)
_TABLES: TypeAdapter[Tables] = TypeAdapter(Tables)
CHANNEL = TypeAdapter(Channel)
PERSON = TypeAdapter(Person)


def to_line(record: Record) -> tuple[bytes, Record]:
    """The line that keeps ``record``, and the record as it will be read back from it.

    Reading it back before it is written means that what cannot be read is never written, and that the state in memory
    is what a replay would give. Raises StoreError where a value does not fit its own type.
    """
    try:
        kept = _read_back(record)
        return _RECORD.dump_json(kept) + b"\n", kept
    except ValueError:
        # Not chained: pydantic's texts show the values, and those may be personal data.
        raise StoreError(
            "This change was not stored: a value in it is of a wrong type or holds characters that are no text"
        ) from None


def from_line(line: bytes, where: str) -> Record:
    """The record that ``line``, of this schema or an older one, keeps; ``where`` names file and line in the errors.

    Raises DamagedFileError, and StoreError where the line is of a schema that this program cannot read.
    """
    schema = _head_of(line, where).schema
    if schema < SCHEMA:
        line = to_json(migrate(from_json(line), schema, where))
    return _read(_RECORD, line, where)


def seq_of(line: bytes, where: str) -> int:
    """The number of the commit that ``line`` keeps, without reading the rest of it.

    Raises DamagedFileError, and StoreError where a newer program has written the line.
    """
    return _head_of(line, where).entry.seq


def tables_from(text: bytes, where: str) -> Tables:
    """TinyDB's tables. Raises DamagedFileError where ``text`` holds something else."""
    return _read(_TABLES, text, where)


def from_document(adapter: TypeAdapter[T], document: Mapping[str, Any], where: str) -> T:
    """What a document of TinyDB holds, by its ``adapter``. Raises DamagedFileError."""
    try:
        return adapter.validate_python(dict(document))
    except ValidationError as error:
        raise DamagedFileError(_reason(error, where)) from None


def _head_of(line: bytes, where: str) -> _Head:
    head = _read(_HEAD, line, where)
    refuse_newer(head.schema, where)
    return head


def _read_back(record: Record) -> Record:
    # Value by value: a thousand channels in one call would hold up the event loop for too long.
    after = {key: _again(CHANNEL, channel) for key, channel in record.entry.after.items()}
    entry = replace(record.entry, event=_again(_EVENT, record.entry.event), after=after)
    return replace(record, entry=entry, people=tuple(_again(PERSON, person) for person in record.people))


def _again(adapter: TypeAdapter[T], value: T) -> T:
    return adapter.validate_json(adapter.dump_json(value, warnings="error"))


def _read(adapter: TypeAdapter[T], text: bytes, where: str) -> T:
    try:
        return adapter.validate_json(text)
    except ValidationError as error:
        raise DamagedFileError(_reason(error, where)) from None


def _reason(error: ValidationError, where: str) -> str:
    """One line that says what is wrong and shows none of the values, which may be personal data."""
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{where}: {f'{place}: ' if place else ''}{first['msg']}. {HOW_TO_RESTORE}"
