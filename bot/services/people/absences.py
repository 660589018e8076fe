"""Absences: noted without a cover, taken back, and shown (guideline 4.8). Of none a reason is kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.calendar.working_time import Days
from bot.domain.channels import Channel, HolidayCover
from bot.domain.people import Actor, Person, PersonId
from bot.domain.register import Register
from bot.domain.reminders.notice import Answer, Answered
from bot.domain.reminders.presence import Absence
from bot.services.access import NotAllowedError, require_ict_secretary, require_somebody_here
from bot.services.committing import event_of, update
from bot.services.notices import AbsenceOffered
from bot.services.notifying import Notifier, Post
from bot.services.ports import Change, EventKind, State, Store
from bot.services.register.covers import LONGEST, called_off_posts, may_name_cover, wrong_days
from bot.services.register.documents import puts, register_of
from bot.services.register.records.channel_records import require_none
from bot.services.reminders.answering import answering_the_rest
from bot.services.reminders.documents import ABSENCES, without_absences
from bot.services.telling import tell, update_and_tell

_DAY: Final = timedelta(days=1)
_A_WHILE: Final = timedelta(days=3)
"""Days ahead from which on the end of a status may be that of an absence, and for which the question makes sense."""


@dataclass(frozen=True, slots=True)
class DaysAway(Days):
    """Days on which somebody is away, and who stands in: ``other`` is whoever of the two is not the person who asks;
    None where nobody does, or where it is not known for whom."""

    other: Person | None


@dataclass(frozen=True, slots=True)
class HeldDays:
    """The days that the bot holds on a person, the latest first: when they are away, and when they stand in."""

    away: tuple[DaysAway, ...] = ()
    covering: tuple[DaysAway, ...] = ()


@dataclass(frozen=True, slots=True)
class Away(Days):
    """Somebody who is away on these days, and who stands in, if anybody does."""

    person: Person
    cover: Person | None


class Absences:
    """When people are away, as they and those who rely on them may know and change it."""

    def __init__(self, store: Store, notifier: Notifier) -> None:
        self._store = store
        self._notifier = notifier

    async def held_on(self, register: Register, actor: Actor) -> HeldDays:
        """The absences and the covers that are kept of the actor. A guest is not told who the other one is."""
        person = actor.person.id
        noted = set(_noted(register.channels.values(), await self._store.read()))
        away = {(start, end, cover) for start, end, absent, cover in noted if absent == person}
        covering = {(start, end, absent) for start, end, absent, cover in noted if cover == person}
        named = not actor.is_guest
        return HeldDays(_in_order(register, away, named=named), _in_order(register, covering, named=named))

    async def away(self, register: Register, actor: Actor, today: date) -> tuple[Away, ...]:
        """Who is away today or later, the next first: for the ICT secretary all, for others those who keep channels
        together with them. Raises NotAllowedError for guests and those who have left."""
        require_somebody_here(actor)
        near = {person for channel in register.kept_by(actor.person.id) for person in channel.keeper_ids}
        days: dict[tuple[PersonId, PersonId], set[tuple[date, date]]] = {}
        for start, end, person, cover in _noted(register.listed(), await self._store.read()):
            if person and (actor.is_ict_secretary or person in near):
                days.setdefault((person, cover), set()).add((start, end))
        found = [
            Away(start, end, register.person(person), register.person(cover) if cover else None)
            for (person, cover), some in days.items()
            for start, end in _in_one(some)
            if end >= today
        ]
        return tuple(sorted(found, key=lambda one: (one.start, one.end, one.person.id)))

    async def note(self, actor: Actor, days: Days, at: datetime, reminder: str = "") -> None:
        """Note that the actor is away on ``days``, without a cover: the responsible person is asked about their
        channels, and then the ICT secretary. On days for which a cover is agreed already, that cover stays. With the
        key of a ``reminder``, this is the actor's answer to it. Raises NotAllowedError where the actor neither keeps
        nor covers a channel, and InvalidInputError."""

        def plan(state: State) -> list[Change]:
            answered = answering_the_rest(state, actor.person.id, reminder, Answer(Answered.AWAY, days.end))
            return [*_noting(state, actor.on(at.date()), days, at.date()), *answered]

        await update(self._store, plan)

    async def note_of(
        self, actor: Actor, absent: Person, days: Days, at: datetime, instead: Absence | None = None
    ) -> tuple[Person, ...]:
        """The same of somebody who is ``absent``, and is told by whom it was noted, ``instead`` of another absence, if
        any; gives those who could not be told. Raises NotAllowedError unless the actor is the ICT secretary as well."""
        require_ict_secretary(actor)

        def plan(state: State) -> list[Change]:
            before = without_absences(state, instead.person, instead.days) if instead else []
            return [*before, *_noting(state.after(before), Actor(absent).on(at.date()), days, at.date())]

        def telling(before: Register, after: Register) -> Iterator[Post]:
            noted = AbsenceOffered(days.start, days.end, actor.person)
            yield Post(f"absence-noted/{absent.id}/{at.isoformat()}", absent, noted)

        event = event_of(actor, at, EventKind.ABSENT, absent.id)
        return (await update_and_tell(self._store, self._notifier, plan, telling, at, event)).not_told

    async def offer(self, identity: str, end: date, at: datetime) -> None:
        """Ask the person with ``identity`` whether they are away until ``end``, once, where they look after channels
        and nothing is noted yet. A status of a day or two, such as for a meeting, is let be."""
        if not at.date() + _A_WHILE <= end < at.date() + LONGEST:
            return
        state = await self._store.read()

        def telling(before: Register, after: Register) -> Iterator[Post]:
            person = after.person_by_reference(identity)
            if person is not None and may_name_cover(after, Actor(person).on(at.date()), at.date()):
                noted = _noted(after.channels.values(), state)
                if not any(absent == person.id and first <= end <= last for first, last, absent, _ in noted):
                    offered = AbsenceOffered(at.date(), end)
                    yield Post(f"absence-offered/{person.id}/{end}", person, offered, until=at + _A_WHILE)

        await tell(self._store, self._notifier, telling, at)

    async def call_off(self, actor: Actor, days: Days, at: datetime) -> tuple[Person, ...]:
        """Take back that the actor is away on ``days``, of which those that have passed stay, and tell the covers;
        gives those who could not be told. Without any such absence nothing changes."""
        require_somebody_here(actor)
        person, today = actor.person.id, at.date()

        def over(cover: HolidayCover) -> bool:
            return cover.absent == person and cover.end >= today and cover.meet(days)

        def changed(register: Register) -> Iterator[Channel]:
            for channel in register.channels.values():
                if any(map(over, channel.holiday_covers)):
                    covers = (rest for cover in channel.holiday_covers for rest in _passed(cover, over(cover), today))
                    yield replace(channel, holiday_covers=tuple(covers))

        def plan(state: State) -> list[Change]:
            still = Days(max(days.start, today), days.end)
            return [*puts(changed(register_of(state))), *without_absences(state, person, still)]

        def telling(before: Register, after: Register) -> Iterator[Post]:
            return called_off_posts(before, after, actor, (), at)

        covered = any(changed(register_of(await self._store.read())))
        event = event_of(actor, at, EventKind.BACK) if covered else None
        told = await update_and_tell(self._store, self._notifier, plan, telling, at, event)
        return told.not_told


def in_a_row(away: Iterable[DaysAway], days: Days) -> tuple[DaysAway, ...]:
    """Those of ``away`` that meet ``days``, with those that follow one another before and after, the first first."""
    start, end, found = days.start, days.end, set[DaysAway]()
    in_order = sorted(away, key=lambda one: one.start)
    for some in (in_order, reversed(in_order)):
        for one in some:
            if one.start <= end + _DAY and start <= one.end + _DAY:
                start, end = min(start, one.start), max(end, one.end)
                found.add(one)
    return tuple(one for one in in_order if one in found)


def _noting(state: State, absent: Actor, days: Days, today: date) -> list[Change]:
    """The changes after which somebody who is ``absent`` on ``days`` is so without a cover where none is agreed."""
    register, person = register_of(state), absent.person.id
    if not may_name_cover(register, absent, today):
        raise NotAllowedError("keeper")
    require_none(wrong_days(days, today))
    every = (cover for channel in register.listed() for cover in channel.holiday_covers)
    alone = days.without(*(cover for cover in every if cover.absent == person))
    noted = (Change.put(ABSENCES, f"{person}/{one.start}", Absence(person, one)) for one in alone)
    return [*without_absences(state, person, days), *noted]


def _noted(channels: Iterable[Channel], state: State) -> Iterator[tuple[date, date, PersonId, PersonId]]:
    """The first and the last day of each absence, who is away, and who stands in for them on one of ``channels``; empty
    where it is not known for whom, or nobody does."""
    for channel in channels:
        yield from ((one.start, one.end, one.absent or "", one.person) for one in channel.holiday_covers)
    yield from ((one.days.start, one.days.end, one.person, "") for one in state.of(ABSENCES).values())


def _passed(cover: HolidayCover, is_over: bool, today: date) -> Iterator[HolidayCover]:
    """``cover``; what has passed of it where it is over."""
    if not is_over:
        yield cover
    elif cover.start < today:
        yield replace(cover, end=today - _DAY)


def _in_order(register: Register, days: Iterable[tuple[date, date, PersonId]], *, named: bool) -> tuple[DaysAway, ...]:
    """The days, the latest first, each once; who the other one is only where they are to be ``named``."""
    with_each: dict[PersonId, set[tuple[date, date]]] = {}
    for start, end, other in days:
        with_each.setdefault(other if named else "", set()).add((start, end))
    every = ((first, last, other) for other, some in with_each.items() for first, last in _in_one(some))
    return tuple(
        DaysAway(start, end, register.person(other) if other else None)
        for start, end, other in sorted(every, reverse=True)
    )


def _in_one(days: Iterable[tuple[date, date]]) -> Iterator[tuple[date, date]]:
    """First and last days, the earliest first; those that meet or follow one another as one."""
    whole: tuple[date, date] | None = None
    for start, end in sorted(days):
        if whole is not None and start <= whole[1] + _DAY:
            whole = whole[0], max(whole[1], end)
            continue
        if whole is not None:
            yield whole
        whole = start, end
    if whole is not None:
        yield whole
