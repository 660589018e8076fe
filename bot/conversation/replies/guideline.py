"""Replies to questions on the guideline, and to those who ask what the bot can do."""

from __future__ import annotations

from bot.conversation.exchange import Outcome
from bot.conversation.turn import Services, Spoken, private
from bot.messages import answers as messages
from bot.messages import channels
from bot.messages import help as help_messages
from bot.messages import maintainers as maintaining
from bot.messages.parts import say
from bot.understanding.commands import COMMANDS, Audience, Intent

_PROPOSING = ("planned_and_strategic", "decision_on_use", "named_maintainers")
"""The duties that somebody who starts a channel meets first (guideline 3.1, 3.2, 4.1)."""


async def ask(services: Services, turn: Spoken) -> Outcome:
    """What the guideline says, or the ICT secretary has answered before, and who is behind the channels named."""
    result = await services.asking.ask(turn.actor, turn.text, turn.language, turn.at)
    message = messages.answer(result, shareable=turn.shareable)
    if turn.reading.query.is_empty:
        return private(message)
    named = await services.lookup.find(turn.actor, turn.reading.query, turn.at)
    return private(channels.beside(message, named))


async def ask_back(services: Services, turn: Spoken) -> Outcome:
    """Which of the close readings is meant, with a button for each: a press replies to the same text, so read."""
    meanings = (turn.reading.intent, *turn.reading.close)
    return private(help_messages.which_meaning(turn.text, meanings, turn.language))


async def propose(services: Services, turn: Spoken) -> Outcome:
    """How a channel is started, and whom to talk to."""
    duties = (services.answers.duty(name, turn.language) for name in _PROPOSING)
    passages = [passage for passage in duties if passage is not None]
    secretaries = await services.lookup.secretaries(turn.actor)
    return private(maintaining.propose(turn.text, passages, secretaries, turn.language))


async def show_help(services: Services, turn: Spoken) -> Outcome:
    """What the person can do, by role."""
    audiences = {Audience.EVERYONE}
    if turn.actor.is_ict_secretary:
        audiences.add(Audience.ICT_SECRETARY)
    if await services.lookup.mine(turn.actor, turn.at):
        audiences.add(Audience.MAINTAINERS)
    intents = [command.intent for command in COMMANDS if command.who in audiences and command.intent in _IN_HELP]
    return private(help_messages.help_message(services.command, [Intent.ASK, *intents], turn.language))


async def chat(services: Services, turn: Spoken) -> Outcome:
    """A friendly line."""
    return private(help_messages.small_talk(services.command, turn.language))


async def not_understood(services: Services, turn: Spoken) -> Outcome:
    """What to do when nothing could be read."""
    return private(say(turn.language, "unknown", command=services.command))


_IN_HELP = frozenset(Intent) - {Intent.HELP}
