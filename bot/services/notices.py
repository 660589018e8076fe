"""What the bot tells people without being asked, as a closed union of results.

Notices wait in the outbox, so that each is kept as JSON for a while: ``kind`` says there which one it is.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.domain.channels import Channel
from bot.domain.delivery import Reason
from bot.domain.guideline import Section
from bot.domain.language import Language
from bot.domain.people import Person
from bot.domain.reminders.notice import NotReachable, ReminderNotice
from bot.domain.trouble import FalseAlarm, TroubleNotice, TroubleOver
from bot.services.activity.notices import SourceNotice
from bot.services.decisions.cases import CaseNotice
from bot.services.register.change_notices import ChangeNotice


@dataclass(frozen=True, slots=True)
class QuestionForSecretary:
    """Somebody asks the ICT secretary what the guideline does not say (guideline 3.4); ``nearest`` are the closest
    sections, ``key`` names the open question that an answer closes."""

    asker: Person
    question: str
    nearest: tuple[Section, ...]
    key: str = ""
    kind: Literal["question"] = "question"


@dataclass(frozen=True, slots=True)
class AnswerArrived:
    """The ICT secretary has answered a question (guideline 3.4): ``by`` whom is not told to guests. ``section`` is the
    subsection that the answer belongs to, or none; ``key`` names the open question, ``written`` the language of the
    answer where that is known."""

    key: str
    question: str
    answer: str
    on: date
    by: Person | None = None
    section: str = ""
    written: Language | None = None
    kind: Literal["answer"] = "answer"


@dataclass(frozen=True, slots=True)
class Appointed:
    """A person was named the responsible person or a maintainer of a channel (guideline 3.2, 4.1)."""

    channel: Channel
    by: Person
    kind: Literal["appointed"] = "appointed"


@dataclass(frozen=True, slots=True)
class PersonLeft:
    """A person who keeps channels does not work here any more: the channels want somebody else. ``hands_over`` says
    that the reader may put somebody in their place: an ICT secretary."""

    person: Person
    channels: tuple[Channel, ...]
    hands_over: bool = False
    kind: Literal["person_left"] = "person_left"


@dataclass(frozen=True, slots=True)
class CoverAgreed:
    """A person was named to look after channels in place of ``absent``, from ``start`` to ``end``, both included
    (guideline 4.8)."""

    channels: tuple[Channel, ...]
    absent: Person
    start: date
    end: date
    kind: Literal["cover_agreed"] = "cover_agreed"


@dataclass(frozen=True, slots=True)
class Unheard:
    """A person of so many of whose ``notices`` it is not known whether they have arrived."""

    person: Person
    notices: int


@dataclass(frozen=True, slots=True)
class NotArrived:
    """Whom the notices of a day did not reach, and whom they may not have reached: for the ICT secretary, who knows
    whom to ask instead. What was in them is not told."""

    unreachable: tuple[NotReachable, ...] = ()
    unheard: tuple[Unheard, ...] = ()
    kind: Literal["not_arrived"] = "not_arrived"


@dataclass(frozen=True, slots=True)
class NotReached:
    """A notice did not reach ``person``. Kept in outboxes from before there was ``NotArrived``; sent no more."""

    person: Person
    reason: Reason
    kind: Literal["not_reached"] = "not_reached"


@dataclass(frozen=True, slots=True)
class ClosingProposed:
    """Somebody who keeps a channel proposes to take it out of use, which the ICT secretary does."""

    channel: Channel
    by: Person
    kind: Literal["closing_proposed"] = "closing_proposed"


@dataclass(frozen=True, slots=True)
class ChannelRetired:
    """``by`` has taken a channel of the reader's out of use, or has named them as the one who ``removes_access`` to
    it."""

    channel: Channel
    by: Person
    removes_access: bool = False
    kind: Literal["channel_retired"] = "channel_retired"


@dataclass(frozen=True, slots=True)
class DeedRequested:
    """``by`` asks the reader, an ICT secretary, to do what only they may: ``form`` is the id of the form for it, empty
    where there is none, ``words`` what was typed, ``channel`` the one that it is about, if any; ``values`` are what
    the form has in it, as a button carries them."""

    by: Person
    form: str = ""
    words: str = ""
    channel: Channel | None = None
    values: str = ""
    kind: Literal["deed_requested"] = "deed_requested"


@dataclass(frozen=True, slots=True)
class HandoverAsked:
    """``by`` proposes that the reader maintains the channel in their place; a superior has authorised it (guideline
    3.5). ``id`` names the proposal, which the reader accepts or declines."""

    id: str
    channel: Channel
    by: Person
    authorised_by: Person
    kind: Literal["handover_asked"] = "handover_asked"


@dataclass(frozen=True, slots=True)
class AuthorisationNamed:
    """``by`` says that the reader, a superior, has authorised ``person`` to maintain the channel (guideline 3.5). Who
    has not may object."""

    channel: Channel
    by: Person
    person: Person
    kind: Literal["authorisation_named"] = "authorisation_named"


@dataclass(frozen=True, slots=True)
class AuthorisationDenied:
    """``superior`` has not authorised ``person`` to maintain the channel, although it was said so: for the ICT
    secretary."""

    channel: Channel
    superior: Person
    person: Person
    kind: Literal["authorisation_denied"] = "authorisation_denied"


@dataclass(frozen=True, slots=True)
class SuccessorWanted:
    """``by`` wants to give the channel up, and knows nobody who would go on: for the ICT secretary."""

    channel: Channel
    by: Person
    kind: Literal["successor_wanted"] = "successor_wanted"


@dataclass(frozen=True, slots=True)
class HandoverAnswered:
    """``person`` takes on the channel that the reader proposed to hand over, or does not."""

    channel: Channel
    person: Person
    accepted: bool
    kind: Literal["handover_answered"] = "handover_answered"


@dataclass(frozen=True, slots=True)
class CoverDeclined:
    """``cover`` can not stand in for the reader from ``start`` to ``end``."""

    cover: Person
    start: date
    end: date
    kind: Literal["cover_declined"] = "cover_declined"


@dataclass(frozen=True, slots=True)
class RoundsMissed:
    """No round of reminders was gone on so many working ``days``, from ``first`` to ``last``: the bot did not run, or
    something kept it from them. Now they are gone again."""

    first: date
    last: date
    days: int
    kind: Literal["rounds_missed"] = "rounds_missed"


@dataclass(frozen=True, slots=True)
class AbsenceOffered:
    """The reader's status in the workspace ends on the day ``end``: if they are away until then, they may have it
    noted. What the status says is not kept. Or the ICT secretary (``by``) has noted that they are away."""

    start: date
    end: date
    by: Person | None = None
    kind: Literal["absence_offered"] = "absence_offered"


@dataclass(frozen=True, slots=True)
class CoverAccepted:
    """``cover`` stands in for the reader from ``start`` to ``end``, and has said so."""

    cover: Person
    start: date
    end: date
    kind: Literal["cover_accepted"] = "cover_accepted"


@dataclass(frozen=True, slots=True)
class CoverCalledOff:
    """The reader need not stand in for ``absent`` from ``start`` to ``end`` any more."""

    absent: Person
    start: date
    end: date
    kind: Literal["cover_called_off"] = "cover_called_off"


@dataclass(frozen=True, slots=True)
class Interrupted:
    """The bot was stopped before the reader had a reply to what they did."""

    kind: Literal["interrupted"] = "interrupted"


Notice = (
    QuestionForSecretary
    | AnswerArrived
    | Appointed
    | PersonLeft
    | AbsenceOffered
    | CoverAgreed
    | CoverDeclined
    | CoverAccepted
    | CoverCalledOff
    | HandoverAsked
    | AuthorisationNamed
    | AuthorisationDenied
    | CaseNotice
    | SuccessorWanted
    | HandoverAnswered
    | ClosingProposed
    | ChannelRetired
    | DeedRequested
    | Interrupted
    | NotArrived
    | NotReached
    | ReminderNotice
    | RoundsMissed
    | SourceNotice
    | TroubleNotice
    | FalseAlarm
    | TroubleOver
    | ChangeNotice
)
