"""What the bot tells people without being asked, as a closed union of results."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain.channels import Channel
from bot.domain.guideline import Section
from bot.domain.people import Person


@dataclass(frozen=True, slots=True)
class QuestionForSecretary:
    """Somebody asks the ICT secretary what the guideline does not say (guideline 3.4); ``nearest`` are the closest
    sections."""

    asker: Person
    question: str
    nearest: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Appointed:
    """A person was named the responsible person or a maintainer of a channel (guideline 3.2, 4.1)."""

    channel: Channel
    by: Person


@dataclass(frozen=True, slots=True)
class PersonLeft:
    """A person who keeps channels does not work here any more: the channels want somebody else."""

    person: Person
    channels: tuple[Channel, ...]


@dataclass(frozen=True, slots=True)
class CoverAgreed:
    """A person was named to look after channels in place of ``absent``, from ``start`` to ``end``, both included
    (guideline 4.8)."""

    channels: tuple[Channel, ...]
    absent: Person
    start: date
    end: date


Notice = QuestionForSecretary | Appointed | PersonLeft | CoverAgreed
