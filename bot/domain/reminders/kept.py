"""What is kept of reminders: what was told of each spell, each message with its answers, absences, and the switch."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.calendar.working_time import Days
from bot.domain.channels import ChannelId, FormerAccess
from bot.domain.decisions import Proposal, ProposalId
from bot.domain.people import PersonId
from bot.domain.reminders.confirming import ToConfirm
from bot.domain.reminders.notice import Answer, Beginning, NotReachable, SecretaryDigest, ShadowPreview
from bot.domain.reminders.plan import Item
from bot.domain.reminders.presence import Absence
from bot.domain.reminders.proposals import ProposalLine
from bot.domain.reminders.seasons import Season
from bot.domain.reminders.spells import SpellRecord

SHADOW: Final = timedelta(days=14)
"""How long after install reminders go to nobody but the ICT secretary, who may let them begin earlier."""


class Part(StrEnum):
    """What a message has in it, and so why it is sent."""

    REMINDER = "nudge"
    PREVIEW = "preview"
    DIGEST = "digest"
    HOLIDAYS = "holidays"
    PROPOSALS = "proposals"
    CONFIRMING = "confirming"
    ACCESS = "access"
    BEGINNING = "beginning"


@dataclass(frozen=True, slots=True)
class ChannelAnswer:
    """What was answered of one channel of a message."""

    channel: ChannelId
    answer: Answer


@dataclass(frozen=True, slots=True)
class Reminder:
    """The message that ``person`` gets on ``day``: what it says, and what was answered. ``preview`` holds what others
    would have got; ``season`` the holidays that were asked about, and ``stays`` that the person is not away then;
    ``confirming`` what they are asked to confirm. The channel ``expanded`` shows all that can be answered of it;
    ``proposals`` are those that it says still wait, ``access`` what it says is still to be taken away; ``begins`` when
    people get reminders for the first time."""

    person: PersonId
    day: date
    items: tuple[Item, ...] = ()
    preview: ShadowPreview | None = None
    digest: SecretaryDigest | None = None
    season: Season | None = None
    stays: bool = False
    confirming: tuple[ToConfirm, ...] = ()
    answers: tuple[ChannelAnswer, ...] = ()
    expanded: ChannelId = ""
    proposals: tuple[ProposalLine, ...] = ()
    access: tuple[FormerAccess, ...] = ()
    begins: Beginning | None = None

    @property
    def key(self) -> str:
        """The name of the message: there is one for each person and day."""
        return f"{self.day}/{self.person}"

    @property
    def parts(self) -> tuple[Part, ...]:
        """What is in the message."""
        said = {
            Part.REMINDER: self.items,
            Part.PREVIEW: self.preview,
            Part.DIGEST: self.digest,
            Part.HOLIDAYS: self.season,
            Part.PROPOSALS: self.proposals,
            Part.CONFIRMING: self.confirming,
            Part.ACCESS: self.access,
            Part.BEGINNING: self.begins,
        }
        return tuple(part for part, content in said.items() if content)

    def answered(self, channel: ChannelId, answer: Answer) -> Reminder:
        """The reminder with ``answer`` for ``channel``, in place of an earlier one."""
        others = tuple(one for one in self.answers if one.channel != channel)
        return replace(self, answers=(*others, ChannelAnswer(channel, answer)))


@dataclass(frozen=True, slots=True)
class Switch:
    """Whether reminders go out: ``started`` is the first day after the ICT secretary has let them begin; ``pauses`` are
    the days on which there are none at all."""

    started: date | None = None
    pauses: tuple[Days, ...] = ()


@dataclass(frozen=True, slots=True)
class Handover:
    """``by`` proposes to hand the channel over; ``to`` and ``authorised_by`` are references; they are empty
    where ``by`` knows nobody who would go on."""

    channel: ChannelId
    by: PersonId
    to: str
    authorised_by: str
    asked: date


@dataclass(frozen=True, slots=True)
class Mode:
    """Whether people get reminders on a day, or the ICT secretary a preview (``shadow``); their spells are counted from
    ``since``. A preview says that people get theirs from ``start`` on."""

    shadow: bool
    since: date
    start: date


def mode_on(today: date, switch: Switch, installed: date) -> Mode:
    """The mode on ``today`` of a bot whose register began on the day ``installed``."""
    start = installed + SHADOW
    if switch.started is not None:
        start = min(start, switch.started)
    shadow = today < start
    return Mode(shadow, since=installed if shadow else start, start=start)


@dataclass(frozen=True, slots=True)
class Kept:
    """All that is kept of reminders at one moment: what was told of spells by channel, the messages by their names,
    who is away, the switch, whom a notice did not reach, each with the time at which that was known, oldest first, and
    the proposals of channels. ``redrawable`` are the messages that can be changed where they stand.
    """

    spells: Mapping[ChannelId, SpellRecord] = field(default_factory=dict)
    messages: Mapping[str, Reminder] = field(default_factory=dict)
    absences: Collection[Absence] = ()
    switch: Switch = field(default_factory=Switch)
    unreachable: Collection[tuple[datetime, NotReachable]] = ()
    proposals: Mapping[ProposalId, Proposal] = field(default_factory=dict)
    redrawable: Collection[str] = ()

    def told_in(self, mode: Mode) -> dict[ChannelId, SpellRecord]:
        """What was told of the spells: in the shadow, to the ICT secretary alone; afterwards, without that."""
        return {key: record for key, record in self.spells.items() if record.shadow is mode.shadow}

    def messaged_on(self, day: date) -> set[PersonId]:
        """Who has had the message of ``day``."""
        return {message.person for message in self.messages.values() if message.day == day}
