"""Presses that open a form."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation.exchange import Outcome
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.said import values_carried
from bot.conversation.forms.table import open_form
from bot.conversation.turn import Press, Services, Turn, private
from bot.messages.model import Verb


async def _open(services: Services, turn: Turn, form_id: str, subject: str, to: str, carried: str = "") -> Outcome:
    """Open the form about ``subject``; ``to`` is who was named as the one to take over, ``carried`` what else was
    said."""
    values = {"to": to, **values_carried(carried)}
    return private(await open_form(services, turn, form_id, Opening(subject, values=values)))


async def _open_from_reminder(services: Services, turn: Turn, form_id: str, reminder: str, channel_id: str) -> Outcome:
    """Open the form with which a reminder is answered; it begins with today."""
    today = turn.today.isoformat()
    opening = Opening(channel_id, reminder, {"start": today, "on": today})
    return private(await open_form(services, turn, form_id, opening))


PRESSES: Mapping[Verb, Press] = {Verb.OPEN_FORM: _open, Verb.REMINDER_FORM: _open_from_reminder}
