"""What takes two: covers, who can decline, and hand-overs, which the new maintainer accepts (guideline 3.5, 4.8)."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.calendar.working_time import Days
from bot.domain.channels import Channel, ChannelId, HolidayCover
from bot.domain.people import Actor, Person, PersonId
from bot.domain.register import Register
from bot.domain.reminders.kept import Handover
from bot.domain.reminders.notice import Answer, Answered
from bot.domain.reminders.presence import Absence
from bot.errors import SomebotError
from bot.services.access import Access, NotAllowedError, require_ict_secretary, require_keeper, require_somebody_here
from bot.services.committing import UnknownChannelError, channel_of, event_of
from bot.services.notices import (
    AuthorisationDenied,
    CoverAccepted,
    CoverDeclined,
    HandoverAnswered,
    HandoverAsked,
    SuccessorWanted,
)
from bot.services.notifying import Notifier, Post, posts_to
from bot.services.ports import Change, Event, EventKind, State, Store
from bot.services.register.asked import PROPOSAL_LIFE, Asked, asked_of
from bot.services.register.covers import COVERS_HEARD, left_of
from bot.services.register.documents import puts, register_of
from bot.services.register.records.channel_records import InvalidInputError
from bot.services.register.staffing import handed_over
from bot.services.reminders.answering import answering
from bot.services.reminders.documents import ABSENCES, HANDOVERS
from bot.services.telling import naming_superior, tell, update_and_tell


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


class Agreements:
    """The proposals, and the answers to them."""

    def __init__(self, store: Store, access: Access, notifier: Notifier) -> None:
        self._store = store
        self._access = access
        self._notifier = notifier

    async def decline_cover(self, actor: Actor, absent: PersonId, days: Days, at: datetime) -> None:
        """Take back the actor's cover for ``absent`` on ``days``, as they were told of it, or what is left of it where
        some of the days were passed on. The person stays away, and is told. Raises NoLongerAgreedError where there is
        no such cover."""
        require_somebody_here(actor)
        told = HolidayCover(days.start, days.end, actor.person.id, absent)

        def plan(state: State) -> list[Change]:
            register = register_of(state)
            covers = _left_of(register, told, at.date())
            if not covers:
                raise NoLongerAgreedError("cover")
            alone = _spans(covers)
            absences = {f"{absent}/{first}": Absence(absent, Days(first, last)) for first, last in alone.items()}
            changed = (
                replace(channel, holiday_covers=tuple(one for one in channel.holiday_covers if one not in covers))
                for channel in register.channels.values()
                if covers.intersection(channel.holiday_covers)
            )
            return [*(Change.put(ABSENCES, key, absence) for key, absence in absences.items()), *puts(changed)]

        def telling(before: Register, after: Register) -> list[Post]:
            left = _spans(_left_of(before, told, at.date()))
            about = f"cover-declined/{absent}/{actor.person.id}/{after.version}"
            return [
                Post(
                    f"{about}/{first}",
                    after.person(absent),
                    CoverDeclined(actor.person, first, last),
                    until=at + COVERS_HEARD,
                )
                for first, last in sorted(left.items())
            ]

        event = event_of(actor, at, EventKind.COVER_DECLINED)
        await update_and_tell(self._store, self._notifier, plan, telling, at, event)

    async def accept_cover(self, actor: Actor, absent: PersonId, days: Days, at: datetime) -> None:
        """Tell ``absent`` that the actor stands in for them on ``days``, as they were told of it. Raises
        NoLongerAgreedError where there is no such cover."""
        require_somebody_here(actor)
        told = HolidayCover(days.start, days.end, actor.person.id, absent)

        def telling(before: Register, after: Register) -> list[Post]:
            left = _spans(_left_of(after, told, at.date()))
            if not left:
                raise NoLongerAgreedError("cover")
            about = f"cover-accepted/{absent}/{actor.person.id}"
            return [
                Post(
                    f"{about}/{first}/{last}",
                    after.person(absent),
                    CoverAccepted(actor.person, first, last),
                    until=at + COVERS_HEARD,
                )
                for first, last in sorted(left.items())
            ]

        await tell(self._store, self._notifier, telling, at)

    async def propose_handover(
        self, actor: Actor, channel_id: ChannelId, to: str, authorised_by: str, at: datetime, reminder: str = ""
    ) -> Proposed:
        """Ask the person whom ``to`` names to maintain the channel in the actor's place; until they accept, nothing
        changes. With the key of a ``reminder``, this is the actor's answer to it. Raises as ``Staffing.hand_over``
        does."""
        proposal, key = Handover(channel_id, actor.person.id, to, authorised_by, at.date()), secrets.token_hex(6)

        def plan(state: State) -> list[Change]:
            handed_over(register_of(state), actor.on(at.date()), channel_id, to, authorised_by, at.date())
            answer = Answer(Answered.HANDED_ON)
            return [
                Change.put(HANDOVERS, key, proposal),
                *answering(state, actor.person.id, reminder, [channel_id], answer),
            ]

        def telling(before: Register, after: Register) -> list[Post]:
            by = before.people.get(actor.person.id, actor.person)
            channel, new, superior = before.channels[channel_id], before.named(to), before.named(authorised_by)
            asked = Post(f"handover-asked/{key}", new, HandoverAsked(key, channel, by, superior))
            return [asked, *naming_superior(Actor(by), channel, superior, new, key)]

        told = await update_and_tell(self._store, self._notifier, plan, telling, at)
        return Proposed(told.before.channels[channel_id], told.before.named(to), told.not_told)

    async def give_up(self, actor: Actor, channel_id: ChannelId, at: datetime, reminder: str = "") -> Channel:
        """Tell the ICT secretaries that the actor wants to give the channel up and knows no successor; the channel is
        among those that want one for as long as a proposal is kept. With the key of a ``reminder``, this is the actor's
        answer to it. Raises NotAllowedError.
        """
        person = actor.person.id
        wish = Handover(channel_id, person, "", "", at.date())

        def plan(state: State) -> list[Change]:
            require_keeper(actor.on(at.date()), channel_of(register_of(state), channel_id))
            answer = answering(state, person, reminder, [channel_id], Answer(Answered.GIVEN_UP))
            return [Change.put(HANDOVERS, f"{channel_id}/{person}", wish), *answer]

        def telling(before: Register, after: Register) -> list[Post]:
            wanted, about = SuccessorWanted(after.channels[channel_id], actor.person), f"{person}/{at.date()}"
            secretaries = self._access.secretaries(after)
            return posts_to(secretaries, f"successor-wanted/{channel_id}/{about}", wanted, but=person)

        told = await update_and_tell(self._store, self._notifier, plan, telling, at)
        return told.after.channels[channel_id]

    async def asked(self, register: Register, actor: Actor, at: datetime) -> tuple[Asked, ...]:
        """What the actor was asked on behalf of others, and has not answered, with ``register`` as it is now."""
        return asked_of(await self._store.read(), register, actor.person.id, at)

    async def given_up(self, register: Register, actor: Actor) -> tuple[tuple[Channel, Person], ...]:
        """The channels that somebody who still keeps them wants to give up, for the ICT secretary."""
        require_ict_secretary(actor)
        wishes = (one for one in (await self._store.read()).of(HANDOVERS).values() if not one.to)
        kept = ((register.channels[one.channel], one.by) for one in wishes)
        return tuple((channel, register.person(by)) for channel, by in kept if channel.is_kept_by(by))

    async def deny_authorisation(self, actor: Actor, channel_id: ChannelId, person: PersonId, at: datetime) -> None:
        """Tell the ICT secretaries that the actor has not authorised ``person`` to maintain the channel. Raises
        NoLongerAgreedError where nobody says so any more."""

        def telling(before: Register, after: Register) -> list[Post]:
            channel = channel_of(after, channel_id)
            denied, by = AuthorisationDenied(channel, actor.person, after.person(person)), actor.person.id
            return posts_to(self._access.secretaries(after), f"denied/{channel_id}/{by}/{person}", denied, but=by)

        def plan(state: State) -> list[Change]:
            register = register_of(state)
            said = {(one.person, one.authorised_by) for one in channel_of(register, channel_id).maintainers}
            proposals = (one for one in state.of(HANDOVERS).values() if one.channel == channel_id and one.to)
            said |= {(register.named(one.to).id, register.named(one.authorised_by).id) for one in proposals}
            if (person, actor.person.id) not in said:
                raise NoLongerAgreedError("handover")
            return []

        await update_and_tell(self._store, self._notifier, plan, telling, at)

    async def accept_handover(self, actor: Actor, key: str, at: datetime) -> Channel:
        """Take the channel on, and tell the person who proposed it. Raises NoLongerAgreedError where the proposal is
        gone, or could not be made any more, and NotAllowedError for somebody who has become a guest since."""
        require_somebody_here(actor)
        proposal = _proposal(await self._store.read(), actor, key, at)
        after = await self._answer(actor, key, proposal, at, accepted=True)
        return after.channels[proposal.channel]

    async def decline_handover(self, actor: Actor, key: str, at: datetime) -> None:
        """Leave the channel with the person who proposed to hand it over, and tell them. Raises NoLongerAgreedError
        where the proposal is gone."""
        await self._answer(actor, key, _proposal(await self._store.read(), actor, key, at), at, accepted=False)

    async def _answer(self, actor: Actor, key: str, proposal: Handover, at: datetime, *, accepted: bool) -> Register:
        def plan(state: State) -> list[Change]:
            _proposal(state, actor, key, at)
            changes = self._taken_on(register_of(state), proposal, at.date()) if accepted else []
            return [*changes, *_settling(state, key, at)]

        def telling(before: Register, after: Register) -> list[Post]:
            answer = HandoverAnswered(after.channels[proposal.channel], actor.person, accepted)
            return [Post(f"handover-answered/{key}", after.person(proposal.by), answer)]

        event = Event(proposal.by, at, EventKind.HANDOVER) if accepted else None
        return (await update_and_tell(self._store, self._notifier, plan, telling, at, event)).after

    def _taken_on(self, register: Register, proposal: Handover, today: date) -> list[Change]:
        """The hand-over as whoever proposed it may make it now. Raises NoLongerAgreedError."""
        by = self._access.actor(register.person(proposal.by)).on(today)
        try:
            return handed_over(register, by, proposal.channel, proposal.to, proposal.authorised_by, today)
        except (NotAllowedError, InvalidInputError, UnknownChannelError) as error:
            raise NoLongerAgreedError("handover") from error


def _proposal(state: State, actor: Actor, key: str, at: datetime) -> Handover:
    """The proposal that the actor was asked to answer. Raises NoLongerAgreedError."""
    proposal = state.of(HANDOVERS).get(key)
    if (
        proposal is None
        or not proposal.to
        or at.date() - proposal.asked > PROPOSAL_LIFE
        or register_of(state).named(proposal.to).id != actor.person.id
    ):
        raise NoLongerAgreedError("handover")
    return proposal


def _settling(state: State, key: str, at: datetime) -> list[Change]:
    """Forget the proposal ``key``, which is answered, and those that can be accepted no more."""
    return [
        Change.remove(HANDOVERS, other)
        for other, one in state.of(HANDOVERS).items()
        if other == key or at.date() - one.asked > PROPOSAL_LIFE
    ]


def _left_of(register: Register, told: HolidayCover, today: date) -> set[HolidayCover]:
    """What is left, from ``today`` on, of the cover that its person was ``told`` of."""
    left = (cover for channel in register.channels.values() for cover in left_of(channel, told))
    return {cover for cover in left if cover.end >= today}


def _spans(covers: Collection[HolidayCover]) -> dict[date, date]:
    """For each first day of ``covers``, the last one."""
    return {first: max(one.end for one in covers if one.start == first) for first in {one.start for one in covers}}
