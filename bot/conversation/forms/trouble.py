"""The forms with which the log of an account in trouble is kept, and closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.forms.form import FieldKind, Form
from bot.conversation.forms.making import make_field, make_form
from bot.conversation.forms.opening import FormSpec, Opening, by_keeper
from bot.conversation.turn import Services, Turn
from bot.services.committing import channel_of

LOG, CLOSE = "trouble-log", "trouble-close"


async def _log(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form for what was done, such as who was told."""
    return _form(turn, opening, LOG, "text")


async def _close(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form for what was learnt."""
    return _form(turn, opening, CLOSE, "learnt")


def _form(turn: Turn, opening: Opening, form_id: str, key: str) -> Form:
    texts, channel = turn.texts, channel_of(turn.register, opening.subject)
    words = make_field(texts, key, FieldKind.TEXT, required=True, hint="hint-trouble")
    return replace(make_form(form_id, texts, (channel.id,), (words,), opening.values), intro=channel.name)


FORMS: Mapping[str, FormSpec] = {LOG: FormSpec(_log, by_keeper), CLOSE: FormSpec(_close, by_keeper)}
