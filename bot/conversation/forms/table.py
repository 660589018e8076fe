"""Which forms there are, how one is opened, and what comes of one that is sent in: what it is for, or the same form
once more with what is wrong."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import accounts, decisions, duties, questions, register, reminders
from bot.conversation.forms.form import FieldKind, Form, FormValues
from bot.conversation.forms.making import with_problems
from bot.conversation.forms.opening import FormSpec, Opening
from bot.conversation.refusing import refusal
from bot.conversation.turn import Services, Submission, Turn, private
from bot.domain.people import Standing, parse_reference
from bot.errors import StoreError
from bot.messages.plain_text import plain_text
from bot.services.register.records.channel_records import InvalidInputError, Problem

FORMS: Mapping[str, FormSpec] = {
    **accounts.FORMS,
    **decisions.FORMS,
    **duties.FORMS,
    **questions.FORMS,
    **register.FORMS,
    **reminders.FORMS,
}

_FORMER: Final = frozenset({"person", "remove", "decision_by"})
"""The fields for people who need not work here any more."""

_LONGEST_SUBJECT: Final = 1000
"""Characters; it has to travel in the form on every surface."""


async def open_form(services: Services, turn: Turn, form_id: str, opening: Opening) -> Form:
    """The form to fill in.

    Raises StaleActionError where there is no such form any more, NotAllowedError where it is not for this person, and
    what says that its subject is gone.
    """
    spec = FORMS.get(form_id)
    if spec is None:
        raise StaleActionError
    spec.may_open(turn, opening)
    return await spec.build(services, turn, opening)


async def send_in(submission: Submission, services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Do what the form is for, or show it again with what is wrong. Who may open it may send it in.

    Raises StaleActionError for a subject that is longer than those of our forms, and NotAllowedError.
    """
    if sum(map(len, submitted.subject)) > _LONGEST_SUBJECT:
        raise StaleActionError
    FORMS[submitted.form_id].may_open(turn, _opening(submitted))
    try:
        await _require_staff(services, turn, submitted)
        return await submission(services, turn, submitted)
    except InvalidInputError as error:
        form = replace(await as_opened_now(services, turn, submitted), subject=submitted.subject)
        return private(with_problems(form, submitted.values, error.problems))
    except StoreError as error:
        if not FORMS[submitted.form_id].is_draft:
            raise
        form = await as_opened_now(services, turn, submitted)
        words = (plain_text(refusal(error, (), turn.language)), form.intro)
        return private(replace(form, values=dict(submitted.values), intro="\n".join(filter(None, words))))


async def _require_staff(services: Services, turn: Turn, submitted: Submitted) -> None:
    """Raise InvalidInputError where somebody was newly picked who is none of the municipality's people."""
    if not any(_references(submitted.values, key) for key in submitted.values):
        return
    picked: dict[str, str] = {}
    form = await as_opened_now(services, turn, submitted)
    for field in form.fields:
        if field.kind in (FieldKind.PERSON, FieldKind.PEOPLE) and field.key not in _FORMER:
            typed = set(_references(submitted.values, field.key)) - set(_references(form.values, field.key))
            picked |= dict.fromkeys(typed, field.key)
    standings = await services.people.pick(picked, turn.at) if picked else {}
    problems = [
        Problem(picked[reference], f"account-{standing}", f"{reference} is not of the staff")
        for reference, standing in standings.items()
        if standing not in (Standing.STAFF, Standing.UNKNOWN)
    ]
    if problems:
        raise InvalidInputError(problems)


def _references(values: FormValues, key: str) -> list[str]:
    words = values.get(key, "").replace(",", " ").split()
    return [reference for word in words if (reference := parse_reference(word))]


async def as_opened_now(services: Services, turn: Turn, submitted: Submitted) -> Form:
    """The form that was sent in as it would be opened now, which its subject may have changed."""
    return await FORMS[submitted.form_id].build(services, turn, _opening(submitted))


def _opening(submitted: Submitted) -> Opening:
    return Opening(submitted.subject[1] if len(submitted.subject) > 1 else "")


def subject_of(submitted: Submitted, length: int) -> tuple[str, ...]:
    """What the form is about, without its language: so many strings. Raises StaleActionError where it has others."""
    subject = submitted.subject[1:]
    if len(subject) != length:
        raise StaleActionError
    return subject


def subject_and_reminder(submitted: Submitted) -> tuple[str, str]:
    """What the form is about, and the key of the reminder that it was opened from, which may be missing. Raises
    StaleActionError where it has more."""
    match submitted.subject[1:]:
        case (subject,):
            return subject, ""
        case (subject, reminder):
            return subject, reminder
    raise StaleActionError
