"""Rounds: what is due by itself is done, for as long as the bot runs."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

from bot.domain.calendar.working_time import WorkingTime
from bot.errors import without_words
from bot.services.ports import Clock

logger = logging.getLogger(__name__)

SETTLING: Final = timedelta(seconds=5)
"""How long the first round waits, so that it does not hold up the start."""
_LOOK_AGAIN: Final = timedelta(minutes=1)
"""How often the clock is looked at: time that the machine sleeps, or that its clock is set by, passes for nobody who
waits."""


GoRound = Callable[[datetime], Awaitable[None]]
Wait = Callable[[asyncio.Event, float], Awaitable[None]]


async def wait_at_most(event: asyncio.Event, seconds: float | None) -> None:
    """Wait until ``event`` is set, for at most ``seconds``, if there is a limit."""
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)


class After(Protocol):
    """Hears of each round that is over."""

    def __call__(self, at: datetime, *, well: bool) -> None:
        """Take note that the round of ``at`` is over, and whether it went ``well``. Nothing is raised."""
        ...


class Rounds:
    """Calls ``go_round`` at the hour of reminders, and at the same minute of the other hours, for what could not be
    done then; also when ``settling`` has passed since the start, for the hour may have come while the bot was away.
    Whatever is too early, too late or done already, the round itself leaves out. ``after`` hears of each."""

    def __init__(
        self,
        go_round: GoRound,
        clock: Clock,
        working: WorkingTime,
        *,
        settling: timedelta = SETTLING,
        wait: Wait = wait_at_most,
        after: After = lambda at, *, well: None,
    ) -> None:
        self._go_round = go_round
        self._clock = clock
        self._working = working
        self._settling = settling
        self._wait = wait
        self._after = after
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Go one round after the other until ``stop`` is called. One that comes late is gone all the same."""
        await self._wait(self._stopping, self._settling.total_seconds())
        while not self._stopping.is_set():
            await self._go(at := self._clock.now())
            await self._until_after(at)

    def stop(self) -> None:
        """End ``run`` once the round under way is over."""
        self._stopping.set()

    async def _until_after(self, at: datetime) -> None:
        """Wait for the first time for a round after ``at``, by a clock that may be set forward or back meanwhile."""
        due = self._working.next_attempt(at)
        # In UTC: of two times in one zone, Python does not see that the clocks change between them.
        while (now := self._clock.now().astimezone(UTC)) < due and not self._stopping.is_set():
            await self._wait(self._stopping, min(due - now, _LOOK_AGAIN).total_seconds())
            due = min(due, self._working.next_attempt(now))

    async def _go(self, at: datetime) -> None:
        """One round. What fails is logged, and tried again in the next one."""
        try:
            await self._go_round(at)
        except Exception as error:  # the rounds go on, whatever befalls one
            logger.error("A round failed", extra=without_words(error))  # noqa: TRY400 - it may quote what came
            self._after(at, well=False)
        else:
            self._after(at, well=True)
