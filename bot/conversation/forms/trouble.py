"""The forms with which the log of an account in trouble is kept, and closed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from bot.conversation.forms.form import FieldKind, Form
from bot.conversation.forms.making import make_field, make_form
from bot.conversation.forms.opening import FormSpec, Opening, by_keeper
from bot.conversation.turn import Services, Turn
from bot.services.committing import channel_of

LOG, CLOSE = "trouble-log", "trouble-close"


async def _saying(form_id: str, key: str, services: Services, turn: Turn, opening: Opening) -> Form:
    """The form for what was done, such as who was told, or for what was learnt."""
    texts, channel = turn.texts, channel_of(turn.register, opening.subject)
    words = make_field(texts, key, FieldKind.TEXT, required=True, hint="hint-trouble")
    return make_form(form_id, texts, (channel.id,), (words,), opening.values, intro=channel.name)


FORMS: Mapping[str, FormSpec] = {
    LOG: FormSpec(partial(_saying, LOG, "text"), by_keeper),
    CLOSE: FormSpec(partial(_saying, CLOSE, "learnt"), by_keeper),
}
