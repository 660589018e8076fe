"""What comes of a form that is sent in: what it is for, or the same form once more with what is wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms.form import Form
from bot.conversation.forms.making import with_problems
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.table import FORMS
from bot.conversation.turn import Services, Submission, Turn, private
from bot.services.register.records import InvalidInputError

_LONGEST_SUBJECT: Final = 1000
"""Characters; it has to travel in the form on every surface."""


async def send_in(submission: Submission, services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Do what the form is for, or show it again with what is wrong.

    Raises StaleActionError for a subject that is longer than those of our forms.
    """
    if sum(map(len, submitted.subject)) > _LONGEST_SUBJECT:
        raise StaleActionError
    try:
        return await submission(services, turn, submitted)
    except InvalidInputError as error:
        form = replace(await as_opened_now(services, turn, submitted), subject=submitted.subject)
        return private(with_problems(form, submitted.values, error.problems))


async def as_opened_now(services: Services, turn: Turn, submitted: Submitted) -> Form:
    """The form that was sent in as it would be opened now, which its subject may have changed."""
    subject = submitted.subject[1] if len(submitted.subject) > 1 else ""
    return await FORMS[submitted.form_id].build(services, turn, Opening(subject))


def subject_of(submitted: Submitted, length: int) -> tuple[str, ...]:
    """What the form is about, without its language: so many strings. Raises StaleActionError where it has others."""
    subject = submitted.subject[1:]
    if len(subject) != length:
        raise StaleActionError
    return subject
