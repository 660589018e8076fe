"""Work that goes on after a workspace has been answered, which waits some seconds at most; and that is done once."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Coroutine, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Final, TypeVar

from bot.errors import SomebotError, without_words
from bot.services.claims import Claims
from bot.services.interruptions import Interruptions

logger = logging.getLogger(__name__)

GRACE: Final = 0.02
"""Seconds for which the answer waits for work: what is ready by then goes out with it, the rest follows by itself.
Looking something up takes under a millisecond; only a slow disk or the workspace itself takes longer."""

T = TypeVar("T")


class WorkspaceError(SomebotError):
    """A workspace did not do what was asked of it; ``code`` is its own word for why. Where it is ``uncertain``, it may
    have."""

    def __init__(self, message: str, code: str, *, uncertain: bool) -> None:
        super().__init__(message)
        self.code = code
        self.uncertain = uncertain


@contextmanager
def releasing(claims: Claims, keys: Collection[str]) -> Iterator[None]:
    """Release the claim on ``keys`` where what is done inside fails, unless it may be done all the same."""
    try:
        yield
    except BaseException as error:
        if not (isinstance(error, WorkspaceError) and error.uncertain):
            claims.release(keys)
        raise


class Background:
    """The tasks under way, each of which is claimed in ``claims`` where it is to be done once. ``grace`` is in seconds.

    What somebody waits for is kept in ``interruptions`` before the workspace is answered, unless it is done within the
    grace.
    """

    def __init__(self, interruptions: Interruptions, claims: Claims, grace: float = GRACE) -> None:
        self._interruptions = interruptions
        self._claims = claims
        self._grace = grace
        self._tasks: set[asyncio.Task[Any]] = set()

    def __len__(self) -> int:
        return len(self._tasks)

    def start(self, work: Coroutine[Any, Any, object]) -> asyncio.Task[Any]:
        """Let ``work`` go on by itself. What it raises is logged."""
        return self._keep(asyncio.create_task(work))

    async def reply(self, work: Coroutine[Any, Any, object], identity: str, at: datetime) -> None:
        """Let ``work``, by which the person gets their reply, go on by itself, and return when the workspace can be
        answered."""
        task = self.start(work)
        await asyncio.wait({task}, timeout=self._grace)
        if not task.done():
            await self._keep_waiting(task, identity, at)

    async def reply_once(
        self, keys: Collection[str], work: Callable[[], Coroutine[Any, Any, object]], identity: str, at: datetime
    ) -> None:
        """As ``reply``, with what ``work`` gives, unless the thing with these ``keys`` was taken on before."""
        if await self._claims.take(keys):
            await self.reply(self._claimed(keys, work()), identity, at)
            self._claims.settle(keys)  # from here on, it is kept that somebody waits

    async def quickly(
        self,
        work: Coroutine[Any, Any, T],
        otherwise: Callable[[T], Awaitable[None]],
        identity: str,
        at: datetime,
        *,
        patience: float | None = None,
    ) -> T | None:
        """What comes of ``work`` where that takes no longer than ``patience``, in seconds, or the grace; else None, and
        ``otherwise`` is called with it later, by which the person gets their reply."""
        task = asyncio.create_task(work)
        try:
            # Work that waits for nothing is done in its first turn, however long the others' turns before it take.
            await asyncio.sleep(0)
        finally:
            if not task.done():
                self._keep(task)
        if not task.done():
            await asyncio.wait({task}, timeout=self._grace if patience is None else patience)
        if task.done():
            return task.result()
        await self._keep_waiting(self.start(_following(task, otherwise)), identity, at)
        return None

    async def drain(self, patience: float) -> None:
        """Wait for what is under way, for at most ``patience`` seconds; the rest is cancelled."""
        deadline = asyncio.get_running_loop().time() + patience
        while self._tasks and (left := deadline - asyncio.get_running_loop().time()) > 0:
            await asyncio.wait(set(self._tasks), timeout=left)
        for task in set(self._tasks):
            task.cancel()

    async def _claimed(self, keys: Collection[str], work: Coroutine[Any, Any, object]) -> None:
        try:
            with releasing(self._claims, keys):
                await work
        except WorkspaceError as error:
            if error.uncertain:
                logger.warning("It is not known whether a reply has arrived", extra={"why": error.code})
            else:
                logger.error("A reply did not get through", extra={"why": error.code})  # noqa: TRY400 - the code says all

    async def _keep_waiting(self, task: asyncio.Task[Any], identity: str, at: datetime) -> None:
        """Keep that the person waits for what ``task`` brings, for as long as it does. One that a stop has cancelled
        leaves it waiting."""
        key = await self._interruptions.begin(identity, at)

        def ended(task: asyncio.Task[Any]) -> None:
            if not task.cancelled():
                self._interruptions.end(key)

        task.add_done_callback(ended)

    def _keep(self, task: asyncio.Task[T]) -> asyncio.Task[T]:
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            logger.error("What was to follow did not", extra=without_words(error))


async def _following(task: asyncio.Task[T], then: Callable[[T], Awaitable[None]]) -> None:
    await then(await task)
