"""Presses that open a form."""

from collections.abc import Mapping
from typing import Final

from bot.conversation.exchange import Outcome
from bot.conversation.forms import register as register_forms
from bot.conversation.forms import reminders as reminder_forms
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.said import values_carried
from bot.conversation.forms.table import open_form
from bot.conversation.turn import Press, Services, Turn, private
from bot.messages.model import Message, Verb
from bot.messages.parts import say
from bot.messages.register.channels import which_channel


async def _open(services: Services, turn: Turn, form_id: str, subject: str, to: str, carried: str = "") -> Outcome:
    """Open the form about ``subject``; ``to`` is who was named as the one to take over, ``carried`` what else was
    said. Where a form of a channel was asked for and not of which, that is asked."""
    if not subject and form_id in _OF_A_CHANNEL:
        return private(_which(services, turn, form_id, to, carried))
    values = {"to": to, **values_carried(carried)}
    return private(await open_form(services, turn, form_id, Opening(subject, values=values)))


_OF_A_CHANNEL: Final = frozenset(
    {
        register_forms.EDIT,
        register_forms.MAINTAINERS,
        register_forms.RETIRE,
        register_forms.PAUSE,
        register_forms.RESUME,
    }
    | {reminder_forms.HANDOVER}
)


def _which(services: Services, turn: Turn, form_id: str, to: str, carried: str) -> Message:
    """The channels that the form may be about; of a pause that ends, those that have one."""
    views = services.look_up(turn).channels
    if form_id == register_forms.RESUME:
        views = tuple(view for view in views if view.pause is not None)
    if not views:
        return say(turn.language, "nothing-to-choose")
    last = (carried,) if carried else ()
    return which_channel(
        views, f"{form_id}-which", Verb.OPEN_FORM, lambda channel: (form_id, channel, to, *last), turn.texts
    )


async def _open_from_reminder(services: Services, turn: Turn, form_id: str, reminder: str, channel_id: str) -> Outcome:
    """Open the form with which a reminder is answered; it begins with today."""
    today = turn.today.isoformat()
    opening = Opening(channel_id, reminder, {"start": today, "on": today})
    return private(await open_form(services, turn, form_id, opening))


PRESSES: Mapping[Verb, Press] = {Verb.OPEN_FORM: _open, Verb.REMINDER_FORM: _open_from_reminder}
