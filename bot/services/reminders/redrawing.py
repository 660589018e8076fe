"""Reminders that a channel's source has answered: the message that was sent shows it, in its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime

from bot.domain.channels import ChannelId
from bot.domain.reminders.kept import Reminder
from bot.domain.reminders.reckoning import notice_of
from bot.services.ports import Change, State
from bot.services.register.documents import register_of
from bot.services.reminders.documents import REMINDERS
from bot.services.reminders.entries import OUTBOX, OutboxEntry, Stage
from bot.services.reminders.reporting import PATIENCE
from bot.services.reminders.rounds import outbox_key


def redrawing(state: State, channels: Collection[ChannelId], at: datetime) -> Iterator[Change]:
    """The changes that bring the messages up to date which ask about one of ``channels`` and have no answer to that;
    ``state`` has the news. One that waits to go out says it when it goes."""
    register = register_of(state)
    for key, reminder in state.of(REMINDERS).items():
        entry = state.of(OUTBOX).get(outbox_key(key))
        if entry is None or not _asks(reminder, channels):
            continue
        entry = replace(entry, notice=notice_of(register, reminder))
        if entry.stage is Stage.WAITING:
            yield Change.put(OUTBOX, outbox_key(key), entry)
        elif entry.place:
            again = OutboxEntry(entry.person, entry.notice, at, at, at + PATIENCE, place=entry.place)
            yield Change.put(OUTBOX, f"redrawn/{key}", again)


def _asks(reminder: Reminder, channels: Collection[ChannelId]) -> bool:
    answered = {one.channel for one in reminder.answers}
    return any(item.channel in channels and item.channel not in answered for item in reminder.items)
