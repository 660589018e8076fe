"""Pauses of channels, as messages."""

from collections.abc import Sequence
from datetime import date

from bot.domain.channels import Channel, Pause
from bot.messages.model import Message, Row, Verb
from bot.messages.parts import button, message, paragraph
from bot.messages.texts import Texts
from bot.services.register.lookup import ChannelView


def paused(channel: Channel, pause: Pause, before: Pause | None, today: date, texts: Texts) -> Message:
    """That the channel rests on the days of ``pause``; and the days of the one ``before``, which it replaces."""
    words = texts(
        "paused" if today in pause else "paused-later", channel=channel.name, start=pause.start, end=pause.end
    )
    changed = before is not None and (before.start, before.end) != (pause.start, pause.end) and before.end >= today
    was = texts("pause-was", start=before.start, end=before.end) if before and changed else ""
    return message(texts, paragraph(" ".join(filter(None, (words, was)))))


def of_what(views: Sequence[ChannelView], carried: str, texts: Texts) -> Message:
    """A question back: which channel is to rest on the days that a button carries, or whether all reminders are."""
    rows = (
        Row(
            view.channel.name,
            button(texts, texts("button-choose"), Verb.OPEN_FORM, "pause", view.channel.id, "", carried),
        )
        for view in views
    )
    every = button(texts, texts("home-pause"), Verb.OPEN_FORM, "nudges-pause", "", "", carried)
    return message(texts, paragraph(texts("pause-which")), rows, Row(texts("pause-all-reminders"), every))
