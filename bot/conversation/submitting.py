"""What happens when a form is sent in: the replies say it, by the form's id."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms.sending import send_in
from bot.conversation.replies import absences, decisions, duties, people, reminders, trouble
from bot.conversation.replies.questions import entries, gaps
from bot.conversation.replies.questions import to_secretary as questions
from bot.conversation.replies.register import changes as register
from bot.conversation.replies.register import maintainers
from bot.conversation.turn import Services, Submission, Turn

_SUBMISSIONS: Mapping[str, Submission] = {
    **absences.SUBMISSIONS,
    **decisions.SUBMISSIONS,
    **duties.SUBMISSIONS,
    **entries.SUBMISSIONS,
    **gaps.SUBMISSIONS,
    **maintainers.SUBMISSIONS,
    **people.SUBMISSIONS,
    **questions.SUBMISSIONS,
    **register.SUBMISSIONS,
    **reminders.SUBMISSIONS,
    **trouble.SUBMISSIONS,
}


async def submit(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Do what the form is for, or show it again with what is wrong.

    Raises StaleActionError for a form that there is no more.
    """
    submission = _SUBMISSIONS.get(submitted.form_id)
    if submission is None:
        raise StaleActionError
    return await send_in(submission, services, turn, submitted)
