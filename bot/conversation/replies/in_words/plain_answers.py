"""Replies to what people answer to a reminder in words: a bare yes, no or day; the reminder itself is drawn anew."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.conversation.actions import StaleActionError, day_in, number_in
from bot.conversation.exchange import Outcome, Updating
from bot.conversation.replies.reminders import update_refused
from bot.conversation.turn import Press, Services, Spoken, Turn, private, replacing
from bot.domain.channels import ChannelId
from bot.domain.evidence import newest
from bot.domain.reminders.notice import ReminderNotice
from bot.knowledge.content import common
from bot.language.lexicon import words_of
from bot.messages import reminders as reminder_messages
from bot.messages.in_words import plain_answers as plain_messages
from bot.messages.model import Message, Verb
from bot.messages.parts import say
from bot.messages.register import maintainers as maintainer_messages
from bot.services.committing import channel_of
from bot.services.register.keeping import UpdateRefusedError
from bot.services.reminders.answers import LATEST, NothingToPutOffError, WrongDayError
from bot.understanding.learnt.answer_model import Said
from bot.understanding.plain_answers import Plain, PlainAnswer


async def answered(services: Services, turn: Spoken) -> Outcome | None:
    """What comes of a plain answer; None where it is none, or nobody has asked."""
    answer = turn.reading.answer
    if answer is None or answer.what is Plain.SHIFT:
        return None
    waiting = None if answer.what is Plain.AGREE else await asked(services, turn)
    if waiting is None:
        return await _fewer(services, turn) if answer.what is Plain.NO_MORE else None
    match answer.what:
        case Plain.YES:
            return await done(services, turn, waiting, answer)
        case Plain.DAY if answer.day is not None:
            if answer.day > turn.today:
                return private(await put_off(services, turn, [line.channel for line in waiting.lines], answer.day))
            return await done(services, turn, waiting, answer)
        case Plain.NOT_MINE:
            return private(plain_messages.not_mine(waiting, turn.texts))
        case Plain.GONE:
            retires = turn.actor.is_ict_secretary
            return private(plain_messages.gone(waiting, turn.texts, retires=retires))
        case _:
            return private(plain_messages.when_again(waiting, turn.texts, for_good=answer.what is Plain.NO_MORE))


async def said(services: Services, turn: Spoken, waiting: ReminderNotice, what: Said) -> Outcome:
    """What comes of an answer to the reminder that says ``what``, by what was learnt of such."""
    match what:
        case Said.DONE:
            is_of_all = any("all" in (common.dialogue().signals([word]) or ()) for word in words_of(turn.text))
            on = turn.reading.dates.start if turn.reading.dates else None
            day = on if on and on <= turn.today else None
            return await done(services, turn, waiting, PlainAnswer(Plain.YES, day, is_of_all, sure=on == day))
        case Said.NOT_MINE:
            return private(plain_messages.not_mine(waiting, turn.texts))
        case Said.MORE:
            return private(reminder_messages.reminder(waiting, turn.texts))
        case Said.PROMISED:
            on = turn.reading.dates.start if turn.reading.dates else None
            if on and on > turn.today:
                return private(await put_off(services, turn, [line.channel for line in waiting.lines], on))
            return private(plain_messages.when_again(waiting, turn.texts, promised=True))
        case _:
            return private(plain_messages.when_again(waiting, turn.texts, for_good=what is Said.STOP))


async def _fewer(services: Services, turn: Spoken) -> Outcome | None:
    """How there come fewer reminders, to who is not reminded just now; None where they keep no channel."""
    own = services.own_channels(turn)
    return private(plain_messages.fewer([view.channel for view in own], turn.texts)) if own else None


async def updated(services: Services, turn: Spoken, answer: PlainAnswer) -> Outcome | None:
    """What comes of the word that something was updated, without which; None where nobody has asked."""
    waiting = await asked(services, turn)
    return None if waiting is None else await done(services, turn, waiting, answer)


async def put_off_asked(services: Services, turn: Turn, until: date) -> Message:
    """Put off what the reminder asks about that was replied to; all of the person's reminders where none was."""
    waiting = await asked(services, turn) if turn.incoming.replies_to else None
    return await put_off(services, turn, [line.channel for line in waiting.lines] if waiting else None, until)


async def asked(services: Services, turn: Turn) -> ReminderNotice | None:
    """The reminder that waits for an answer; None where others would read along."""
    if not turn.incoming.private:
        return None
    return await services.reminder_answers.asked(turn.actor, turn.at, turn.incoming.replies_to)


async def done(services: Services, turn: Turn, waiting: ReminderNotice, answer: PlainAnswer) -> Outcome:
    """Note the update of the one channel, or of all that were meant; else ask which."""
    on, channels = answer.day or turn.today, tuple(line.channel for line in waiting.lines)
    if answer.sure and (len(channels) == 1 or answer.everything):
        return await note_updates(services, turn, channels, on)
    which = private(plain_messages.which_updated(waiting, on, turn.texts))
    return replace(which, updating=Updating(channels, on, noted=False))


async def note_updates(services: Services, turn: Turn, channels: Sequence[ChannelId], on: date) -> Outcome:
    """Note that ``channels`` were updated and thank, or say why it is not noted."""
    try:
        register = await services.reminder_answers.told(turn.actor, channels, on, turn.at, turn.incoming.replies_to)
    except UpdateRefusedError as error:
        return private(update_refused(error, on, turn.language))
    noted = [channel_of(register, one) for one in channels]
    newer = {one.id: last.on for one in noted if (last := newest(register.evidence_of(one))) and last.on > on}
    reply = maintainer_messages.updated(noted, on, turn.texts, newer)
    return replace(private(reply), updating=Updating(tuple(channels), on))


async def put_off(services: Services, turn: Turn, channels: Sequence[ChannelId] | None, until: date) -> Message:
    """Put off the person's reminders of ``channels``, of all where it is None, or say why not."""
    try:
        done = await services.reminder_answers.put_off(turn.actor, channels, until, turn.at, turn.incoming.replies_to)
    except NothingToPutOffError:
        return say(turn.language, "snooze-none")
    except WrongDayError:
        return say(turn.language, "snooze-past")
    return say(turn.language, "snoozed", on=done.on, channels=", ".join(done.channels))


async def _press_all_updated(services: Services, turn: Turn, key: str, on: str) -> Outcome:
    """Note the update of all channels of the reminder that still wait for an answer."""
    waiting = await services.reminder_answers.asked(turn.actor, turn.at, turn.incoming.replies_to)
    if waiting is None or waiting.key != key:
        raise StaleActionError
    noted = await note_updates(services, turn, [line.channel for line in waiting.lines], day_in(on))
    return replace(noted, replaces=True)


async def _press_later(services: Services, turn: Turn, days: str) -> Outcome:
    by = timedelta(days=number_in(days))
    if by > LATEST:
        raise StaleActionError
    return replacing(await put_off_asked(services, turn, turn.today + by))


PRESSES: Mapping[Verb, Press] = {
    Verb.REMINDER_ALL_UPDATED: _press_all_updated,
    Verb.REMINDERS_LATER: _press_later,
}
