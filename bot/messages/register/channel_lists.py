"""Lists of channels, as messages: a line each, all of them or those that were asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from bot.domain.register import Narrowing
from bot.messages.model import Block, Bold, Bullets, Heading, Message
from bot.messages.parts import bullets, channel_name, message, paragraph, spans
from bot.messages.register.channels import near, none_found
from bot.messages.register.states import brief_state
from bot.messages.texts import Texts
from bot.services.register.lookup import ChannelView, Found


def channel_list(found: Found, texts: Texts, narrowing: Narrowing | None = None, said: str = "") -> Message:
    """The channels of the register, or of what was asked for; ``narrowing`` is by what they were chosen. What was
    ``said`` is passed on, at a press, where there is none."""
    count = len(found.channels)
    is_whole = narrowing in (None, Narrowing.BY_UNIT)
    if not count and is_whole:
        return message(texts, none_found(texts, found, said))
    if not count:
        return message(texts, paragraph(texts(f"channels-{narrowing}-none")))
    heading = texts("channels-heading", count=count) if is_whole else texts(f"channels-{narrowing}", count=count)
    lines = _by_unit(texts, found) if narrowing is Narrowing.BY_UNIT else _lines(texts, found.channels)
    return message(texts, near(texts, found), Heading(heading), lines)


def _by_unit(texts: Texts, found: Found) -> Iterator[Block]:
    for unit, views in groupby(found.channels, key=lambda view: view.channel.unit):
        yield paragraph(Bold(unit.in_language(texts.language)))
        yield _lines(texts, views, is_of_one_unit=True)


def _lines(texts: Texts, views: Iterable[ChannelView], *, is_of_one_unit: bool = False) -> Bullets:
    units = (("" if is_of_one_unit else f" – {view.channel.unit.in_language(texts.language)}", view) for view in views)
    return bullets(spans(channel_name(view.channel), f"{unit}{brief_state(texts, view)}") for unit, view in units)
