"""Buttons as actions of a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from bot.conversation.actions import encode
from bot.messages.model import Button, Style, Text, Verb
from bot.surfaces.teams.rendering.rich import GROUP, Json, bullet, divided
from bot.surfaces.teams.rendering.text import cut, one_line

_BUTTONS: Final = 6
"""Teams shows as many; what is more goes into the menu behind them."""
_WIDTH, _AROUND = 64, 6
"""How many letters are side by side in a card, and what the frame of a button takes of them."""
_LABEL: Final = 80
_STYLES: Final[dict[Style, Json]] = {
    Style.PLAIN: {},
    Style.PRIMARY: {"style": "positive"},
    Style.DANGER: {"style": "destructive"},
}
_FORMS: Final = frozenset(
    {
        Verb.OPEN_FORM,
        Verb.REMINDER_FORM,
        Verb.AWAY_FORM,
        Verb.ANSWER_QUESTION,
        Verb.ANSWER_GAP,
        Verb.EDIT_ENTRY,
    }
)
"""What is answered with a form. Teams wants to know before the press: only some buttons can open a dialog."""


def controls(every: Sequence[Button]) -> Iterator[Json]:
    """``every`` button in rows of at most six buttons, each with a menu of what is more; above them, whole, what is
    too long for a button."""
    for button in every:
        if len(label := one_line(button.label)) > _LABEL:
            yield from bullet((Text(label),))
    for group in divided(map(_press, every), GROUP):
        for row in _rows(group):
            yield {"type": "ActionSet", "actions": row}


def label_of(text: str, instead: str = "…") -> str:
    """``text`` as the title of a button."""
    return cut(one_line(text), _LABEL) or instead


def _rows(actions: Iterable[Json]) -> Iterator[list[Json]]:
    row: list[Json] = []
    shown = width = 0
    for action in actions:
        if shown >= _BUTTONS:
            action = {**action, "mode": "secondary"}
        else:
            own = len(action["title"]) + _AROUND
            if row and width + own > _WIDTH:
                yield row
                row, width = [], 0
            shown, width = shown + 1, width + own
        row.append(action)
    if row:
        yield row


def _press(button: Button) -> Json:
    verb = button.action.verb
    data: Json = {"action": encode(button.action)}
    kind: Json = {"type": "Action.Execute", "verb": verb.value}
    if verb in _FORMS:
        kind, data = {"type": "Action.Submit"}, {**data, "msteams": {"type": "task/fetch"}}
    return {**kind, "title": label_of(button.label), "data": data, "associatedInputs": "none", **_STYLES[button.style]}
