"""A process that commits until it is killed, and shows at each moment how far it has got; the child of ``killing``."""

from __future__ import annotations

import asyncio
import mmap
import os
import struct
import time
from collections.abc import Callable
from contextlib import suppress
from enum import IntEnum
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from bot.storage.embedded import checkpoints
from bot.storage.embedded.loading import HISTORY, JOURNAL, STATE
from tests.kills.stores import KINDS, Kind

_PIECES = 8
_PAUSE_SECONDS = 0.0008
"""Each phase is stretched by this much: the system is so quick that hardly a kill would hit some of them."""


class Commit(IntEnum):
    """Where the commit under way is."""

    OPENING = 0
    BEFORE_APPEND = 1
    APPENDING = 2
    APPENDED = 3
    SYNCED = 4


class Checkpoint(IntEnum):
    """Where the checkpoint under way is, and then the journal that begins anew after it."""

    NONE = 0
    WRITING = 1
    WRITTEN = 2
    SYNCED = 3
    RENAMED = 4
    JOURNAL_WRITING = 5
    JOURNAL_WRITTEN = 6
    JOURNAL_SYNCED = 7
    JOURNAL_RENAMED = 8


class Board:
    """Shared memory, in a file, that outlives the process: both phases, and how much of each journal is synced."""

    SIZE = 24

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(bytes(self.SIZE))
        with path.open("r+b") as file:
            self._shared = mmap.mmap(file.fileno(), self.SIZE)

    @property
    def commit(self) -> Commit:
        return Commit(self._shared[0])

    @commit.setter
    def commit(self, phase: Commit) -> None:
        self._shared[0] = phase

    @property
    def checkpoint(self) -> Checkpoint:
        return Checkpoint(self._shared[1])

    @checkpoint.setter
    def checkpoint(self, phase: Checkpoint) -> None:
        self._shared[1] = phase

    @property
    def synced(self) -> int:
        """How many bytes of the journal have been seen onto the disk."""
        return int(struct.unpack_from("<Q", self._shared, 8)[0])

    @synced.setter
    def synced(self, size: int) -> None:
        struct.pack_into("<Q", self._shared, 8, size)

    @property
    def history_synced(self) -> int:
        """How many bytes of the history have been seen onto the disk."""
        return int(struct.unpack_from("<Q", self._shared, 16)[0])

    @history_synced.setter
    def history_synced(self, size: int) -> None:
        struct.pack_into("<Q", self._shared, 16, size)


class SlowDisk:
    """Passes calls on to the system, slowly, and notes on the board how far they are.

    What a file replaces is kept in ``replaced`` until its folder is synced: a power cut may bring it back.
    """

    def __init__(self, board: Board, patch: pytest.MonkeyPatch, replaced: Path) -> None:
        self._board = board
        self._journal, self._state, self._history, self._replaced = JOURNAL, STATE, HISTORY, replaced
        self._names: dict[int, str] = {}
        self._open, self._write, self._fsync, self._replace = os.open, os.write, os.fsync, os.replace
        self._ftruncate = os.ftruncate
        for name in ("open", "write", "fsync", "replace", "ftruncate"):
            patch.setattr(os, name, getattr(self, name))

    def open(self, path: str | os.PathLike[str], *rest: Any, **more: Any) -> int:
        fd = self._open(path, *rest, **more)
        self._names[fd] = Path(path).name
        return fd

    def write(self, fd: int, content: bytes) -> int:
        match self._names.get(fd):
            case self._journal:
                self._board.commit = Commit.APPENDING
                self._in_pieces(fd, content)
                self._board.commit = Commit.APPENDED
            case name if name == f"{self._state}.new":
                self._board.checkpoint = Checkpoint.WRITING
                self._in_pieces(fd, content)
                self._board.checkpoint = Checkpoint.WRITTEN
            case name if name == f"{self._journal}.new":
                self._board.checkpoint = Checkpoint.JOURNAL_WRITING
                self._in_pieces(fd, content)
                self._board.checkpoint = Checkpoint.JOURNAL_WRITTEN
            case _:
                return self._write(fd, content)
        return len(content)

    def fsync(self, fd: int) -> None:
        time.sleep(_PAUSE_SECONDS)
        size = os.fstat(fd).st_size
        self._fsync(fd)
        match self._names.get(fd):
            case self._journal:
                self._board.synced = size
                if self._board.commit is Commit.APPENDED:
                    self._board.commit = Commit.SYNCED
                    time.sleep(_PAUSE_SECONDS)
            case self._history:
                self._board.history_synced = size
            case name if name == f"{self._state}.new":
                self._board.checkpoint = Checkpoint.SYNCED
            case name if name == f"{self._journal}.new":
                self._board.checkpoint = Checkpoint.JOURNAL_SYNCED
            case _ if self._board.checkpoint in (Checkpoint.RENAMED, Checkpoint.JOURNAL_RENAMED):
                self._board.checkpoint = Checkpoint.NONE
                self._replaced.unlink(missing_ok=True)

    def replace(self, old: Path, new: Path) -> None:
        time.sleep(_PAUSE_SECONDS)
        with suppress(FileNotFoundError):
            os.link(new, self._replaced)
        self._replace(old, new)
        self._names = {fd: new.name if name == old.name else name for fd, name in self._names.items()}
        is_journal = new.name == self._journal
        if is_journal:
            self._board.synced = new.stat().st_size
        self._board.checkpoint = Checkpoint.JOURNAL_RENAMED if is_journal else Checkpoint.RENAMED
        time.sleep(_PAUSE_SECONDS)

    def ftruncate(self, fd: int, size: int) -> None:
        if self._names.get(fd) == self._history:
            self._board.history_synced = min(self._board.history_synced, size)
        else:
            self._board.synced = min(self._board.synced, size)
        self._ftruncate(fd, size)

    def _in_pieces(self, fd: int, content: bytes) -> None:
        length = len(content) // _PIECES + 1
        for start in range(0, len(content), length):
            self._write(fd, content[start : start + length])
            time.sleep(_PAUSE_SECONDS / 2)


def replaced_file(board: Path) -> Path:
    """Where what a power cut may bring back is kept, beside the ``board``."""
    return board.with_name("replaced")


def commit_until_killed(kind: str, folder: str, board: str, acknowledged: Connection, rest: float) -> None:
    """Commit to the store in ``folder``, from ``rest`` seconds after the opening on: a checkpoint may come first.

    Sends 0 when the store is open, and each commit's number when the commit has returned.
    """
    shown = Board(Path(board))
    shown.commit, shown.checkpoint = Commit.OPENING, Checkpoint.NONE
    replaced_file(Path(board)).unlink(missing_ok=True)
    patch = pytest.MonkeyPatch()
    patch.setattr(checkpoints, "GATHERING_SECONDS", 0.004)
    patch.setattr(checkpoints, "PATIENCE", 0.004)
    SlowDisk(shown, patch, replaced_file(Path(board)))
    asyncio.run(_commit_for_ever(KINDS[kind], Path(folder), shown, acknowledged.send, rest))


async def _commit_for_ever(kind: Kind, folder: Path, board: Board, say: Callable[[int], None], rest: float) -> None:
    commit_next = await kind.open_to_commit(folder)
    say(0)
    board.commit = Commit.BEFORE_APPEND
    await asyncio.sleep(rest)
    while True:
        board.commit = Commit.BEFORE_APPEND
        await asyncio.sleep(_PAUSE_SECONDS)
        say(await commit_next())
