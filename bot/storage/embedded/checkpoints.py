"""Checkpoints: some time after a commit the state is written, once for all that came meanwhile."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Final, Generic, TypeVar

from bot.errors import StoreError
from bot.memory import give_back

logger = logging.getLogger(__name__)

LONGEST_JOURNAL: Final = 2**20
"""How many bytes of a journal are enough for a checkpoint: some thousand commits, which a start replays in a fraction
of a second; with fewer, all documents would be written all the time."""
PATIENCE: Final = 60.0
"""How many seconds at most what was removed or replaced is still in the journal: it may be somebody's question."""
GATHERING_SECONDS: Final = 1.0
"""How many seconds commits are gathered where the journal is long: each checkpoint writes all and delays commits."""

S = TypeVar("S")
T = TypeVar("T")


class Unfinished:
    """Work that goes on to its end, also where the caller does not wait for it any more."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Let ``work`` go on by itself."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    async def wait(self, work: Coroutine[Any, Any, T]) -> T:
        """What comes of ``work``. A caller that is cancelled, as when a request times out, does not stop it."""
        return await asyncio.shield(self.start(work))

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            task.exception()  # a caller who is gone never asks, and asyncio would complain of that as of a fault


class Checkpoints(Generic[S]):
    """Sees to it that ``save``, which blocks, is called with the newest state; ``name`` is the file's in the log.

    Commits that follow one another share a checkpoint. One that fails is tried again after the next commit: the journal
    holds all of it.
    """

    def __init__(self, name: str, save: Callable[[S], None]) -> None:
        self._name = name
        self._save = save
        self._wanted: S | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._unfinished = Unfinished()
        self._one_at_a_time = asyncio.Lock()

    def follow(self, state: S, within: float) -> None:
        """Have ``state``, or a later one, in the file in ``within`` seconds, or sooner."""
        self._wanted = state
        loop = asyncio.get_running_loop()
        due = loop.time() + within
        if self._timer is None or due < self._timer.when():
            self._stop_timer()
            self._timer = loop.call_at(due, self._write_in_background)

    async def write(self) -> None:
        """Write what is not yet in the file, now. Raises StoreError."""
        self._stop_timer()
        # In a task of its own, so that a caller who is cancelled does not let a second thread write the file.
        await self._unfinished.wait(self._write())

    async def finish(self) -> None:
        """As ``write``, for the end: one that fails is logged."""
        self._stop_timer()
        await self._unfinished.wait(self._try_to_write())

    async def stop(self) -> None:
        """Write nothing more; what is under way comes to its end."""
        self._stop_timer()
        self._wanted = None
        await self.settle()

    async def settle(self) -> None:
        """Wait for the checkpoint under way, if there is one."""
        async with self._one_at_a_time:
            pass

    def _write_in_background(self) -> None:
        self._timer = None
        self._unfinished.start(self._try_to_write())

    async def _try_to_write(self) -> None:
        try:
            await self._write()
        except StoreError as error:
            logger.warning(
                "The state was not written; the journal holds all, and the next commit tries again",
                extra={"file": self._name, "why": str(error)},
            )

    async def _write(self) -> None:
        async with self._one_at_a_time:
            state = self._wanted
            if state is None:
                return
            await asyncio.to_thread(self._save, state)
            await asyncio.to_thread(give_back)  # all documents at once take some MiB, and are not written often
            if self._wanted is state:
                self._wanted = None

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
