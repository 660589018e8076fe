"""What is due: who gets a message now, of which channels and why, and why everybody else gets none.

Everything is a function of explicit values: the time, the register, what was told so far.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from bot.domain.calendar.working_time import WorkingTime
from bot.domain.channels import Channel, ChannelId
from bot.domain.evidence import State
from bot.domain.people import PersonId
from bot.domain.reminders.ladder import MOST, Step
from bot.domain.reminders.presence import Presence
from bot.domain.reminders.silence import Quiet, Silence
from bot.domain.reminders.spells import Due, Ladder, Spell, SpellRecord, Told

LIST = "ict_secretary"
"""The seat of the ICT secretary's list: whichever of them is told, it has been told."""


class Why(StrEnum):
    """Why somebody is told of a channel."""

    DUE = "due"
    CATCH_UP = "catch_up"
    PUT_OFF = "put_off"
    COVER = "cover"
    IN_PLACE = "in_place"


@dataclass(frozen=True, slots=True)
class Item:
    """``person`` is told of a channel's spell. ``told`` is what this says in which seats; ``step`` and ``n`` are those
    of the seat that is farthest from the channel. ``last`` is whether nothing more comes to the person by itself."""

    channel: ChannelId
    spell: date
    state: State
    step: Step
    n: int
    person: PersonId
    why: Why
    told: tuple[Told, ...]
    last: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What each person is due to be told at one moment, and what is not due and why."""

    due: Mapping[PersonId, tuple[Item, ...]] = field(default_factory=dict)
    silences: tuple[Silence, ...] = ()


@dataclass(frozen=True, slots=True)
class Affairs:
    """All that decides on what is due: the channels and what was told of them, who is at work, how days are counted,
    and who has had today's message (``messaged``)."""

    channels: Collection[Channel]
    presence: Presence
    ladder: Ladder
    records: Mapping[ChannelId, SpellRecord] = field(default_factory=dict)
    messaged: Collection[PersonId] = ()


def quiet_at(at: datetime, working: WorkingTime, ladder: Ladder) -> Silence | None:
    """Why nobody gets anything at that moment, or None where messages may go out."""
    local = at.astimezone(working.zone)
    today = local.date()
    if pause := next((pause for pause in ladder.pauses if today in pause), None):
        return Silence(Quiet.ALL_PAUSED, until=pause.end)
    if not working.is_working_day(today):
        return Silence(Quiet.DAY_OFF, until=working.next_working_day(today))
    if not working.is_open(at):
        return Silence(Quiet.OUTSIDE_HOURS)
    return Silence(Quiet.BEFORE_THE_HOUR, until=today) if local.time() < working.remind_at else None


def plan(affairs: Affairs, at: datetime) -> Plan:
    """What is due ``at``, for each person all their items, and each silence."""
    if quiet := quiet_at(at, affairs.ladder.working, affairs.ladder):
        return Plan(silences=(quiet,))
    items: dict[PersonId, list[Item]] = {}
    silences: list[Silence] = []
    for channel in affairs.channels:
        for found in _of_channel(affairs, channel):
            if isinstance(found, Silence):
                silences.append(found)
            else:
                items.setdefault(found.person, []).append(found)
    return Plan({person: tuple(found) for person, found in items.items()}, tuple(silences))


def _record_of(records: Mapping[ChannelId, SpellRecord], channel: ChannelId, spell: date) -> SpellRecord:
    """What was told of this spell so far; what was told of an earlier one does not count."""
    record = records.get(channel)
    return record if record is not None and record.spell == spell else SpellRecord(channel, spell)


def _of_channel(affairs: Affairs, channel: Channel) -> Iterator[Item | Silence]:
    today = affairs.presence.day
    spell = affairs.ladder.spell_of(channel, today)
    if isinstance(spell, Silence):
        yield spell
        return
    record = _record_of(affairs.records, channel.id, spell.evidence.on)
    items: dict[PersonId, Item] = {}
    for found in _of_seats(affairs, spell, record):
        if isinstance(found, Silence):
            yield found
        else:
            items[found.person] = _merged(items[found.person], found) if found.person in items else found
    for item in items.values():
        yield replace(item, last=record.with_told(item.told).is_over_for(item.person))


def _of_seats(affairs: Affairs, spell: Spell, record: SpellRecord) -> Iterator[Item | Silence]:
    """What each seat's holder, or whoever stands in, is told; the nearest to the channel first."""
    channel, today = spell.channel, affairs.presence.day
    for step, seat in _seats(affairs.presence, channel):
        if step is None:
            yield Silence(Quiet.IS_MAINTAINER, channel.id, seat)
            continue
        due = affairs.ladder.next_rung(spell, record, step, seat, today)
        if isinstance(due, Silence):
            yield due
            continue
        in_list = step is Step.ICT_SECRETARY
        recipients = affairs.presence.secretaries if in_list else affairs.presence.stand_ins(channel, step, seat)
        if not recipients:
            yield Silence(Quiet.NOBODY_HERE, channel.id, seat)
        for person in recipients:
            if person in affairs.messaged:
                yield Silence(Quiet.HAD_TODAYS_MESSAGE, channel.id, person)
            elif record.days_of(person) >= MOST:
                yield Silence(Quiet.ENOUGH, channel.id, person)
            else:
                yield _item(spell, due, seat, person, today)
    for person in channel.maintainer_ids:
        if person in affairs.presence.left:
            yield Silence(Quiet.HAS_LEFT, channel.id, person)


def _seats(presence: Presence, channel: Channel) -> Iterator[tuple[Step | None, PersonId]]:
    """The seats of the ladder; no step for a responsible person who is told as a maintainer already."""
    keepers = presence.keepers(channel)
    yield from ((Step.MAINTAINER, person) for person in keepers)
    yield (None if channel.responsible in keepers else Step.RESPONSIBLE), channel.responsible
    yield Step.ICT_SECRETARY, LIST


def _item(spell: Spell, due: Due, seat: PersonId, person: PersonId, today: date) -> Item:
    step, n = due.rung.step, due.rung.n
    told = Told(step, n, seat, person, today)
    why = _why(spell.channel, due, seat, person, today)
    return Item(spell.channel.id, spell.evidence.on, spell.state, step, n, person, why, (told,))


def _why(channel: Channel, due: Due, seat: PersonId, person: PersonId, today: date) -> Why:
    if seat not in (person, LIST):
        return Why.COVER if channel.is_covered_by(person, today) else Why.IN_PLACE
    if due.put_off:
        return Why.PUT_OFF
    return Why.DUE if due.day == today else Why.CATCH_UP


def _merged(one: Item, other: Item) -> Item:
    """One item for a person who is told of a channel in two seats, as of the one farther from the channel."""
    told = (*one.told, *other.told)
    farther = max(one, other, key=lambda item: (list(Step).index(item.step), item.n))
    return replace(farther, told=told)


def together(records: Mapping[ChannelId, SpellRecord], items: Iterable[Item]) -> dict[ChannelId, SpellRecord]:
    """The records of the channels of ``items`` once they are told."""
    changed: dict[ChannelId, SpellRecord] = {}
    for item in items:
        before = changed if item.channel in changed else records
        changed[item.channel] = _record_of(before, item.channel, item.spell).with_told(item.told)
    return changed
