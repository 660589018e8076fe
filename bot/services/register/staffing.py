"""The people of the channels: covers, hand-overs, new maintainers, leavers (guideline 3.2, 3.5, 4.1, 4.8)."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.channels import Channel, ChannelId, HolidayCover, Maintainer
from bot.domain.people import Actor, Person, PersonId
from bot.domain.register import Register
from bot.domain.reminders.notice import Answer, Answered
from bot.services.access import DIRECTORY, Access, NotAllowedError, require_ict_secretary, require_keeper
from bot.services.committing import Plan, channel_of, event_of
from bot.services.notifying import Notifier, Post
from bot.services.people.leaving import Left, Returned, leaving, leaving_posts
from bot.services.ports import Change, EventKind, State, Store
from bot.services.register.concerned import concerning, staying_posts
from bot.services.register.covers import (
    Agreed,
    agreed_with,
    called_off_posts,
    cover_posts,
    may_name_cover,
    with_covers,
    wrong_with,
)
from bot.services.register.documents import puts, register_of
from bot.services.register.people import PeopleFinder, gone
from bot.services.register.records.channel_records import Problem, require_none
from bot.services.reminders.answering import answering_the_rest
from bot.services.reminders.documents import without_absences
from bot.services.telling import update_and_tell


@dataclass(frozen=True, slots=True)
class Registered:
    """A channel as it is kept now, the people of it who could not be told, the other channels that it resembles so much
    that one could be taken for the other; and the service that its address is on, where another was
    chosen."""

    channel: Channel
    not_told: tuple[Person, ...] = ()
    resembles: tuple[Channel, ...] = ()
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class Covered:
    """The channels for which a cover was agreed, the cover, and the people who could not be told."""

    channels: tuple[Channel, ...]
    cover: Person
    not_told: tuple[Person, ...] = ()


class Staffing:
    """The changes to who keeps which channel, each checked against who makes it."""

    def __init__(self, store: Store, access: Access, notifier: Notifier) -> None:
        self._store = store
        self._access = access
        self._notifier = notifier

    async def agree_cover(
        self, actor: Actor, start: date, end: date, cover: str, at: datetime, reminder: str = ""
    ) -> Covered:
        """Let the person whom the reference ``cover`` names stand in for the actor on all the actor's channels, from
        ``start`` to ``end``, both included (guideline 4.8), and tell that person. What was agreed for the actor on
        any of these days before, no longer holds, which its cover hears of. A cover who keeps no channel passes on what
        they cover on those days.
        With the key of a ``reminder``, this is the actor's answer to it.

        Raises NotAllowedError where the actor neither keeps nor covers a channel, and InvalidInputError.
        """
        actor, today = actor.on(at.date()), at.date()

        def plan(state: State) -> list[Change]:
            register = register_of(state)
            if not may_name_cover(register, actor, today):
                raise NotAllowedError("keeper")
            people = PeopleFinder(register)
            wanted = HolidayCover(start, end, people.id_of(cover), actor.person.id)
            agreed = agreed_with(register, wanted)
            left = gone(register, "cover", [wanted.person], max(end, today))
            require_none([*wrong_with(wanted, agreed, today), *left])
            changed = (with_covers(register.channels[key], covers, wanted) for key, covers in agreed.items())
            return [
                *puts(changed, people.new),
                *answering_the_rest(state, actor.person.id, reminder, Answer(Answered.COVERED, end), agreed.keys()),
                *without_absences(state, actor.person.id, wanted),
            ]

        def agreed_on(before: Register, after: Register) -> tuple[Person, Agreed]:
            person = after.named(cover)
            return person, agreed_with(before, HolidayCover(start, end, person.id, actor.person.id))

        def telling(before: Register, after: Register) -> list[Post]:
            person, agreed = agreed_on(before, after)
            posts = cover_posts(after, agreed, actor, person, at)
            return [*posts, *called_off_posts(before, after, actor, {person.id}, at)]

        event = event_of(actor, at, EventKind.AWAY)
        told = await update_and_tell(self._store, self._notifier, plan, telling, at, event)
        person, agreed = agreed_on(told.before, told.after)
        return Covered(tuple(told.after.channels[key] for key in agreed), person, told.not_told)

    async def hand_over(
        self, actor: Actor, channel_id: ChannelId, to: str, authorised_by: str, at: datetime
    ) -> Registered:
        """Make the person whom ``to`` names a maintainer in the actor's place (guideline 3.5).

        The ICT secretary, who maintains nothing, adds the person to the maintainers instead. Raises NotAllowedError and
        InvalidInputError.
        """
        actor = actor.on(at.date())

        def plan(state: State) -> list[Change]:
            return handed_over(register_of(state), actor, channel_id, to, authorised_by, at.date())

        return await self._appointing(actor, channel_id, plan, at, EventKind.HANDOVER)

    async def change_maintainers(
        self,
        actor: Actor,
        channel_id: ChannelId,
        add: Sequence[str],
        authorised_by: str,
        remove: Sequence[str],
        at: datetime,
    ) -> Registered:
        """Add and remove maintainers by reference; a superior has authorised the new ones (guideline 3.5). Raises
        NotAllowedError and InvalidInputError."""
        require_ict_secretary(actor)

        def plan(state: State) -> list[Change]:
            register = register_of(state)
            channel = channel_of(register, channel_id)
            people = PeopleFinder(register)
            superior = people.id_of(authorised_by) if authorised_by else None
            added = dict.fromkeys(people.id_of(reference) for reference in add)
            problems = gone(register, "add", added, at.date())
            if superior is not None:
                problems += _unfit_superior(register, superior, added.keys(), at.date())
            require_none(problems)
            new = [_appointed(channel, person, superior) for person in added]
            known = [register.person_by_reference(reference) for reference in remove]
            out = {person.id for person in known if person} | added.keys()
            kept = [maintainer for maintainer in channel.maintainers if maintainer.person not in out]
            changed = replace(channel, maintainers=(*kept, *new))
            return [] if changed == channel else puts((changed,), people.new)

        return await self._appointing(actor, channel_id, plan, at, EventKind.MAINTAINERS)

    async def would_leave(self, actor: Actor, who: str, on: date, at: datetime) -> Left:
        """What follows where the person whom ``who`` names is marked as having left ``on`` that day."""
        require_ict_secretary(actor)
        return leaving(register_of(await self._store.read()), who, on, at.date())

    async def mark_left(self, actor: Actor, who: str, on: date, at: datetime) -> Left:
        """Note that the person whom ``who`` names does not work here from ``on``, and flag their channels to the
        responsible persons and the ICT secretaries. To say it again changes nothing and tells nobody."""
        require_ict_secretary(actor)

        def plan(state: State) -> list[Change]:
            person = register_of(state).named(who)
            return [] if person.left_on == on else puts(people=(replace(person, left_on=on),))

        def telling(before: Register, after: Register) -> list[Post]:
            person = after.named(who)
            if person == before.named(who):
                return []
            return leaving_posts(actor, person, after, self._access.secretaries(after))

        about = register_of(await self._store.read()).named(who).id
        event = event_of(actor, at, EventKind.LEFT, about)
        told = await update_and_tell(self._store, self._notifier, plan, telling, at, event)
        return replace(leaving(told.after, who, on, at.date()), not_told=told.not_told)

    async def mark_returned(self, actor: Actor, who: str, at: datetime) -> Returned:
        """Note that the person whom ``who`` names works here after all, or again, with the channels that still are
        theirs. To say it of somebody who has not left changes nothing."""
        require_ict_secretary(actor)

        def plan(state: State) -> list[Change]:
            person = register_of(state).named(who)
            return [] if person.left_on is None else puts(people=(replace(person, left_on=None),))

        def telling(before: Register, after: Register) -> Iterable[Post]:
            return () if before is after else staying_posts(actor, after.named(who), after)

        about = register_of(await self._store.read()).named(who).id
        event = event_of(actor, at, EventKind.RETURNED, about)
        told = await update_and_tell(self._store, self._notifier, plan, telling, at, event)
        return Returned(told.after.named(who), told.after.kept_by(about), had_left=told.before is not told.after)

    async def account_closed(self, identity: str, at: datetime) -> Left | None:
        """Note that the account ``identity`` was closed in its workspace: whoever had it has left. None where the
        register does not know the account, or knows that the person has left."""
        known = register_of(await self._store.read()).person_by_reference(identity)
        if known is None or known.has_left(at.date()):
            return None
        return await self.mark_left(DIRECTORY, identity, at.date(), at)

    async def hand_over_all(
        self, actor: Actor, from_person: PersonId, to: str, authorised_by: str, at: datetime
    ) -> tuple[tuple[Channel, ...], tuple[Person, ...]]:
        """Put the person whom ``to`` names in the place of ``from_person`` on all channels, in one change. Gives the
        channels, and the people who could not be told. Raises NotAllowedError and InvalidInputError."""
        require_ict_secretary(actor)

        def plan(state: State) -> list[Change]:
            register = register_of(state)
            if not register.kept_by(from_person):
                return []
            people = PeopleFinder(register)
            new, superior = people.id_of(to), people.id_of(authorised_by)
            require_none(_unfit(register, new, from_person, superior, {new}, at.date()))
            kept = register.kept_by(from_person)
            return puts(tuple(_in_place_of(channel, from_person, new, superior) for channel in kept), people.new)

        event = event_of(actor, at, EventKind.HANDOVER)
        told = await update_and_tell(self._store, self._notifier, plan, concerning(actor, at.date()), at, event)
        channels = (told.after.channels[channel.id] for channel in told.before.kept_by(from_person))
        return tuple(channels), told.not_told

    async def _appointing(
        self, actor: Actor, channel_id: ChannelId, plan: Plan, at: datetime, what: EventKind
    ) -> Registered:
        """Make the change of ``plan`` to the channel, and tell those whom it concerns."""
        telling, event = concerning(actor, at.date(), channel_id), event_of(actor, at, what)
        told = await update_and_tell(self._store, self._notifier, plan, telling, at, event)
        return Registered(told.after.channels[channel_id], told.not_told)


def handed_over(
    register: Register, actor: Actor, channel_id: ChannelId, to: str, authorised_by: str, today: date
) -> list[Change]:
    """The change with which the actor hands the channel over. Raises NotAllowedError and InvalidInputError."""
    channel = channel_of(register, channel_id)
    require_keeper(actor, channel)
    people = PeopleFinder(register)
    successor, superior = people.id_of(to), people.id_of(authorised_by)
    mere_maintainer = not actor.is_ict_secretary and actor.person.id != channel.responsible
    barred = {successor, actor.person.id} if mere_maintainer else {successor}
    gives = "" if actor.is_ict_secretary and actor.person.id not in channel.maintainer_ids else actor.person.id
    there = not gives and successor in channel.maintainer_ids
    already = [Problem("to", "handover-there", "maintains the channel already")] if there else []
    require_none([*already, *_unfit(register, successor, gives, superior, barred, today)])
    new = _appointed(channel, successor, superior)
    kept = [m for m in channel.maintainers if m.person not in (actor.person.id, new.person)]
    return puts((replace(channel, maintainers=(*kept, new)),), people.new)


def _appointed(channel: Channel, person: PersonId, superior: PersonId | None) -> Maintainer:
    """``person`` as a maintainer of the channel, with the right held already."""
    current = next((m for m in channel.maintainers if m.person == person), Maintainer(person))
    return replace(current, authorised_by=superior)


def _unfit(
    register: Register, new: PersonId, old: PersonId, superior: PersonId, barred: Collection[PersonId], day: date
) -> Iterator[Problem]:
    """What is wrong where ``new`` is to take over from ``old``, and ``superior``, who is to be none of ``barred``,
    authorises it."""
    yield from gone(register, "to", [new], day)
    if new == old:
        yield Problem("to", "handover-self", "nobody takes over from themself")
    yield from _unfit_superior(register, superior, barred, day)


def _unfit_superior(register: Register, superior: PersonId, barred: Collection[PersonId], day: date) -> list[Problem]:
    """What is wrong with the person who authorises: one of ``barred``, or somebody who has left (guideline 3.5)."""
    if superior in barred:
        return [Problem("authorised_by", "authorised-self", "it is a superior who authorises")]
    return gone(register, "authorised_by", [superior], day)


def _in_place_of(channel: Channel, old: PersonId, new: PersonId, superior: PersonId) -> Channel:
    """The channel with ``new`` wherever ``old`` kept it; nobody is a maintainer of it twice."""
    there_already = new != old and new in channel.maintainer_ids
    maintainers = tuple(
        replace(maintainer, person=new, authorised_by=superior) if maintainer.person == old else maintainer
        for maintainer in channel.maintainers
        if not (maintainer.person == old and there_already)
    )
    responsible = new if channel.responsible == old else channel.responsible
    return replace(channel, responsible=responsible, maintainers=maintainers)
