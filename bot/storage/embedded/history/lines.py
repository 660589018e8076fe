"""One line of the history: a commit, with the channels that it touched before and after."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter
from pydantic_core import from_json, to_json

from bot.domain.channels import Channel, ChannelId
from bot.domain.people import PersonId
from bot.services.ports import Event, HistoryEntry
from bot.storage.embedded.damage import HOW_TO_RESTORE, DamagedFileError, from_text
from bot.storage.embedded.journal.reading import Head, place_of
from bot.storage.embedded.journal.sealing import is_sealed, require_intact, sealed
from bot.storage.embedded.schema import HISTORY

_HEAD_OF_SEALED: Final = re.compile(rb'\{"schema":(\d+),"seq":(\d+),')
"""How a line begins. Of a line whose checksum is right, the rest need not be read to know which commit it keeps."""


@dataclass(frozen=True, slots=True)
class _Line:
    schema: int
    seq: int
    at: datetime
    by: PersonId
    what: str
    before: Mapping[ChannelId, Channel] = field(default_factory=dict)
    after: Mapping[ChannelId, Channel] = field(default_factory=dict)
    about: PersonId = ""


@dataclass(frozen=True, slots=True)
class _Head:
    schema: int
    seq: int


_LINE = TypeAdapter(_Line)
_HEAD = TypeAdapter(_Head)
_CHANNEL = TypeAdapter(Channel)


def to_line(entry: HistoryEntry) -> bytes:
    """The line that keeps ``entry``."""
    before, after = _by_key(entry.before), _by_key(entry.after)
    event = entry.event
    about = {"about": event.about} if event.about else {}
    head = to_json({"schema": HISTORY.number, "seq": entry.seq, "at": event.at, "by": event.by, **about})
    what = to_json(event.what)
    return sealed(b'%s,"what":%s,"before":{%s},"after":{%s}}' % (head[:-1], what, before, after))


def from_line(line: bytes, seq: int, where: Path) -> HistoryEntry:
    """The commit that ``line``, the one with the number ``seq`` in the file ``where``, keeps.

    Raises DamagedFileError, also where it is another commit's, and StoreError where a newer program has written it.
    """
    place = place_of(where, seq)
    require_intact(line, place)
    head = require_seq(line, seq, where)
    if head.schema < HISTORY.number:
        line = to_json({**HISTORY.migrate(from_json(line), head.schema, place), "schema": HISTORY.number})
    read = from_text(_LINE, line, place)
    return HistoryEntry(read.seq, Event(read.by, read.at, read.what, read.about), read.before, read.after)


def require_seq(line: bytes, seq: int, where: Path) -> _Head:
    """What ``line`` begins with. Raises DamagedFileError where it does not keep the commit ``seq``, and StoreError
    where a newer program has written it."""
    place = place_of(where, seq)
    head = _head(line, place)
    if head.seq != seq:
        raise DamagedFileError(f"{place}: holds commit {head.seq}: lines are missing or twice there. {HOW_TO_RESTORE}")
    return head


def head_of(line: bytes, place: str) -> Head:
    """Which commit ``line``, whose checksum is right if it has one, keeps. Raises as ``from_line``."""
    return Head(_head(line, place).seq)


def _head(line: bytes, place: str) -> _Head:
    begin = _HEAD_OF_SEALED.match(line) if is_sealed(line) else None
    head = _Head(int(begin[1]), int(begin[2])) if begin else from_text(_HEAD, line, place)
    HISTORY.refuse_newer(head.schema, place)
    return head


def _by_key(channels: Mapping[ChannelId, Any]) -> bytes:
    # One by one: a thousand channels in one call would hold up the event loop for too long.
    return b",".join(b"%s:%s" % (to_json(key), _CHANNEL.dump_json(channel)) for key, channel in channels.items())
