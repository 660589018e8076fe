"""Answers to reminders. Each takes the place of the message that it was given on, with what else is asked there."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Outcome
from bot.conversation.forms import register as catalogue
from bot.conversation.turn import Services, Turn, replacing
from bot.domain.channels import ChannelId
from bot.domain.reminders.notice import Answer, Answered, ReminderNotice
from bot.domain.working_time import Days
from bot.messages import maintainers as maintaining_messages
from bot.messages import reminders as messages
from bot.messages.model import Message
from bot.messages.parts import say
from bot.messages.texts import Argument
from bot.services.access import require_ict_secretary, require_keeper
from bot.services.committing import channel_of
from bot.services.register.agreements import NoLongerAgreedError
from bot.services.register.keeping import UpdateRefusedError
from bot.services.reminders.answers import NothingToPutOffError

_STALE = "this button is of an older message: ask again to get a new one"


async def updated(services: Services, turn: Turn, key: str, channel_id: str) -> Outcome:
    """The channel was updated today."""
    return await note_update(services, turn, key, channel_id, turn.today)


async def note_update(services: Services, turn: Turn, key: str, channel_id: str, on: date) -> Outcome:
    """Note the update, or say why it is not noted."""
    try:
        reminder = await services.reminder_answers.updated(turn.actor, key, channel_id, on, turn.at)
    except UpdateRefusedError as error:
        about: dict[str, Argument] = {"channel": error.channel.name} if error.reason == "retired" else {"on": on}
        return await _beside(services, turn, key, say(turn.language, f"updated-{error.reason}", **about))
    channel = channel_of(await services.lookup.register(), channel_id)
    return _now(reminder, maintaining_messages.updated(channel, on, turn.language))


async def later(services: Services, turn: Turn, key: str, channel_id: str, days: str) -> Outcome:
    """Put off the rest of the channel's reminders by so many days."""
    if not re.fullmatch(r"[1-9]\d{0,2}", days):
        raise StaleActionError(_STALE)
    try:
        reminder = await services.reminder_answers.later(turn.actor, key, channel_id, int(days), turn.at)
    except NothingToPutOffError:
        return await _beside(services, turn, key, say(turn.language, "reminder-later-last"))
    return _now(reminder, say(turn.language, "reminder-later-last"))


async def more(services: Services, turn: Turn, key: str, channel_id: str) -> Outcome:
    """Show all that can be answered of the channel."""
    reminder = await services.reminder_answers.expand(turn.actor, key, channel_id, turn.at)
    if reminder is None:
        raise StaleActionError(_STALE)
    return replacing(messages.reminder(reminder, turn.language))


async def propose_closing(services: Services, turn: Turn, key: str, channel_id: str) -> Outcome:
    """Ask the ICT secretary to close the channel."""
    reminder = await services.reminder_answers.propose_closing(turn.actor, key, channel_id, turn.at)
    return _now(reminder, say(turn.language, "reminder-answer-closing"))


async def stay(services: Services, turn: Turn, key: str) -> Outcome:
    """The person is not away in the holidays."""
    reminder = await services.reminder_answers.stay(turn.actor, key, turn.at)
    return _now(reminder, say(turn.language, "holidays-here"))


async def start(services: Services, turn: Turn, key: str) -> Outcome:
    """Let reminders begin."""
    first, reminder = await services.reminder_answers.start(turn.actor, key, turn.at)
    return _now(reminder, say(turn.language, "reminders-started", on=first))


async def resume(services: Services, turn: Turn) -> Outcome:
    """End the pause of all reminders."""
    await services.reminder_answers.resume(turn.actor, turn.at)
    return replacing(say(turn.language, "reminders-resumed"))


async def pause_all(services: Services, turn: Turn, key: str, days: Days) -> Outcome:
    """Let nobody get reminders on ``days``."""
    reminder = await services.reminder_answers.pause(turn.actor, key, days, turn.at)
    paused = messages.paused(days, turn.language)
    return replacing(_with(messages.reminder(reminder, turn.language), paused) if reminder else paused)


async def open_form(services: Services, turn: Turn, form_id: str, key: str, channel_id: str) -> Outcome:
    """Open the form with which something is answered."""
    today = turn.today.isoformat()
    match form_id:
        case catalogue.AWAY:
            return replacing(catalogue.away(turn.language, {"start": today}, key))
        case catalogue.REMINDERS_PAUSE:
            require_ict_secretary(turn.actor)
            return replacing(catalogue.reminders_pause(turn.language, {"start": today}, key))
    channel = channel_of(await services.lookup.register(), channel_id)
    match form_id:
        case catalogue.UPDATED:
            require_keeper(turn.actor, channel, turn.today)
            return replacing(catalogue.updated(channel, turn.language, {"on": today}, key))
        case catalogue.HANDOVER:
            require_keeper(turn.actor, channel)
            return replacing(catalogue.handover(channel, turn.language, {}, key))
    raise StaleActionError(_STALE)


async def with_cover(
    services: Services, turn: Turn, key: str, channels: Collection[ChannelId], end: date, reply: Message
) -> Message:
    """``reply`` to an absence for which ``channels`` are covered, with the reminder that it was given on, if any."""
    if not key:
        return reply
    reminder = await services.reminder_answers.covered(turn.actor, key, channels, end, turn.at)
    return _with(messages.reminder(reminder, turn.language), reply) if reminder else reply


async def propose_handover(
    services: Services, turn: Turn, channel_id: str, to: str, authorised_by: str, key: str
) -> Outcome:
    """Ask the new maintainer whether they take the channel on."""
    proposed = await services.agreements.propose_handover(turn.actor, channel_id, to, authorised_by, turn.at)
    asked = maintaining_messages.handover_asked(proposed, turn.language)
    if not key:
        return replacing(asked)
    handed_on = Answer(Answered.HANDED_ON)
    reminder = await services.reminder_answers.answer(turn.actor, key, [channel_id], handed_on, turn.at)
    return replacing(_with(messages.reminder(reminder, turn.language), asked) if reminder else asked)


async def accept_handover(services: Services, turn: Turn, key: str) -> Outcome:
    """Take the channel on."""
    try:
        channel = await services.agreements.accept_handover(turn.actor, key, turn.at)
    except NoLongerAgreedError:
        return replacing(say(turn.language, "handover-gone"))
    return replacing(say(turn.language, "handover-accepted", channel=channel.name))


async def decline_handover(services: Services, turn: Turn, key: str) -> Outcome:
    """Leave the channel with whoever proposed to hand it over."""
    try:
        await services.agreements.decline_handover(turn.actor, key, turn.at)
    except NoLongerAgreedError:
        return replacing(say(turn.language, "handover-gone"))
    return replacing(say(turn.language, "handover-declined"))


async def decline_cover(services: Services, turn: Turn, absent: str, days: str) -> Outcome:
    """Not stand in for ``absent`` on ``days``, the first and the last with a slash between them (ISO 8601)."""
    try:
        first, _, last = days.partition("/")
        agreed = Days(date.fromisoformat(first), date.fromisoformat(last))
        await services.agreements.decline_cover(turn.actor, absent, agreed, turn.at)
    except ValueError as error:
        raise StaleActionError(_STALE) from error
    except NoLongerAgreedError:
        return replacing(say(turn.language, "cover-declined-gone"))
    return replacing(say(turn.language, "cover-declined"))


def _now(reminder: ReminderNotice | None, otherwise: Message) -> Outcome:
    """The reminder as it is now; where it is not kept any more, what was done."""
    return replacing(messages.reminder(reminder, otherwise.language) if reminder else otherwise)


async def _beside(services: Services, turn: Turn, key: str, reply: Message) -> Outcome:
    """``reply`` with the reminder, which stays as it is: nothing was done."""
    reminder = await services.reminder_answers.answer(turn.actor, key, [], Answer(Answered.LATER), turn.at)
    return replacing(_with(messages.reminder(reminder, turn.language), reply) if reminder else reply)


def _with(reminder: Message, more: Message) -> Message:
    """The reminder, and below it what is to be said besides."""
    return Message((*reminder.blocks, *more.blocks), reminder.language)
