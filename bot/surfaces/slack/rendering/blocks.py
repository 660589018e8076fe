"""Messages as Block Kit (https://docs.slack.dev/reference/block-kit)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Final, assert_never

from bot.conversation.actions import encode
from bot.messages.model import (
    Actions,
    Block,
    Bold,
    Bullets,
    Button,
    Field,
    Fields,
    Heading,
    Message,
    Note,
    Paragraph,
    Quote,
    Style,
    Text,
    plain_text,
)
from bot.surfaces.slack.rendering.rich import (
    GROUP,
    Json,
    Row,
    bullets,
    divided,
    groups,
    parts,
    quote,
    rich_text,
    row,
    section,
    weigh,
)
from bot.surfaces.slack.rendering.text import clean, cut, escape, fits, one_line, size

ACTION_ID: Final = re.compile(r"^[a-z_]+:\d+$")
"""The ids of our buttons: the verb, and which button of the message it is. What it does is in its value."""

_MESSAGE_BLOCKS = 49
"""Slack takes 50; one is left for the button that shows more."""
_MESSAGE_WEIGHT = 12_000
"""Slack refused messages of 13,200 characters, and of 11,300 in rich text: what it counts is more than the words
(bolt-js issues 2509 and 2867). So ours is the whole JSON."""
_HEADING = 150
_LABEL = 75
_BUTTONS = 25
_FALLBACK = 3000
_NOTHING = "…"
"""Stands where Slack wants a text and there is none."""


@dataclass(frozen=True, slots=True)
class SlackMessage:
    """What to post: the blocks, and ``text``, never empty, for notifications and for what does not show blocks."""

    blocks: list[Json]
    text: str


def render(message: Message) -> tuple[SlackMessage, ...]:
    """``message`` as one message, or as several to be posted in their order where it is longer than Slack allows.

    Nothing is left out. Nobody is called to the message but the persons who are to be notified.
    """
    blocks = _rendered(message, divide=False)
    # As nearly always: what together weighs no more than one block may has nowhere too much of anything.
    if weigh(blocks) <= GROUP:
        return (SlackMessage(blocks, _fallback(plain_text(message))),)
    pages = list(divided(_rendered(message, divide=True), _MESSAGE_WEIGHT, _MESSAGE_BLOCKS))
    if len(pages) == 1:
        return (SlackMessage(pages[0], _fallback(plain_text(message))),)
    return tuple(SlackMessage(page, _fallback(" ".join(_words(page)))) for page in pages)


def plain(text: str, limit: int, instead: str = _NOTHING) -> Json:
    """A text object in which Slack reads no markup, of at most ``limit`` characters."""
    return _words_alone(cut(clean(text).strip(), limit) or instead)


def _words_alone(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": False}


def _rendered(message: Message, *, divide: bool) -> list[Json]:
    ordinals = count(1)
    return [rendered for block in message.blocks for rendered in _render(block, ordinals, divide=divide)]


def _render(block: Block, ordinals: Iterator[int], *, divide: bool) -> list[Json]:
    match block:
        case Heading():
            return _heading(one_line(block.text), divide=divide)
        case Paragraph():
            return [rich_text(section(group)) for group in groups([row(block.spans)], divide=divide)]
        case Fields():
            return [rich_text(section(group)) for group in groups(map(_field, block.fields), divide=divide)]
        case Bullets():
            return [rich_text(bullets(group)) for group in groups(map(row, block.items), divide=divide)]
        case Quote():
            rows = [row((Text(text),)) for text in block.paragraphs]
            quoted = [rich_text(quote(group)) for group in groups(rows, divide=divide)]
            cite = row((Text(f"– {block.cite}"),)) if block.cite.strip() else []
            return quoted + _small_print(cite, divide=divide)
        case Actions():
            return _actions(block.buttons, ordinals, divide=divide)
        case Note():
            return _small_print(row(block.spans), divide=divide)
        case _:
            assert_never(block)


def _field(field: Field) -> Row:
    return row((Bold(f"{field.label}: "), *field.value) if field.label.strip() else field.value)


def _heading(text: str, *, divide: bool) -> list[Json]:
    if 0 < size(text) <= _HEADING:
        return [{"type": "header", "text": plain(text, _HEADING)}]
    return [rich_text(section(group)) for group in groups([row((Bold(text),))], divide=divide)]


def _small_print(elements: Row, *, divide: bool) -> list[Json]:
    # A context block has links and mentions only in mrkdwn. With those, small print is italics.
    every = parts(elements, divide=divide)
    if not all(element.keys() == {"type", "text"} for element in elements):
        return [rich_text(section([[_italic(element) for element in part]])) for part in every]
    texts = ("".join(element["text"] for element in part).strip() for part in every)
    return [{"type": "context", "elements": [_words_alone(text)]} for text in texts]


def _italic(element: Json) -> Json:
    return {**element, "style": {**element.get("style", {}), "italic": True}}


def _actions(buttons: Iterable[Button], ordinals: Iterator[int], *, divide: bool) -> list[Json]:
    labels = [(one_line(button.label), button) for button in buttons]
    # What is too long for a button stands above the buttons, whole.
    long = [row((Text(label),)) for label, _ in labels if not fits(label, _LABEL)]
    above = [rich_text(bullets(group)) for group in groups(long, divide=divide)]
    elements = [_button(label, button, next(ordinals)) for label, button in labels]
    rows = divided(elements, _MESSAGE_WEIGHT // 2, _BUTTONS) if divide else filter(None, [elements])
    return above + [{"type": "actions", "elements": group} for group in rows]


def _button(label: str, button: Button, ordinal: int) -> Json:
    element = {
        "type": "button",
        "text": plain(label, _LABEL),
        "action_id": f"{button.action.verb}:{ordinal}",
        "value": encode(button.action),
    }
    return element if button.style is Style.PLAIN else {**element, "style": button.style.value}


def _fallback(text: str) -> str:
    return escape(cut(clean(text).strip(), _FALLBACK)) or _NOTHING


def _words(node: object) -> Iterator[str]:
    """The texts in rendered blocks, in their order."""
    match node:
        case list():
            for child in node:
                yield from _words(child)
        case {"text": str(text)}:
            yield text
        case dict():
            yield from _words(list(node.values()))
