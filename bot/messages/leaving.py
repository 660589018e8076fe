"""People who leave and who come back, and those who take over from them, as messages."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.channels import Channel
from bot.domain.language import Language
from bot.domain.people import Person
from bot.messages.model import Actions, Block, Bullets, Message, Paragraph, Style, Text, Verb
from bot.messages.parts import button, channel_name, names, note, paragraph, people
from bot.messages.texts import texts_in
from bot.services.register.leaving import Left, Returned


def left_question(result: Left, who: str, language: Language) -> Message:
    """Asks whether the person whom the reference ``who`` names is to be marked as having left, with what follows."""
    texts = texts_in(language)
    blocks: list[Block] = [paragraph(texts("left-question", name=result.person.label, on=result.on))]
    kept = [channel for channel in result.channels if channel not in result.without]
    for key, channels in (("left-without", result.without), ("left-kept", kept)):
        if channels:
            blocks += [paragraph(texts(key)), Bullets(tuple(map(channel_name, channels)))]
    if not result.channels:
        blocks.append(paragraph(texts("left-keeps-nothing")))
    press = button(texts, texts("button-left"), Verb.MARK_LEFT, who, result.on.isoformat(), style=Style.DANGER)
    return Message((*blocks, Actions((press,))), language)


def left(result: Left, language: Language) -> Message:
    """A person who has left, and the channels that want somebody else."""
    texts = texts_in(language)
    words = texts("left-from", on=result.on) if result.later else texts("left")
    opening = Paragraph((*people([result.person]), Text(f" {words}")))
    if not result.channels:
        return Message((opening, paragraph(texts("left-no-channels"))), language)
    press = button(texts, texts("button-handover-all"), Verb.OPEN_FORM, "handover-all", result.person.id, "")
    names_of_channels = tuple(channel_name(channel) for channel in result.channels)
    blocks: list[Block] = [opening, paragraph(texts("left-channels")), Bullets(names_of_channels), Actions((press,))]
    if result.not_told:
        blocks.append(note(texts("not-told", names=names(result.not_told))))
    return Message(tuple(blocks), language)


def returned(result: Returned, language: Language) -> Message:
    """A person who works here again, and the channels that are theirs."""
    texts = texts_in(language)
    words = texts("returned" if result.had_left else "returned-not-left", name=result.person.label)
    if not result.channels:
        return Message((paragraph(words),), language)
    listed = Bullets(tuple(map(channel_name, result.channels)))
    return Message((paragraph(words), paragraph(texts("returned-channels")), listed), language)


def handed_over_all(result: tuple[Sequence[Channel], Sequence[Person]], to: Person, language: Language) -> Message:
    """Who keeps the channels of somebody from now on."""
    texts = texts_in(language)
    channels, not_told = result
    blocks: list[Block] = [
        Paragraph((Text(f"{texts('handed-over-all', count=len(channels))} "), *people([to]))),
        Bullets(tuple(channel_name(channel) for channel in channels)),
    ]
    if not_told:
        blocks.append(note(texts("not-told", names=names(not_told))))
    return Message(tuple(block for block in blocks if block != Bullets(())), language)
