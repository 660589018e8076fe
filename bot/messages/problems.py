"""What went wrong, said kindly, with what to do."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.language import Language
from bot.domain.people import Person
from bot.messages.model import Actions, Block, Button, Message, Paragraph, Text, Verb
from bot.messages.parts import as_button_argument, button, paragraph, people
from bot.messages.texts import Texts, texts_in
from bot.services.access import NotAllowedError
from bot.services.register.records.channel_records import Problem


def not_allowed(
    error: NotAllowedError, secretaries: Sequence[Person], language: Language, request: Sequence[str] = ()
) -> Message:
    """Who may do what was asked for; and the press that asks them to do it, where it is known what: ``request`` is what
    the button carries."""
    texts = texts_in(language)
    blocks: list[Block] = [paragraph(texts(f"not-allowed-{error.allowed}"))]
    if secretaries:
        blocks.append(Paragraph((Text(f"{texts('ask-whom')} "), *people(secretaries))))
    if secretaries and request:
        blocks.append(Actions((requesting(texts, *request),)))
    return Message(tuple(blocks), language)


def requesting(texts: Texts, form: str, channel: str, words: str) -> Button:
    """The press that asks the ICT secretary to do something: the id of the form for it, the channel, what was typed."""
    return button(texts, texts("button-request"), Verb.REQUEST, form, channel, as_button_argument(words))


def problem(texts: Texts, found: Problem) -> str:
    """What is wrong with a field."""
    return texts(f"problem-{found.code}", **found.context)
