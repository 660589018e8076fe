"""The bot, put together: what the command line and the surfaces are given by ``bootstrap``."""

import asyncio
import logging
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from bot.app.heartbeat import Heartbeat
from bot.app.stores import Leading
from bot.conversation.exchange import Incoming, Outcome
from bot.conversation.handle import Conversation
from bot.conversation.turn import Services
from bot.domain.guideline import Guideline
from bot.errors import without_words
from bot.services.claims import Claims
from bot.services.interruptions import Interruptions
from bot.services.ports import Clock, Store
from bot.services.privacy.forgetting import Forgetting
from bot.services.register.lists.transfer import Transfer
from bot.services.reminders.outbox import Outbox
from bot.services.reminders.punctuality import Punctuality
from bot.settings import Settings
from bot.surfaces.surface import Bot, Handle, Surfaces

logger = logging.getLogger(__name__)

_ANOTHERS: Final = timedelta(minutes=5)
"""For how long somebody waits, at most, whom another process that lives may still answer."""
_A_YEAR: Final = timedelta(days=366)
_LOOK_FOR: Final = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Application:
    """The bot, put together."""

    settings: Settings
    clock: Clock
    store: Store
    questions: Store
    guideline: Guideline
    conversation: Conversation
    services: Services
    transfer: Transfer
    outbox: Outbox
    claims: Claims
    interruptions: Interruptions
    forgetting: Forgetting
    surfaces: Surfaces
    punctuality: Punctuality
    leading: Leading = None
    delivery: asyncio.Lock = field(default_factory=asyncio.Lock)
    round_counts: Counter[str] = field(default_factory=Counter)
    """How many rounds this process has ``done`` so far, and how many have ``failed``."""
    heartbeat: Heartbeat | None = None
    """Tells a monitor of each round, where one is set."""

    @property
    def stores(self) -> tuple[Store, ...]:
        """All that has to be readable for the bot to be ready."""
        return self.store, self.questions

    @property
    def reaches_people(self) -> bool:
        """Whether there is any surface to bring notices to people on."""
        return len(self.surfaces) > 0

    def seen_from(self, scheme: str) -> Bot:
        """The bot as the surface with ``scheme`` is given it."""
        return Bot(
            handle=self._handle_on(scheme),
            people=self.services.people,
            staffing=self.services.staffing,
            absences=self.services.absences,
            interruptions=self.interruptions,
            claims=self.claims,
            clock=self.clock,
            command=self.settings.command,
            language=self.settings.language,
            named=frozenset((*self.settings.ict_secretaries, *self.settings.deciders)),
        )

    def _handle_on(self, scheme: str) -> Handle:
        async def handle(incoming: Incoming) -> Outcome:
            self.surfaces.met(incoming.person, scheme)
            return await self.conversation.handle(incoming)

        return handle

    async def start(self, at: datetime) -> None:
        """Hand on what a stop has left undone, forget what was kept for long enough, and get ready for those who look
        something up. Raises StoreError."""
        await self.interruptions.tell(at, older_than=_ANOTHERS if self.leading else timedelta())
        await self.services.open_questions.resume(at)
        await self.forgetting.run(at)
        await self.conversation.get_ready()

    async def settle(self) -> None:
        """Finish what is written and told by the way; to be called before the stores are closed."""
        await self.services.question_log.settle()
        await self.interruptions.settle()
        if self.heartbeat is not None:
            await self.heartbeat.close()

    async def deliver(self, at: datetime) -> None:
        """Let the notices that are due ``at`` go out."""
        if self.reaches_people:
            async with self.delivery:
                await self.outbox.deliver_due(at)

    async def look(self, at: datetime) -> None:
        """Look at the sources that are due ``at``, so that what happens next knows of updates up to now. What hangs is
        waited for no longer than five minutes, and what fails holds nothing up."""
        try:
            await self.services.watching.look_for(at, _LOOK_FOR)
        except Exception as error:
            logger.error("Sources could not be looked at", extra=without_words(error))  # noqa: TRY400

    async def go_round(self, at: datetime) -> None:
        """Put what is due ``at`` into the outbox, and forget what nobody needs any more; then keep that this was done,
        and tell the ICT secretary of days on which it was not."""
        await self._do_what_is_due(at)
        await self.punctuality.note(at)

    async def _do_what_is_due(self, at: datetime) -> None:
        await self.look(at)
        await self.services.rounds.run(at)
        await self.services.open_questions.resume(at)
        await self.forgetting.run(at)

    def after_round(self, at: datetime, *, well: bool) -> None:
        """Note what came of the round of ``at``, and let the monitor hear of it."""
        self.round_counts["done" if well else "failed"] += 1
        if self.heartbeat is not None:
            self.heartbeat.soon(well=well)

    async def go_round_and_deliver(self, at: datetime) -> None:
        """Do what is due ``at``, and let it go out at once; for the console, which misses nothing by being closed."""
        await self._do_what_is_due(at)
        await self.deliver(at)

    async def pass_time(self, start: datetime, end: datetime) -> None:
        """Do what is due after ``start``, each thing at its time, up to ``end``; of a long time, in its last year."""
        moment, working = max(start, end - _A_YEAR), self.settings.working
        while (moment := working.next_round(moment)) <= end:
            await self.go_round_and_deliver(moment)
