"""Cards as plain as can be, for tests that are not about how they look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.conversation.actions import StaleActionError, decode, encode
from bot.conversation.exchange import Pressed, Submitted
from bot.conversation.forms.form import Form
from bot.messages.model import Actions, Message, plain_text

Json = dict[str, Any]


class PlainCards:
    """A card is one text with buttons."""

    def cards(self, message: Message) -> Sequence[Json]:
        buttons = [button for block in message.blocks if isinstance(block, Actions) for button in block.buttons]
        actions = [
            {"type": "Action.Execute", "title": one.label, "data": {"action": encode(one.action)}} for one in buttons
        ]
        return [_card(plain_text(message), actions)]

    def form(self, form: Form) -> Json:
        fields = [f"{one.label}={form.values.get(one.key, '')}" for one in form.fields]
        words = "\n".join([form.title, form.intro, *fields, *form.errors.values()])
        data = {"form": form.id, "subject": list(form.subject), "values": dict(form.values)}
        return _card(words, [{"type": "Action.Execute", "title": form.submit, "data": data}])

    def submitted(self, value: object) -> Pressed | Submitted | None:
        match value:
            case {"action": {"data": data}} | {"data": data}:
                value = data
        match value:
            case {"action": str(action)}:
                return Pressed(decode(action))
            case {"form": str(form_id), "subject": [*subject], "values": dict(values)}:
                return Submitted(form_id, tuple(map(str, subject)), values)
            case {"cancel": str()}:
                return None
        raise StaleActionError


def _card(words: str, actions: list[Json]) -> Json:
    return {
        "type": "AdaptiveCard",
        "version": "1.5",
        "body": [{"type": "TextBlock", "text": words}],
        "actions": actions,
    }
