"""Replies to what takes two: a hand-over that is proposed, accepted or declined, and a cover that is declined."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Outcome
from bot.conversation.replies import reminders
from bot.conversation.turn import Press, Services, Turn, private, replacing
from bot.domain.reminders.notice import Answer, Answered
from bot.domain.working_time import Days
from bot.messages import maintainers as maintainer_messages
from bot.messages.model import Verb
from bot.messages.parts import say
from bot.services.register.agreements import NoLongerAgreedError


async def propose_handover(
    services: Services, turn: Turn, channel_id: str, to: str, authorised_by: str, key: str
) -> Outcome:
    """Ask the new maintainer whether they take the channel on."""
    proposed = await services.agreements.propose_handover(turn.actor, channel_id, to, authorised_by, turn.at)
    asked = maintainer_messages.handover_asked(proposed, turn.language)
    if not key:
        return private(asked)
    handed_on = Answer(Answered.HANDED_ON)
    reminder = await services.reminder_answers.answer(turn.actor, key, [channel_id], handed_on, turn.at)
    return replacing(reminders.beneath(reminder, asked))


async def _accept_handover(services: Services, turn: Turn, key: str) -> Outcome:
    """Take the channel on."""
    try:
        channel = await services.agreements.accept_handover(turn.actor, key, turn.at)
    except NoLongerAgreedError:
        return replacing(say(turn.language, "handover-gone"))
    return replacing(say(turn.language, "handover-accepted", channel=channel.name))


async def _decline_handover(services: Services, turn: Turn, key: str) -> Outcome:
    """Leave the channel with whoever proposed to hand it over."""
    try:
        await services.agreements.decline_handover(turn.actor, key, turn.at)
    except NoLongerAgreedError:
        return replacing(say(turn.language, "handover-gone"))
    return replacing(say(turn.language, "handover-declined"))


async def _decline_cover(services: Services, turn: Turn, absent: str, days: str) -> Outcome:
    """Not stand in for ``absent`` on ``days``, the first and the last with a slash between them (ISO 8601)."""
    try:
        first, _, last = days.partition("/")
        agreed = Days(date.fromisoformat(first), date.fromisoformat(last))
        await services.agreements.decline_cover(turn.actor, absent, agreed, turn.at)
    except ValueError as error:
        raise StaleActionError from error
    except NoLongerAgreedError:
        return replacing(say(turn.language, "cover-declined-gone"))
    return replacing(say(turn.language, "cover-declined"))


PRESSES: Mapping[Verb, Press] = {
    Verb.HANDOVER_ACCEPT: _accept_handover,
    Verb.HANDOVER_DECLINE: _decline_handover,
    Verb.COVER_DECLINE: _decline_cover,
}
