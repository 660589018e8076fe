"""Replies to questions on the guideline."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation.exchange import Outcome
from bot.conversation.turn import Press, Reply, Services, Spoken, Turn, private
from bot.messages import answers as answer_messages
from bot.messages import channels as channel_messages
from bot.messages.model import Verb
from bot.messages.parts import say
from bot.understanding.commands import Intent


async def _ask(services: Services, turn: Spoken) -> Outcome:
    """What the guideline says, or the ICT secretary has answered before, and who is behind the channels named."""
    result = await services.asking.ask(turn.actor, turn.text, turn.language, turn.at)
    message = answer_messages.answer(result, shareable=turn.shareable)
    if turn.reading.query.is_empty:
        return private(message)
    named = services.lookup.find(turn.register, turn.actor, turn.reading.query, turn.at)
    return private(channel_messages.beside(message, named))


async def _press_section(services: Services, turn: Turn, subsection_id: str) -> Outcome:
    """One subsection, whole."""
    passage = services.answers.passage(subsection_id, turn.language)
    return private(answer_messages.passage(passage) if passage else say(turn.language, "section-unknown"))


REPLIES: Mapping[Intent, Reply] = {Intent.ASK: _ask}
PRESSES: Mapping[Verb, Press] = {Verb.SECTION: _press_section}
