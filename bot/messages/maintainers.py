"""What maintainers tell of their channels, as messages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.channels import Channel
from bot.domain.language import Language
from bot.domain.people import Person
from bot.messages.model import Actions, Block, Message, Paragraph, Style, Text, Verb
from bot.messages.parts import as_button_argument, button, names, note, paragraph, people, section_name
from bot.messages.texts import texts_in
from bot.services.questions.book import Passage
from bot.services.register.agreements import Proposed
from bot.services.register.staffing import Covered, Registered


def updated(channel: Channel, on: date, language: Language) -> Message:
    """The note that a channel was updated."""
    texts = texts_in(language)
    return Message((paragraph(texts("updated", channel=channel.name, on=on)),), language)


def away(result: Covered, start: date, end: date, duty: Passage | None, language: Language) -> Message:
    """Who stands in for the person, on which channels and days (guideline 4.8)."""
    texts = texts_in(language)
    listed = ", ".join(channel.name for channel in result.channels)
    opening = Paragraph((Text(f"{texts('away', start=start, end=end)} "), *people([result.cover])))
    blocks: list[Block] = [opening, paragraph(texts("away-channels", channels=listed))]
    if result.not_told:
        blocks.append(note(texts("not-told", names=names(result.not_told))))
    if duty is not None:
        blocks.append(note(texts("duty-holidays", section=section_name(duty.section))))
    return Message(tuple(blocks), language)


def handed_over(result: Registered, to: Person, language: Language) -> Message:
    """Who maintains the channel from now on."""
    texts = texts_in(language)
    blocks: list[Block] = [Paragraph((Text(f"{texts('handed-over', channel=result.channel.name)} "), *people([to])))]
    if result.not_told:
        blocks.append(note(texts("not-told", names=names(result.not_told))))
    return Message(tuple(blocks), language)


def handover_asked(result: Proposed, language: Language) -> Message:
    """Who was asked to take the channel on."""
    texts = texts_in(language)
    asked = Text(f"{texts('handover-asked-whom')} ")
    until_then = Text(f". {texts('handover-asked', channel=result.channel.name)}")
    blocks: list[Block] = [Paragraph((asked, *people([result.to]), until_then))]
    if result.not_told:
        blocks.append(note(texts("not-told", names=names(result.not_told))))
    return Message(tuple(blocks), language)


def propose(said: str, passages: Sequence[Passage], secretaries: Sequence[Person], language: Language) -> Message:
    """How a channel is started: what the guideline asks for, and whom to talk to."""
    texts = texts_in(language)
    blocks: list[Block] = [paragraph(texts("propose"))]
    blocks.extend(
        paragraph(f"{passage.subsection.text} ({section_name(passage.section)})".replace("\n", " "))
        for passage in passages
    )
    if secretaries:
        blocks.append(Paragraph((Text(f"{texts('propose-ask')} "), *people(secretaries))))
    press = button(
        texts, texts("button-ask-secretary"), Verb.ASK_SECRETARY, as_button_argument(said), style=Style.PRIMARY
    )
    return Message((*blocks, Actions((press,))), language)
