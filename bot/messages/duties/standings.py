"""How channels stand with their duties, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from bot.domain.channels import Channel, ChannelId, DutyId, Exemption
from bot.domain.duties import DUTIES, DutyStanding, Standing
from bot.domain.guideline import Guideline
from bot.domain.language import Language
from bot.domain.register import Register
from bot.messages.duties.access import access_rows
from bot.messages.model import Actions, Block, Bold, Bullets, Heading, Message, Paragraph, Row, Spans, Text, Verb
from bot.messages.parts import briefly, button, channel_name, more, note, paragraph, say
from bot.messages.texts import Texts, texts_in
from bot.services.register.duties import ChannelDuties

_CHANNELS: Final = 3
"""How many channels are shown with all their duties."""
_NAMED: Final = 10
"""How many channels are named beside a duty that is open."""


def duties(
    found: Sequence[ChannelDuties],
    register: Register,
    guideline: Guideline,
    language: Language,
    *,
    may_exempt: bool,
    may_confirm: Collection[ChannelId],
) -> Message:
    """Each channel with its duties: how it stands, the section, and since when that is known; whoever ``may_exempt``
    it, or ``may_confirm`` what nobody can read of these channels, gets the buttons for that."""
    texts = texts_in(language)
    blocks: list[Block] = [Heading(texts("duties-heading"))]
    for one in found[:_CHANNELS]:
        blocks.append(Paragraph(channel_name(one.channel)))
        lines = tuple(_line(texts, standing, register, guideline) for standing in one.standings)
        blocks.append(Bullets(lines) if lines else paragraph(texts("duties-not-in-use")))
        if lines and may_exempt:
            blocks += _exempting(texts, one)
        if one.channel.id in may_confirm:
            blocks += access_rows(texts, "", one.access)
        if lines and one.channel.id in may_confirm:
            confirm = button(texts, texts("button-confirm"), Verb.OPEN_FORM, "confirm", one.channel.id, "")
            blocks.append(Actions((confirm,)))
    return Message((*blocks, *more(texts, len(found), _CHANNELS), note(texts("duties-note"))), language)


def open_duties(found: Sequence[ChannelDuties], guideline: Guideline, language: Language) -> Message:
    """What is open at the channels, duty by duty."""
    texts = texts_in(language)
    lines = tuple(_open(texts, found, guideline))
    if not lines:
        return Message((paragraph(texts("duties-none-open")), note(texts("duties-note"))), language)
    return Message((Heading(texts("duties-open")), Bullets(lines), note(texts("duties-note"))), language)


def exempted(channel: Channel, exemption: Exemption, language: Language) -> Message:
    """A duty that is not asked of the channel for a while."""
    texts = texts_in(language)
    duty = duty_name(texts, exemption.duty)
    return say(language, "exempted", channel=channel.name, duty=duty, until=exemption.until)


def asked_again(channel: Channel, duty: DutyId, language: Language) -> Message:
    """A duty that is asked of the channel again."""
    return say(language, "exemption-ended", channel=channel.name, duty=duty_name(texts_in(language), duty))


def confirmed(channel: Channel, said: Mapping[DutyId, bool], language: Language) -> Message:
    """What was said of duties that nobody can read, and which of them are not kept."""
    texts = texts_in(language)
    lacking = ", ".join(duty_name(texts, duty) for duty, kept in said.items() if not kept)
    key = "confirmed-lacking" if lacking else "confirmed"
    return say(language, key, channel=channel.name, **({"duties": lacking} if lacking else {}))


def _exempting(texts: Texts, found: ChannelDuties) -> Iterator[Block]:
    channel = found.channel.id
    for one in found.standings:
        if one.exemption is not None:
            end = button(texts, texts("button-exemption-end"), Verb.END_EXEMPTION, channel, one.duty)
            yield Row(duty_name(texts, one.duty), end)
    yield Actions((button(texts, texts("button-exempt"), Verb.OPEN_FORM, "exemption", channel, ""),))


def _line(texts: Texts, one: DutyStanding, register: Register, guideline: Guideline) -> Spans:
    on = f" ({texts('duties-on', on=one.on)})" if one.on is not None else ""
    if exemption := one.exemption:
        granter = register.person(exemption.by).label
        on = f" {texts('exemption-until', until=exemption.until, reason=exemption.reason, name=granter)}"
    name = f"{duty_name(texts, one.duty)}: "
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
            yield Bold(duty_name(texts, duty)), Text(f" ({section}): {named}")


def duty_name(texts: Texts, duty: DutyId) -> str:
    """What the duty is called."""
    return texts(f"duty-{duty.replace('_', '-')}")


def _section(texts: Texts, one: DutyStanding, guideline: Guideline) -> str:
    """The main section as people know it: subsections have numbers of ours alone."""
    place = guideline.locate(one.section, texts.language)
    return texts("duties-section", section=place[0].id if place else one.section)
