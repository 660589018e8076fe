"""The people of the channels: covers, hand-overs, new maintainers, leavers (guideline 3.2, 3.5, 4.1, 4.8)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.channels import Channel, ChannelId, HolidayCover, Maintainer
from bot.domain.delivery import Retry, Unreachable
from bot.domain.people import Actor, Person, PersonId
from bot.domain.register import Register
from bot.services.access import DIRECTORY, Access, NotAllowedError, require_ict_secretary, require_keeper
from bot.services.committing import channel_of, event_of, update, update_register
from bot.services.notices import Appointed, CoverAgreed, Notice, PersonLeft
from bot.services.ports import Change, EventKind, Notifier, State, Store
from bot.services.register.covers import Agreed, agreed_with, may_name_cover, with_covers, wrong_with
from bot.services.register.documents import puts, register_of
from bot.services.register.people import PeopleFinder, named
from bot.services.register.records import InvalidInputError, Problem
from bot.services.reminders.answering import covering


@dataclass(frozen=True, slots=True)
class Registered:
    """A channel as it is kept now, the people of it who could not be told, and the other channels that it resembles so
    much that one could be taken for the other."""

    channel: Channel
    not_told: tuple[Person, ...] = ()
    resembles: tuple[Channel, ...] = ()


@dataclass(frozen=True, slots=True)
class Covered:
    """The channels for which a cover was agreed, the cover, and the people who could not be told."""

    channels: tuple[Channel, ...]
    cover: Person
    not_told: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """A person who has left, the channels that this concerns, and the people who could not be told.

    ``later`` is the day from which the person is not here any more, where it lies ahead.
    """

    person: Person
    channels: tuple[Channel, ...]
    not_told: tuple[Person, ...]
    later: date | None = None


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
        any of these days before, no longer holds. A cover who keeps no channel passes on what they cover on those days.
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
            gone = _gone(register, "cover", [wanted.person], max(end, today))
            _require_none([*wrong_with(wanted, agreed, today), *gone])
            changed = (with_covers(register.channels[key], covers, wanted) for key, covers in agreed.items())
            return [*puts(changed, people.new), *covering(state, actor.person.id, reminder, agreed.keys(), end)]

        before, after = map(register_of, await update(self._store, plan, event_of(actor, at, EventKind.AWAY)))
        person = named(after, cover)
        agreed = agreed_with(before, HolidayCover(start, end, person.id, actor.person.id))
        notices = _cover_notices(after, agreed, actor)
        not_told = {one for notice in notices for one in await tell(self._notifier, [person], notice, at)}
        return Covered(tuple(after.channels[key] for key in agreed), person, tuple(not_told))

    async def hand_over(
        self, actor: Actor, channel_id: ChannelId, to: str, authorised_by: str, at: datetime
    ) -> Registered:
        """Make the person whom ``to`` names a maintainer in the actor's place (guideline 3.5).

        The ICT secretary, who maintains nothing, adds the person to the maintainers instead. Raises NotAllowedError and
        InvalidInputError.
        """
        actor = actor.on(at.date())

        def plan(register: Register) -> list[Change]:
            return handed_over(register, actor, channel_id, to, authorised_by, at.date())

        before, after = await update_register(self._store, event_of(actor, at, EventKind.HANDOVER), plan)
        return await tell_appointed(self._notifier, actor, before, after, channel_id, at)

    async def change_maintainers(
        self,
        actor: Actor,
        channel_id: ChannelId,
        add: Sequence[str],
        authorised_by: str,
        remove: Sequence[str],
        at: datetime,
    ) -> Registered:
        """Add and remove maintainers by reference; a superior has authorised the new ones (guideline 3.5).

        Raises NotAllowedError and InvalidInputError.
        """
        require_ict_secretary(actor)

        def plan(register: Register) -> list[Change]:
            channel = channel_of(register, channel_id)
            people = PeopleFinder(register)
            superior = people.id_of(authorised_by) if authorised_by else None
            added = dict.fromkeys(people.id_of(reference) for reference in add)
            problems = _gone(register, "add", added, at.date())
            if superior is not None:
                problems += _unfit_superior(register, superior, added.keys(), at.date())
            _require_none(problems)
            new = [_appointed(channel, person, superior) for person in added]
            known = [register.person_by_reference(reference) for reference in remove]
            gone = {person.id for person in known if person} | added.keys()
            kept = [maintainer for maintainer in channel.maintainers if maintainer.person not in gone]
            return puts((replace(channel, maintainers=(*kept, *new)),), people.new)

        before, after = await update_register(self._store, event_of(actor, at, EventKind.MAINTAINERS), plan)
        return await tell_appointed(self._notifier, actor, before, after, channel_id, at)

    async def mark_left(self, actor: Actor, who: str, on: date, at: datetime) -> Left:
        """Note that the person whom ``who`` names does not work here from ``on``, and flag their channels to the
        responsible persons and the ICT secretaries. To say it again changes nothing and tells nobody."""
        require_ict_secretary(actor)
        later = on if on > at.date() else None
        now = register_of(await self._store.read())
        if (known := now.person_by_reference(who)) and known.left_on == on:
            return Left(known, now.kept_by(known.id), (), later)

        def plan(register: Register) -> list[Change]:
            person = named(register, who)
            return puts(people=(replace(person, left_on=on),))

        _, after = await update_register(self._store, event_of(actor, at, EventKind.LEFT), plan)
        person = named(after, who)
        channels = after.kept_by(person.id)
        secretaries = {one.id: one for one in self._access.secretaries(after)} if channels else {}
        responsible = {channel.responsible: after.person(channel.responsible) for channel in channels}
        to_tell = {**responsible, **secretaries}.values()
        not_told: list[Person] = []
        for one in sorted(to_tell, key=lambda one: one.label):
            if one.id not in (person.id, actor.person.id):
                notice = PersonLeft(person, channels, hands_over=one.id in secretaries)
                not_told += await tell(self._notifier, [one], notice, at)
        return Left(person, channels, tuple(not_told), later)

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

        def plan(register: Register) -> list[Change]:
            people = PeopleFinder(register)
            new, superior = people.id_of(to), people.id_of(authorised_by)
            gone = _gone(register, "to", [new], at.date())
            _require_none([*gone, *_unfit_superior(register, superior, {new}, at.date())])
            kept = register.kept_by(from_person)
            return puts(tuple(_in_place_of(channel, from_person, new, superior) for channel in kept), people.new)

        now = register_of(await self._store.read())
        if not now.kept_by(from_person):
            return (), ()
        before, after = await update_register(self._store, event_of(actor, at, EventKind.HANDOVER), plan)
        channels = tuple(after.channels[channel.id] for channel in before.kept_by(from_person))
        new = named(after, to)
        to_tell = [new] if new.id != actor.person.id else []
        not_told: tuple[Person, ...] = ()
        for channel in channels:
            if new.id in _people_of(before, channel.id):
                continue
            not_told = await tell(self._notifier, to_tell, Appointed(channel, actor.person), at)
        return channels, not_told


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
    _require_none([*_gone(register, "to", [successor], today), *_unfit_superior(register, superior, barred, today)])
    new = _appointed(channel, successor, superior)
    kept = [m for m in channel.maintainers if m.person not in (actor.person.id, new.person)]
    return puts((replace(channel, maintainers=(*kept, new)),), people.new)


async def tell_appointed(
    notifier: Notifier, actor: Actor, before: Register, after: Register, channel_id: ChannelId, at: datetime
) -> Registered:
    """Tell those who are new on the channel that they were named; the actor knows already."""
    channel = after.channels[channel_id]
    new = _people_of(after, channel_id) - _people_of(before, channel_id) - {actor.person.id}
    people = [after.person(person_id) for person_id in new]
    return Registered(channel, await tell(notifier, people, Appointed(channel, actor.person), at))


async def tell(notifier: Notifier, people: Iterable[Person], notice: Notice, at: datetime) -> tuple[Person, ...]:
    """Send ``notice`` to each of ``people``, and give those whom it did not reach."""
    in_order = sorted(people, key=lambda person: person.label)
    outcomes = [(person, await notifier.send(person, notice, at)) for person in in_order]
    return tuple(person for person, outcome in outcomes if isinstance(outcome, Retry | Unreachable))


def _appointed(channel: Channel, person: PersonId, superior: PersonId | None) -> Maintainer:
    """``person`` as a maintainer of the channel, with the right held already."""
    current = next((m for m in channel.maintainers if m.person == person), Maintainer(person))
    return replace(current, authorised_by=superior)


def _require_none(problems: Sequence[Problem]) -> None:
    if problems:
        raise InvalidInputError(problems)


def _gone(register: Register, field: str, people: Iterable[PersonId], day: date) -> list[Problem]:
    """The problem that somebody of ``people`` does not work here on ``day``."""
    if any(register.person(person).has_left(day) for person in people):
        return [Problem(field, "left", "this person has left")]
    return []


def _unfit_superior(register: Register, superior: PersonId, barred: Collection[PersonId], day: date) -> list[Problem]:
    """What is wrong with the person who authorises: one of ``barred``, or somebody who has left (guideline 3.5)."""
    if superior in barred:
        return [Problem("authorised_by", "authorised-self", "it is a superior who authorises")]
    return _gone(register, "authorised_by", [superior], day)


def _people_of(register: Register, channel_id: ChannelId) -> set[PersonId]:
    channel = register.channels.get(channel_id)
    return {channel.responsible, *channel.maintainer_ids} if channel else set()


def _cover_notices(register: Register, agreed: Agreed, actor: Actor) -> list[CoverAgreed]:
    """What the cover is told: for whom they stand in and when, with the channels of those days."""
    channels: dict[tuple[PersonId, date, date], list[Channel]] = {}
    for key, covers in agreed.items():
        for cover in covers:
            absent = cover.absent or actor.person.id
            channels.setdefault((absent, cover.start, cover.end), []).append(register.channels[key])
    return [
        CoverAgreed(tuple(of), register.person(absent), start, end) for (absent, start, end), of in channels.items()
    ]


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
