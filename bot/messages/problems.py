"""What went wrong, said kindly, with what to do."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.people import Person
from bot.messages.model import Button, Message, Verb
from bot.messages.parts import actions, as_button_argument, button, message, paragraph, people
from bot.messages.texts import Texts
from bot.services.access import NotAllowedError
from bot.services.register.records.channel_records import Problem


def not_allowed(error: NotAllowedError, secretaries: Sequence[Person], texts: Texts, request: Sequence[str]) -> Message:
    """Who may do what was asked for; and the press that asks them to do it, where it is known what: ``request`` is what
    the button carries."""
    return message(
        texts,
        paragraph(texts(f"not-allowed-{error.allowed}")),
        paragraph(f"{texts('ask-whom')} ", people(*secretaries)) if secretaries else (),
        actions(_requesting(texts, *request)) if secretaries and request else (),
    )


def _requesting(texts: Texts, form: str, channel: str, words: str) -> Button:
    """The press that asks the ICT secretary to do something: the id of the form for it, the channel, what was typed."""
    return button(texts, texts("button-request"), Verb.REQUEST, form, channel, as_button_argument(words))


def problem(texts: Texts, found: Problem) -> str:
    """What is wrong with a field."""
    return texts(f"problem-{found.code}", **found.context)
