"""What went wrong, said kindly, with what to do."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.language import Language
from bot.domain.people import Person
from bot.messages.model import Block, Message, Paragraph, Text
from bot.messages.parts import paragraph, people
from bot.messages.texts import Texts, texts_in
from bot.services.access import NotAllowedError
from bot.services.register.records import Problem


def not_allowed(error: NotAllowedError, secretaries: Sequence[Person], language: Language) -> Message:
    """Who may do what was asked for."""
    texts = texts_in(language)
    blocks: list[Block] = [paragraph(texts(f"not-allowed-{error.allowed}"))]
    if secretaries:
        blocks.append(Paragraph((Text(f"{texts('ask-whom')} "), *people(secretaries))))
    return Message(tuple(blocks), language)


def problem(texts: Texts, found: Problem) -> str:
    """What is wrong with a field."""
    return texts(f"problem-{found.code}", **found.context)
