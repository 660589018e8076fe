"""What is said where it is not clear whether somebody has answered what waits: it is shown, with its buttons."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.messages.model import Actions, Block, Button, Link, Message, Paragraph, Row, Style, Verb, presses
from bot.messages.notices import render
from bot.messages.parts import actions, as_button_argument, button, message, paragraph
from bot.messages.plain_text import spans_text
from bot.messages.texts import Texts
from bot.services.notices import Notice


def did_you_answer(said: str, otherwise: str, waiting: Sequence[Notice], texts: Texts) -> Message:
    """Whether what was ``said`` answers what waits, which can be answered here; or, at a press, means what it would
    ``otherwise`` (the name of an intent)."""
    other = button(texts, texts("button-no-answer"), Verb.MEANT, otherwise, as_button_argument(said))
    which = paragraph(texts("answers-which", count=len(waiting)))
    return message(texts, which, _shown(waiting, texts), actions(other))


def which_request(waiting: Sequence[Notice], texts: Texts) -> Message:
    """Which of several requests is answered, each with its own buttons."""
    return message(texts, paragraph(texts("which-request")), _shown(waiting, texts))


def _shown(waiting: Sequence[Notice], texts: Texts) -> Iterable[Block]:
    """What waits, with its buttons; where those of one thing are called as those of another, beside what each is on."""
    drawn = [render(notice, texts.language) for notice in waiting]
    called = Counter(label for one in drawn for label in {press.label for press in presses(one)})
    for one in drawn:
        alike = any(called[press.label] > 1 for press in presses(one))
        yield from _rows(one) if alike else one.blocks if len(waiting) == 1 else map(_plain, one.blocks)


def _rows(shown: Message) -> Iterable[Row]:
    """A row a button, with the first words below the heading, which tell what is asked."""
    about = next(block.spans for block in shown.blocks if isinstance(block, Paragraph))
    said = "".join(one.text if isinstance(one, Link) else spans_text((one,)) for one in about)
    return (Row(said, replace(one, style=Style.PLAIN)) for one in presses(shown) if isinstance(one, Button))


def _plain(block: Block) -> Block:
    """``block`` without a button that asks to be the one to press."""
    if not isinstance(block, Actions):
        return block
    controls = (replace(one, style=Style.PLAIN) if isinstance(one, Button) else one for one in block.controls)
    return Actions(tuple(controls))
