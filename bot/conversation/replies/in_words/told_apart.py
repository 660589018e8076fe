"""Replies to what is told of several channels in one text: on its own day each, done or not, or to be asked again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.conversation.exchange import Outcome, Updating
from bot.conversation.replies.in_words import plain_answers
from bot.conversation.turn import Services, Spoken, private
from bot.domain.channels import ChannelId
from bot.domain.reminders.notice import ReminderNotice
from bot.language.days.unread import WhyUnread
from bot.messages.in_words import plain_answers as plain_messages
from bot.messages.model import Block, Message
from bot.messages.parts import message, paragraph
from bot.services.committing import channel_of
from bot.understanding.commands import Intent
from bot.understanding.said.told_apart import ToldOf


async def told(services: Services, turn: Spoken) -> Outcome | None:
    """What comes of it; None where the text tells of one channel as it can be told of all, or leaves open of which."""
    reading, apart = turn.reading, turn.reading.apart
    if not apart or turn.actor.is_guest or any(one.why is not WhyUnread.AHEAD for one in reading.unread):
        return None
    if len(apart) == 1 and reading.unread:
        return None
    asked = await plain_answers.asked(services, turn)
    told_of = _meant(services, turn, apart, asked)
    if not told_of:
        return None
    if turn.reading.intent is Intent.SNOOZE and all(one.day and one.day > turn.today for one in apart):
        return await _put_off(services, turn, told_of)
    is_told = turn.reading.intent is Intent.UPDATED and len(apart) > 1
    has_day = len(apart) == 1 and reading.intent is Intent.UPDATED and reading.dates is not None
    is_no = all(one.said and not one.done for one in apart) and not has_day
    is_of_reminder = asked is not None and set(told_of) <= _lines(asked)
    if not (is_told or is_no or (is_of_reminder and all(one.said for one in apart))):
        return _named_only(turn, told_of, asked) if is_of_reminder else None
    return await _note(services, turn, told_of, asked)


def _meant(
    services: Services, turn: Spoken, apart: Sequence[ToldOf], asked: ReminderNotice | None
) -> dict[ChannelId, ToldOf]:
    """What is told of each channel: of those that are asked about, else of the person's own, else of all; empty where
    that leaves any open. What is told of all others is of those that are asked about, else of the person's own."""
    own = {view.channel.id for view in services.own_channels(turn)}
    every = set(turn.register.channels) if turn.actor.is_ict_secretary else set()
    near = (_lines(asked) if asked else set(), own, every)
    told_of: dict[ChannelId, ToldOf] = {}
    for one in apart:
        if one.query.is_empty:
            others = sorted((near[0] or own) - told_of.keys())
            told_of |= dict.fromkeys(others, one) if others and (one.done or near[0]) else {}
            continue
        found = {channel.id for channel in turn.register.find(one.query)}
        among = next((found & channels for channels in near if found & channels), set())
        if len(among) != 1 or among & told_of.keys():
            return {}
        told_of |= dict.fromkeys(among, one)
    return told_of


def _named_only(turn: Spoken, told_of: dict[ChannelId, ToldOf], asked: ReminderNotice | None) -> Outcome | None:
    """Whether those were updated that were only named, by their service, where several are asked about."""
    if asked is None or len(asked.lines) == 1 or any(one.query.names or one.query.units for one in told_of.values()):
        return None
    lines = tuple(line for line in asked.lines if line.channel in told_of)
    which = plain_messages.which_updated(replace(asked, lines=lines), turn.today, turn.texts)
    return replace(private(which), updating=Updating(tuple(told_of), turn.today, noted=False))


def _lines(asked: ReminderNotice) -> set[ChannelId]:
    return {line.channel for line in asked.lines}


async def _put_off(services: Services, turn: Spoken, told_of: dict[ChannelId, ToldOf]) -> Outcome | None:
    if len({one.day for one in told_of.values()}) < 2:
        return None
    replies = [
        await plain_answers.put_off(services, turn, [channel], one.day) for channel, one in told_of.items() if one.day
    ]
    return private(_joined(turn, replies))


async def _note(
    services: Services, turn: Spoken, told_of: dict[ChannelId, ToldOf], asked: ReminderNotice | None
) -> Outcome:
    """Note what was updated, by its day, and say of the rest that nothing is noted; or when it is to be asked again."""
    days: dict[date, list[ChannelId]] = {}
    for channel, one in told_of.items():
        if one.done:
            days.setdefault(one.day or turn.today, []).append(channel)
    noted = [await plain_answers.note_updates(services, turn, channels, on) for on, channels in days.items()]
    replies = [one.reply for one in noted if isinstance(one.reply, Message)]
    for channel, one in told_of.items():
        if asked and one.day and one.day > turn.today and channel in _lines(asked):
            replies.append(await plain_answers.put_off(services, turn, [channel], one.day))
            told_of = {other: what for other, what in told_of.items() if other != channel}
    if others := [channel for channel, one in told_of.items() if not one.done]:
        lines = tuple(line for line in asked.lines if line.channel in others) if asked else ()
        names = ", ".join(channel_of(turn.register, channel).name for channel in others)
        not_noted: list[Block] = [paragraph(turn.texts("updated-not-noted", channel=names))]
        if asked and lines:
            again = plain_messages.when_again(replace(asked, lines=lines), turn.texts, for_good=False)
            not_noted = [*not_noted, *again.blocks]
        replies.append(message(turn.texts, not_noted))
    return replace(private(_joined(turn, replies)), updating=noted[0].updating if len(noted) == 1 else None)


def _joined(turn: Spoken, replies: Sequence[Message]) -> Message:
    return message(turn.texts, [block for reply in replies for block in reply.blocks])
