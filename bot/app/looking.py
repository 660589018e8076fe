"""Looking: the channels' sources are looked at for as long as the bot runs."""

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


async def go_on_looking(
    watching: Watching, clock: Clock, *, settling: timedelta = SETTLING, between: timedelta = BETWEEN_ROUNDS
) -> None:
    """Go round after round of ``watching`` until cancelled; at once when somebody waits to hear of a source. What fails
    is logged, and tried again in the next round."""
    expected = asyncio.Event()
    watching.on_expected = expected.set
    await wait_at_most(expected, settling.total_seconds())
    while True:
        expected.clear()
        try:
            await watching.look(clock.now())
        except Exception as error:  # the rounds go on, whatever befalls one
            logger.error("Sources could not be looked at", extra=without_words(error))  # noqa: TRY400
        await wait_at_most(expected, between.total_seconds())
