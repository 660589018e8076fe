"""The history: an append-only file of one line a commit. A line that is on the disk is a commit; nothing else is."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import IO

from pydantic_core import from_json, to_json

from bot.domain.channels import ChannelId
from bot.domain.register import Register
from bot.errors import StoreError
from bot.services.ports import HistoryEntry
from bot.storage.commits import apply
from bot.storage.files import PRIVATE_FILE, disk_errors, sync_folder, write_all
from bot.storage.records import HOW_TO_RESTORE, DamagedFileError, from_line, seq_of

logger = logging.getLogger(__name__)

_PIECE = 2**20
"""So many bytes are copied at once."""

_BETWEEN_RESTS = 20
_REST_SECONDS = 0.0001


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a history is whole: the number of its last commit, the bytes up to it, and the torn bytes after it."""

    seq: int = 0
    size: int = 0
    torn: int = 0


def replay(path: Path, register: Register, at_least: int = 0) -> tuple[Register, Extent]:
    """Apply to ``register`` the commits of the history at ``path`` that it lacks; a missing file is an empty history.

    A last line that a crash has torn is left out. Raises StoreError where another line is damaged or missing, or where
    the history ends before the commit ``at_least``.
    """
    with _opened(path) as file:
        register, extent = replay_lines(file, str(path), register)
    if extent.seq < at_least:
        raise StoreError(
            f"{path}: ends at commit {extent.seq}, but the register is at {at_least}: commits are missing. "
            f"{HOW_TO_RESTORE}"
        )
    return register, extent


def replay_lines(file: IO[bytes], where: str, register: Register) -> tuple[Register, Extent]:
    """As ``replay``, for a history that is open already; ``where`` names it in the errors."""
    extent = Extent()
    for line in file:
        place = _place(where, extent.seq + 1)
        if not _is_whole(line):
            if file.read(1):
                raise DamagedFileError(f"{place}: not a whole line, though others follow. {HOW_TO_RESTORE}")
            return register, Extent(extent.seq, extent.size, torn=len(line))
        seq = seq_of(line, place)
        if seq != extent.seq + 1:
            raise StoreError(f"{place}: holds commit {seq}, so that lines are missing or twice there. {HOW_TO_RESTORE}")
        if seq > register.version:
            register = apply(register, from_line(line, place))
        extent = Extent(seq, extent.size + len(line))
    return register, extent


def content(path: Path, size: int) -> Iterator[bytes]:
    """The first ``size`` bytes of the history at ``path``, in pieces. Raises StoreError where it cannot be read."""
    with _opened(path) as file:
        while size > 0 and (piece := file.read(min(size, _PIECE))):
            size -= len(piece)
            yield piece


def entries(path: Path, size: int, channel: ChannelId | None) -> list[HistoryEntry]:
    """The commits in the first ``size`` bytes of the history at ``path``; with ``channel``, those that touched it.

    Raises StoreError where a line is damaged.
    """
    needle = b"" if channel is None else to_json(channel)
    found = []
    with _opened(path) as file:
        for seq, line in enumerate(_lines(file, size), 1):
            if needle not in line:  # reading all of a long history for one channel would take seconds
                continue
            entry = from_line(line, _place(path, seq)).entry
            if channel is None or channel in entry.after:
                found.append(entry)
            if seq % _BETWEEN_RESTS == 0:
                time.sleep(_REST_SECONDS)  # the event loop gets Python's lock only in a rest, or after 5 ms
    return found


def entry_at(path: Path, seq: int) -> HistoryEntry:
    """The commit ``seq`` of the history at ``path``, which holds it. Raises StoreError where it cannot be read."""
    with _opened(path) as file:
        # The lines before it are passed over unread; numbers count the lines, as the replay has checked.
        line = next(islice(file, seq - 1, None), b"")
    return from_line(line, _place(path, seq)).entry


class HistoryWriter:
    """Appends to the history at ``path``, which is whole up to ``extent``; whatever follows is cut off.

    Raises StoreError where the file cannot be written.
    """

    def __init__(self, path: Path, extent: Extent) -> None:
        self._path = path
        self._size = extent.size
        self._fd = _open_to_append(path)
        self._in_doubt = extent.torn > 0
        try:
            self._cut_back()
            with disk_errors(path, "writing"):
                # A process that was killed may have left a whole line unsynced. A snapshot is about to hold it: that
                # must not outlive the line when the power fails.
                os.fsync(self._fd)
                sync_folder(path.parent)  # the file may be new
        except StoreError:
            os.close(self._fd)
            raise
        if extent.torn:
            logger.warning(
                "A crash has torn the last line of the history: it was cut off; it had not been acknowledged",
                extra={"file": path.name, "line": extent.seq + 1, "bytes": extent.torn},
            )

    def append(self, line: bytes) -> None:
        """Write ``line`` and see it onto the disk. Raises StoreError; the history is then as it was before."""
        self._cut_back()
        self._in_doubt = True
        try:
            with disk_errors(self._path, "writing"):
                write_all(self._fd, line)
                os.fsync(self._fd)
        except StoreError:
            self._try_to_cut_back()
            raise
        self._size += len(line)
        self._in_doubt = False

    def close(self) -> None:
        """Let go of the file."""
        self._try_to_cut_back()
        os.close(self._fd)

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
            logger.warning("A half-written line is in the history", extra={"file": self._path.name, "why": str(error)})


def _is_whole(line: bytes) -> bool:
    """Whether ``line`` was written to its end. A crash can leave a line's end on the disk without its beginning."""
    if not line.endswith(b"\n"):
        return False
    try:
        from_json(line)
    except ValueError:
        return False
    return True


def _lines(file: IO[bytes], size: int) -> Iterator[bytes]:
    while size > 0 and (line := file.readline()):
        size -= len(line)
        yield line


def _place(path: Path | str, seq: int) -> str:
    return f"{path}, line {seq}"


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    with disk_errors(path, "reading"):
        try:
            file: IO[bytes] = path.open("rb")
        except FileNotFoundError:
            file = BytesIO()
        with file:
            yield file


def _open_to_append(path: Path) -> int:
    with disk_errors(path, "opening"):
        return os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, PRIVATE_FILE)
