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
from bot.surfaces.slack.rich import (
    GROUP,
    Json,
    Pack,
    Row,
    as_one,
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
from bot.surfaces.slack.text import clean, cut, escape, one_line, size

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
    # As nearly always: what together weighs no more than one block may has nowhere too much of anything.
    blocks = _rendered(message, as_one)
    pages = [blocks] if weigh(blocks) <= GROUP else list(_pages(message))
    if len(pages) > 1:
        return tuple(SlackMessage(page, _fallback(" ".join(_words(page)))) for page in pages)
    return (SlackMessage(pages[0], _fallback(plain_text(message))),)


def _pages(message: Message) -> Iterator[list[Json]]:
    return divided(_rendered(message, divided), _MESSAGE_WEIGHT, _MESSAGE_BLOCKS)


def _rendered(message: Message, pack: Pack) -> list[Json]:
    ordinals = count(1)
    return [rendered for block in message.blocks for rendered in _render(block, ordinals, pack)]


def plain(text: str, limit: int, instead: str = _NOTHING) -> Json:
    """A text object in which Slack reads no markup, of at most ``limit`` characters."""
    return {"type": "plain_text", "text": cut(clean(text).strip(), limit) or instead, "emoji": False}


def _render(block: Block, ordinals: Iterator[int], pack: Pack) -> Iterator[Json]:
    match block:
        case Heading():
            yield from _heading(one_line(block.text), pack)
        case Paragraph():
            yield from (rich_text(section(group)) for group in groups([row(block.spans)], pack))
        case Fields():
            yield from (rich_text(section(group)) for group in groups(map(_field, block.fields), pack))
        case Bullets():
            yield from (rich_text(bullets(group)) for group in groups(map(row, block.items), pack))
        case Quote():
            rows = (row((Text(text),)) for text in block.paragraphs)
            yield from (rich_text(quote(group)) for group in groups(rows, pack))
            yield from _small_print(row((Text(f"– {block.cite}"),)) if block.cite.strip() else [], pack)
        case Actions():
            yield from _actions(block.buttons, ordinals, pack)
        case Note():
            yield from _small_print(row(block.spans), pack)
        case _:
            assert_never(block)


def _field(field: Field) -> Row:
    return row((Bold(f"{field.label}: "), *field.value) if field.label.strip() else field.value)


def _heading(text: str, pack: Pack) -> Iterator[Json]:
    if 0 < size(text) <= _HEADING:
        yield {"type": "header", "text": plain(text, _HEADING)}
    else:
        yield from (rich_text(section(group)) for group in groups([row((Bold(text),))], pack))


def _small_print(elements: Row, pack: Pack) -> Iterator[Json]:
    # A context block has links and mentions only in mrkdwn. With those, small print is italics.
    only_words = all(element.keys() == {"type", "text"} for element in elements)
    for part in parts(elements, pack):
        if only_words:
            words = "".join(element["text"] for element in part)
            yield {"type": "context", "elements": [plain(words, GROUP)]}
        else:
            yield rich_text(section([[_italic(element) for element in part]]))


def _italic(element: Json) -> Json:
    return {**element, "style": {**element.get("style", {}), "italic": True}}


def _actions(buttons: Iterable[Button], ordinals: Iterator[int], pack: Pack) -> Iterator[Json]:
    labels = [(one_line(button.label), button) for button in buttons]
    # What is too long for a button stands above the buttons, whole.
    long = [row((Text(label),)) for label, _ in labels if size(label) > _LABEL]
    yield from (rich_text(bullets(group)) for group in groups(long, pack))
    elements = (_button(label, button, next(ordinals)) for label, button in labels)
    for group in pack(elements, _MESSAGE_WEIGHT // 2, _BUTTONS):
        yield {"type": "actions", "elements": group}


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
