"""What the bot tells people without being asked, as a closed union of results.

Notices wait in the outbox, so that each is kept as JSON for a while: ``kind`` says there which one it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.domain.channels import Channel
from bot.domain.guideline import Section
from bot.domain.people import Person
from bot.services.delivery import Reason


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
    subsection that the answer belongs to, or none; ``key`` names the open question."""

    key: str
    question: str
    answer: str
    on: date
    by: Person | None = None
    section: str = ""
    kind: Literal["answer"] = "answer"


@dataclass(frozen=True, slots=True)
class Appointed:
    """A person was named the responsible person or a maintainer of a channel (guideline 3.2, 4.1)."""

    channel: Channel
    by: Person
    kind: Literal["appointed"] = "appointed"


@dataclass(frozen=True, slots=True)
class PersonLeft:
    """A person who keeps channels does not work here any more: the channels want somebody else."""

    person: Person
    channels: tuple[Channel, ...]
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
class NotReached:
    """A notice did not reach ``person``; `For the ICT secretary, who knows whom to ask
    instead."""

    person: Person
    reason: Reason
    kind: Literal["not_reached"] = "not_reached"


Notice = QuestionForSecretary | AnswerArrived | Appointed | PersonLeft | CoverAgreed | NotReached
