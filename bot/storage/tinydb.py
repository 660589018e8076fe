"""The embedded store of the register."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from bot.domain.channels import ChannelId
from bot.domain.register import Register
from bot.services.ports import Changes, Event, HistoryEntry
from bot.storage.commits import apply, prepare
from bot.storage.embedded import LOCK_TIMEOUT, Embedded
from bot.storage.history import entries, entry_at
from bot.storage.lock import FolderLock
from bot.storage.records import to_line
from bot.storage.state import RegisterFiles


class TinyRegisterStore:
    """A ``RegisterStore`` in a folder, made by ``open``. One process writes there; any number may read."""

    def __init__(self, files: RegisterFiles, embedded: Embedded[Register]) -> None:
        self._files = files
        self._embedded = embedded

    @classmethod
    async def open(
        cls, folder: Path, *, read_only: bool = False, lock_timeout: float = LOCK_TIMEOUT
    ) -> TinyRegisterStore:
        """Open the store in ``folder``, which is made where it is missing.

        A writer waits for another one for up to ``lock_timeout`` seconds. A reader takes no lock, makes nothing, and
        sees what the writer commits. Raises StoreError where the files cannot be read or written, where one of them
        is damaged, and where another process still writes.
        """
        return await cls.under(None if read_only else await FolderLock.take(folder, lock_timeout), folder)

    @classmethod
    async def under(cls, lock: FolderLock | None, folder: Path) -> TinyRegisterStore:
        """As ``open``, to write under ``lock``, which the store lets go of when it closes; without one, to read."""
        files = RegisterFiles(folder)
        return cls(files, await Embedded.open(files, lock))

    async def read(self) -> Register:
        """The register as of the last commit; a reader reads the files again where they have changed.

        Raises StoreError where they cannot be read.
        """
        return (await self._embedded.current()).value

    async def commit(self, changes: Changes, expected_version: int, event: Event) -> Register:
        """Put ``changes`` in place, all or none; when this returns, they are on the disk.

        A commit whose caller is cancelled may still go through. Raises VersionConflictError where the register is not
        at ``expected_version``, StoreError where nothing was written.
        """

        def plan(register: Register) -> tuple[bytes, Register]:
            line, kept = to_line(prepare(register, changes, expected_version, event))
            return line, apply(register, kept)

        return await self._embedded.commit(plan)

    async def entry(self, seq: int) -> HistoryEntry | None:
        """The commit with the number ``seq``, or None where there is none.

        Raises StoreError where it cannot be read.
        """
        state = await self._embedded.current()
        if not 1 <= seq <= state.extent.seq:
            return None
        return await asyncio.to_thread(entry_at, self._files.journal, seq)

    async def history(self, channel: ChannelId | None = None) -> Sequence[HistoryEntry]:
        """The commits, oldest first; only those that touched ``channel``, where one is given.

        Raises StoreError where they cannot be read.
        """
        state = await self._embedded.current()
        return await asyncio.to_thread(entries, self._files.journal, state.extent.size, channel)

    async def close(self) -> None:
        """Finish the commits and the snapshot under way, and let others write; from then on nothing can be changed."""
        await self._embedded.close()
