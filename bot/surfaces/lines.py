"""The line to a surface, as notices go over it: it is left alone when it asks to be, and when it does not answer.

That a notice may have arrived says nothing against it once. Where several in a row may or may not have, nobody is
there: what waits is held back until the surface answers a cheap question, so that no more becomes uncertain.
"""

import logging
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from bot.domain.delivery import Delivered, Delivery, Retry, Uncertain, Unreachable
from bot.domain.people import Person
from bot.services.notices import Notice
from bot.services.notifying import HandOver, SurfaceNotifier

logger = logging.getLogger(__name__)

IN_A_ROW: Final = 3
"""How many notices in a row that may or may not have arrived are an outage."""
FIRST_WAIT: Final = timedelta(seconds=30)
LONGEST_WAIT: Final = timedelta(minutes=15)


class Line:
    """Notices go through ``notifier`` on it; ``name`` is for the log."""

    def __init__(self, notifier: SurfaceNotifier, name: str) -> None:
        self._notifier = notifier
        self._name = name
        self._until: datetime | None = None
        self._uncertain = 0
        self._waited: timedelta | None = None
        """For how long was waited last, in an outage; None while there is none."""

    def opens(self, at: datetime) -> datetime:
        """The moment, ``at`` or later, from which something may go over the line."""
        return max(at, self._until) if self._until else at

    async def prepare(
        self, person: Person, notice: Notice, at: datetime, place: str = ""
    ) -> HandOver | Retry | Unreachable:
        """As the surface's own ``prepare``, where the line is open."""
        if (opens := self.opens(at)) > at:
            return Retry(opens, for_all=True)
        if self._waited and not await self._notifier.is_up():
            return Retry(self._hold(at), for_all=True)
        prepared = await self._notifier.prepare(person, notice, at, place)
        if isinstance(prepared, Retry | Unreachable):
            self._note(prepared, at)
            return prepared
        return partial(self._hand_over, prepared, at)

    async def _hand_over(self, hand_over: HandOver, at: datetime) -> Delivery:
        outcome = await hand_over()
        self._note(outcome, at)
        return outcome

    def _note(self, outcome: Delivery, at: datetime) -> None:
        match outcome:
            case Uncertain(hung):
                self._uncertain += 1
                if hung or self._waited or self._uncertain >= IN_A_ROW:
                    self._hold(at)
            case Retry(until, for_all=True):
                self._until = until
            case Delivered():
                if self._waited:
                    logger.info("Notices go out again", extra={"surface": self._name})
                self._uncertain, self._waited = 0, None

    def _hold(self, at: datetime) -> datetime:
        """Let nothing go out for a while, each time for longer; until when."""
        if self._waited is None:
            logger.warning(
                "The workspace does not answer: notices wait until it does",
                extra={"surface": self._name, "uncertain": self._uncertain},
            )
        self._waited = min(self._waited * 2, LONGEST_WAIT) if self._waited else FIRST_WAIT
        self._until = at + self._waited
        return self._until
