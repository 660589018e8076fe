"""A reminder that has arrived says what was answered to it, also where it was not answered on the spot."""

from __future__ import annotations

from datetime import datetime

from bot.domain.people import PersonId
from bot.domain.reminders.reckoning import notice_of
from bot.services.ports import Change, Notifier, Post, State
from bot.services.register.documents import register_of
from bot.services.reminders.answering import ASKED, newest_of
from bot.services.reminders.entries import OUTBOX
from bot.services.reminders.rounds import outbox_key


def redrawing(state: State, person: PersonId, notifier: Notifier, at: datetime) -> list[Change]:
    """The changes that let the person's newest reminder, where it stands, say what it says now; none where it says so
    already."""
    record = newest_of(state, person)
    if record is None or not record.day <= at.date() <= record.day + ASKED:
        return []
    notice, first, key = notice_of(register_of(state), record), outbox_key(record.key), f"redrawn/{record.key}"
    shown = state.of(OUTBOX).get(key) or state.of(OUTBOX).get(first)
    if shown is None or shown.notice == notice:
        return []
    return notifier.posting(state, [Post(key, shown.person, notice, instead_of=first)], at)
