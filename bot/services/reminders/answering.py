"""An answer to a reminder as a pure plan, for whoever commits it together with what it changes."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.domain.channels import ChannelId, Status
from bot.domain.people import Actor, PersonId
from bot.domain.register import Register
from bot.domain.reminders.kept import Reminder
from bot.domain.reminders.ladder import Step
from bot.domain.reminders.notice import Answer, Answered, ReminderLine, ReminderNotice
from bot.domain.reminders.reckoning import notice_of
from bot.services.access import is_keeper
from bot.services.ports import Change, State
from bot.services.register.documents import register_of
from bot.services.reminders.documents import REMINDERS
from bot.services.reminders.entries import OUTBOX, outbox_key

ASKED: Final = timedelta(days=14)
"""For how long a reminder waits for an answer in words."""


def notice_now(state: State, person: PersonId, key: str) -> ReminderNotice | None:
    """What the reminder ``key`` says now; None where it is not kept any more, or is not the person's."""
    record = _of_person(state, person, key)
    return None if record is None else notice_of(register_of(state), record)


def _of_person(state: State, person: PersonId, key: str) -> Reminder | None:
    record = state.of(REMINDERS).get(key)
    return record if record is not None and record.person == person else None


def newest_of(state: State, person: PersonId) -> Reminder | None:
    """The newest reminder of the person's that asks about channels; None where none is kept."""
    return state.view(_newest, REMINDERS).get(person)


def _newest(state: State) -> Mapping[PersonId, Reminder]:
    found: dict[PersonId, Reminder] = {}
    for record in state.of(REMINDERS).values():
        if record.items and (record.person not in found or found[record.person].day <= record.day):
            found[record.person] = record
    return found


def replied_to(state: State, person: PersonId, place: str) -> Reminder | None:
    """The person's reminder that has arrived at ``place``; the newest one where none has."""
    outbox = state.of(OUTBOX)
    for key, record in state.of(REMINDERS).items() if place else ():
        entry = outbox.get(outbox_key(key))
        if entry is not None and entry.place == place and record.person == person and record.items:
            return record
    return newest_of(state, person)


def changing(state: State, person: PersonId, key: str, change: Callable[[Reminder], Reminder]) -> list[Change]:
    """What ``change`` makes of the person's reminder ``key``; nothing where there is none."""
    record = _of_person(state, person, key)
    return [] if record is None else [Change.put(REMINDERS, key, change(record))]


def answering(
    state: State, person: PersonId, key: str, channels: Collection[ChannelId], answer: Answer
) -> list[Change]:
    """The person's ``answer`` for ``channels`` of the reminder ``key``."""
    return changing(state, person, key, lambda record: _answered(record, channels, answer))


def reopening(state: State, person: PersonId, channels: Collection[ChannelId]) -> Iterator[Change]:
    """That the person's reminders ask about ``channels`` again, whose update they have taken back."""
    for key, record in state.of(REMINDERS).items():
        taken_back = {one for one in record.answers if one.channel in channels and one.answer.what is Answered.UPDATED}
        if record.person == person and taken_back:
            kept = tuple(one for one in record.answers if one not in taken_back)
            yield Change.put(REMINDERS, key, replace(record, answers=kept))


def answering_in_words(
    state: State, record: Reminder | None, channels: Collection[ChannelId], answer: Answer, *, only_open: bool = False
) -> list[Change]:
    """The ``answer`` of the person whose reminder ``record`` is, for those of ``channels`` that it asks about; with
    ``only_open``, for those that have none yet."""
    if record is None:
        return []
    done = {line.channel for line in notice_of(register_of(state), record).lines if line.answer and only_open}
    meant = [item.channel for item in record.items if item.channel in channels and item.channel not in done]
    return answering(state, record.person, record.key, meant, answer) if meant else []


def waits(line: ReminderLine, actor: Actor, register: Register, today: date) -> bool:
    """Whether the actor has not answered of the channel yet, and may."""
    channel = register.channels[line.channel]
    may = channel.is_covered_by(actor.person.id, today) or is_keeper(actor, channel)
    is_asked = line.answer is None and line.step is not Step.ICT_SECRETARY
    return is_asked and channel.status is not Status.RETIRED and may


def answering_the_rest(
    state: State, person: PersonId, key: str, answer: Answer, channels: Collection[ChannelId] | None = None
) -> list[Change]:
    """The person's ``answer`` for what of the reminder ``key`` has none yet: of ``channels``, or of all."""

    def answered(record: Reminder) -> Reminder:
        still_open = {item.channel for item in record.items} - {one.channel for one in record.answers}
        return _answered(record, still_open if channels is None else still_open.intersection(channels), answer)

    return changing(state, person, key, answered)


def _answered(record: Reminder, channels: Collection[ChannelId], answer: Answer) -> Reminder:
    for item in record.items:
        if item.channel in channels:
            record = record.answered(item.channel, answer)
    return replace(record, expanded="")
