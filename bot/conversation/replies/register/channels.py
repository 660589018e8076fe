"""Replies to those who look a channel up."""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.conversation.exchange import Outcome
from bot.conversation.turn import Press, Reply, Services, Spoken, Turn, private
from bot.domain.channels import ChannelId
from bot.domain.register import ChannelQuery, Narrowing
from bot.messages import trouble as trouble_messages
from bot.messages.model import Message, Verb
from bot.messages.parts import say
from bot.messages.register import around_card
from bot.messages.register import channels as channel_messages
from bot.messages.register.channel_lists import channel_list
from bot.services.committing import UnknownChannelError
from bot.services.register.narrowing import narrowed
from bot.understanding.commands import Intent
from bot.understanding.reading import DECISION, LAST_UPDATED

_UPDATES = "regular_updates"
"""The duty that is named beside a channel (guideline 4.5)."""


async def _owner(services: Services, turn: Spoken) -> Outcome:
    """Who is behind the channels that were named; where none was, which is meant."""
    if turn.reading.query.is_empty and services.look_up(turn).channels:
        return private(channel_messages.owner_of_what(turn.texts))
    found = services.lookup.find_any(turn.register, turn.actor, turn.reading.query, turn.at)
    asks_when = LAST_UPDATED in turn.reading.aspects
    if asks_when and (own := [one for one in found.channels if one.channel.is_kept_by(turn.actor.person.id)]):
        found = replace(found, channels=tuple(own))
    duty = services.answers.duty(_UPDATES, turn.language)
    keeper = turn.actor.is_ict_secretary and turn.incoming.private
    said = turn.reading.dates
    days = said if said and said.end > turn.today else None
    reply = channel_messages.owners(found, turn.text, duty, turn.texts, shareable=turn.shareable, keeper=keeper)
    if turn.actor.is_guest:
        return private(around_card.for_guests(reply, found, turn.texts))
    asks_for_cover = days is not None or turn.reading.absence.asks_for_cover
    no_cover = around_card.no_cover(found, days, turn.texts) if asks_for_cover else ""
    no_decision = around_card.no_decision(found, turn.texts) if DECISION in turn.reading.aspects else ""
    updates = around_card.last_updates(found, turn.texts) if asks_when else ""
    troubled = await _in_trouble(services, turn, {view.channel.id for view in found.channels})
    return private(around_card.with_word(reply, troubled, updates, no_cover, no_decision))


async def _in_trouble(services: Services, turn: Turn, shown: Collection[ChannelId]) -> str:
    """That the account of a channel that is ``shown`` is in trouble; empty where none is, and for those who have
    left."""
    if not turn.actor.may_keep_channels:
        return ""
    cases = await services.troubles.open_cases(turn.actor, turn.at)
    return trouble_messages.in_trouble([one for one in cases if one.channel.id in shown], turn.texts)


async def _channels(services: Services, turn: Spoken) -> Outcome:
    """The list; where one channel was named, that one."""
    reading, query = turn.reading, turn.reading.query
    is_told_by_card = reading.narrowed in (None, Narrowing.PAUSED, Narrowing.QUIET, Narrowing.UNKEPT)
    is_chosen = not (query.is_empty or query.sought) and is_told_by_card and not reading.beyond
    if is_chosen and len(services.look_up(turn, query).channels) == 1:
        return await _owner(services, turn)
    if reading.narrowed is Narrowing.PEOPLE:
        found = services.look_up(turn, query)
        reply = channel_messages.owners(found, turn.text, None, turn.texts, shareable=turn.shareable, keeper=False)
        return private(around_card.for_guests(reply, found, turn.texts) if turn.actor.is_guest else reply)
    return private(listed(services, turn))


def listed(services: Services, turn: Spoken) -> Message:
    """The list of the channels that were named, or of all; narrowed as was said, also to those of certain people."""
    reading, narrowing = turn.reading, turn.reading.narrowed
    retired = narrowing is Narrowing.RETIRED
    found = services.retired(turn, reading.query) if retired else services.look_up(turn, reading.query)
    if narrowing is Narrowing.UNLINKED and not found.channels:  # "the website" is no channel here
        found = services.look_up(turn)
    asked = "" if reading.query.is_empty else ", ".join(view.channel.name for view in found.channels)
    if narrowing:
        found = narrowed(found, narrowing)
    if narrowing is Narrowing.QUIET and asked and not found.channels:
        return say(turn.language, "channels-quiet-none-of", channels=asked)
    people = () if turn.actor.is_guest else reading.people
    if kept := {turn.register.named(one).id for one in people}:
        views = (view for view in found.channels if not kept.isdisjoint(view.channel.keeper_ids))
        found = replace(found, channels=tuple(views))
    return channel_list(found, turn.texts, narrowing, turn.text, beyond=reading.beyond and not people)


async def _verify(services: Services, turn: Spoken) -> Outcome:
    """Whether an account is ours: one at an address, or called so; where none was given, which is meant."""
    reading = turn.reading
    if not reading.address:
        named = services.lookup.find_any(turn.register, turn.actor, replace(reading.query, sought=""), turn.at)
        is_told = bool(reading.query.names or reading.query.units or reading.query.scope) and not reading.query.sought
        if is_told and named.channels:
            return private(channel_messages.verified_by_name(named, turn.texts))
        return private(channel_messages.verify_what(turn.texts))
    # To look for what resembles ten thousand names takes a while: others go on meanwhile.
    result = await asyncio.to_thread(
        services.lookup.verify, turn.register, turn.actor, reading.address, turn.at, reading.query.platforms
    )
    return private(channel_messages.verified(result, turn.texts))


async def _press_owner(services: Services, turn: Turn, channel_id: str) -> Outcome:
    """Who is behind one channel."""
    found = services.lookup.find_any(turn.register, turn.actor, ChannelQuery(names=(channel_id,)), turn.at)
    if not found.channels:
        raise UnknownChannelError(f"there is no channel {channel_id!r} in the register")
    duty = services.answers.duty(_UPDATES, turn.language)
    keeper = turn.actor.is_ict_secretary
    reply = channel_messages.owners(found, "", duty, turn.texts, shareable=False, keeper=keeper)
    return private(around_card.with_word(reply, await _in_trouble(services, turn, {channel_id})))


async def _press_channels(services: Services, turn: Turn) -> Outcome:
    found = services.look_up(turn)
    return private(channel_list(found, turn.texts))


REPLIES: Mapping[Intent, Reply] = {
    Intent.OWNER: _owner,
    Intent.CHANNELS: _channels,
    Intent.VERIFY: _verify,
}
PRESSES: Mapping[Verb, Press] = {Verb.OWNER: _press_owner, Verb.CHANNELS: _press_channels}
