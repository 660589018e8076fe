"""Delivering: the outbox is worked off for as long as the bot runs, at a pace that surfaces put up with."""

import asyncio
import logging
from datetime import timedelta
from typing import Final

from bot.app.rounds import wait_at_most
from bot.errors import without_words
from bot.services.ports import Clock
from bot.services.reminders.outbox import Outbox

logger = logging.getLogger(__name__)

_PACE: Final = 1.0
"""Seconds between two notices. Slack takes one message a second and conversation, and some hundreds a minute in all
(https://docs.slack.dev/apis/web-api/rate-limits); nobody waits for a notice by the second."""
_AFTER_FAILURE: Final = timedelta(minutes=1)


class Delivering:
    """Works off ``outbox``."""

    def __init__(self, outbox: Outbox, clock: Clock) -> None:
        self._outbox = outbox
        self._clock = clock
        self._posted = asyncio.Event()
        self._stopping = False
        outbox.on_posted = self._posted.set

    async def run(self) -> None:
        """Deliver until ``stop`` is called. What a crash left open before is settled first."""
        await self._outbox.recover(self._clock.now())
        while not self._stopping:
            self._posted.clear()
            await self._wait(await self._deliver())

    def stop(self) -> None:
        """End ``run`` once the notice under way has been handed on."""
        self._stopping = True
        self._posted.set()

    async def _deliver(self) -> float | None:
        """Deliver one notice, and say how many seconds there is nothing more to do; None for as long as none comes."""
        at = self._clock.now()
        try:
            following = await self._outbox.deliver_next(at)
        except Exception as error:  # the outbox goes on, whatever befalls one notice or one moment
            logger.error("The outbox could not be worked off", extra=without_words(error))  # noqa: TRY400
            following = at + _AFTER_FAILURE
        return None if following is None else max(_PACE, (following - at).total_seconds())

    async def _wait(self, seconds: float | None) -> None:
        if seconds == _PACE and not self._stopping:
            await asyncio.sleep(seconds)  # also where something new has come
        else:
            await wait_at_most(self._posted, seconds)
