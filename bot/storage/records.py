"""What the register's store keeps, as JSON: the frozen dataclasses themselves say how they are written and read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic import TypeAdapter
from pydantic_core import from_json, to_json

from bot.domain.channels import Channel
from bot.domain.people import Person
from bot.errors import StoreError
from bot.services.ports import Event, HistoryEntry
from bot.storage.damage import from_text
from bot.storage.journal import Head
from bot.storage.schema import REGISTER

NOT_STORED = "This change was not stored: a value in it is of a wrong type or holds characters that are no text"


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the history: the commit, and the people it put in place, so that all can be replayed."""

    entry: HistoryEntry
    people: tuple[Person, ...] = ()
    schema: int = REGISTER.number


@dataclass(frozen=True, slots=True)
class _Seq:
    seq: int


@dataclass(frozen=True, slots=True)
class _Head:
    schema: int
    entry: _Seq


T = TypeVar("T")

_RECORD = TypeAdapter(Record)
_EVENT = TypeAdapter(Event)
_HEAD = TypeAdapter(_Head)
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
        raise StoreError(NOT_STORED) from None


def from_line(line: bytes, where: str) -> Record:
    """The record that ``line``, of this schema or an older one, keeps; ``where`` names file and line in the errors.

    Raises DamagedFileError, and StoreError where the line is of a schema that this program cannot read.
    """
    schema = _head(line, where).schema
    if schema < REGISTER.number:
        line = to_json({**REGISTER.migrate(from_json(line), schema, where), "schema": REGISTER.number})
    return from_text(_RECORD, line, where)


def head_of(line: bytes, where: str) -> Head:
    """Which commit ``line`` keeps, without reading the rest of it.

    Raises DamagedFileError, and StoreError where a newer program has written the line.
    """
    return Head(_head(line, where).entry.seq)


def _head(line: bytes, where: str) -> _Head:
    head = from_text(_HEAD, line, where)
    REGISTER.refuse_newer(head.schema, where)
    return head


def _read_back(record: Record) -> Record:
    # Value by value: a thousand channels in one call would hold up the event loop for too long.
    after = {key: _again(CHANNEL, channel) for key, channel in record.entry.after.items()}
    entry = replace(record.entry, event=_again(_EVENT, record.entry.event), after=after)
    return replace(record, entry=entry, people=tuple(_again(PERSON, person) for person in record.people))


def _again(adapter: TypeAdapter[T], value: T) -> T:
    return adapter.validate_json(adapter.dump_json(value, warnings="error"))
