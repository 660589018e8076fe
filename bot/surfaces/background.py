"""Work that goes on after a workspace has been answered, which waits some seconds at most."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime
from typing import Any, Final, TypeVar

from bot.errors import without_words
from bot.services.interruptions import Interruptions

logger = logging.getLogger(__name__)

GRACE: Final = 0.02
"""Seconds for which the answer waits for work: what is ready by then goes out with it, the rest follows by itself.
Looking something up takes under a millisecond; only a slow disk or the workspace itself takes longer."""

T = TypeVar("T")


class Background:
    """The tasks under way. ``grace`` is in seconds.

    What somebody waits for is kept in ``interruptions`` before the workspace is answered, unless it is done within the
    grace.
    """

    def __init__(self, interruptions: Interruptions, grace: float = GRACE) -> None:
        self._interruptions = interruptions
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

    async def quickly(
        self, work: Coroutine[Any, Any, T], otherwise: Callable[[T], Awaitable[None]], identity: str, at: datetime
    ) -> T | None:
        """What comes of ``work`` where that is quick; else None before long, and ``otherwise`` is called with it later,
        by which the person gets their reply."""
        task = asyncio.create_task(work)
        try:
            # Work that waits for nothing is done in its first turn, however long the others' turns before it take.
            await asyncio.sleep(0)
        finally:
            if not task.done():
                self._keep(task)
        if not task.done():
            await asyncio.wait({task}, timeout=self._grace)
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
