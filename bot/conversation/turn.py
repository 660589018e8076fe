"""One turn of a conversation, as those who reply to it see it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Concatenate, Final, TypeVar

from bot.conversation.exchange import Incoming, Outcome, Submitted, Updating, Visibility
from bot.conversation.forms.form import Form
from bot.domain.accounts.platforms import Platforms
from bot.domain.language import Language
from bot.domain.people import Actor
from bot.domain.register import ChannelQuery, Register
from bot.messages.model import Message
from bot.messages.texts import Texts, texts_in
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
from bot.services.register.lookup import ChannelView, Found, LookUp
from bot.services.register.people import People
from bot.services.register.staffing import Staffing
from bot.services.reminders.answers import ReminderAnswers
from bot.services.reminders.rounds import ReminderRounds
from bot.services.reminders.switching import ReminderSwitch
from bot.services.report.reports import Reports
from bot.services.trouble import Troubles
from bot.understanding.reading import Reading

T = TypeVar("T", bound="Turn")

ANY: Final = ChannelQuery()
"""Names no channel."""


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

    def look_up(self, turn: Turn, query: ChannelQuery = ANY) -> Found:
        """The channels that ``query`` names, as far as the person may see them; all where it names none."""
        return self.lookup.find(turn.register, turn.actor, query, turn.at)

    def retired(self, turn: Turn, query: ChannelQuery = ANY) -> Found:
        """The same, of those that are out of use."""
        return self.lookup.find_out_of_use(turn.register, turn.actor, query, turn.at)

    def own_channels(self, turn: Turn) -> tuple[ChannelView, ...]:
        """The channels that the person keeps."""
        return self.lookup.mine(turn.register, turn.actor, turn.at)

    async def after_change(self, turn: T) -> T:
        """``turn`` with the register as it is now that something in it has changed."""
        return replace(turn, register=await self.lookup.register())


@dataclass(frozen=True, slots=True)
class Turn:
    """Who did what (``incoming``), the language of the reply, and the register as it was when the turn began."""

    actor: Actor
    language: Language
    register: Register
    incoming: Incoming

    @property
    def at(self) -> datetime:
        """When it was, aware and in the municipality's time zone."""
        return self.incoming.at

    @property
    def today(self) -> date:
        """The date in the municipality's time zone."""
        return self.at.date()

    @property
    def texts(self) -> Texts:
        """The bot's texts in the language of the reply."""
        return texts_in(self.language)


@dataclass(frozen=True, slots=True)
class Spoken(Turn):
    """A turn in which something was said: the words, how they were read, the fields that were typed as ``name=value``
    after them, whether the person may share the reply, what they asked before, if that is remembered, and the update
    that the bot has just told of or asked about; how the deed was read that it corrects (``told``), if it does; whether
    somebody has said which intent is ``meant``, and whether the reply is only to be looked at, so that nothing of it is
    kept."""

    text: str
    reading: Reading
    given: str = ""
    shareable: bool = False
    asked_before: str = ""
    updating: Updating | None = None
    told: Reading | None = None
    meant: bool = False
    looked_at: bool = False

    @property
    def typed(self) -> str:
        """What was typed after a command that it does not fit; empty where all was read."""
        return self.reading.failed[2] if self.reading.failed else ""


Reply = Callable[[Services, Spoken], Awaitable[Outcome]]
Press = Callable[Concatenate[Services, Turn, ...], Awaitable[Outcome]]
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
