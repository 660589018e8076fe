"""People, as messages: what the bot holds on one, and who leaves, comes back and takes over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from bot.domain.channels import Channel
from bot.domain.language import Language
from bot.domain.people import Person
from bot.messages import privacy
from bot.messages.model import (
    Actions,
    Block,
    Bullets,
    Field,
    Fields,
    Heading,
    Message,
    Paragraph,
    Spans,
    Style,
    Text,
    Verb,
)
from bot.messages.parts import button, channel_name, names, note, paragraph, people
from bot.messages.register.maintainers import call_off_buttons
from bot.messages.texts import Texts, texts_in
from bot.services.people.absences import DaysAway, HeldDays
from bot.services.people.leaving import Left, Returned
from bot.services.questions.documents import OpenQuestion
from bot.services.register.lookup import Held

_NO_DAYS: Final = HeldDays()


def held(
    result: Held,
    language: Language,
    *,
    questions: Sequence[OpenQuestion] = (),
    days: HeldDays = _NO_DAYS,
    today: date,
    guest: bool = False,
) -> Message:
    """All that the bot holds on the person who asks, and the choice of a language, which guests do not have.

    ``questions`` are those to the ICT secretary that are kept with the person's name, ``days`` those on which they are
    away or stand in for somebody; an absence that is not over on ``today`` can be taken back.
    """
    texts = texts_in(language)
    person = result.person
    own = texts(f"language-{person.language}") if person.language else texts("value-none")
    fields = (
        Field(texts("me-name"), _value(texts, person.display_name)),
        Field(texts("me-email"), _value(texts, person.email or "")),
        Field(texts("me-identities"), _value(texts, ", ".join(person.identities))),
        Field(texts("me-language"), (Text(own),)),
        Field(texts("me-channels"), _value(texts, ", ".join(view.channel.name for view in result.channels))),
        Field(texts("me-absences"), _value(texts, "; ".join(_absence(texts, one) for one in days.away))),
        Field(texts("me-covers"), _value(texts, "; ".join(cover_words(texts, one) for one in days.covering))),
        Field(texts("me-questions"), _value(texts, "; ".join(one.question for one in questions))),
    )
    blocks: tuple[Block, ...] = (
        Heading(texts("me-heading")),
        *(() if result.stored or questions else (paragraph(texts("me-not-stored")),)),
        Fields(fields),
        *privacy.what_can_be_done(texts),
    )
    if guest:
        return Message(blocks, language)
    if days.away and (buttons := call_off_buttons(texts, [one for one in days.away if one.end >= today])):
        blocks = (*blocks, Actions(buttons))
    choices = tuple(
        button(texts_in(choice), texts_in(choice)("button-language"), Verb.LANGUAGE, choice) for choice in Language
    )
    return Message((*blocks, Actions(choices)), language)


def language_chosen(language: Language) -> Message:
    """The word that the bot speaks this language to the person from now on."""
    return Message((paragraph(texts_in(language)("language-chosen")),), language)


def language_of_guest(language: Language) -> Message:
    """The word that the bot speaks this language too; nothing is kept on guests."""
    return Message((paragraph(texts_in(language)("language-guest")),), language)


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


def _absence(texts: Texts, away: DaysAway) -> str:
    if away.other is None:
        return texts("me-absence", start=away.start, end=away.end)
    return texts("me-absence-covered", start=away.start, end=away.end, name=away.other.label)


def cover_words(texts: Texts, covering: DaysAway) -> str:
    """On which days somebody stands in, and for whom."""
    if covering.other is None:
        return texts("me-absence", start=covering.start, end=covering.end)
    return texts("me-cover", start=covering.start, end=covering.end, name=covering.other.label)


def _value(texts: Texts, value: str) -> Spans:
    return (Text(value or texts("value-none")),)
