"""The embedded store: a history that is the truth, and beside it a snapshot of the current state, in TinyDB."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.domain.channels import ChannelId
from bot.domain.register import Register
from bot.errors import StoreError
from bot.services.ports import Changes, Event, HistoryEntry
from bot.storage import snapshot
from bot.storage.commits import apply, prepare
from bot.storage.files import disk_errors
from bot.storage.history import Extent, HistoryWriter, entries, replay
from bot.storage.lock import FolderLock
from bot.storage.records import DamagedFileError, to_line
from bot.storage.snapshot import SnapshotWriter

logger = logging.getLogger(__name__)

HISTORY = "history.jsonl"
SNAPSHOT = "register.json"


class TinyRegisterStore:
    """A ``RegisterStore`` in a folder, made by ``open``. One process writes there; any number may read."""

    def __init__(self, folder: Path, state: _State, writer: _Writer | None) -> None:
        self._folder = folder
        self._state = state
        self._writer = writer
        self._refusal = "the store was opened for reading only"
        self._turn = asyncio.Lock()

    @classmethod
    async def open(cls, folder: Path, *, read_only: bool = False, lock_timeout: float = 30.0) -> TinyRegisterStore:
        """Open the store in ``folder``, which is made where it is missing.

        A writer waits for another one for up to ``lock_timeout`` seconds. A reader takes no lock, makes nothing, and
        sees what the writer commits. Raises StoreError where the files cannot be read or written, where one of them
        is damaged, and where another process still writes.
        """
        if read_only:
            return cls(folder, await asyncio.to_thread(_load, folder), None)
        lock = await FolderLock.take(folder, lock_timeout)
        try:
            state, history = await asyncio.to_thread(_open_to_write, folder)
        except BaseException:
            lock.release()
            raise
        snapshots = SnapshotWriter(folder / SNAPSHOT, state.snapshot_version or 0)
        snapshots.follow(state.register)
        return cls(folder, state, _Writer(lock, history, snapshots))

    async def read(self) -> Register:
        """The register as of the last commit; a reader reads the files again where they have changed.

        Raises StoreError where they cannot be read.
        """
        return (await self._current()).register

    async def commit(self, changes: Changes, expected_version: int, event: Event) -> Register:
        """Put ``changes`` in place, all or none; when this returns, they are on the disk.

        Raises VersionConflictError where the register is not at ``expected_version``, StoreError where nothing was
        written.
        """
        # A caller that is cancelled, as when a request times out, must not leave a commit half done.
        return await asyncio.shield(self._commit(changes, expected_version, event))

    async def history(self, channel: ChannelId | None = None) -> Sequence[HistoryEntry]:
        """The commits, oldest first; only those that touched ``channel``, where one is given.

        Raises StoreError where they cannot be read.
        """
        state = await self._current()
        return await asyncio.to_thread(entries, self._folder / HISTORY, state.extent.size, channel)

    async def close(self) -> None:
        """Finish the commits and the snapshot under way, and let others write; from then on nothing can be changed."""
        async with self._turn:
            if self._writer is not None:
                await self._writer.close()
                self._writer = None
            self._refusal = "the store is closed"

    async def _commit(self, changes: Changes, expected_version: int, event: Event) -> Register:
        async with self._turn:
            if self._writer is None:
                raise StoreError(f"{self._folder}: {self._refusal}, nothing can be changed")
            self._state = await asyncio.to_thread(self._writer.commit, self._state, changes, expected_version, event)
            self._writer.snapshots.follow(self._state.register)
            return self._state.register

    async def _current(self) -> _State:
        if self._writer is None:
            async with self._turn:
                if await asyncio.to_thread(_stamp, self._folder) != self._state.stamp:
                    self._state = await asyncio.to_thread(_load, self._folder)
        return self._state


_Stamp = tuple[int, int, int] | None
"""Tells one state of the history's file from another; None where there is no file."""


@dataclass(frozen=True, slots=True)
class _State:
    """What is in memory: the register, as of the end of ``extent``. The rest says what the files were like when they
    were read: ``snapshot_version`` is the register's version in the snapshot, None where that is damaged."""

    register: Register
    extent: Extent
    snapshot_version: int | None
    stamp: _Stamp


@dataclass(frozen=True, slots=True)
class _Writer:
    """What only the process that writes has."""

    lock: FolderLock
    history: HistoryWriter
    snapshots: SnapshotWriter

    def commit(self, state: _State, changes: Changes, expected_version: int, event: Event) -> _State:
        """The state after ``changes``, once they are on the disk. Blocks.

        Raises VersionConflictError and StoreError; nothing has changed then.
        """
        line, kept = to_line(prepare(state.register, changes, expected_version, event))
        self.history.append(line)
        extent = Extent(kept.entry.seq, state.extent.size + len(line))
        return replace(state, register=apply(state.register, kept), extent=extent)

    async def close(self) -> None:
        """Finish the snapshot and let go of the files."""
        await self.snapshots.finish()
        self.history.close()
        self.lock.release()


def _open_to_write(folder: Path) -> tuple[_State, HistoryWriter]:
    state = _load(folder)
    path = folder / SNAPSHOT
    if state.snapshot_version is None:
        with disk_errors(path, "setting aside"):
            path.replace(folder / f"{SNAPSHOT}.damaged")
    return state, HistoryWriter(folder / HISTORY, state.extent)


def _load(folder: Path) -> _State:
    """The state that the files in ``folder`` hold. Raises StoreError where they are damaged or cannot be read."""
    stamp = _stamp(folder)
    try:
        held = snapshot.load(folder / SNAPSHOT)
    except DamagedFileError as damage:
        return _load_without_snapshot(folder, stamp, damage)
    # The snapshot first: a writer may go on meanwhile, and the history is never behind a snapshot.
    register, extent = replay(folder / HISTORY, held)
    return _State(register, extent, held.version, stamp)


def _load_without_snapshot(folder: Path, stamp: _Stamp, damage: DamagedFileError) -> _State:
    register, extent = replay(folder / HISTORY, Register())
    if not extent.seq:
        raise damage
    logger.warning(
        "The snapshot is damaged; the register comes from the history alone",
        extra={"file": SNAPSHOT, "why": str(damage)},
    )
    return _State(register, extent, None, stamp)


def _stamp(folder: Path) -> _Stamp:
    path = folder / HISTORY
    with disk_errors(path, "reading"):
        try:
            stat = path.stat()
        except FileNotFoundError:
            return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns
