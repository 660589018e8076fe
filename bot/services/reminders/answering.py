"""An answer to a reminder as a pure plan, for whoever commits it together with what it changes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

from bot.domain.channels import ChannelId
from bot.domain.people import PersonId
from bot.domain.reminders.kept import Reminder
from bot.domain.reminders.notice import Answer, Answered
from bot.services.ports import Change, State
from bot.services.reminders.documents import REMINDERS


def reminder_of(state: State, person: PersonId, key: str) -> Reminder | None:
    """The reminder ``key``; None where it is not kept any more, or is not the person's."""
    record = state.of(REMINDERS).get(key)
    return record if record is not None and record.person == person else None


def changing(state: State, person: PersonId, key: str, change: Callable[[Reminder], Reminder]) -> list[Change]:
    """What ``change`` makes of the person's reminder ``key``; nothing where there is none."""
    record = reminder_of(state, person, key)
    return [] if record is None else [Change.put(REMINDERS, key, change(record))]


def answering(
    state: State, person: PersonId, key: str, channels: Collection[ChannelId], answer: Answer
) -> list[Change]:
    """The person's ``answer`` for ``channels`` of the reminder ``key``."""
    return changing(state, person, key, lambda record: _answered(record, channels, answer))


def covering(state: State, person: PersonId, key: str, channels: Collection[ChannelId], end: date) -> list[Change]:
    """That a cover looks after those of ``channels`` of the reminder ``key`` that have no answer yet, until ``end``."""

    def covered(record: Reminder) -> Reminder:
        still_open = set(channels) - {one.channel for one in record.answers}
        return _answered(record, still_open, Answer(Answered.COVERED, end))

    return changing(state, person, key, covered)


def away_from(state: State, person: PersonId, key: str, end: date) -> list[Change]:
    """That the person is away until ``end``, for all of the reminder ``key`` that has no answer yet."""

    def away(record: Reminder) -> Reminder:
        still_open = {item.channel for item in record.items} - {one.channel for one in record.answers}
        return _answered(record, still_open, Answer(Answered.AWAY, end))

    return changing(state, person, key, away)


def _answered(record: Reminder, channels: Collection[ChannelId], answer: Answer) -> Reminder:
    for item in record.items:
        if item.channel in channels:
            record = record.answered(item.channel, answer)
    return replace(record, expanded="")
