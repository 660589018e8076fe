"""What is said to people who answer a reminder in words: which channels they mean, and what they can do instead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.domain.language import Language
from bot.domain.reminders.notice import ReminderNotice
from bot.messages.model import Actions, Button, Message, Style, Verb
from bot.messages.parts import button, paragraph
from bot.messages.reminders import ASKED, DAYS_LATER
from bot.messages.texts import Texts, texts_in


def which_updated(asked: ReminderNotice, on: date, language: Language) -> Message:
    """Which of the channels were updated ``on`` that day: all at one press, or each by itself."""
    texts, count = texts_in(language), len(asked.lines)
    presses = [button(texts, line.name, Verb.UPDATED, line.channel, on.isoformat()) for line in asked.lines[:ASKED]]
    if count > 1:
        label = texts("button-updated-all", count=count)
        args = (asked.key, on.isoformat())
        presses.insert(0, button(texts, label, Verb.REMINDER_ALL_UPDATED, *args, style=Style.PRIMARY))
    return Message((paragraph(texts("updated-ask", count=count, on=on)), Actions(tuple(presses))), language)


def when_again(asked: ReminderNotice, language: Language, *, for_good: bool) -> Message:
    """When to ask again; and what else there is, where somebody wants to hear no more of it (``for_good``)."""
    texts = texts_in(language)
    is_last = all(line.last for line in asked.lines)
    words = texts("reminder-no-more" if for_good else "reminder-no-last" if is_last else "reminder-no")
    return Message((paragraph(words), Actions(tuple(_instead(texts, asked, is_last=is_last)))), language)


def not_mine(asked: ReminderNotice, language: Language) -> Message:
    """Which of the channels is to be handed over."""
    texts = texts_in(language)
    presses = (button(texts, line.name, Verb.OPEN_FORM, "handover", line.channel, "") for line in asked.lines[:ASKED])
    return Message((paragraph(texts("resign", count=len(asked.lines))), Actions(tuple(presses))), language)


def gone(asked: ReminderNotice, language: Language, *, retires: bool) -> Message:
    """Which of the channels is there no more, and is to be taken out of use: by whoever is told so, where they may
    (``retires``), else by the ICT secretary."""
    texts, lines = texts_in(language), asked.lines[:ASKED]
    presses = (
        button(texts, line.name, Verb.OPEN_FORM, "retire", line.channel, "")
        if retires
        else button(texts, line.name, Verb.REMINDER_CLOSE, asked.key, line.channel)
        for line in lines
    )
    words = texts("reminder-gone-retire" if retires else "reminder-gone", count=len(asked.lines))
    return Message((paragraph(words), Actions(tuple(presses))), language)


def _instead(texts: Texts, asked: ReminderNotice, *, is_last: bool) -> Iterator[Button]:
    if not is_last:
        for days in DAYS_LATER:
            yield button(texts, texts(f"button-reminder-later-{days}"), Verb.REMINDERS_LATER, str(days))
    if any(line.in_charge for line in asked.lines):
        yield button(texts, texts("button-reminder-away"), Verb.OPEN_FORM, "away", "", "")
    yield button(texts, texts("button-reminder-not-mine"), Verb.SAY, texts("resign-words"))
    if len(asked.lines) == 1:
        channel = asked.lines[0].channel
        yield button(texts, texts("button-request-pause"), Verb.REQUEST, "pause", channel, "")
        yield button(texts, texts("button-reminder-close"), Verb.REMINDER_CLOSE, asked.key, channel)
