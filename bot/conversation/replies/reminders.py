"""Replies to what people answer to reminders. Each takes the place of the message that it was given on, with what else
is asked there."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.conversation.actions import StaleActionError, number_in
from bot.conversation.exchange import Outcome, Submitted, Updating
from bot.conversation.forms import reminders as reminder_forms
from bot.conversation.forms.field_reader import FieldReader
from bot.conversation.turn import Press, Services, Submission, Turn, done, replacing
from bot.domain.calendar.working_time import Days
from bot.domain.language import Language
from bot.domain.reminders.notice import ReminderNotice
from bot.messages import reminders as reminder_messages
from bot.messages.model import Message, Verb
from bot.messages.parts import message, say
from bot.messages.register import maintainers as maintainer_messages
from bot.messages.texts import Argument, texts_in
from bot.services.committing import channel_of
from bot.services.register.keeping import UpdateRefusedError
from bot.services.reminders.answers import NothingToPutOffError

_LATEST = 999
"""Days by which a reminder can be put off at most."""


async def _updated(services: Services, turn: Turn, key: str, channel_id: str) -> Outcome:
    return await note_update(services, turn, key, channel_id, turn.today)


async def note_update(services: Services, turn: Turn, key: str, channel_id: str, on: date) -> Outcome:
    """Note the update, or say why it is not noted."""
    try:
        reminder = await services.reminder_answers.updated(turn.actor, key, [channel_id], on, turn.at)
    except UpdateRefusedError as error:
        return await _beside(services, turn, key, update_refused(error, on, turn.language))
    channel = channel_of(turn.register, channel_id)
    noted = _now_or(reminder, maintainer_messages.updated([channel], on, turn.texts))
    return replace(noted, updating=Updating((channel_id,), on))


def update_refused(error: UpdateRefusedError, on: date, language: Language) -> Message:
    """Why the update ``on`` that day is not noted."""
    about: dict[str, Argument] = {"channel": error.channel.name} if error.reason == "retired" else {"on": on}
    return say(language, f"updated-{error.reason}", **about)


async def _later(services: Services, turn: Turn, key: str, channel_id: str, days: str) -> Outcome:
    """Put off the rest of the channel's reminders by so many days."""
    by = number_in(days)
    if not 1 <= by <= _LATEST:
        raise StaleActionError
    try:
        reminder = await services.reminder_answers.later(turn.actor, key, channel_id, by, turn.at)
    except NothingToPutOffError:
        return await _beside(services, turn, key, say(turn.language, "reminder-later-last"))
    return _now_or(reminder, say(turn.language, "reminder-later-last"))


async def _more(services: Services, turn: Turn, key: str, channel_id: str) -> Outcome:
    """Show all that can be answered of the channel."""
    reminder = await services.reminder_answers.expand(turn.actor, key, channel_id)
    if reminder is None:
        raise StaleActionError
    return replacing(reminder_messages.reminder(reminder, turn.texts))


async def _propose_closing(services: Services, turn: Turn, key: str, channel_id: str) -> Outcome:
    """Ask the ICT secretary to close the channel."""
    reminder = await services.reminder_answers.propose_closing(turn.actor, key, channel_id, turn.at)
    return _now_or(reminder, say(turn.language, "reminder-answer-closing"))


async def _stay(services: Services, turn: Turn, key: str) -> Outcome:
    """The person is not away in the holidays."""
    reminder = await services.reminder_answers.stay(turn.actor, key)
    return _now_or(reminder, say(turn.language, "holidays-here"))


async def _start(services: Services, turn: Turn, key: str) -> Outcome:
    """Let reminders begin, unless they go out already."""
    first, reminder = await services.reminder_switch.start(turn.actor, key, turn.at)
    if first is None:
        return replacing(beneath(reminder, say(turn.language, "reminders-going")))
    return _now_or(reminder, say(turn.language, "reminders-started", on=first))


async def _resume(services: Services, turn: Turn, key: str = "") -> Outcome:
    """End the pause of all reminders. Buttons of older messages name no reminder that they stand on."""
    reminder = await services.reminder_switch.resume(turn.actor, key, turn.at)
    return replacing(beneath(reminder, say(turn.language, "reminders-resumed")))


async def _submit_pause(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Let nobody get reminders on the days that were filled in."""
    key, told = (*submitted.subject[1:3], "", "")[:2]
    with FieldReader(submitted.values) as values:
        days = Days(values.day("start"), values.day("end"))
        values.not_past(days.start, days.end, turn.today)
    reminder = await services.reminder_switch.pause(turn.actor, key, days, turn.at, reminder_forms.days_carried(told))
    return replacing(beneath(reminder, reminder_messages.paused(key, days, turn.texts)))


async def reminder_now(services: Services, turn: Turn, key: str) -> ReminderNotice | None:
    """The reminder as it is now; None where it is not kept any more, or nothing was answered."""
    return await services.reminder_answers.now(turn.actor, key) if key else None


async def with_reminder(services: Services, turn: Turn, key: str, reply: Message) -> Outcome:
    """``reply`` to what was filled in. Where the form was opened from a reminder, that is drawn as it is now, with the
    reply below; other messages may be about much else, and stay as they are."""
    reminder = await reminder_now(services, turn, key)
    return replacing(beneath(reminder, reply)) if reminder else done(reply)


def _now_or(reminder: ReminderNotice | None, otherwise: Message) -> Outcome:
    """The reminder as it is now; where it is not kept any more, what was done."""
    return replacing(reminder_messages.reminder(reminder, texts_in(otherwise.language)) if reminder else otherwise)


async def _beside(services: Services, turn: Turn, key: str, reply: Message) -> Outcome:
    """``reply`` with the reminder, which stays as it is: nothing was done."""
    reminder = await services.reminder_answers.now(turn.actor, key)
    return replacing(beneath(reminder, reply))


def beneath(reminder: ReminderNotice | None, reply: Message) -> Message:
    """``reply`` below the reminder as it is now; alone, where that is not kept any more."""
    if reminder is None:
        return reply
    texts = texts_in(reply.language)
    return message(texts, reminder_messages.reminder(reminder, texts).blocks, reply.blocks)


PRESSES: Mapping[Verb, Press] = {
    Verb.REMINDER_UPDATED: _updated,
    Verb.REMINDER_LATER: _later,
    Verb.REMINDER_MORE: _more,
    Verb.REMINDER_CLOSE: _propose_closing,
    Verb.REMINDER_HERE: _stay,
    Verb.REMINDERS_START: _start,
    Verb.REMINDERS_RESUME: _resume,
}
SUBMISSIONS: Mapping[str, Submission] = {reminder_forms.REMINDERS_PAUSE: _submit_pause}
