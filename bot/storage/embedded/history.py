"""The history: a file that people can read, of one line a commit, of which nothing is taken away or rewritten, but for
people whose data are erased (``whole.rewrite``).

A commit is in the journal first, with its event: what a crash keeps from the history is completed from there.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import from_json, to_json

from bot.domain.channels import Channel, ChannelId
from bot.domain.people import PersonId
from bot.errors import StoreError
from bot.services.ports import Event, HistoryEntry
from bot.storage.embedded.damage import HOW_TO_RESTORE, DamagedFileError, from_text
from bot.storage.embedded.journal import Extent, Head, JournalWriter, opened, place_of, scan
from bot.storage.embedded.schema import HISTORY

logger = logging.getLogger(__name__)

_BETWEEN_RESTS = 20
_REST_SECONDS = 0.0001


@dataclass(frozen=True, slots=True)
class _Line:
    schema: int
    seq: int
    at: datetime
    by: PersonId
    what: str
    before: Mapping[ChannelId, Channel] = field(default_factory=dict)
    after: Mapping[ChannelId, Channel] = field(default_factory=dict)


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
    head = to_json({"schema": HISTORY.number, "seq": entry.seq, "at": entry.event.at, "by": entry.event.by})
    what = to_json(entry.event.what)
    return b'%s,"what":%s,"before":{%s},"after":{%s}}\n' % (head[:-1], what, before, after)


def from_line(line: bytes, seq: int, where: Path) -> HistoryEntry:
    """The commit that ``line``, the one with the number ``seq`` in the file ``where``, keeps.

    Raises DamagedFileError, also where it is another commit's, and StoreError where a newer program has written it.
    """
    place = place_of(where, seq)
    head = _head(line, place)
    if head.seq != seq:
        raise DamagedFileError(f"{place}: holds commit {head.seq}: lines are missing or twice there. {HOW_TO_RESTORE}")
    if head.schema < HISTORY.number:
        line = to_json({**HISTORY.migrate(from_json(line), head.schema, place), "schema": HISTORY.number})
    read = from_text(_LINE, line, place)
    return HistoryEntry(read.seq, Event(read.by, read.at, read.what), read.before, read.after)


class History:
    """The history at ``path``, to read. ``recent`` are the last commits, of which the file may lack some."""

    def __init__(self, path: Path, seq: int, recent: Iterable[HistoryEntry] = ()) -> None:
        self._path = path
        self._seq = seq
        self._recent = {entry.seq: entry for entry in recent}

    def entry(self, seq: int) -> HistoryEntry | None:
        """The commit ``seq``, None where there is none. Raises StoreError where it cannot be read."""
        if not 1 <= seq <= self._seq:
            return None
        if seq in self._recent:
            return self._recent[seq]
        with opened(self._path) as file:
            # The lines before it are passed over unread; numbers count the lines, as each that is read has to show.
            line = next(islice(file, seq - 1, None), b"")
        return from_line(line, seq, self._path)

    def entries(self, channel: ChannelId | None = None) -> list[HistoryEntry]:
        """The commits, oldest first; with ``channel``, those that touched it. Raises StoreError where a line is
        damaged, or missing."""
        needle, found = b"" if channel is None else to_json(channel), []
        for seq, line in self.lines():
            if needle in line:  # reading all of a long history for one channel would take seconds
                found.append(self._recent.get(seq) or from_line(line, seq, self._path))
            if seq % _BETWEEN_RESTS == 0:
                time.sleep(_REST_SECONDS)  # the event loop gets Python's lock only in a rest, or after 5 ms
        return [entry for entry in found if channel is None or channel in entry.after]

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """The lines of all commits, with their numbers. Raises StoreError where one is missing."""
        last = 0
        with opened(self._path) as file:
            for seq, line in enumerate(islice(file, self._seq), 1):
                if seq in self._recent or not line.endswith(b"\n"):  # the last one may be just being written
                    break
                yield seq, line
                last = seq
        for seq in range(last + 1, self._seq + 1):
            if seq not in self._recent:
                raise DamagedFileError(
                    f"{self._path}: ends at commit {last}, but the state is at {self._seq}: commits are missing. "
                    f"{HOW_TO_RESTORE}"
                )
            yield seq, to_line(self._recent[seq])


class HistoryWriter:
    """Appends to the history at ``path``, which is made with the first commit. It may lag behind the journal, when the
    disk refuses: what it lacks is ``waiting``, and no journal begins anew before it is written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._extent = extent_of(path)
        self._file: JournalWriter | None = None
        self.waiting: list[HistoryEntry] = []
        self._one_at_a_time = threading.Lock()
        """A commit writes in one thread, a checkpoint in another: each entry is written by one of them."""

    def complete(self, seq: int, recent: Iterable[HistoryEntry]) -> None:
        """Bring the history up to commit ``seq``, by those of ``recent`` that it lacks. Raises StoreError where it
        cannot be written, and where it does not belong to this state."""
        there = self._extent.number
        self.waiting = [entry for entry in recent if entry.seq > there]
        if there + len(self.waiting) != seq:
            raise StoreError(
                f"{self._path}: ends at commit {there}, but the state is at {seq}: they do not belong together. "
                f"{HOW_TO_RESTORE}"
            )
        if self.waiting or self._extent.torn:
            self.write()

    def add(self, entry: HistoryEntry) -> None:
        """Write ``entry``, now or later: it is safe in the journal."""
        self.waiting.append(entry)
        try:
            self.write()
        except StoreError as error:
            logger.warning("The history waits for the disk", extra={"file": self._path.name, "why": str(error)})

    def write(self) -> None:
        """Write what is waiting. Raises StoreError."""
        with self._one_at_a_time:
            if self._file is None:
                self._file = JournalWriter(self._path, self._extent)
            while self.waiting:
                self._file.append(to_line(self.waiting[0]), synced=False)
                self._extent = Extent(self.waiting.pop(0).seq)

    def sync(self) -> None:
        """See all of it onto the disk. Raises StoreError."""
        if self.waiting:
            self.write()
        if self._file is not None:
            self._file.sync()

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()


def extent_of(path: Path) -> Extent:
    """How far the history at ``path`` is whole. Raises StoreError where a line is damaged or missing."""
    with opened(path) as file:
        return scan(file, str(path), _head_of, lambda line, place: None, after=0)


def _head_of(line: bytes, place: str) -> Head:
    return Head(_head(line, place).seq)


def _head(line: bytes, place: str) -> _Head:
    head = from_text(_HEAD, line, place)
    HISTORY.refuse_newer(head.schema, place)
    return head


def _by_key(channels: Mapping[ChannelId, Any]) -> bytes:
    # One by one: a thousand channels in one call would hold up the event loop for too long.
    return b",".join(b"%s:%s" % (to_json(key), _CHANNEL.dump_json(channel)) for key, channel in channels.items())
