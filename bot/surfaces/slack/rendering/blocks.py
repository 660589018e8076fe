"""Messages as Block Kit (https://docs.slack.dev/reference/block-kit)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Final, assert_never

from bot.conversation.actions import encode
from bot.domain.language import Language
from bot.messages.model import (
    Actions,
    Block,
    Bold,
    Bullets,
    Button,
    Choice,
    Control,
    Field,
    Fields,
    Heading,
    Message,
    Note,
    Overflow,
    Paragraph,
    Pick,
    Picture,
    Quote,
    Row,
    Style,
    Text,
)
from bot.messages.plain_text import plain_text
from bot.messages.texts import texts_in
from bot.surfaces.rendering import texts_of
from bot.surfaces.slack.rendering.rich import (
    GROUP,
    Elements,
    Json,
    bullets,
    divided,
    groups,
    parts,
    quote,
    rich_text,
    row,
    section,
)
from bot.surfaces.slack.rendering.text import clean, cut, escape, fits, one_line, size, split

ACTION_ID: Final = re.compile(r"^[a-z_]+:\d+$")
"""The ids of our buttons and lists: the verb or the kind, and which one of the message it is. What a press does is in
its value."""

_MESSAGE_BLOCKS = 48
"""Slack takes 50; one is left for the button that shows more, and one for a word on why the message comes."""
_MESSAGE_WEIGHT = 12_000
"""Slack refused messages of 13,200 characters, and of 11,300 in rich text: what it counts is more than the words
(bolt-js issues 2509 and 2867). So ours is the whole JSON."""
_HEADING = 150
_LABEL = 75
_BUTTONS = 25
_OPTIONS, _OVERFLOW, _OPTION_VALUE, _PLACEHOLDER = 100, 5, 150, 150
_CONFIRM_TITLE, _CONFIRM, _CONFIRM_BUTTON = 100, 300, 30
_FALLBACK = 3000
IMAGE: Final = 2000
"""The longest title and the longest alternative text of a picture
(https://docs.slack.dev/reference/block-kit/blocks/image-block)."""
_NOTHING = "…"
"""Stands where Slack wants a text and there is none."""


@dataclass(frozen=True, slots=True)
class SlackMessage:
    """What to post: the blocks, and ``text``, never empty, for notifications and for what does not show blocks; in the
    ``language`` that it is in. Blocks whose ids are among the ``pictures`` say those in words, for as long as Slack
    does not have them."""

    blocks: list[Json]
    text: str
    language: Language
    pictures: Mapping[str, Picture] = field(default_factory=dict)


def render(message: Message) -> tuple[SlackMessage, ...]:
    """``message`` as one message, or as several to be posted in their order where it is longer than Slack allows.

    Nothing is left out. Nobody is called to the message but the persons who are to be notified.
    """
    drawing = _Drawing(texts_in(message.language)("form-cancel"))
    blocks = [rendered for block in message.blocks for rendered in _render(block, drawing)]
    pages = list(divided(blocks, _MESSAGE_WEIGHT, _MESSAGE_BLOCKS)) or [blocks]
    said = [plain_text(message)] if len(pages) == 1 else [" ".join(texts_of(page)) for page in pages]
    return tuple(
        SlackMessage(page, _fallback(text), message.language, drawing.pictures)
        for page, text in zip(pages, said, strict=True)
    )


def with_note(message: SlackMessage, key: str) -> SlackMessage:
    """``message`` below a word on why it comes as it does, which the texts have under ``key``."""
    words = texts_in(message.language)(key)
    block = {"type": "context", "elements": [_words_alone(words)]}
    return replace(message, blocks=[block, *message.blocks])


def plain(text: str, limit: int, instead: str = _NOTHING) -> Json:
    """A text object in which Slack reads no markup, of at most ``limit`` characters."""
    return _words_alone(cut(clean(text).strip(), limit) or instead)


def _words_alone(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": False}


@dataclass(frozen=True, slots=True)
class _Drawing:
    """One message being drawn: the word for not going on with what was pressed, the numbers of its controls, and its
    pictures, by the ids of the blocks that say them in words."""

    deny: str
    ordinals: Iterator[int] = field(default_factory=lambda: count(1))
    pictures: dict[str, Picture] = field(default_factory=dict)


def _render(block: Block, drawing: _Drawing) -> list[Json]:
    match block:
        case Heading():
            return _heading(one_line(block.text))
        case Paragraph():
            return _sections([row(block.spans)])
        case Fields():
            return _sections(map(_field, block.fields))
        case Bullets():
            return [rich_text(bullets(group)) for group in groups(map(row, block.items))]
        case Quote():
            quoted = [rich_text(quote(group)) for group in groups(row((Text(text),)) for text in block.paragraphs)]
            return quoted + _small_print(row((Text(f"– {block.cite}"),)) if block.cite.strip() else [])
        case Actions():
            return _actions(block.controls, drawing)
        case Row():
            return _row(block, drawing)
        case Note():
            return _small_print(row(block.spans))
        case Picture():
            return _picture(block, drawing)
        case _:
            assert_never(block)


def _sections(rows: Iterable[Elements]) -> list[Json]:
    return [rich_text(section(group)) for group in groups(rows)]


def _picture(picture: Picture, drawing: _Drawing) -> list[Json]:
    """All of it in words. Where a picture can say as much, it may take the place of the block."""
    blocks = _sections([row((Bold(picture.title),)), row((Text(picture.words),))])
    if len(blocks) != 1 or not fits(clean(picture.said), IMAGE):
        return blocks
    key = f"picture:{len(drawing.pictures) + 1}"
    drawing.pictures[key] = picture
    return [{**blocks[0], "block_id": key}]


def _field(labelled: Field) -> Elements:
    return row((Bold(f"{labelled.label}: "), *labelled.value) if labelled.label.strip() else labelled.value)


def _heading(text: str) -> list[Json]:
    if 0 < size(text) <= _HEADING:
        return [{"type": "header", "text": plain(text, _HEADING)}]
    return _sections([row((Bold(text),))])


def _small_print(elements: Elements) -> list[Json]:
    # A context block has links and mentions only in mrkdwn. With those, small print is italics.
    every = parts(elements)
    if not all(element.keys() == {"type", "text"} for element in elements):
        return [rich_text(section([[_italic(element) for element in part]])) for part in every]
    texts = ("".join(element["text"] for element in part).strip() for part in every)
    return [{"type": "context", "elements": [_words_alone(text)]} for text in texts]


def _italic(element: Json) -> Json:
    return {**element, "style": {**element.get("style", {}), "italic": True}}


def _row(block: Row, drawing: _Drawing) -> list[Json]:
    """The text with its button beside it; what fits neither stands above, whole."""
    *above, last = split(clean(block.text).strip(), GROUP)
    words = [{"type": "section", "text": _words_alone(piece)} for piece in above if piece.strip()]
    beside = {"type": "section", "text": plain(last, GROUP), "accessory": _button(block.button, drawing)}
    return [*_whole([block.button]), *words, beside]


def _actions(controls: Iterable[Control], drawing: _Drawing) -> list[Json]:
    elements: list[Json] = []
    above: list[Json] = []
    for control in controls:
        match control:
            case Button():
                above += _whole([control])
                elements.append(_button(control, drawing))
            case Choice() | Overflow() if _fits_list(control):
                above += _whole(control.picks)
                elements.append(_list(control, drawing))
            case _:  # more than Slack's lists take: as many buttons
                above += _whole(control.picks)
                elements += [_button(Button(pick.label, pick.action), drawing) for pick in control.picks]
    rows = divided(elements, _MESSAGE_WEIGHT // 2, _BUTTONS)
    return above + [{"type": "actions", "elements": group} for group in rows]


def _whole(pressed: Iterable[Button | Pick]) -> list[Json]:
    """What is too long for a label or a question asked back, as a list of its own."""
    labels = [label for one in pressed if not fits(label := one_line(one.label), _LABEL)]
    asked = [one.confirm for one in pressed if isinstance(one, Button) and not fits(one_line(one.confirm), _CONFIRM)]
    return [rich_text(bullets(group)) for group in groups(row((Text(text),)) for text in labels + asked)]


def _button(button: Button, drawing: _Drawing) -> Json:
    label = one_line(button.label)
    element: Json = {
        "type": "button",
        "text": plain(label, _LABEL),
        "action_id": f"{button.action.verb}:{next(drawing.ordinals)}",
        "value": encode(button.action),
    }
    if button.style is not Style.PLAIN:
        element["style"] = button.style.value
    if question := one_line(button.confirm):
        element["confirm"] = {
            "title": plain(label, _CONFIRM_TITLE),
            "text": plain(question, _CONFIRM),
            "confirm": plain(label, _CONFIRM_BUTTON),
            "deny": plain(drawing.deny, _CONFIRM_BUTTON),
        }
    return element


def _fits_list(control: Choice | Overflow) -> bool:
    most = _OVERFLOW if isinstance(control, Overflow) else _OPTIONS
    values = [encode(pick.action) for pick in control.picks]
    return (
        0 < len(values) <= most
        and all(fits(value, _OPTION_VALUE) for value in values)
        and len(values) == len(set(values))
    )


def _list(control: Choice | Overflow, drawing: _Drawing) -> Json:
    options = [{"text": plain(one_line(pick.label), _LABEL), "value": encode(pick.action)} for pick in control.picks]
    if isinstance(control, Overflow):
        return {"type": "overflow", "action_id": f"overflow:{next(drawing.ordinals)}", "options": options}
    return {
        "type": "static_select",
        "action_id": f"choice:{next(drawing.ordinals)}",
        "placeholder": plain(one_line(control.label), _PLACEHOLDER),
        "options": options,
    }


def _fallback(text: str) -> str:
    return escape(cut(clean(text).strip(), _FALLBACK)) or _NOTHING
