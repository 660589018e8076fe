"""What was said in the same text beside what is replied to: none of it is dropped without a word."""

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.exchange import Outcome
from bot.domain.people import IDENTITY_IN_TEXT
from bot.domain.register import Register
from bot.messages.help import also_said
from bot.messages.model import Message
from bot.messages.texts import texts_in


def with_others(outcome: Outcome, others: Sequence[str], register: Register, words: str) -> Outcome:
    """``outcome`` with the ``others`` that were said in the same text, each at a press; what comes back as a form asks
    for them afterwards. ``words`` is the key of the text that says so; people are named as in the ``register``."""
    if not others:
        return outcome
    shown = {one: IDENTITY_IN_TEXT.sub(lambda match: register.named(match[0]).label, one) for one in others}
    if isinstance(outcome.reply, Message):
        return replace(outcome, reply=also_said(outcome.reply, shown, words))
    form = outcome.reply
    said = texts_in(form.language)("also-told-form", said="; ".join(shown.values()))
    return replace(outcome, reply=replace(form, intro="\n".join(filter(None, (form.intro, said)))))
