"""Replies to a hand-over, which takes two: it is proposed, and accepted or declined."""

from collections.abc import Awaitable, Mapping

from bot.conversation.exchange import Outcome
from bot.conversation.replies import reminders
from bot.conversation.turn import Press, Services, Turn, done, replacing
from bot.messages.model import Verb
from bot.messages.parts import say
from bot.messages.register import maintainers as maintainer_messages
from bot.services.register.agreements import NoLongerAgreedError


async def propose_handover(
    services: Services, turn: Turn, channel_id: str, to: str, authorised_by: str, key: str
) -> Outcome:
    """Ask the new maintainer whether they take the channel on."""
    answers = key or await services.reminder_answers.newest(turn.actor)
    proposed = await services.agreements.propose_handover(turn.actor, channel_id, to, authorised_by, turn.at, answers)
    asked = maintainer_messages.handover_asked(proposed, turn.texts)
    if key:
        reminder = await services.reminder_answers.now(turn.actor, key)
        return replacing(reminders.beneath(reminder, asked))
    await services.reminder_answers.redraw(turn.actor, turn.at)
    return done(asked)


async def give_up(services: Services, turn: Turn, channel_id: str, key: str) -> Outcome:
    """Tell the ICT secretary that a successor is to be found."""
    answers = key or await services.reminder_answers.newest(turn.actor)
    channel = await services.agreements.give_up(turn.actor, channel_id, turn.at, answers)
    given_up = say(turn.language, "given-up", channel=channel.name)
    if not key:
        await services.reminder_answers.redraw(turn.actor, turn.at)
    return await reminders.with_reminder(services, turn, key, given_up)


async def answered(turn: Turn, deed: Awaitable[None], key: str, gone: str) -> Outcome:
    """What is said of an answer that was given, or where what was proposed is ``gone``; by keys of texts."""
    try:
        await deed
    except NoLongerAgreedError:
        return replacing(say(turn.language, gone))
    return replacing(say(turn.language, key))


async def _deny_authorisation(services: Services, turn: Turn, channel_id: str, person: str) -> Outcome:
    """Tell the ICT secretary that the superior has not authorised it."""
    deed = services.agreements.deny_authorisation(turn.actor, channel_id, person, turn.at)
    return await answered(turn, deed, "denied", "handover-gone")


async def _accept_handover(services: Services, turn: Turn, key: str) -> Outcome:
    try:
        channel = await services.agreements.accept_handover(turn.actor, key, turn.at)
    except NoLongerAgreedError:
        return replacing(say(turn.language, "handover-gone"))
    return replacing(say(turn.language, "handover-accepted", channel=channel.name))


async def _decline_handover(services: Services, turn: Turn, key: str) -> Outcome:
    """Leave the channel with whoever proposed to hand it over."""
    deed = services.agreements.decline_handover(turn.actor, key, turn.at)
    return await answered(turn, deed, "handover-declined", "handover-gone")


PRESSES: Mapping[Verb, Press] = {
    Verb.HANDOVER_ACCEPT: _accept_handover,
    Verb.HANDOVER_DECLINE: _decline_handover,
    Verb.HANDOVER_DENY: _deny_authorisation,
}
