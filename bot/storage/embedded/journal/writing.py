"""Appending to a journal, whose file is this writer's alone."""

import logging
import os
import threading
from pathlib import Path

from bot.errors import StoreError
from bot.storage.embedded.files import PRIVATE_FILE, disk_errors, put_in_place, sync_folder, write_all
from bot.storage.embedded.journal.reading import Extent
from bot.storage.embedded.journal.sealing import LENGTH

logger = logging.getLogger(__name__)

_PIECE = 2**20
"""How many bytes are copied at once."""


def not_own(path: Path) -> StoreError:
    """What to raise where somebody else has written to the file at ``path``, or replaced it."""
    return StoreError(
        f"{path}: somebody else has written or replaced this file while the bot was running, so nothing is written any "
        "more: see to it that one bot alone uses the folder, and start it again"
    )


class JournalWriter:
    """Appends to the journal at ``path``, which is whole up to ``extent``; whatever follows is cut off.

    It is the only one to write there, and looks before and after each write whether that is so: a lock may be without
    effect on some disks, and people put files back under a running bot. Of two that append at the same time the first
    may be told so, the second never is; neither writes again. Threads may use it at once. Raises StoreError where the
    file cannot be written, and where somebody else has written or replaced it.
    """

    def __init__(self, path: Path, extent: Extent) -> None:
        self._path = path
        self._size = extent.size
        self._dropped = 0
        self._one_at_a_time = threading.Lock()
        self._fd = _open_to_append(path)
        self._name_in_doubt = True  # the file may be new
        self._is_own = True
        """Whether nobody else has written here. Once somebody has, it is over: others go on from what they found."""
        try:
            with disk_errors(path, "reading"):
                self._end = self._between(max(0, self._size - LENGTH), self._size)
                self._in_doubt = self._between(self._size, self._size + extent.torn)
                """What may follow what is whole, all of it or its beginning."""
            self._require_own()
            self._cut_back()
            with disk_errors(path, "writing"):
                # A process that was killed may have left a whole line unsynced. A state is about to hold it: that
                # must not outlive the line when the power fails.
                os.fsync(self._fd)
            self._keep_name()
        except StoreError:
            os.close(self._fd)
            raise
        if extent.torn:
            logger.warning(
                "The end of a journal was cut off: it had not been acknowledged, as a crash, or a second bot, came in "
                "between",
                extra={"file": path.name, "commit": extent.number + 1, "bytes": extent.torn},
            )

    @property
    def length(self) -> int:
        """The bytes in the file."""
        return self._size

    def append(self, line: bytes, *, synced: bool = True) -> int:
        """Write ``line`` and, where it is to be ``synced``, see it onto the disk; the place after it, in bytes from
        where the journal began at first.

        Raises StoreError; the journal is then as it was before.
        """
        with self._one_at_a_time:
            self._require_own()
            self._cut_back()
            self._keep_name()
            self._in_doubt = line
            try:
                with disk_errors(self._path, "writing"):
                    write_all(self._fd, line)
                    if synced:
                        os.fsync(self._fd)
                    self._is_own = self._size_at_its_name() == self._size + len(line)
                if not self._is_own:
                    raise not_own(self._path)
            except StoreError:
                self._try_to_cut_back()
                raise
            self._size += len(line)
            self._in_doubt = b""
            self._end = line[-LENGTH:]
            return self._dropped + self._size

    def sync(self) -> None:
        """See onto the disk what was appended without. Raises StoreError."""
        with disk_errors(self._path, "writing"):
            os.fsync(self._fd)

    def begin_anew(self, first: bytes, place: int) -> None:
        """Put in place of the journal one of the line ``first`` and of what was appended after ``place``.

        Raises StoreError; the journal then holds at least that.
        """
        with self._one_at_a_time:
            self._require_own()
            with disk_errors(self._path, "beginning anew"):
                seen = os.fstat(self._fd).st_size
                whole = first + self._between(place - self._dropped, self._size)
                fd = put_in_place(self._path, whole, self._require_own)
                if late := self._between(seen, os.fstat(self._fd).st_size):
                    # Another bot has written meanwhile, and may have said that it is kept.
                    write_all(fd, late)
                    os.fsync(fd)
            os.close(self._fd)
            self._fd, self._size, self._dropped = fd, len(whole), place - len(first)
            self._in_doubt = b""
            self._end = whole[-LENGTH:]
            self._name_in_doubt = True
            self._keep_name()

    def require_own(self) -> None:
        """Raise StoreError where the file is not as this writer has left it: not the one at its name any more, longer
        or shorter, or with another end."""
        with self._one_at_a_time:
            self._require_own()

    def _require_own(self) -> None:
        with disk_errors(self._path, "looking at the file"):
            size = self._size_at_its_name()
            start = self._size - len(self._end)
            there = b"" if size is None else self._between(start, size)
            if size is None or size < self._size or not (self._end + self._in_doubt).startswith(there):
                self._is_own = False
        if not self._is_own:
            raise not_own(self._path)

    def _size_at_its_name(self) -> int | None:
        """The bytes in the file, None where it is not the one at its name any more."""
        there = os.fstat(self._fd)
        try:
            return there.st_size if os.path.samestat(self._path.stat(), there) else None
        except FileNotFoundError:
            return None

    def close(self) -> None:
        """Let go of the file."""
        self._try_to_cut_back()
        os.close(self._fd)

    def _between(self, start: int, end: int) -> bytes:
        pieces = bytearray()
        while start < end and (piece := os.pread(self._fd, min(end - start, _PIECE), start)):
            pieces += piece
            start += len(piece)
        return bytes(pieces)

    def _keep_name(self) -> None:
        """See to it that the name leads to this file after a crash; what is appended could be lost otherwise."""
        if self._name_in_doubt:
            with disk_errors(self._path.parent, "writing"):
                sync_folder(self._path.parent)
            self._name_in_doubt = False

    def _cut_back(self) -> None:
        if self._in_doubt:
            self._require_own()
            with disk_errors(self._path, "cutting off a line that is not whole"):
                os.ftruncate(self._fd, self._size)
                os.fsync(self._fd)
            self._in_doubt = b""

    def _try_to_cut_back(self) -> None:
        """Where it fails, the next commit tries again, and is refused as long as that fails."""
        try:
            self._cut_back()
        except StoreError as error:
            logger.warning("A half-written line is in a journal", extra={"file": self._path.name, "why": str(error)})


def _open_to_append(path: Path) -> int:
    with disk_errors(path, "opening"):
        return os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, PRIVATE_FILE)
