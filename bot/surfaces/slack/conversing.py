"""What somebody does in Slack becomes an ``Incoming``, and the conversation's outcome comes back."""

import asyncio
import logging
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from bot.conversation.exchange import Content, Incoming, Outcome
from bot.domain.people import Person, person_from_reference
from bot.errors import SomebotError, without_words
from bot.messages.model import Message
from bot.messages.parts import note
from bot.messages.texts import texts_in
from bot.services.register.people import People
from bot.surfaces.background import Background
from bot.surfaces.slack.directory import Directory, Profile
from bot.surfaces.slack.roster import Roster
from bot.surfaces.surface import Handle

logger = logging.getLogger(__name__)

_NAMES: Final = 1.0
"""Seconds that a reply waits for names; where Slack takes longer, it goes out without them."""

_AT_ONCE: Final = 8


@dataclass(frozen=True, slots=True)
class Conversing:
    """Hands things to the conversation, with who did them.

    Of those that had to wait until Slack said who that is, ``late`` lets only some be replied to at a time: when a slow
    Slack answers for hundreds at once, nobody else would get a turn for long. ``named`` are the identities to which the
    settings give a role.
    """

    handle: Handle
    directory: Directory
    people: People
    roster: Roster
    background: Background
    named: frozenset[str] = frozenset()
    late: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))

    async def outcome(
        self,
        user_id: str,
        content: Content,
        at: datetime,
        *,
        private: bool = True,
        alone: bool = False,
        conversation: str = "",
        overheard: bool = False,
        may_be_overheard: bool = False,
        replies_to: str = "",
    ) -> Outcome:
        """What the bot makes of ``content`` that was said in ``conversation``, in reply to what stands at that place.

        Guests, bots, people of other workspaces and closed accounts get public facts only; so does whoever the
        directory cannot be asked about just now, unless the register knows them. What all see is public as well,
        whoever asks, where it is ``overheard`` by people of other workspaces; where it ``may_be_overheard``, whoever
        shares something is asked.
        """
        kept = self.directory.kept(user_id, at)
        profile = kept or await self.directory.profile(user_id, at)
        person, guest = await self._who(profile)
        await self._introduce(at)
        incoming = Incoming(
            person,
            content,
            at,
            locale=profile.locale,
            guest=guest,
            private=private,
            alone=alone,
            conversation=conversation,
            replies_to=replies_to,
            overheard=overheard,
            may_be_overheard=may_be_overheard,
        )
        if kept:
            return await self.handle(incoming)
        async with self.late:
            await asyncio.sleep(0)  # a reply that waits for nothing would be over before the next one had to wait
            outcome = await self.handle(incoming)
        return outcome if profile.known or overheard or not guest else _unsure(outcome)

    async def _introduce(self, at: datetime) -> None:
        """Learn the names of people who have just come into the register, so that a reply has them."""
        try:
            if await self.roster.is_up_to_date():
                return
        except SomebotError:
            return  # the conversation says it, where it needs the register as well
        await asyncio.wait({self.background.start(self.roster.introduce(at))}, timeout=_NAMES)

    async def _who(self, profile: Profile) -> tuple[Person, bool]:
        try:
            if profile.belongs:
                return await self.people.in_directory(profile.account), False
            stranger = profile.known or not await self._is_ours(profile.identity)
            return await self.people.by_identity(profile.identity, profile.name), stranger
        except SomebotError as error:  # the conversation says it, where it needs the register as well
            logger.warning("The register could not be asked who somebody is", extra=without_words(error))
            return person_from_reference(profile.identity), not profile.belongs

    async def _is_ours(self, identity: str) -> bool:
        """Whether the settings or the register name the account, whose id Slack has signed."""
        return identity in self.named or await self.people.knows(identity)


def _unsure(outcome: Outcome) -> Outcome:
    """``outcome`` with a word on why it has less in it than the person may expect."""
    reply = outcome.reply
    if not isinstance(reply, Message):
        return outcome
    return replace(
        outcome, reply=Message((note(texts_in(reply.language)("names-missing")), *reply.blocks), reply.language)
    )
