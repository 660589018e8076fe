"""Replies to what is told of several channels in one text: on its own day each, done or not, or to be asked again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.conversation.exchange import Outcome
from bot.conversation.replies import plain_answers
from bot.conversation.turn import Services, Spoken, private
from bot.domain.channels import ChannelId
from bot.domain.reminders.notice import ReminderNotice
from bot.messages import plain_answers as plain_messages
from bot.messages.model import Block, Message
from bot.messages.parts import message, paragraph
from bot.services.committing import channel_of
from bot.understanding.commands import Intent
from bot.understanding.said.told_apart import ToldOf


async def told(services: Services, turn: Spoken) -> Outcome | None:
    """What comes of it; None where the text tells of one channel as it can be told of all, or leaves open of which."""
    apart = turn.reading.apart
    if not apart or turn.actor.is_guest or turn.reading.unread:
        return None
    asked = await plain_answers.asked(services, turn)
    meant = _meant(services, turn, apart, asked)
    if meant is None:
        return None
    told_of = dict(zip(meant, apart, strict=True))
    if turn.reading.intent is Intent.SNOOZE and any(one.day for one in apart):
        return await _put_off(services, turn, told_of)
    is_told = turn.reading.intent is Intent.UPDATED and len(apart) > 1
    is_no = all(one.said and not one.done for one in apart)
    is_answer = asked is not None and all(one.said for one in apart) and set(meant) <= _lines(asked)
    if not (is_told or is_no or is_answer):
        return None
    return await _note(services, turn, told_of, asked)


def _meant(
    services: Services, turn: Spoken, apart: Sequence[ToldOf], asked: ReminderNotice | None
) -> list[ChannelId] | None:
    """The channel of each: of those that are asked about, else of the person's own, else of all; None where that leaves
    any open."""
    own = {view.channel.id for view in services.own_channels(turn)}
    every = set(turn.register.channels) if turn.actor.is_ict_secretary else set()
    near = (_lines(asked) if asked else set(), own, every)
    meant: list[ChannelId] = []
    for one in apart:
        found = {channel.id for channel in turn.register.find(one.query)}
        among = next((found & channels for channels in near if found & channels), set())
        if len(among) != 1:
            return None
        meant += among
    return meant if len(set(meant)) == len(meant) else None


def _lines(asked: ReminderNotice) -> set[ChannelId]:
    return {line.channel for line in asked.lines}


async def _put_off(services: Services, turn: Spoken, told_of: dict[ChannelId, ToldOf]) -> Outcome | None:
    if len({one.day for one in told_of.values()}) < 2 or any(one.day is None for one in told_of.values()):
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
