"""What is said where it is not clear whether somebody has answered what waits: it is shown, with its buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.messages.model import Actions, Block, Button, Message, Style, Verb, presses
from bot.messages.notices import render
from bot.messages.parts import actions, as_button_argument, button, message, paragraph
from bot.messages.texts import Texts
from bot.services.notices import Notice


def did_you_answer(said: str, otherwise: str, waiting: Sequence[Notice], texts: Texts) -> Message:
    """Whether what was ``said`` answers what waits, which can be answered here; or, at a press, means what it would
    ``otherwise`` (the name of an intent)."""
    other = button(texts, texts("button-no-answer"), Verb.MEANT, otherwise, as_button_argument(said))
    key = "answers-which" if (shown := _shown(waiting, texts)) else "which-request"
    return message(texts, paragraph(texts(key, count=len(waiting))), shown, actions(other))


def which_request(waiting: Sequence[Notice], texts: Texts) -> Message:
    """Which of several requests is answered, each with its own buttons."""
    return message(texts, paragraph(texts("which-request")), _shown(waiting, texts))


def _shown(waiting: Sequence[Notice], texts: Texts) -> list[Block]:
    """What waits, with its buttons; nothing where those of one thing are called as those of another."""
    drawn = [render(notice, texts.language) for notice in waiting]
    labels = [label for one in drawn for label in {press.label for press in presses(one)}]
    if len(set(labels)) < len(labels):
        return []
    blocks = [block for one in drawn for block in one.blocks]
    return blocks if len(waiting) == 1 else [*map(_plain, blocks)]


def _plain(block: Block) -> Block:
    """``block`` without a button that asks to be the one to press."""
    if not isinstance(block, Actions):
        return block
    controls = (replace(one, style=Style.PLAIN) if isinstance(one, Button) else one for one in block.controls)
    return Actions(tuple(controls))
