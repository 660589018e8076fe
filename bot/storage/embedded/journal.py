"""A journal: an append-only file of one line a commit. A line that is on the disk is a commit; nothing else is."""

from __future__ import annotations

import logging
import math
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO, UnsupportedOperation
from pathlib import Path
from typing import IO

from pydantic_core import from_json

from bot.errors import StoreError
from bot.storage.embedded.damage import HOW_TO_RESTORE, DamagedFileError
from bot.storage.embedded.files import PRIVATE_FILE, disk_errors, put_in_place, sync_folder, write_all

logger = logging.getLogger(__name__)

_PIECE = 2**20
"""So many bytes are copied at once."""

Stamp = tuple[int, int, int] | None
"""Tells one state of a journal's file from another; None where there is no file."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a line says of itself: the number of its commit; or, as the first line of a journal that ``begins`` there,
    the number of the last commit that is left out."""

    number: int
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a journal is whole: the number of its last commit, the bytes up to it, and the torn bytes after it; and
    the number of the commit that it begins after."""

    number: int = 0
    size: int = 0
    torn: int = 0
    base: int = 0


def scan(
    file: IO[bytes],
    where: str,
    head_of: Callable[[bytes, str], Head],
    take: Callable[[bytes, str], None],
    *,
    after: int,
) -> Extent:
    """Pass each line of a later commit than ``after`` to ``take``, with its place; ``where`` names the file in there.

    A last line that a crash has torn is left out. Raises StoreError where another line is damaged or missing.
    """
    extent, left = Extent(), _size_of(file)
    for at, line in enumerate(lines(file, left), 1):
        place, left = place_of(where, at), left - len(line)
        if not _is_whole(line):
            if left > 0 and file.read(1):
                raise DamagedFileError(f"{place}: not a whole line, though others follow. {HOW_TO_RESTORE}")
            return Extent(extent.number, extent.size, len(line), extent.base)
        head = head_of(line, place)
        if head.begins and at == 1:
            if head.number > after:
                raise StoreError(
                    f"{place}: begins after commit {head.number}, but the state is at {after}: commits are missing. "
                    f"{HOW_TO_RESTORE}"
                )
            extent = Extent(head.number, base=head.number)
        elif head.begins or head.number != extent.number + 1:
            raise StoreError(
                f"{place}: holds commit {head.number}, so that lines are missing or twice there. {HOW_TO_RESTORE}"
            )
        elif head.number > after:
            take(line, place)
        extent = Extent(head.number, extent.size + len(line), base=extent.base)
    return extent


def require(extent: Extent, at_least: int, path: Path) -> None:
    """Raise StoreError where the journal at ``path`` ends before the commit ``at_least``."""
    if extent.number < at_least:
        raise StoreError(
            f"{path}: ends at commit {extent.number}, but the state is at {at_least}: commits are missing. "
            f"{HOW_TO_RESTORE}"
        )


def lines(file: IO[bytes], size: float) -> Iterator[bytes]:
    """The lines in the next ``size`` bytes of ``file``."""
    while size > 0 and (line := file.readline(-1 if size == math.inf else int(size))):
        size -= len(line)
        yield line


def place_of(where: Path | str, number: int) -> str:
    """How errors name a line."""
    return f"{where}, line {number}"


def stamp_of(path: Path) -> Stamp:
    """The stamp of the journal at ``path``. Raises StoreError."""
    with disk_errors(path, "reading"):
        try:
            stat = path.stat()
        except FileNotFoundError:
            return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The journal at ``path``, to read; an empty one where there is no file. Raises StoreError."""
    with disk_errors(path, "reading"):
        try:
            file: IO[bytes] = path.open("rb")
        except FileNotFoundError:
            file = BytesIO()
        with file:
            yield file


class JournalWriter:
    """Appends to the journal at ``path``, which is whole up to ``extent``; whatever follows is cut off.

    Threads may use it at once. Raises StoreError where the file cannot be written.
    """

    def __init__(self, path: Path, extent: Extent) -> None:
        self._path = path
        self._size = extent.size
        self._dropped = 0
        self._one_at_a_time = threading.Lock()
        self._fd = _open_to_append(path)
        self._in_doubt = extent.torn > 0
        self._name_in_doubt = True  # the file may be new
        try:
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
                "A crash has torn the last line of a journal: it was cut off; it had not been acknowledged",
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
            self._cut_back()
            self._keep_name()
            self._in_doubt = True
            try:
                with disk_errors(self._path, "writing"):
                    write_all(self._fd, line)
                    if synced:
                        os.fsync(self._fd)
            except StoreError:
                self._try_to_cut_back()
                raise
            self._size += len(line)
            self._in_doubt = False
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
            with disk_errors(self._path, "beginning anew"):
                whole = first + self._between(place - self._dropped, self._size)
                fd = put_in_place(self._path, whole)
            os.close(self._fd)
            self._fd, self._size, self._dropped = fd, len(whole), place - len(first)
            self._in_doubt = False
            self._name_in_doubt = True
            self._keep_name()

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
            with disk_errors(self._path, "cutting off a line that is not whole"):
                os.ftruncate(self._fd, self._size)
                os.fsync(self._fd)
            self._in_doubt = False

    def _try_to_cut_back(self) -> None:
        """Where it fails, the next commit tries again, and is refused as long as that fails."""
        try:
            self._cut_back()
        except StoreError as error:
            logger.warning("A half-written line is in a journal", extra={"file": self._path.name, "why": str(error)})


def _is_whole(line: bytes) -> bool:
    """Whether ``line`` was written to its end. A crash can leave a line's end on the disk without its beginning."""
    if not line.endswith(b"\n"):
        return False
    try:
        from_json(line)
    except ValueError:
        return False
    return True


def _size_of(file: IO[bytes]) -> float:
    """How many bytes there are now: a line that a writer is just appending is left out, or seen as a torn last one."""
    try:
        return os.fstat(file.fileno()).st_size
    except UnsupportedOperation:  # not a file of the system's: nobody writes to it
        return math.inf


def _open_to_append(path: Path) -> int:
    with disk_errors(path, "opening"):
        return os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, PRIVATE_FILE)
