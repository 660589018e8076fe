"""Looking: the channels' sources are looked at for as long as the bot runs."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import Final

from bot.app.rounds import SETTLING, wait_at_most
from bot.errors import without_words
from bot.services.activity.watching import Watching
from bot.services.ports import Clock

logger = logging.getLogger(__name__)

BETWEEN_ROUNDS: Final = timedelta(minutes=10)
"""A source is due about hourly, so that most rounds find some, and each is seen in the hour before reminders go out."""


class Looking:
    """Goes round after round of ``watching``; at once when somebody waits to hear of a source."""

    def __init__(
        self,
        watching: Watching,
        clock: Clock,
        *,
        settling: timedelta = SETTLING,
        between: timedelta = BETWEEN_ROUNDS,
    ) -> None:
        self._watching = watching
        self._clock = clock
        self._settling = settling
        self._between = between
        self._expected = asyncio.Event()
        watching.on_expected = self._expected.set

    async def run(self) -> None:
        """Look until cancelled. What fails is logged, and tried again in the next round."""
        await self._wait(self._settling)
        while True:
            self._expected.clear()
            try:
                await self._watching.look(self._clock.now())
            except Exception as error:  # the rounds go on, whatever befalls one
                logger.error("Sources could not be looked at", extra=without_words(error))  # noqa: TRY400
            await self._wait(self._between)

    async def _wait(self, time: timedelta) -> None:
        await wait_at_most(self._expected, time.total_seconds())
