"""Replies to what goes on from an update that was just noted, or from the question of which channel it was: another
day, the channel that was meant, or that there was none."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from bot.conversation.exchange import Outcome, Updating
from bot.conversation.replies.in_words import plain_answers
from bot.conversation.turn import Services, Spoken, private
from bot.domain.register import ChannelQuery
from bot.messages.model import Verb
from bot.messages.parts import say
from bot.messages.register import changes as change_messages
from bot.messages.register import channels as channel_messages
from bot.services.register.changes import NothingToUndoError
from bot.understanding.commands import Intent
from bot.understanding.plain_answers import Plain, PlainAnswer


async def gone_on(services: Services, turn: Spoken) -> Outcome | None:
    """What comes of a text that goes on from what was just told or asked of an update; None where it does not."""
    answer, before = turn.reading.answer, turn.updating
    if before and before.noted and turn.told and turn.told.intent is Intent.UPDATED:
        await _take_back(services, turn, before)
        return None  # what was meant is noted as if it came first
    if answer is not None and answer.corrects and answer.what is Plain.NO and answer.day is None:
        return await _not_done(services, turn, before)
    if before is None:
        return None
    if answer is not None and answer.what is Plain.SHIFT:
        answer = replace(answer, what=Plain.DAY, day=before.on + timedelta(days=answer.by))
    if before.noted:
        return None if answer is None else await _other_day(services, turn, before, answer)
    if answer is not None:
        return await _which(services, turn, before, answer)
    return await _this_one(services, turn, before)


async def _not_done(services: Services, turn: Spoken, before: Updating | None) -> Outcome | None:
    """Take back what was just noted; of what was noted earlier today, ask first."""
    if before is not None and not before.noted:
        return private(say(turn.language, "updated-nothing"))
    if not turn.actor.may_keep_channels:
        return None
    channels = before.channels if before else ()
    entry = await services.reminder_answers.newest_told(turn.actor, channels, turn.at)
    if entry is None:
        return private(say(turn.language, "updated-nothing"))
    if before is None or set(entry.after) != set(before.channels):
        return private(change_messages.undo_question(entry, turn.register, turn.texts))
    undone = await services.reminder_answers.take_back(turn.actor, entry.seq, turn.at)
    return private(change_messages.undone(undone, turn.register, turn.texts))


async def _take_back(services: Services, turn: Spoken, before: Updating) -> None:
    """Take back the update that was just noted: of a wrong day, it would stay in force where that is newer."""
    entry = await services.reminder_answers.newest_told(turn.actor, before.channels, turn.at)
    if entry is not None and set(entry.after) == set(before.channels):
        with suppress(NothingToUndoError):  # somebody has changed the channel since: what they did stands
            await services.reminder_answers.take_back(turn.actor, entry.seq, turn.at)


async def _other_day(services: Services, turn: Spoken, before: Updating, answer: PlainAnswer) -> Outcome | None:
    """Note the update that was just noted on another day."""
    is_of_this = answer.corrects or answer.what is Plain.NO
    if answer.day is None or answer.what not in (Plain.DAY, Plain.NO, Plain.YES):
        return None
    if not is_of_this and (answer.what is not Plain.DAY or await plain_answers.asked(services, turn)):
        return None
    if answer.day > turn.today:
        return private(say(turn.language, "updated-future", on=answer.day))
    await _take_back(services, turn, before)
    return await plain_answers.note_updates(services, turn, before.channels, answer.day)


async def _which(services: Services, turn: Spoken, before: Updating, answer: PlainAnswer) -> Outcome | None:
    """Whoever was asked which channel it was may say all of them, or the day."""
    if await plain_answers.asked(services, turn):
        return None
    on = answer.day or before.on
    match answer.what:
        case Plain.NO if answer.day is None:
            return private(say(turn.language, "updated-nothing"))
        case Plain.YES | Plain.DAY if answer.everything:
            return await plain_answers.note_updates(services, turn, before.channels, on)
        case Plain.YES | Plain.DAY | Plain.NO if answer.day is not None:
            return which(services, turn, replace(before, on=on))
        case _:
            return None


async def _this_one(services: Services, turn: Spoken, before: Updating) -> Outcome | None:
    """Note the update of those of the channels that are named in answer to the question which one it was."""
    apart = [one for one in turn.reading.apart if one.done or not one.query.is_empty]
    if not apart or not all(one.done and not one.query.is_empty for one in apart):
        return None
    meant = [channel.id for one in apart for channel in turn.register.find(one.query) if channel.id in before.channels]
    days = {one.day or before.on for one in apart}
    if len(meant) != len(apart) or len(days) != 1:
        return None
    return await plain_answers.note_updates(services, turn, meant, days.pop())


def which(services: Services, turn: Spoken, asked: Updating, sought: str = "") -> Outcome:
    """Ask which of the channels was updated on that day; what is said next may name it."""
    views = services.look_up(turn, ChannelQuery(names=asked.channels)).channels
    reply = channel_messages.which_channel(
        views, "updated-which", Verb.UPDATED, lambda channel: (channel, asked.on.isoformat()), turn.texts, sought
    )
    return replace(private(reply), updating=asked)
