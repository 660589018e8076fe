"""Which forms there are: the one place that knows what a form's id stands for."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation.actions import StaleActionError
from bot.conversation.forms import channels, decisions, duties, questions, register, reminders, trouble
from bot.conversation.forms.form import Form
from bot.conversation.forms.opening import FormSpec, Opening
from bot.conversation.turn import Services, Turn

FORMS: Mapping[str, FormSpec] = {
    **channels.FORMS,
    **decisions.FORMS,
    **duties.FORMS,
    **questions.FORMS,
    **trouble.FORMS,
    **register.FORMS,
    **reminders.FORMS,
}


async def open_form(services: Services, turn: Turn, form_id: str, opening: Opening) -> Form:
    """The form to fill in.

    Raises StaleActionError where there is no such form any more, NotAllowedError where it is not for this person, and
    what says that its subject is gone.
    """
    spec = FORMS.get(form_id)
    if spec is None:
        raise StaleActionError
    spec.may_open(turn, opening)
    return await spec.build(services, turn, opening)
