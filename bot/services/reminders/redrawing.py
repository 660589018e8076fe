"""Reminders that were answered elsewhere, by a source or by somebody else: the message that was sent shows it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from bot.domain.channels import ChannelId
from bot.domain.evidence import newest
from bot.domain.people import PersonId
from bot.domain.register import Register
from bot.domain.reminders.kept import Reminder
from bot.domain.reminders.plan import Item
from bot.domain.reminders.reckoning import notice_of
from bot.services.ports import Change, State
from bot.services.register.documents import register_of
from bot.services.reminders.answering import ASKED, replied_to
from bot.services.reminders.documents import REMINDERS
from bot.services.reminders.entries import OUTBOX, OutboxEntry, Stage, outbox_key, redrawn_key
from bot.services.reminders.reporting import PATIENCE


def redrawing(before: State, after: State, channels: Collection[ChannelId], at: datetime) -> Iterator[Change]:
    """The changes that bring the messages up to date which ask about one of ``channels`` and have had no answer to that
    ``before``."""
    known, register = register_of(before), register_of(after)
    settled = {key for key in channels if _newest(register, key) > _newest(known, key)}
    for key, reminder in after.of(REMINDERS).items():
        if any(_asks(reminder, item, known) for item in reminder.items if item.channel in settled):
            yield from redrawing_again(after, [key], at)


def redrawing_replied(state: State, person: PersonId, place: str, at: datetime) -> Iterator[Change]:
    """The changes that let the person's reminder at ``place``, else the newest one, where it stands, say what it says
    now; none where it says so already."""
    reminder = replied_to(state, person, place)
    if reminder is not None and reminder.day <= at.date() <= reminder.day + ASKED:
        known, key = state.of(OUTBOX), reminder.key
        stands = known.get(redrawn_key(key)) or known.get(outbox_key(key))
        if stands is not None and stands.notice != notice_of(register_of(state), reminder):
            yield from redrawing_again(state, [key], at)


def redrawing_again(state: State, keys: Iterable[str], at: datetime) -> Iterator[Change]:
    """The changes that let the reminders ``keys``, where they stand, say what they say now, whatever they say there.
    One that waits to go out says it when it goes."""
    for key in keys:
        if entry := state.of(OUTBOX).get(outbox_key(key)):
            notice = notice_of(register_of(state), state.of(REMINDERS)[key])
            if entry.stage is Stage.WAITING:
                yield Change.put(OUTBOX, outbox_key(key), replace(entry, notice=notice))
            elif entry.place:
                again = OutboxEntry(entry.person, notice, at, at, at + PATIENCE, place=entry.place)
                yield Change.put(OUTBOX, redrawn_key(key), again)


def rewriting(state: State, reminders: Collection[Reminder], at: datetime, *, but: str = "") -> list[Change]:
    """The changes that keep ``reminders`` as they are given, and let them say so where they stand; ``but`` names one
    whose place the reply takes."""
    changes = [Change.put(REMINDERS, reminder.key, reminder) for reminder in reminders]
    keys = [reminder.key for reminder in reminders if reminder.key != but]
    return [*changes, *redrawing_again(state.after(changes), keys, at)]


def _asks(reminder: Reminder, item: Item, register: Register) -> bool:
    """Whether nobody has answered of the channel yet, nor was anything known of it that ended the spell."""
    is_open = all(one.channel != item.channel for one in reminder.answers)
    return is_open and _newest(register, item.channel) <= item.spell


def _newest(register: Register, channel: ChannelId) -> date:
    evidence = newest(register.evidence_of(register.channels[channel]))
    return evidence.on if evidence else date.min
