"""What takes two: covers, who can decline, and hand-overs, which the new maintainer accepts (guideline 3.5, 4.8)."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.channels import Channel, ChannelId, HolidayCover
from bot.domain.people import Actor, Person, PersonId
from bot.domain.register import Register
from bot.domain.reminders.kept import Handover
from bot.domain.reminders.presence import Absence
from bot.domain.working_time import Days
from bot.errors import SomebotError
from bot.services.access import Access, NotAllowedError, require_somebody_here
from bot.services.committing import UnknownChannelError, change, event_of, update
from bot.services.notices import CoverDeclined, HandoverAnswered, HandoverAsked
from bot.services.ports import (
    Changes,
    DocumentChange,
    Documents,
    DocumentStore,
    Event,
    EventKind,
    Notifier,
    RegisterStore,
)
from bot.services.register.covers import left_of
from bot.services.register.people import named
from bot.services.register.records import InvalidInputError
from bot.services.register.staffing import handed_over, tell
from bot.services.reminders.documents import ABSENCES, HANDOVERS

PROPOSAL_LIFE: Final = timedelta(days=60)
"""How long a proposal can be accepted."""


class NoLongerAgreedError(SomebotError):
    """What the answer is about is over, or was taken back: ``what`` is ``cover`` or ``handover``."""

    def __init__(self, what: str) -> None:
        super().__init__(f"there is no such {what} any more")
        self.what = what


@dataclass(frozen=True, slots=True)
class Proposed:
    """A channel that ``to`` was asked to take on, and the people who could not be asked."""

    channel: Channel
    to: Person
    not_told: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class DaysAway:
    """Days on which somebody is away, and who stands in: ``other`` is whoever of the two is not the person who asks;
    None where nobody does, or where it is not known for whom."""

    start: date
    end: date
    other: Person | None


@dataclass(frozen=True, slots=True)
class HeldDays:
    """The days that the bot holds on a person, the latest first: when they are away, and when they stand in."""

    away: tuple[DaysAway, ...] = ()
    covering: tuple[DaysAway, ...] = ()


class Agreements:
    """The proposals, and the answers to them."""

    def __init__(self, work: DocumentStore, register: RegisterStore, access: Access, notifier: Notifier) -> None:
        self._work = work
        self._register = register
        self._access = access
        self._notifier = notifier

    async def held_on(self, register: Register, actor: Actor) -> HeldDays:
        """The absences and the covers that are kept of the actor; of neither a reason is. A guest is not told who the
        other one is."""
        person = actor.person.id
        covers = [cover for channel in register.channels.values() for cover in channel.holiday_covers]
        away = {(cover.start, cover.end, cover.person) for cover in covers if cover.absent == person}
        covering = {(cover.start, cover.end, cover.absent or "") for cover in covers if cover.person == person}
        alone = (await self._work.read()).of(ABSENCES).values()
        away |= {(absence.days.start, absence.days.end, "") for absence in alone if absence.person == person}
        held = HeldDays(_in_order(register, away), _in_order(register, covering))
        return _without_names(held) if actor.is_guest else held

    async def decline_cover(self, actor: Actor, absent: PersonId, days: Days, at: datetime) -> None:
        """Take back the actor's cover for ``absent`` on ``days``, as they were told of it, or what is left of it where
        some of the days were passed on. The person stays away, and is told.

        Raises NoLongerAgreedError where there is no such cover.
        """
        require_somebody_here(actor)
        told = HolidayCover(days.start, days.end, actor.person.id, absent)
        covers = {
            cover
            for channel in (await self._register.read()).channels.values()
            for cover in left_of(channel, told)
            if cover.end >= at.date()
        }
        if not covers:
            raise NoLongerAgreedError("cover")
        left = {first: max(one.end for one in covers if one.start == first) for first in {one.start for one in covers}}
        absences = {f"{absent}/{first}": Absence(absent, Days(first, last)) for first, last in left.items()}
        puts = [DocumentChange.put(ABSENCES, key, absence) for key, absence in absences.items()]
        await update(self._work, lambda _: puts)

        def plan(register: Register) -> Changes:
            changed = (
                replace(channel, holiday_covers=tuple(one for one in channel.holiday_covers if one not in covers))
                for channel in register.channels.values()
                if covers.intersection(channel.holiday_covers)
            )
            return Changes(tuple(changed))

        _, after = await change(self._register, event_of(actor, at, EventKind.COVER_DECLINED), plan)
        for first, last in sorted(left.items()):
            await tell(self._notifier, [after.person(absent)], CoverDeclined(actor.person, first, last), at)

    async def propose_handover(
        self, actor: Actor, channel_id: ChannelId, to: str, authorised_by: str, at: datetime
    ) -> Proposed:
        """Ask the person whom ``to`` names to maintain the channel in the actor's place; until they accept, nothing
        changes. Raises as ``Staffing.hand_over`` does."""
        register = await self._register.read()
        handed_over(register, actor.on(at.date()), channel_id, to, authorised_by, at.date())
        proposal, key = Handover(channel_id, actor.person.id, to, authorised_by, at.date()), secrets.token_hex(6)
        await update(self._work, lambda _: [DocumentChange.put(HANDOVERS, key, proposal)])
        channel, successor = register.channels[channel_id], named(register, to)
        by = register.people.get(actor.person.id, actor.person)
        asked = HandoverAsked(key, channel, by, named(register, authorised_by))
        return Proposed(channel, successor, await tell(self._notifier, [successor], asked, at))

    async def accept_handover(self, actor: Actor, key: str, at: datetime) -> Channel:
        """Take the channel on, and tell the person who proposed it.

        Raises NoLongerAgreedError where the proposal is gone, or could not be made any more.
        """
        proposal = await self._proposal(actor, key, at)

        def plan(register: Register) -> Changes:
            proposer = self._access.actor(register.person(proposal.by)).on(at.date())
            return handed_over(register, proposer, proposal.channel, proposal.to, proposal.authorised_by, at.date())

        try:
            _, after = await change(self._register, Event(proposal.by, at, EventKind.HANDOVER), plan)
        except (NotAllowedError, InvalidInputError, UnknownChannelError) as error:
            raise NoLongerAgreedError("handover") from error
        channel = after.channels[proposal.channel]
        await self._settle(actor, key, proposal, channel, accepted=True, at=at)
        return channel

    async def decline_handover(self, actor: Actor, key: str, at: datetime) -> None:
        """Leave the channel with the person who proposed to hand it over, and tell them.

        Raises NoLongerAgreedError where the proposal is gone.
        """
        register, proposal = await self._register.read(), await self._proposal(actor, key, at)
        if channel := register.channels.get(proposal.channel):
            await self._settle(actor, key, proposal, channel, accepted=False, at=at)

    async def _proposal(self, actor: Actor, key: str, at: datetime) -> Handover:
        """The proposal that the actor was asked to answer."""
        proposal = (await self._work.read()).of(HANDOVERS).get(key)
        register = await self._register.read()
        if (
            proposal is None
            or at.date() - proposal.asked > PROPOSAL_LIFE
            or named(register, proposal.to).id != actor.person.id
        ):
            raise NoLongerAgreedError("handover")
        return proposal

    async def _settle(
        self, actor: Actor, key: str, proposal: Handover, channel: Channel, *, accepted: bool, at: datetime
    ) -> None:
        def plan(documents: Documents) -> list[DocumentChange]:
            outdated = (
                other
                for other, one in documents.of(HANDOVERS).items()
                if other == key or at.date() - one.asked > PROPOSAL_LIFE
            )
            return [DocumentChange.remove(HANDOVERS, other) for other in outdated]

        await update(self._work, plan)
        proposer = (await self._register.read()).person(proposal.by)
        await tell(self._notifier, [proposer], HandoverAnswered(channel, actor.person, accepted), at)


def _without_names(held: HeldDays) -> HeldDays:
    nameless = [tuple(replace(one, other=None) for one in days) for days in (held.away, held.covering)]
    return HeldDays(*(tuple(dict.fromkeys(days)) for days in nameless))


def _in_order(register: Register, days: Iterable[tuple[date, date, PersonId]]) -> tuple[DaysAway, ...]:
    latest_first = sorted(days, reverse=True)
    return tuple(DaysAway(start, end, register.person(other) if other else None) for start, end, other in latest_first)
