"""Appending to the history, which may lag behind the journal."""

import logging
import threading
from collections.abc import Sequence
from pathlib import Path

from bot.errors import StoreError
from bot.services.ports import HistoryEntry
from bot.storage.embedded.damage import HOW_TO_RESTORE
from bot.storage.embedded.history.lines import head_of, to_line
from bot.storage.embedded.history.offsets import Offsets
from bot.storage.embedded.journal.reading import Extent, opened, scan, stamp_of
from bot.storage.embedded.journal.writing import JournalWriter, not_own

logger = logging.getLogger(__name__)


class HistoryWriter:
    """Appends to the history at ``path``, which is made with the first commit. It may lag behind the journal, when the
    disk refuses: what it lacks is ``waiting``, and no journal begins anew before it is written. What is ``known`` of
    the file is not looked for in it."""

    def __init__(self, path: Path, known: tuple[Extent, Offsets] | None = None) -> None:
        self._path = path
        self._extent, self.offsets = known or (Extent(), Offsets())
        if known is None:
            with opened(path) as file:
                self._extent = scan(file, str(path), head_of, lambda line, place: self.offsets.add(line), after=0)
        self._stamp = stamp_of(path)
        self._file: JournalWriter | None = None
        self.waiting: list[HistoryEntry] = []
        self._one_at_a_time = threading.Lock()
        """A commit writes in one thread, a checkpoint in another: each entry is written by one of them."""

    def complete(self, seq: int, recent: Sequence[HistoryEntry]) -> None:
        """Bring the history up to commit ``seq``, by those of ``recent`` that it lacks. Raises StoreError where it
        cannot be written, and where it does not belong to this state."""
        there = self._extent.number
        self.waiting = [entry for entry in recent if entry.seq > there]
        if there + len(self.waiting) != seq:
            raise StoreError(
                f"{self._path}: ends at commit {there}, but the state is at {seq}: they do not belong together. "
                f"{HOW_TO_RESTORE}"
            )
        # A process that was killed may have left lines of it unsynced. The next checkpoint takes them out of the
        # journal: opening the file sees them onto the disk.
        if recent or self._extent.torn:
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

    def require_own(self) -> None:
        """Raise StoreError where somebody else has written or replaced the file since it was opened."""
        with self._one_at_a_time:
            if self._file is not None:
                self._file.require_own()
            elif stamp_of(self._path) != self._stamp:
                raise not_own(self._path)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
