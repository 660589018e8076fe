"""The embedded store: a history that is the truth, and beside it a snapshot of the current state, in TinyDB."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.domain.channels import ChannelId
from bot.domain.register import Register
from bot.errors import StoreError
from bot.services.ports import Changes, Event, HistoryEntry
from bot.storage.commits import apply, prepare
from bot.storage.files import disk_errors
from bot.storage.history import Extent, HistoryWriter, entries, entry_at
from bot.storage.lock import FolderLock
from bot.storage.records import to_line
from bot.storage.snapshot import SnapshotWriter
from bot.storage.state import HISTORY, SNAPSHOT, State, load, stamp_of

LOCK_TIMEOUT = 30.0
"""For so many seconds a writer waits for the one before it."""


class TinyRegisterStore:
    """A ``RegisterStore`` in a folder, made by ``open``. One process writes there; any number may read."""

    def __init__(self, folder: Path, state: State, writer: _Writer | None) -> None:
        self._folder = folder
        self._state = state
        self._writer = writer
        self._refusal = "the store was opened for reading only"
        self._turn = asyncio.Lock()

    @classmethod
    async def open(
        cls, folder: Path, *, read_only: bool = False, lock_timeout: float = LOCK_TIMEOUT
    ) -> TinyRegisterStore:
        """Open the store in ``folder``, which is made where it is missing.

        A writer waits for another one for up to ``lock_timeout`` seconds. A reader takes no lock, makes nothing, and
        sees what the writer commits. Raises StoreError where the files cannot be read or written, where one of them
        is damaged, and where another process still writes.
        """
        if read_only:
            return cls(folder, await asyncio.to_thread(load, folder), None)
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

        A commit whose caller is cancelled may still go through. Raises VersionConflictError where the register is not
        at ``expected_version``, StoreError where nothing was written.
        """
        # A caller that is cancelled, as when a request times out, must not leave a commit half done.
        return await asyncio.shield(self._commit(changes, expected_version, event))

    async def entry(self, seq: int) -> HistoryEntry | None:
        """The commit with the number ``seq``, or None where there is none.

        Raises StoreError where it cannot be read.
        """
        state = await self._current()
        if not 1 <= seq <= state.extent.seq:
            return None
        return await asyncio.to_thread(entry_at, self._folder / HISTORY, seq)

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

    async def _current(self) -> State:
        if self._writer is None:
            async with self._turn:
                if await asyncio.to_thread(stamp_of, self._folder) != self._state.stamp:
                    self._state = await asyncio.to_thread(load, self._folder)
        return self._state


@dataclass(frozen=True, slots=True)
class _Writer:
    """What only the process that writes has."""

    lock: FolderLock
    history: HistoryWriter
    snapshots: SnapshotWriter

    def commit(self, state: State, changes: Changes, expected_version: int, event: Event) -> State:
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


def _open_to_write(folder: Path) -> tuple[State, HistoryWriter]:
    state = load(folder)
    path = folder / SNAPSHOT
    if state.snapshot_version is None:
        with disk_errors(path, "setting aside"):
            path.replace(folder / f"{SNAPSHOT}.damaged")
    return state, HistoryWriter(folder / HISTORY, state.extent)
