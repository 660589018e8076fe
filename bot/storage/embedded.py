"""What the embedded stores share: a journal that is the truth, a snapshot beside it, one writer, many readers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from bot.errors import StoreError
from bot.storage.journal import Extent, JournalWriter, Stamp, stamp_of
from bot.storage.lock import FolderLock
from bot.storage.snapshot import SnapshotWriter

LOCK_TIMEOUT = 30.0
"""For so many seconds a writer waits for the one before it."""

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class State(Generic[V]):
    """What is in memory: ``value``, as of the end of ``extent``. The rest says what the files were like when they were
    read: up to the commit ``saved``, no snapshot is wanted any more."""

    value: V
    extent: Extent
    saved: int
    stamp: Stamp


class Files(Protocol[V]):
    """The two files of one store, and what is in them. All of it blocks, and raises StoreError."""

    journal: Path
    snapshot: Path

    def load(self, *, to_write: bool) -> State[V]:
        """The state that the files hold; a writer, unlike a reader, may change them for it."""
        ...

    def save(self, state: State[V], journal: JournalWriter) -> None:
        """Put ``state`` into the snapshot."""
        ...

    def patience(self, journal: JournalWriter) -> float:
        """For so many seconds a commit need not be in the snapshot."""
        ...


class Embedded(Generic[V]):
    """A value in ``files``, opened by ``open``, which only a commit changes."""

    def __init__(self, files: Files[V], state: State[V], writer: _Writer[V] | None) -> None:
        self._files = files
        self._state = state
        self._writer = writer
        self._refusal = "the store was opened for reading only"
        self._turn = asyncio.Lock()

    @classmethod
    async def open(cls, files: Files[V], lock: FolderLock | None) -> Embedded[V]:
        """Open ``files`` for writing under ``lock``, which is let go of at the end, or for reading, without one.

        A reader makes nothing, and sees what the writer commits. Raises StoreError where the files cannot be read or
        written, and where one of them is damaged.
        """
        if lock is None:
            return cls(files, await asyncio.to_thread(lambda: files.load(to_write=False)), None)
        try:
            state, journal = await asyncio.to_thread(_open_to_write, files)
        except BaseException:
            lock.release()
            raise
        writer = _Writer(files, lock, journal)
        if state.saved != state.extent.seq:
            writer.follow(state)
        return cls(files, state, writer)

    async def current(self) -> State[V]:
        """The state as of the last commit; a reader reads the files again where they have changed.

        Raises StoreError where they cannot be read.
        """
        if self._writer is None:
            async with self._turn:
                if await asyncio.to_thread(stamp_of, self._files.journal) != self._state.stamp:
                    self._state = await asyncio.to_thread(lambda: self._files.load(to_write=False))
        return self._state

    async def commit(self, plan: Callable[[V], tuple[bytes, V]]) -> V:
        """Commit what ``plan``, which may block, makes of the value: the journal's next line, and the value after it.
        When this returns, the line is on the disk.

        A commit whose caller is cancelled may still go through. Raises what ``plan`` raises, and StoreError where
        nothing could be written.
        """
        # A caller that is cancelled, as when a request times out, must not leave a commit half done.
        return await asyncio.shield(self._commit(plan))

    async def compact(self) -> None:
        """Have what is committed by now in the snapshot. Raises StoreError."""
        await self._to_write().snapshots.write()

    async def close(self) -> None:
        """Finish the commits and the snapshot under way, and let others write; from then on nothing can be changed."""
        async with self._turn:
            if self._writer is not None:
                await self._writer.close()
                self._writer = None
            self._refusal = "the store is closed"

    async def _commit(self, plan: Callable[[V], tuple[bytes, V]]) -> V:
        async with self._turn:
            writer = self._to_write()
            self._state = await asyncio.to_thread(writer.commit, self._state, plan)
            writer.follow(self._state)
            return self._state.value

    def _to_write(self) -> _Writer[V]:
        if self._writer is None:
            raise StoreError(f"{self._files.journal.parent}: {self._refusal}, nothing can be changed")
        return self._writer


class _Writer(Generic[V]):
    """What only the process that writes has."""

    def __init__(self, files: Files[V], lock: FolderLock, journal: JournalWriter) -> None:
        self._files = files
        self._lock = lock
        self._journal = journal
        self.snapshots: SnapshotWriter[State[V]] = SnapshotWriter(
            files.snapshot.name, lambda state: files.save(state, journal)
        )

    def commit(self, state: State[V], plan: Callable[[V], tuple[bytes, V]]) -> State[V]:
        """The state after the commit, once it is on the disk. Blocks; where it raises, nothing has changed."""
        line, value = plan(state.value)
        place = self._journal.append(line)
        return replace(state, value=value, extent=replace(state.extent, seq=state.extent.seq + 1, size=place))

    def follow(self, state: State[V]) -> None:
        """See to it that ``state`` is in the snapshot before long."""
        self.snapshots.follow(state, self._files.patience(self._journal))

    async def close(self) -> None:
        """Finish the snapshot and let go of the files."""
        await self.snapshots.finish()
        self._journal.close()
        self._lock.release()


def _open_to_write(files: Files[V]) -> tuple[State[V], JournalWriter]:
    state = files.load(to_write=True)
    return state, JournalWriter(files.journal, state.extent)
