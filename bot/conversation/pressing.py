"""What happens when a button is pressed: the replies say it, by verb."""

from __future__ import annotations

from collections.abc import Mapping
from inspect import signature

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Outcome
from bot.conversation.replies import (
    absences,
    decisions,
    duties,
    form_buttons,
    home,
    people,
    plain_answers,
    reminders,
    trouble,
)
from bot.conversation.replies.questions import entries, gaps, guideline
from bot.conversation.replies.questions import to_secretary as questions
from bot.conversation.replies.register import agreements, channels, history, maintainers, requests, website
from bot.conversation.turn import Press, Services, Turn
from bot.messages.model import Action, Verb

_PRESSES: Mapping[Verb, Press] = {
    **absences.PRESSES,
    **agreements.PRESSES,
    **channels.PRESSES,
    **decisions.PRESSES,
    **duties.PRESSES,
    **entries.PRESSES,
    **form_buttons.PRESSES,
    **gaps.PRESSES,
    **guideline.PRESSES,
    **history.PRESSES,
    **home.PRESSES,
    **maintainers.PRESSES,
    **people.PRESSES,
    **plain_answers.PRESSES,
    **questions.PRESSES,
    **reminders.PRESSES,
    **trouble.PRESSES,
    **requests.PRESSES,
    **website.PRESSES,
}


def _carried(press: Press) -> range:
    """How many strings a button may carry: all parameters but the services and the turn, or fewer, where buttons of
    older messages have none for the last."""
    parameters = list(signature(press).parameters.values())[2:]
    needed = [one for one in parameters if one.default is one.empty]
    return range(len(needed), len(parameters) + 1)


_ARGUMENTS = {verb: _carried(press) for verb, press in _PRESSES.items()}


async def press(services: Services, turn: Turn, action: Action) -> Outcome:
    """Do what the button is for.

    Raises StaleActionError where the button carries what this version can not read.
    """
    if len(action.args) not in _ARGUMENTS.get(action.verb, ()):
        raise StaleActionError
    return await _PRESSES[action.verb](services, turn, *action.args)
