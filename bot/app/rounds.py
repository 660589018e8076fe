"""Rounds: what is due by itself is done, by APScheduler, for as long as the bot runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from bot.domain.working_time import WorkingTime
from bot.errors import without_words
from bot.services.ports import Clock

logger = logging.getLogger(__name__)

SETTLING: Final = timedelta(seconds=5)
"""The first round waits for so long, so that it does not hold up the start."""

Round = Callable[[datetime], Awaitable[None]]


class Rounds:
    """Calls ``go_round`` at the hour of reminders, and at the same minute of the other hours, for what could not be
    done then; also when ``settling`` has passed since the start, for the hour may have come while the bot was away.
    Whatever is too early, too late or done already, the round itself leaves out."""

    def __init__(self, go_round: Round, clock: Clock, working: WorkingTime, *, settling: timedelta = SETTLING) -> None:
        self._go_round = go_round
        self._clock = clock
        self._working = working
        self.scheduler = AsyncIOScheduler(timezone=working.zone)
        self.scheduler.add_job(
            self.run,
            CronTrigger(minute=working.remind_at.minute, timezone=working.zone),
            id="rounds",
            next_run_time=datetime.now(working.zone) + settling,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )

    def start(self) -> None:
        """Run from now on, in the event loop that runs."""
        self.scheduler.start()

    def stop(self) -> None:
        """Run no more. A commit under way goes through or leaves nothing."""
        self.scheduler.shutdown(wait=False)

    async def run(self) -> None:
        """One round. What fails is logged, and tried again in the next one."""
        at = self._clock.now()
        try:
            # The first time, the calendar of holidays is imported: for a fifth of a second, nobody would get a reply.
            await asyncio.to_thread(self._working.next_round, at)
            await self._go_round(at)
        except Exception as error:  # the rounds go on, whatever befalls one
            _log(error)


def _log(error: Exception) -> None:
    logger.error("A round failed", extra=without_words(error))
