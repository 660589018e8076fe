"""What the features of `replies` do together: replies to words, presses of buttons, forms that are sent in."""

from collections.abc import Mapping
from inspect import signature
from typing import Any

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms.table import send_in
from bot.conversation.replies import (
    absences,
    decisions,
    duties,
    form_buttons,
    home,
    people,
    reminders,
    report,
    trouble,
)
from bot.conversation.replies import help as help_replies
from bot.conversation.replies.in_words import plain_answers
from bot.conversation.replies.questions import entries, gaps, guideline, to_secretary
from bot.conversation.replies.register import (
    agreements,
    changes,
    channels,
    history,
    maintainers,
    pauses,
    requests,
    website,
)
from bot.conversation.turn import Press, Reply, Services, Submission, Turn
from bot.messages.model import Action, Verb
from bot.understanding.commands import Intent

_FEATURES = (
    *(absences, decisions, duties, form_buttons, help_replies, home, people, plain_answers, reminders, report, trouble),
    *(entries, gaps, guideline, to_secretary),
    *(agreements, changes, channels, history, maintainers, pauses, requests, website),
)


def _all(name: str) -> dict[Any, Any]:
    """What the features export under ``name``, which not all of them have."""
    return {key: deed for feature in _FEATURES for key, deed in getattr(feature, name, {}).items()}


REPLIES: Mapping[Intent, Reply] = _all("REPLIES")
_PRESSES: Mapping[Verb, Press] = _all("PRESSES")
_SUBMISSIONS: Mapping[str, Submission] = _all("SUBMISSIONS")


async def press(services: Services, turn: Turn, action: Action) -> Outcome:
    """Do what the button is for.

    Raises StaleActionError where this version knows no such button, or one that carries more or fewer strings.
    """
    deed = _PRESSES.get(action.verb)
    if deed is None:
        raise StaleActionError
    try:
        signature(deed).bind(services, turn, *action.args)
    except TypeError as error:
        raise StaleActionError from error
    return await deed(services, turn, *action.args)


async def submit(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Do what the form is for, or show it again with what is wrong.

    Raises StaleActionError for a form that there is no more.
    """
    submission = _SUBMISSIONS.get(submitted.form_id)
    if submission is None:
        raise StaleActionError
    return await send_in(submission, services, turn, submitted)
