"""Messages as Adaptive Cards of version 1.5 (https://adaptivecards.io/explorer)."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, assert_never

from bot.domain.language import Language
from bot.messages.model import (
    Actions,
    Block,
    Bullets,
    Field,
    Fields,
    Heading,
    Message,
    Note,
    Paragraph,
    PersonSpan,
    Picture,
    Quote,
    Row,
    Spans,
)
from bot.messages.plain_text import plain_text
from bot.messages.texts import texts_in
from bot.surfaces.rendering import texts_of
from bot.surfaces.teams.rendering.buttons import controls
from bot.surfaces.teams.rendering.rich import (
    BOLD,
    GROUP,
    SMALL,
    Json,
    bullet,
    close,
    divided,
    paragraphs,
    teams_user,
    weigh,
    words,
)
from bot.surfaces.teams.rendering.text import INVISIBLE, clean, cut, one_line, unmarked

_CARD: Final = 66_000
"""The most that the body of a card weighs, in bytes. Teams takes messages of 80 KB: the rest is what surrounds it."""
_HEADING, _FALLBACK, _NAME = 300, 500, 80
_NOTHING: Final = "…"
"""Stands where there has to be a text and is none."""
_NOT_IN_A_NAME: Final = re.compile(r"[^\w .,'’-]|_")


def card(message: Message) -> Json:
    """``message`` as one card; where it is longer than a card can be, its beginning, and a word that it goes on."""
    first, *rest = cards(message)
    if rest:
        first["body"] += words(texts_in(message.language)("message-cut"), SMALL)
    return first


def cards(message: Message) -> tuple[Json, ...]:
    """``message`` as a card, or as several to be posted in their order where it is longer than Teams allows.

    Nothing is left out. Nobody is called to the message but the persons who are to be notified: at its top, by the
    only text in which Teams reads anything. Raises ValueError where an action is too long to travel.
    """
    mentions = list(_mentions(message))
    rendered = (element for block in message.blocks for element in _render(block))
    pages = list(divided(rendered, _CARD - 2 * weigh(mentions))) or [words(_NOTHING)]
    said = [plain_text(message)] if len(pages) == 1 else [" ".join(texts_of(page)) for page in pages]
    first, *rest = (_card(page, text, message.language) for page, text in zip(pages, said, strict=True))
    if mentions:
        called = {"type": "TextBlock", "text": " ".join(mention["text"] for mention in mentions), "wrap": True}
        first = {**first, "msteams": {"entities": mentions}, "body": [called, *first["body"]]}
    return (first, *rest)


def heading(text: str) -> list[Json]:
    """``text`` as a title, which screen readers can find; as bold words where it is too long for one."""
    text = one_line(text)
    if not 0 < len(text) <= _HEADING:
        return words(text, BOLD)
    look = {"style": "heading", "size": "Medium", "weight": "Bolder", "wrap": True}
    return [{"type": "TextBlock", **look, "text": unmarked(text)}]


def frame(body: Sequence[Json], language: Language) -> Json:
    """The card around ``body``."""
    return {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.5",
        "lang": language.value,
        "body": list(body),
    }


def _card(body: Sequence[Json], text: str, language: Language) -> Json:
    fallback = unmarked(cut(clean(text).strip(), _FALLBACK) or _NOTHING)
    return {**frame(body, language), "fallbackText": fallback}


def _render(block: Block) -> Iterable[Json]:
    match block:
        case Heading():
            return heading(block.text)
        case Paragraph():
            return paragraphs(block.spans)
        case Fields():
            rows = (row for field in block.fields for row in _field(field))
            return (_table(group) for group in divided(rows, GROUP))
        case Bullets():
            return (element for item in block.items for element in bullet(item))
        case Quote():
            return _quote(block)
        case Actions():
            return controls(block.controls)
        case Row():
            return _row(block)
        case Note():
            return close(paragraphs(block.spans, SMALL))
        case Picture():
            return _picture(block)
        case _:
            assert_never(block)


def _field(field: Field) -> list[Json]:
    """The rows of a table that ``field`` takes: one, unless it is very long."""
    labels, values = words(field.label, BOLD), paragraphs(field.value)
    beside = _facts(labels[-1:], values[:1])
    return [*(_facts([one], []) for one in labels[:-1]), beside, *(_facts([], [one]) for one in values[1:])]


def _facts(*cells: list[Json]) -> Json:
    return {"type": "TableRow", "cells": [{"type": "TableCell", "items": items} for items in cells]}


def _table(rows: list[Json]) -> Json:
    columns = [{"width": 2}, {"width": 3}]  # on a phone there is room for a label's longest word
    return {"type": "Table", "columns": columns, "rows": rows, "showGridLines": False, "firstRowAsHeaders": False}


def _quote(block: Quote) -> Iterator[Json]:
    quoted = [element for text in block.paragraphs for element in words(text)]
    cite = close(words(f"– {block.cite}", SMALL)) if block.cite.strip() else []
    for group in divided([*quoted, *cite], GROUP):
        yield {"type": "Container", "style": "emphasis", "items": group}


def _row(block: Row) -> list[Json]:
    """The text with its button beside it; below it where the button asks back, which takes room."""
    text, pressed = words(block.text), list(controls([block.button]))
    if not text or block.button.confirm:
        return [*text, *close(pressed)]
    columns = [_column("stretch", text[-1]), _column("auto", pressed[-1])]
    return [*pressed[:-1], *text[:-1], {"type": "ColumnSet", "columns": columns}]


def _column(width: str, element: Json) -> Json:
    return {"type": "Column", "width": width, "items": [element], "verticalContentAlignment": "Center"}


def _picture(picture: Picture) -> Iterator[Json]:
    """The title, and the picture itself as an address with all of it in it: nobody has to reach the bot to see it
    (https://adaptivecards.io/explorer/Image.html)."""
    yield from words(picture.title, BOLD)
    address = f"data:image/png;base64,{b64encode(picture.png).decode()}"
    yield {"type": "Image", "url": address, "altText": clean(picture.said).strip() or _NOTHING, "spacing": "Small"}


def _mentions(message: Message) -> Iterator[Json]:
    """Those who are to be called to ``message``, each once, as the entities that stand for them."""
    called: dict[str, str] = {}
    for span in _people(message):
        user = teams_user(span.identities) if span.notify else None
        if user and user not in called:
            # Read as Markdown: what could mean something there is left out. In the message itself the name is whole.
            name = " ".join(_NOT_IN_A_NAME.sub(" ", clean(span.name)).split())
            called[user] = cut(name, _NAME) or _NOTHING
    for number, (user, name) in enumerate(called.items()):
        # Teams tells two mentions apart by their text alone.
        text = f"<at>{name}{INVISIBLE * number}</at>"
        yield {"type": "mention", "text": text, "mentioned": {"id": user, "name": name}}


def _people(message: Message) -> Iterator[PersonSpan]:
    for block in message.blocks:
        match block:
            case Paragraph() | Note():
                every: tuple[Spans, ...] = (block.spans,)
            case Bullets():
                every = block.items
            case Fields():
                every = tuple(field.value for field in block.fields)
            case _:
                continue
        yield from (span for spans in every for span in spans if isinstance(span, PersonSpan))
