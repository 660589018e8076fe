"""The embedded store: a journal of one line a commit, the state that it goes on from, and the history."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from bot.domain.channels import ChannelId
from bot.errors import StoreError
from bot.services.ports import Change, Collection, Event, HistoryEntry, State
from bot.storage.applying import applied, entry_of, require_possible
from bot.storage.embedded import checkpoints, state_file
from bot.storage.embedded.checkpoints import Checkpoints, Unfinished
from bot.storage.embedded.encoding import Encoding, first_line
from bot.storage.embedded.files import disk_errors, remove_unfinished
from bot.storage.embedded.history.offsets import Offsets
from bot.storage.embedded.history.reading import History
from bot.storage.embedded.history.writing import HistoryWriter
from bot.storage.embedded.journal.reading import stamp_of
from bot.storage.embedded.journal.writing import JournalWriter
from bot.storage.embedded.loading import HISTORY, JOURNAL, STATE, Known, Loaded, load
from bot.storage.embedded.lock import FolderLock
from bot.storage.embedded.switching import StoreLocation, finish_switch

T = TypeVar("T")


@dataclass(slots=True)
class Resting:
    """What a store holds. Whoever has replaced its files meanwhile says what is ``known`` of the new ones."""

    state: State
    history: History
    known: Known | None = None


class EmbeddedStore:
    """A ``Store`` in the files at ``place``, made by ``under``. One process writes there; any number may read.

    Documents of collections that it was opened without are kept untouched.
    """

    def __init__(self, place: StoreLocation, encoding: Encoding, held: Loaded, writer: _Writer | None) -> None:
        self._place = place
        self._offsets = Offsets()
        self.encoding = encoding
        self._held = held
        self._writer = writer
        self._refusal = "the store was opened for reading only"
        self._turn = asyncio.Lock()
        self._unfinished = Unfinished()

    @classmethod
    async def under(
        cls, lock: FolderLock | None, place: StoreLocation, collections: Sequence[Collection[Any]]
    ) -> EmbeddedStore:
        """Open the store of ``collections`` at ``place``, to write under ``lock``, which it lets go of when it closes;
        without one, to read.

        A reader makes nothing, and sees what the writer commits. Raises StoreError where the files cannot be read or
        written, and where one of them is damaged.
        """
        encoding = Encoding(collections)
        if lock is None:
            return cls(place, encoding, await asyncio.to_thread(_held_at, place, encoding), None)
        try:
            held, writer = await _open_to_write(place.now(), encoding, lock)
        except BaseException:
            lock.release()
            raise
        return cls(place, encoding, held, writer)

    async def read(self) -> State:
        """As the port says; a reader reads the files again where they have changed."""
        return self.encoding.shown((await self._current()).state)

    async def commit(self, changes: Sequence[Change], expected_version: int, event: Event | None = None) -> State:
        """As the port says; when this returns, the changes are on the disk. Raises StoreError also where a value would
        not be read back as it is."""
        # A caller that is cancelled must not leave a commit half done.
        return await self._unfinished.wait(self._commit(changes, expected_version, event))

    async def entry(self, seq: int) -> HistoryEntry | None:
        """As the port says."""
        return await self._of_history(lambda history: history.entry(seq))

    async def history(
        self, *channels: ChannelId, newest: int | None = None, before: int | None = None
    ) -> Sequence[HistoryEntry]:
        """As the port says."""
        return await self._of_history(lambda history: history.entries(channels, newest, before))

    async def compact(self) -> None:
        """See to it that what was removed or replaced by now is gone from the disk, which else takes up to a minute.

        Raises StoreError where it may still be there.
        """
        await self._to_write().checkpoints.write()

    def so_far(self) -> Resting:
        """What the store, which is open to write, holds just now; it goes on meanwhile. Raises StoreError."""
        return Resting(self._held.state, self._to_write().history_up_to(self._held))

    @asynccontextmanager
    async def at_rest(self) -> AsyncIterator[Resting]:
        """What the store holds, whose files are let go of for as long as the block runs, so that they can be replaced;
        they are opened again at the end. Commits wait, and what is read is what was there before.

        Raises StoreError where the store was opened for reading, and where its files cannot be opened again: nothing
        can be changed then.
        """
        await self._to_write().checkpoints.settle()  # it could take longer than what commits have to wait for here
        async with self._turn:
            resting, writer = self.so_far(), self._to_write()
            lock = writer.lock.share()
            try:
                await writer.checkpoints.stop()
                writer.let_go()
                yield resting
            finally:
                await self._open_again(lock, resting)

    async def _open_again(self, lock: FolderLock, resting: Resting) -> None:
        self._writer, self._refusal = None, "its files could not be opened again"
        try:
            await asyncio.to_thread(finish_switch, self._place.folder)
            self._held, self._writer = await _open_to_write(self._place.now(), self.encoding, lock, resting.known)
        except BaseException:
            lock.release()
            raise

    async def close(self) -> None:
        """Finish the commits and the checkpoint under way, and let others write; nothing can be changed then."""
        async with self._turn:
            if self._writer is not None:
                await self._writer.close()
                self._writer = None
            self._refusal = "the store is closed"

    async def _current(self) -> Loaded:
        if self._writer is None:
            async with self._turn:
                if await asyncio.to_thread(stamp_of, self._place.now() / JOURNAL) != self._held.stamp:
                    self._held = await asyncio.to_thread(_held_at, self._place, self.encoding)
        return self._held

    async def _of_history(self, ask: Callable[[History], T]) -> T:
        held = await self._current()
        if self._writer is not None:
            return await asyncio.to_thread(ask, self._writer.history_up_to(held))

        def ask_there(folder: Path) -> T:
            return ask(History(folder / HISTORY, held.state.seq, held.recent, self._offsets))

        return await asyncio.to_thread(self._place.read, ask_there)

    async def _commit(self, changes: Sequence[Change], expected_version: int, event: Event | None) -> State:
        async with self._turn:
            writer = self._to_write()
            self._held = await asyncio.to_thread(writer.commit, self._held, changes, expected_version, event)
            writer.follow(self._held)
            return self.encoding.shown(self._held.state)

    def _to_write(self) -> _Writer:
        if self._writer is None:
            raise StoreError(f"{self._place.folder / self._place.store}: {self._refusal}, nothing can be changed")
        return self._writer


class _Writer:
    """What only the process that writes has."""

    def __init__(
        self, folder: Path, encoding: Encoding, lock: FolderLock, journal: JournalWriter, history: HistoryWriter
    ) -> None:
        self._folder = folder
        self._encoding = encoding
        self.lock = lock
        self._journal = journal
        self._history = history
        self.checkpoints: Checkpoints[Loaded] = Checkpoints(f"{folder.name}/{STATE}", self._save)

    def commit(self, held: Loaded, changes: Sequence[Change], expected_version: int, event: Event | None) -> Loaded:
        """What is held after the commit, once it is on the disk. Blocks; where it raises, nothing has changed."""
        before = held.state
        require_possible(before, changes, expected_version, event)
        line, kept = self._encoding.to_line(before.version + 1, changes, event)
        if event is not None:
            self._history.require_own()
        place = self._journal.append(line)
        state = applied(before, kept, event)
        if event is not None:
            self._history.add(entry_of(before.by_collection, kept, state.seq, event))
        return replace(held, state=state, extent=replace(held.extent, number=state.version, size=place))

    def history_up_to(self, held: Loaded) -> History:
        """The history of all commits up to ``held``."""
        waiting, offsets = tuple(self._history.waiting), self._history.offsets
        return History(self._folder / HISTORY, held.state.seq, waiting, offsets)

    def follow(self, held: Loaded) -> None:
        """See to it that ``held`` is in the state's file before long."""
        is_short = self._journal.length < checkpoints.LONGEST_JOURNAL
        self.checkpoints.follow(held, checkpoints.PATIENCE if is_short else checkpoints.GATHERING_SECONDS)

    async def close(self) -> None:
        """Finish the checkpoint and let go of the files."""
        await self.checkpoints.finish()
        self.let_go()

    def let_go(self) -> None:
        """Let go of the files: the journal has all that the state's lacks."""
        self._journal.close()
        self._history.close()
        self.lock.release()

    def _save(self, held: Loaded) -> None:
        """Write the state, and begin the journal anew: what was removed before is in neither file then."""
        self._journal.require_own()
        self._history.sync()
        state_file.save(self._folder / STATE, self._encoding, held.state, self._journal.require_own)
        self._journal.begin_anew(first_line(held.state), held.extent.size)


def _held_at(place: StoreLocation, encoding: Encoding) -> Loaded:
    return place.read(lambda there: load(there, encoding))


async def _open_to_write(
    folder: Path, encoding: Encoding, lock: FolderLock, known: Known | None = None
) -> tuple[Loaded, _Writer]:
    held, writer = await asyncio.to_thread(_opened, folder, encoding, lock, known)
    if held.extent.base != held.state.version:
        writer.follow(held)
    return held, writer


def _opened(folder: Path, encoding: Encoding, lock: FolderLock, known: Known | None) -> tuple[Loaded, _Writer]:
    with disk_errors(folder, "tidying up"):
        remove_unfinished(folder)
    held = known.held if known else load(folder, encoding)
    journal = JournalWriter(folder / JOURNAL, held.extent)
    try:
        history = HistoryWriter(folder / HISTORY, (known.history, known.offsets) if known else None)
        history.complete(held.state.seq, held.recent)
    except BaseException:
        journal.close()
        raise
    return replace(held, recent=()), _Writer(folder, encoding, lock, journal, history)
