"""What the bot holds on a person, as a message."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.domain.language import Language
from bot.messages import privacy
from bot.messages.model import Actions, Block, Field, Fields, Heading, Message, Spans, Text, Verb
from bot.messages.parts import button, paragraph
from bot.messages.texts import Texts, texts_in
from bot.services.questions.documents import OpenQuestion
from bot.services.register.agreements import DaysAway, HeldDays
from bot.services.register.lookup import Held

_NO_DAYS: Final = HeldDays()


def held(
    result: Held,
    language: Language,
    *,
    questions: Sequence[OpenQuestion] = (),
    days: HeldDays = _NO_DAYS,
    guest: bool = False,
) -> Message:
    """All that the bot holds on the person who asks, and the choice of a language, which guests do not have.

    ``questions`` are those to the ICT secretary that are kept with the person's name, ``days`` those on which they are
    away or stand in for somebody.
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
        Field(texts("me-covers"), _value(texts, "; ".join(_cover(texts, one) for one in days.covering))),
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


def _absence(texts: Texts, away: DaysAway) -> str:
    if away.other is None:
        return texts("me-absence", start=away.start, end=away.end)
    return texts("me-absence-covered", start=away.start, end=away.end, name=away.other.label)


def _cover(texts: Texts, covering: DaysAway) -> str:
    if covering.other is None:
        return texts("me-absence", start=covering.start, end=covering.end)
    return texts("me-cover", start=covering.start, end=covering.end, name=covering.other.label)


def _value(texts: Texts, value: str) -> Spans:
    return (Text(value or texts("value-none")),)
