"""How channels stand with their duties, in words."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from bot.domain.channels import Channel, ChannelId, DutyId
from bot.domain.duties import DUTIES, DutyStanding, Standing
from bot.domain.guideline import Guideline
from bot.domain.register import Register
from bot.messages.duties.access import access_rows
from bot.messages.model import Block, Bold, Heading, Message, Row, Spans, Verb
from bot.messages.parts import actions, briefly, bullets, button, channel_name, message, more, note, paragraph, spans
from bot.messages.texts import Texts
from bot.services.register.duties import ChannelDuties

_CHANNELS: Final = 3
"""How many channels are shown with all their duties."""
_SHOWN: Final = 5
"""How many channels can be opened from the list of what is open."""
_NAMED: Final = 10
"""How many channels are named beside a duty that is open."""


def duties(
    found: Sequence[ChannelDuties],
    register: Register,
    guideline: Guideline,
    texts: Texts,
    *,
    may_exempt: bool,
    may_confirm: Collection[ChannelId],
) -> Message:
    """Each channel with its duties: how it stands, the section, and since when that is known; whoever ``may_exempt``
    it, or ``may_confirm`` what nobody can read of these channels, gets the buttons for that."""
    blocks: list[Block] = [Heading(texts("duties-heading"))]
    for one in found[:_CHANNELS]:
        blocks.append(paragraph(channel_name(one.channel)))
        lines = [_line(texts, standing, register, guideline) for standing in one.standings]
        blocks.append(bullets(lines) if lines else paragraph(texts("duties-not-in-use")))
        if lines and may_exempt:
            blocks += _exempting(texts, one)
        if one.channel.id in may_confirm:
            blocks += access_rows(texts, "", one.access)
        if lines and one.channel.id in may_confirm:
            blocks += actions(button(texts, texts("button-confirm"), Verb.OPEN_FORM, "confirm", one.channel.id, ""))
    return message(texts, blocks, more(texts, len(found), _CHANNELS), note(texts("duties-note")))


def open_duties(found: Sequence[ChannelDuties], guideline: Guideline, texts: Texts) -> Message:
    """What is open at the channels, duty by duty, and the way to each channel, where it can be mended."""
    lines = list(_open(texts, found, guideline))
    if not lines:
        return message(texts, paragraph(texts("duties-none-open")), note(texts("duties-note-open")))
    lacking = [one.channel for one in found if any(duty.standing is Standing.OPEN for duty in one.standings)]
    show = (
        button(texts, texts("button-show-channel", channel=one.name), Verb.SAY, f"{texts('duties-command')} {one.name}")
        for one in lacking[:_SHOWN]
    )
    listed = (Heading(texts("duties-open")), bullets(lines))
    return message(texts, listed, actions(*show), note(texts("duties-note-open")))


def confirmed(channel: Channel, said: Mapping[DutyId, bool], texts: Texts) -> Message:
    """What was said of duties that nobody can read, and which of them are not kept."""
    open_ones = ", ".join(lacking(texts, duty) for duty, kept in said.items() if not kept)
    if not open_ones:
        return message(texts, paragraph(texts("confirmed", channel=channel.name)))
    return message(texts, paragraph(texts("confirmed-lacking", channel=channel.name, duties=open_ones)))


def _exempting(texts: Texts, found: ChannelDuties) -> Iterator[Block]:
    channel = found.channel.id
    for one in found.standings:
        if one.exemption is not None:
            end = button(texts, texts("button-exemption-end"), Verb.END_EXEMPTION, channel, one.duty)
            yield Row(duty_name(texts, one.duty), end)
    yield from actions(button(texts, texts("button-exempt"), Verb.OPEN_FORM, "exemption", channel, ""))


def _line(texts: Texts, one: DutyStanding, register: Register, guideline: Guideline) -> Spans:
    on = f" ({texts('duties-on', on=one.on)})" if one.on is not None else ""
    if exemption := one.exemption:
        granter = register.person(exemption.by).label
        on = f" {texts('exemption-until', until=exemption.until, reason=exemption.reason, name=granter)}"
    standing = Bold(texts(f"standing-{one.standing}"))
    return spans(f"{duty_name(texts, one.duty)}: ", standing, f"{on} · {_section(texts, one, guideline)}")


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
            yield spans(Bold(lacking(texts, duty)), f" ({section}): {named}")


def duty_name(texts: Texts, duty: DutyId) -> str:
    """What the duty is called."""
    return texts(f"duty-{duty.replace('_', '-')}")


def lacking(texts: Texts, duty: DutyId) -> str:
    """That the duty is not kept: what stands beside a number, or before names, must not read as if it were."""
    return texts(f"lacking-{duty.replace('_', '-')}")


def _section(texts: Texts, one: DutyStanding, guideline: Guideline) -> str:
    """The main section as people know it: subsections have numbers of ours alone."""
    place = guideline.locate(one.section, texts.language)
    return texts("duties-section", section=place[0].id if place else one.section)
