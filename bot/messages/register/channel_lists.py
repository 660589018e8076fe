"""Lists of channels, as messages: a line each, all of them or those that were asked for."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from bot.domain.language import Language
from bot.domain.register import Narrowing
from bot.messages.model import Block, Bold, Bullets, Heading, Message, Paragraph, Spans, Text
from bot.messages.parts import channel_name, paragraph
from bot.messages.register.channels import near, none_found
from bot.messages.register.states import brief_state
from bot.messages.texts import Texts, texts_in
from bot.services.register.lookup import ChannelView, Found


def channel_list(found: Found, language: Language, narrowing: Narrowing | None = None, said: str = "") -> Message:
    """The channels of the register, or of what was asked for; ``narrowing`` is by what they were chosen. What was
    ``said`` is passed on, at a press, where there is none."""
    texts = texts_in(language)
    count = len(found.channels)
    if narrowing in (None, Narrowing.BY_UNIT):
        if not found.channels:
            return Message(none_found(texts, found, said), language)
        heading = Heading(texts("channels-heading", count=count))
    elif not found.channels:
        return Message((paragraph(texts(f"channels-{narrowing}-none")),), language)
    else:
        heading = Heading(texts(f"channels-{narrowing}", count=count))
    lines = _by_unit(texts, found) if narrowing is Narrowing.BY_UNIT else (_bullets(texts, found.channels),)
    return Message((*near(texts, found), heading, *lines), language)


def _by_unit(texts: Texts, found: Found) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for unit, views in groupby(found.channels, key=lambda view: view.channel.unit):
        blocks.append(Paragraph((Bold(unit.in_language(texts.language)),)))
        blocks.append(_bullets(texts, views, is_of_one_unit=True))
    return tuple(blocks)


def _bullets(texts: Texts, views: Iterable[ChannelView], *, is_of_one_unit: bool = False) -> Bullets:
    return Bullets(tuple(_line(texts, view, "" if is_of_one_unit else _unit(texts, view)) for view in views))


def _line(texts: Texts, view: ChannelView, unit: str) -> Spans:
    return (*channel_name(view.channel), Text(f"{unit}{brief_state(texts, view)}"))


def _unit(texts: Texts, view: ChannelView) -> str:
    return f" – {view.channel.unit.in_language(texts.language)}"
