"""Replies to those who would like a new channel."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation.exchange import Outcome
from bot.conversation.turn import Reply, Services, Spoken, private
from bot.messages.register import channels as channel_messages
from bot.messages.register import maintainers as maintainer_messages
from bot.understanding.commands import Intent

_DUTIES = ("planned_and_strategic", "decision_on_use", "named_maintainers")
"""The duties that somebody who starts a channel meets first (guideline 3.1, 3.2, 4.1)."""


async def _propose(services: Services, turn: Spoken) -> Outcome:
    """How a channel is started, and whom to talk to; of a channel that there is, what else may be wanted."""
    query = turn.reading.query
    if query.names or (query.platforms and query.units):
        found = services.lookup.find(turn.register, turn.actor, query, turn.at).channels
        if found:
            return private(channel_messages.already_there(found, turn.actor, turn.text, turn.language))
    duties = (services.answers.duty(name, turn.language) for name in _DUTIES)
    passages = [passage for passage in duties if passage is not None]
    secretaries = services.lookup.secretaries(turn.register, turn.actor)
    return private(maintainer_messages.propose(turn.text, passages, secretaries, turn.language))


REPLIES: Mapping[Intent, Reply] = {Intent.PROPOSE: _propose}
