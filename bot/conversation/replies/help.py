"""Replies to those who want to know what the bot can do, make small talk, or were not understood."""

from collections.abc import Mapping

from bot.conversation.exchange import Outcome
from bot.conversation.turn import Reply, Services, Spoken, private
from bot.messages import help as help_messages
from bot.messages.parts import say
from bot.services.access import sees_all
from bot.understanding.commands import Audience, Intent, commands

_OVERVIEWS = frozenset({Intent.DUTIES, Intent.REPORT})
"""What those who see how all channels do can ask for besides."""


async def ask_back(services: Services, turn: Spoken) -> Outcome:
    """Which of the close readings is meant, with a button for each: a press replies to the same text, so read."""
    meanings = (turn.reading.intent, *turn.reading.close)
    return private(help_messages.which_meaning(turn.text, meanings, turn.texts))


async def _show_help(services: Services, turn: Spoken) -> Outcome:
    """What the person can do, by role."""
    audiences = {Audience.EVERYONE}
    if turn.actor.is_ict_secretary:
        audiences.add(Audience.ICT_SECRETARY)
    if services.own_channels(turn):
        audiences.add(Audience.MAINTAINERS)
    overviews = _OVERVIEWS if sees_all(turn.actor) else ()
    intents = [one.intent for one in commands() if one.who in audiences or one.intent in overviews]
    shown = [Intent.ASK, *(intent for intent in intents if intent is not Intent.HELP)]
    has_home = not turn.actor.is_guest
    return private(help_messages.help_message(services.command, shown, turn.texts, has_home=has_home))


async def _chat(services: Services, turn: Spoken) -> Outcome:
    """A friendly line, to who is not well a human one, and to whom the answer did not help the way to somebody who
    knows; nothing of it is kept."""
    if turn.reading.mood == "unhelped":
        return private(help_messages.unhelped(turn.asked_before, turn.texts))
    support = services.answers.guideline.edition.support.get(turn.language, "")
    return private(help_messages.small_talk(services.command, turn.reading.mood, support, turn.texts))


async def _not_understood(services: Services, turn: Spoken) -> Outcome:
    """What to do when nothing could be read."""
    return private(say(turn.language, "unknown", command=services.command))


REPLIES: Mapping[Intent, Reply] = {
    Intent.HELP: _show_help,
    Intent.SMALLTALK: _chat,
    Intent.UNKNOWN: _not_understood,
}
