"""What is said to people who answer a reminder in words: which channels they mean, and what they can do instead."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bot.domain.channels import Channel, ChannelId
from bot.domain.reminders.notice import ReminderNotice
from bot.messages.model import Button, Message, Row, Style, Verb
from bot.messages.parts import actions, button, message, paragraph
from bot.messages.reminders import ASKED, DAYS_LATER
from bot.messages.texts import Texts


def which_updated(asked: ReminderNotice, on: date, texts: Texts) -> Message:
    """Which of the channels were updated ``on`` that day: all at one press, or each by itself."""
    count = len(asked.lines)
    presses = [button(texts, line.name, Verb.UPDATED, line.channel, on.isoformat()) for line in asked.lines[:ASKED]]
    if count > 1:
        label = texts("button-updated-all", count=count)
        args = (asked.key, on.isoformat())
        presses.insert(0, button(texts, label, Verb.REMINDER_ALL_UPDATED, *args, style=Style.PRIMARY))
    return message(texts, paragraph(texts("updated-ask", count=count, on=on)), actions(*presses))


def when_again(asked: ReminderNotice, texts: Texts, *, for_good: bool = False, promised: bool = False) -> Message:
    """When to ask again, also who has ``promised`` to do it; and what else there is, where somebody wants to hear no
    more of it (``for_good``)."""
    is_last = all(line.last for line in asked.lines)
    words = texts("reminder-no-more" if for_good else "reminder-no-last" if is_last else "reminder-no")
    if promised:
        words = texts("reminder-promised-last" if is_last else "reminder-promised")
    lines = asked.lines[:ASKED] if for_good else ()
    rows = _longer_intervals([(line.channel, line.name) for line in lines], texts)
    return message(texts, paragraph(words), rows, actions(*_instead(texts, asked, is_last=is_last)))


def fewer(channels: Sequence[Channel], texts: Texts) -> Message:
    """When reminders come, and how there come fewer, to who keeps ``channels``."""
    away = button(texts, texts("button-reminder-away"), Verb.OPEN_FORM, "away", "", "")
    hand_over = button(texts, texts("button-reminder-not-mine"), Verb.MEANT, "handover", texts("resign-words"))
    rows = _longer_intervals([(one.id, one.name) for one in channels[:ASKED]], texts)
    return message(texts, paragraph(texts("reminders-fewer")), rows, actions(away, hand_over))


def _longer_intervals(channels: Iterable[tuple[ChannelId, str]], texts: Texts) -> Iterator[Row]:
    """A row a channel (id and name), with the press that asks the ICT secretary for a longer time between updates."""
    label, words = texts("button-request-interval"), texts("request-interval-words")
    for channel, name in channels:
        yield Row(name, button(texts, label, Verb.REQUEST, "edit", channel, words))


def not_mine(asked: ReminderNotice, texts: Texts) -> Message:
    """Which of the channels is to be handed over."""
    presses = (button(texts, line.name, Verb.OPEN_FORM, "handover", line.channel, "") for line in asked.lines[:ASKED])
    return message(texts, paragraph(texts("resign", count=len(asked.lines))), actions(*presses))


def gone(asked: ReminderNotice, texts: Texts, *, retires: bool) -> Message:
    """Which of the channels is there no more, and is to be taken out of use: by whoever is told so, where they may
    (``retires``), else by the ICT secretary."""
    presses = (
        button(texts, line.name, Verb.OPEN_FORM, "retire", line.channel, "")
        if retires
        else button(texts, line.name, Verb.REMINDER_CLOSE, asked.key, line.channel)
        for line in asked.lines[:ASKED]
    )
    words = texts("reminder-gone-retire" if retires else "reminder-gone", count=len(asked.lines))
    return message(texts, paragraph(words), actions(*presses))


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
