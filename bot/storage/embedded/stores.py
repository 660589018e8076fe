"""The embedded stores of one folder, opened and closed together."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Final

from bot.errors import StoreError
from bot.services.ports import Collection, Rewriting
from bot.storage.embedded.claims import FileClaims
from bot.storage.embedded.files import create_folder, disk_errors, remove_unfinished
from bot.storage.embedded.lock import FolderLock
from bot.storage.embedded.rewriting import StoresAnew
from bot.storage.embedded.store import EmbeddedStore
from bot.storage.embedded.switching import KEPT, QUESTIONS, StoreLocation, finish_switch, remove_left_over
from bot.storage.embedded.version_1 import migrate, readable

logger = logging.getLogger(__name__)

LOCK_TIMEOUT: Final = 30.0
"""How many seconds a writer waits for the one before it."""

_FEW: Final = 50
"""Of so many commits that have come meanwhile, others wait until they are rewritten too; more are rewritten beside."""
_ROUNDS: Final = 5
"""After so many looks for more commits, those that are left are rewritten while others wait."""


@dataclass(frozen=True, slots=True)
class EmbeddedStores:
    """The stores of a folder: what is ``kept``, changes to which can go together in one commit, and the ``questions``,
    which forget. Made by ``open``."""

    kept: EmbeddedStore
    questions: EmbeddedStore
    claims: FileClaims
    leading: ClassVar[None] = None
    """One process writes in a folder, and does what goes on by itself."""
    _folder: Path
    _closing: AsyncExitStack
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)

    @classmethod
    async def open(
        cls,
        folder: Path,
        *,
        kept: Sequence[Collection[Any]] = (),
        questions: Sequence[Collection[Any]] = (),
        read_only: bool = False,
        lock_timeout: float = LOCK_TIMEOUT,
    ) -> EmbeddedStores:
        """Open the stores in ``folder``, which is made where it is missing, with the collections of each.

        One process writes in a folder; it waits for another one for up to ``lock_timeout`` seconds. Files of an older
        version become stores then. Readers take no lock, make nothing, and see what the writer commits. Raises
        StoreError where files are damaged, cannot be read or written, and where another process still writes; none is
        open then.
        """
        lock = None if read_only else await FolderLock.take(folder, lock_timeout)
        try:
            async with AsyncExitStack() as opened:
                if lock is None:
                    folder = opened.enter_context(readable(folder))
                else:
                    await asyncio.to_thread(_prepare, folder, kept, questions)
                first = await EmbeddedStore.under(lock and lock.share(), StoreLocation(folder, KEPT), kept)
                opened.push_async_callback(first.close)
                place = StoreLocation(folder, QUESTIONS)
                second = await EmbeddedStore.under(lock and lock.share(), place, questions)
                opened.push_async_callback(second.close)
                claims = FileClaims(folder)
                opened.callback(claims.close)
                return cls(first, second, claims, folder, opened.pop_all())
        finally:
            if lock is not None:
                lock.release()

    async def rewrite(self, rewriting: Rewriting) -> None:
        """Rewrite both stores at one stroke: a ``Rewrite``. Commits wait for the last of it only. A caller that is
        cancelled does not stop it."""
        await asyncio.shield(self._rewrite(rewriting))

    async def _rewrite(self, rewriting: Rewriting) -> None:
        async with self._one_at_a_time:
            anew = StoresAnew(self._folder, rewriting, self.kept.encoding, self.questions.encoding)
            try:
                await asyncio.to_thread(anew.begin)
                for _ in range(_ROUNDS):
                    kept, questions = self.kept.so_far(), self.questions.so_far()
                    written = await asyncio.to_thread(anew.prepare, kept.state, questions.state, kept.history)
                    if written < _FEW:
                        break
                with _decided(anew):
                    async with self.kept.at_rest() as kept, self.questions.at_rest() as questions:
                        kept.known, questions.known = await asyncio.to_thread(
                            anew.finish, kept.state, questions.state, kept.history
                        )
            finally:
                await asyncio.to_thread(_tidy_up, self._folder)

    async def close(self) -> None:
        """Finish what is under way, and let others write when the last is closed."""
        await self._closing.aclose()


def _prepare(folder: Path, kept: Sequence[Collection[Any]], questions: Sequence[Collection[Any]]) -> None:
    with disk_errors(folder, "tidying up"):
        remove_unfinished(folder)
    finish_switch(folder)
    _tidy_up(folder)
    migrate(folder, {KEPT: kept, QUESTIONS: questions})
    for name in (KEPT, QUESTIONS):
        with disk_errors(folder / name, "making the folder"):
            create_folder(folder / name)


@contextmanager
def _decided(anew: StoresAnew) -> Iterator[None]:
    """What is decided is done, though the disk refuses the rest: the next start goes on, and nothing changes before."""
    try:
        yield
    except StoreError as error:
        if not anew.decided:
            raise
        logger.warning("What was rewritten is put in place at the next start", extra={"why": str(error)})


def _tidy_up(folder: Path) -> None:
    try:
        remove_left_over(folder)
    except StoreError as error:
        logger.warning("Replaced stores could not be removed", extra={"why": str(error)})
