"""One turn of a conversation, as those who reply to it see it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TypeVar

from bot.conversation.exchange import Outcome, Submitted, Visibility
from bot.conversation.forms.form import Form
from bot.domain.accounts.platforms import Platforms
from bot.domain.language import Language
from bot.domain.people import Actor
from bot.domain.register import Register
from bot.messages.model import Message
from bot.services.activity.watching import Watching
from bot.services.activity.website import WebsiteLooks
from bot.services.decisions.decisions import Decisions
from bot.services.duties.keeping import DutyKeeping
from bot.services.people.absences import Absences
from bot.services.people.requests import DeedRequests
from bot.services.privacy.own_data import Privacy
from bot.services.questions.answers import Answers
from bot.services.questions.asking import Asking
from bot.services.questions.entries import Entries
from bot.services.questions.gaps import Gaps
from bot.services.questions.known_questions import KnownQuestionKeeping
from bot.services.questions.log import QuestionLog
from bot.services.questions.open import OpenQuestions
from bot.services.register.agreements import Agreements
from bot.services.register.keeping import RegisterKeeping
from bot.services.register.lookup import LookUp
from bot.services.register.people import People
from bot.services.register.staffing import Staffing
from bot.services.reminders.answers import ReminderAnswers
from bot.services.reminders.rounds import ReminderRounds
from bot.services.reminders.switching import ReminderSwitch
from bot.services.report.reports import Reports
from bot.services.trouble import Troubles
from bot.understanding.reading import Reading


@dataclass(frozen=True, slots=True)
class Services:
    """What the bot can do, for those who reply. ``command`` is the slash command's name, for the help."""

    answers: Answers
    asking: Asking
    question_log: QuestionLog
    open_questions: OpenQuestions
    entries: Entries
    gaps: Gaps
    known_questions: KnownQuestionKeeping
    lookup: LookUp
    reports: Reports
    keeping: RegisterKeeping
    duties: DutyKeeping
    troubles: Troubles
    staffing: Staffing
    absences: Absences
    people: People
    rounds: ReminderRounds
    watching: Watching
    website: WebsiteLooks
    reminder_answers: ReminderAnswers
    reminder_switch: ReminderSwitch
    agreements: Agreements
    requests: DeedRequests
    decisions: Decisions
    privacy: Privacy
    platforms: Platforms
    command: str


@dataclass(frozen=True, slots=True)
class Turn:
    """Who did something, when (``at`` is aware, in the municipality's time zone), the language of the reply, and the
    register as it was when the turn began; whether only the person sees the reply, and whether nobody else is in the
    conversation at all; the place of the message that was replied to, where that is known."""

    actor: Actor
    language: Language
    at: datetime
    register: Register
    private: bool = field(default=True, kw_only=True)
    alone: bool = field(default=False, kw_only=True)
    replies_to: str = field(default="", kw_only=True)

    @property
    def today(self) -> date:
        """The date in the municipality's time zone."""
        return self.at.date()


@dataclass(frozen=True, slots=True)
class Spoken(Turn):
    """A turn in which something was said: the words, how they were read, the fields that were typed as ``name=value``
    after them, whether the person may share the reply, and what they asked before, if that is remembered; whether the
    reply is only to be looked at, so that nothing of it is kept."""

    text: str
    reading: Reading
    given: str = ""
    shareable: bool = False
    asked_before: str = ""
    looked_at: bool = False


T = TypeVar("T", bound=Turn)
Reply = Callable[[Services, Spoken], Awaitable[Outcome]]
Press = (
    Callable[[Services, Turn], Awaitable[Outcome]]
    | Callable[[Services, Turn, str], Awaitable[Outcome]]
    | Callable[[Services, Turn, str, str], Awaitable[Outcome]]
    | Callable[[Services, Turn, str, str, str], Awaitable[Outcome]]
)
"""What a button does: each string that it carries has a parameter of its own, so that the function says how many."""
Submission = Callable[[Services, Turn, Submitted], Awaitable[Outcome]]


def private(reply: Message | Form) -> Outcome:
    """An outcome that only the person sees."""
    return Outcome(reply)


def replacing(reply: Message | Form) -> Outcome:
    """An outcome that takes the place of the message whose button was pressed."""
    return Outcome(reply, replaces=True)


def done(reply: Message) -> Outcome:
    """What comes of a form that has done what it is for, beside the message that it was opened from."""
    return Outcome(reply, done=True)


def shared(outcome: Outcome) -> Outcome:
    """``outcome`` for everybody in the conversation to see."""
    return replace(outcome, visibility=Visibility.CONVERSATION)


async def after_change(services: Services, turn: T) -> T:
    """``turn`` with the register as it is now that something in it has changed."""
    return replace(turn, register=await services.lookup.register())
