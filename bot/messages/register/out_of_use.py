"""Channels that are retired, or do not rest, as messages to who takes them for what they are not."""

from collections.abc import Sequence
from typing import Final

from bot.messages.model import Message, Verb
from bot.messages.parts import actions, as_button_argument, button, message, paragraph
from bot.messages.register.channels import that_retired
from bot.messages.texts import Texts
from bot.services.register.lookup import ChannelView

_BESIDE: Final = 3
"""How many channels are told of."""


def retired(views: Sequence[ChannelView], said: str, texts: Texts, *, tells: bool) -> Message:
    """That all of the channels are retired, the press that shows each, and, to who ``tells`` of them as if they were
    not, whom to tell so."""
    presses = [
        button(texts, texts("button-show-channel", channel=view.channel.name), Verb.OWNER, view.channel.id)
        for view in views[:_BESIDE]
    ]
    if tells and said:
        presses.append(button(texts, texts("button-ask-secretary"), Verb.ASK_SECRETARY, as_button_argument(said)))
    still = paragraph(texts("retired-still-in-use")) if tells else ()
    return message(texts, that_retired(texts, views), still, actions(*presses))


def not_resting(views: Sequence[ChannelView], texts: Texts) -> Message:
    """That the channels whose pause was to end have none."""
    return message(texts, (paragraph(texts("resume-none", channel=view.channel.name)) for view in views[:_BESIDE]))
