"""Buttons, lists to pick from and what asks back, as actions of a card.

What opens before it counts is a card inside the card: a question with the button itself, a list with a button for each
of its picks. So one press is one press, whatever it is on.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, assert_never

from bot.conversation.actions import encode
from bot.messages.model import Action, Button, Choice, Control, Overflow, Pick, Style, Text, Verb
from bot.surfaces.teams.rendering.rich import GROUP, Json, bullet, close, divided, words
from bot.surfaces.teams.rendering.text import cut, one_line

_BUTTONS: Final = 6
"""Teams shows as many; what is more goes into the menu behind them."""
_WIDTH, _AROUND = 54, 6
"""How many letters of buttons are side by side in a card, and what the frame of a button takes of them."""
_SHOWN, _LABEL, _QUESTION = 30, 80, 300
"""On a phone a button is that long at most: a card cuts off what is wider, without a sign."""
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
        Verb.AWAY_MOVE,
        Verb.ANSWER_QUESTION,
        Verb.ANSWER_GAP,
        Verb.EDIT_ENTRY,
    }
)
"""What is answered with a form. Teams wants to know before the press: only some buttons can open a dialog."""
_IN_MENU: Final[Json] = {"mode": "secondary"}


def controls(every: Sequence[Control]) -> Iterator[Json]:
    """``every`` control in rows of at most six buttons, each with a menu of what is more; above them, whole, what is
    too long for a button or a question."""
    for control in every:
        yield from _whole((control,) if isinstance(control, Button) else control.picks)
    actions = (action for control in every for action in _actions(control))
    for group in divided(actions, GROUP):
        first, *more = ({"type": "ActionSet", "actions": row} for row in _rows(group))
        yield from (first, *close(more))


def label_of(text: str, instead: str = "…") -> str:
    """``text`` as the title of a button."""
    return cut(one_line(text), _LABEL) or instead


def _whole(pressed: Iterable[Button | Pick]) -> Iterator[Json]:
    for one in pressed:
        texts = [(one.label, _LABEL), (one.confirm if isinstance(one, Button) else "", _QUESTION)]
        for text, limit in texts:
            if len(line := one_line(text)) > limit:
                yield from bullet((Text(line),))


def _rows(actions: Iterable[Json]) -> Iterator[list[Json]]:
    row: list[Json] = []
    shown = width = in_row = 0
    for action in actions:
        in_menu = action.get("mode") == "secondary"
        if shown >= _BUTTONS and action["type"] != "Action.ShowCard":  # which a menu could not open
            action, in_menu = {**action, **_IN_MENU}, True
        if not in_menu:
            own = len(action["title"]) + _AROUND
            if in_row and (in_row == _BUTTONS or width + own > _WIDTH):
                yield row
                row, width, in_row = [], 0, 0
            shown, width, in_row = shown + 1, width + own, in_row + 1
        row.append(action)
    if row:
        yield row


def _actions(control: Control) -> Iterator[Json]:
    match control:
        case Button():
            yield _button(control)
        case Choice():
            for group in divided((_press(pick.label, pick.action) for pick in control.picks), GROUP):
                rows = (group[start : start + _BUTTONS] for start in range(0, len(group), _BUTTONS))
                yield _opening(control.label, [{"type": "ActionSet", "actions": row} for row in rows])
        case Overflow():
            yield from ({**_press(pick.label, pick.action), **_IN_MENU} for pick in control.picks)
        case _:
            assert_never(control)


def _button(button: Button) -> Json:
    pressed = {**_press(button.label, button.action), **_STYLES[button.style]}
    question = cut(one_line(button.confirm), _QUESTION)
    if not question:
        return pressed
    asking = [*words(question), {"type": "ActionSet", "actions": [pressed]}]
    return {**_opening(button.label, asking), **_STYLES[button.style]}


def _opening(label: str, body: list[Json]) -> Json:
    card = {"type": "AdaptiveCard", "body": body}
    return {"type": "Action.ShowCard", **_titled(label), "card": card}


def _press(label: str, action: Action) -> Json:
    data: Json = {"action": encode(action)}
    kind: Json = {"type": "Action.Execute", "verb": action.verb.value}
    if action.verb in _FORMS:
        kind, data = {"type": "Action.Submit"}, {**data, "msteams": {"type": "task/fetch"}}
    return {**kind, **_titled(label), "data": data, "associatedInputs": "none"}


def _titled(label: str) -> Json:
    """What a button says, and says in full to whoever rests on it or has it read aloud."""
    title = label_of(label)
    return {"title": title} if len(title) <= _SHOWN else {"title": cut(title, _SHOWN), "tooltip": title}
