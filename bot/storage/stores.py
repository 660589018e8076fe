"""The embedded stores of one folder, opened and closed together."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bot.services.ports import Collection
from bot.storage.document_store import TinyDocumentStore
from bot.storage.embedded import LOCK_TIMEOUT
from bot.storage.lock import FolderLock
from bot.storage.tinydb import TinyRegisterStore

WORK: Final = "work"
QUESTIONS: Final = "questions"
DOCUMENT_STORES: Final = frozenset({WORK, QUESTIONS})


@dataclass(frozen=True, slots=True)
class EmbeddedStores:
    """The stores of a folder, whose files have a rate of change of their own each: the register, the work in hand (what
    was sent and is to be sent, what somebody put off), and the questions. Made by ``open``."""

    register: TinyRegisterStore
    work: TinyDocumentStore
    questions: TinyDocumentStore

    @classmethod
    async def open(
        cls,
        folder: Path,
        *,
        work: Sequence[Collection[Any]] = (),
        questions: Sequence[Collection[Any]] = (),
        read_only: bool = False,
        lock_timeout: float = LOCK_TIMEOUT,
    ) -> EmbeddedStores:
        """Open the stores in ``folder``, which is made where it is missing, with the collections of each.

        One process writes in a folder; it waits for another one for up to ``lock_timeout`` seconds. Readers take no
        lock. Raises StoreError as each store's own ``open``; none is open then.
        """
        lock = None if read_only else await FolderLock.take(folder, lock_timeout)
        async with AsyncExitStack() as opened:
            if lock is not None:
                opened.callback(lock.release)
            register = await TinyRegisterStore.under(lock and lock.share(), folder)
            opened.push_async_callback(register.close)
            works = await TinyDocumentStore.under(lock and lock.share(), folder, WORK, work)
            opened.push_async_callback(works.close)
            asked = await TinyDocumentStore.under(lock and lock.share(), folder, QUESTIONS, questions)
            opened.pop_all()
        if lock is not None:
            lock.release()
        return cls(register, works, asked)

    async def close(self) -> None:
        """Finish what is under way, and let others write when the last is closed."""
        for store in (self.questions, self.work, self.register):
            await store.close()
