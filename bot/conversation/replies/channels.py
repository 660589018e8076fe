"""Replies to those who look something up in the register."""

from __future__ import annotations

from bot.conversation.exchange import Outcome
from bot.conversation.turn import Services, Spoken, private
from bot.messages import channels as messages
from bot.messages import people as people_messages


async def owner(services: Services, turn: Spoken) -> Outcome:
    """Who is behind the channels that were named."""
    found = await services.lookup.find_any(turn.actor, turn.reading.query, turn.at)
    duty = services.answers.duty("regular_updates", turn.language)
    keeper = turn.actor.is_ict_secretary and turn.private
    reply = messages.owners(found, turn.text, duty, turn.language, shareable=turn.shareable, keeper=keeper)
    return private(reply)


async def channels(services: Services, turn: Spoken) -> Outcome:
    """The list of channels, or of those that were named."""
    found = await services.lookup.find(turn.actor, turn.reading.query, turn.at)
    return private(messages.channel_list(found, turn.language))


async def verify(services: Services, turn: Spoken) -> Outcome:
    """Whether an account is ours."""
    reading = turn.reading
    result = await services.lookup.verify(turn.actor, reading.address, turn.at, reading.query.platforms)
    return private(messages.verified(result, turn.language))


async def mine(services: Services, turn: Spoken) -> Outcome:
    """The person's own channels."""
    return private(messages.mine(await services.lookup.mine(turn.actor, turn.at), turn.language))


async def me(services: Services, turn: Spoken) -> Outcome:
    """What the bot holds on the person."""
    held = await services.lookup.held_on(turn.actor, turn.at)
    questions = await services.open_questions.held_on(turn.actor)
    days = await services.agreements.held_on(turn.actor)
    return private(people_messages.held(held, turn.language, questions=questions, days=days, guest=turn.actor.is_guest))
