"""How channels stand with their duties, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from bot.domain.duties import DUTIES, DutyStanding, Standing
from bot.domain.guideline import Guideline
from bot.domain.language import Language
from bot.messages.model import Block, Bold, Bullets, Heading, Message, Paragraph, Spans, Text
from bot.messages.parts import briefly, channel_name, more, note, paragraph
from bot.messages.texts import Texts, texts_in
from bot.services.register.duties import ChannelDuties

_CHANNELS: Final = 3
"""How many channels are shown with all their duties."""
_NAMED: Final = 10
"""How many channels are named beside a duty that is open."""


def duties(found: Sequence[ChannelDuties], guideline: Guideline, language: Language) -> Message:
    """Each channel with its duties: how it stands, the section, and since when that is known."""
    texts = texts_in(language)
    blocks: list[Block] = [Heading(texts("duties-heading"))]
    for one in found[:_CHANNELS]:
        blocks.append(Paragraph(channel_name(one.channel)))
        lines = tuple(_line(texts, standing, guideline) for standing in one.standings)
        blocks.append(Bullets(lines) if lines else paragraph(texts("duties-not-in-use")))
    return Message((*blocks, *more(texts, len(found), _CHANNELS), note(texts("duties-note"))), language)


def open_duties(found: Sequence[ChannelDuties], guideline: Guideline, language: Language) -> Message:
    """What is open at the channels, duty by duty."""
    texts = texts_in(language)
    lines = tuple(_open(texts, found, guideline))
    if not lines:
        return Message((paragraph(texts("duties-none-open")), note(texts("duties-note"))), language)
    return Message((Heading(texts("duties-open")), Bullets(lines), note(texts("duties-note"))), language)


def _line(texts: Texts, one: DutyStanding, guideline: Guideline) -> Spans:
    on = f" ({texts('duties-on', on=one.on)})" if one.on is not None else ""
    name = f"{_name(texts, one.duty)}: "
    return Text(name), Bold(texts(f"standing-{one.standing}")), Text(f"{on} · {_section(texts, one, guideline)}")


def _open(texts: Texts, found: Sequence[ChannelDuties], guideline: Guideline) -> Iterator[Spans]:
    for duty in DUTIES:
        at = [
            (standing, one.channel.name)
            for one in found
            for standing in one.standings
            if standing.duty == duty and standing.standing is Standing.OPEN
        ]
        if at:
            section = _section(texts, at[0][0], guideline)
            named = briefly(texts, [name for _, name in at], _NAMED)
            yield Bold(_name(texts, duty)), Text(f" ({section}): {named}")


def _name(texts: Texts, duty: str) -> str:
    return texts(f"duty-{duty.replace('_', '-')}")


def _section(texts: Texts, one: DutyStanding, guideline: Guideline) -> str:
    """The main section as people know it: subsections have numbers of ours alone."""
    place = guideline.locate(one.section, texts.language)
    return texts("duties-section", section=place[0].id if place else one.section)
