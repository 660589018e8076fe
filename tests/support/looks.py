"""What makes the buttons of a message hard to tell apart."""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages.model import Action, Actions, Button, Message, Row, Style, presses

SEEN = 30
"""The characters of a button's label that are surely shown (Slack: "may truncate with ~30 characters")."""


def confusing(message: Message) -> Iterator[str]:
    """Buttons that look alike and do not do the same; and where more than one asks to be the one to press."""
    known: dict[tuple[str, str], Action] = {}
    for beside, button in _buttons(message):
        look = (beside, button.label[:SEEN])
        if known.setdefault(look, button.action) != button.action:
            yield f"two buttons that look like {look}"
    primary = [one.label for one in presses(message) if isinstance(one, Button) and one.style is Style.PRIMARY]
    if len(primary) > 1:
        yield f"{len(primary)} main buttons: {primary}"


def _buttons(message: Message) -> Iterator[tuple[str, Button]]:
    """Each button with the words beside it."""
    for block in message.blocks:
        match block:
            case Row():
                yield block.text, block.button
            case Actions():
                yield from (("", one) for one in block.controls if isinstance(one, Button))
