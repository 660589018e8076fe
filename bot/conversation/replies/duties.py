"""Replies to those who ask how channels stand with their duties."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation.exchange import Outcome
from bot.conversation.turn import Reply, Services, Spoken, private
from bot.domain.duties import DUTIES
from bot.domain.register import ChannelQuery
from bot.messages import duties as duty_messages
from bot.messages.parts import say
from bot.messages.register.channel_lists import channel_list
from bot.services.register.duties import duties_of
from bot.understanding.commands import Intent


async def _duties(services: Services, turn: Spoken) -> Outcome:
    """The duties of the channels that were named; where none was, what is open at all that the person sees."""
    guideline, query = services.answers.guideline, turn.reading.query
    asked = services.lookup.asked(guideline.duties)
    if not any(duty in asked.sections for duty in DUTIES):
        return private(say(turn.language, "duties-not-laid-down"))
    found = duties_of(turn.register, turn.register.find(query), turn.actor, asked, turn.today)
    if query == ChannelQuery():
        return private(duty_messages.open_duties(found, guideline, turn.language))
    if not found:
        none = services.lookup.find(turn.register, turn.actor, query, turn.at)
        return private(channel_list(none, turn.language, said=turn.text))
    return private(duty_messages.duties(found, guideline, turn.language))


REPLIES: Mapping[Intent, Reply] = {Intent.DUTIES: _duties}
