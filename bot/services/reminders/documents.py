"""What is kept of reminders: what was told of each spell, each message with its answers, absences, and the switch."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from bot.domain.channels import ChannelId
from bot.domain.people import PersonId
from bot.domain.reminders.notice import Answer, SecretaryDigest, ShadowPreview
from bot.domain.reminders.plan import Item
from bot.domain.reminders.presence import Absence
from bot.domain.reminders.seasons import Season
from bot.domain.reminders.spells import SpellRecord
from bot.domain.working_time import Days
from bot.services.ports import Collection, State

SHADOW: Final = timedelta(days=14)
"""So long after install reminders go nowhere but to the ICT secretary, unless that one lets them begin before."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered of one channel of a message."""

    channel: ChannelId
    answer: Answer


@dataclass(frozen=True, slots=True)
class Reminder:
    """The message that ``person`` got on ``day``: what it says, and what was answered. ``preview`` holds what others
    would have got; ``season`` the holidays that were asked about, and ``stays`` that the person is not away then. The
    channel ``expanded`` shows all that can be answered of it."""

    person: PersonId
    day: date
    items: tuple[Item, ...] = ()
    preview: ShadowPreview | None = None
    digest: SecretaryDigest | None = None
    season: Season | None = None
    stays: bool = False
    answers: tuple[Answers, ...] = ()
    expanded: ChannelId = ""

    def answered(self, channel: ChannelId, answer: Answer) -> Reminder:
        """The record with ``answer`` for ``channel``, in place of an earlier one."""
        others = tuple(one for one in self.answers if one.channel != channel)
        return replace(self, answers=(*others, Answers(channel, answer)))


@dataclass(frozen=True, slots=True)
class Switch:
    """Whether reminders go out: ``started`` is the first day after the ICT secretary has let them begin; ``pauses`` are
    the days on which there are none at all."""

    started: date | None = None
    pauses: tuple[Days, ...] = ()


@dataclass(frozen=True, slots=True)
class Handover:
    """``by`` proposes to hand the channel over; ``to`` and ``authorised_by`` are references."""

    channel: ChannelId
    by: PersonId
    to: str
    authorised_by: str
    asked: date


SPELLS: Final = Collection("spells", SpellRecord)
REMINDERS: Final = Collection("nudges", Reminder)
HANDOVERS: Final = Collection("handovers", Handover)
ABSENCES: Final = Collection("absences", Absence)
SWITCHES: Final = Collection("switches", Switch)
THE_SWITCH: Final = "nudges"


@dataclass(frozen=True, slots=True)
class Mode:
    """Whether people get reminders on a day, or the ICT secretary a preview (``shadow``); their spells are counted from
    ``since``. A preview says that people get theirs from ``start`` on."""

    shadow: bool
    since: date
    start: date


def switch_of(documents: State) -> Switch:
    """The switch as it stands."""
    return documents.of(SWITCHES).get(THE_SWITCH, Switch())


def mode_on(today: date, switch: Switch, installed: date) -> Mode:
    """The mode on ``today`` of a bot whose register began on the day ``installed``."""
    start = installed + SHADOW
    if switch.started is not None:
        start = min(start, switch.started)
    shadow = today < start
    return Mode(shadow, since=installed if shadow else start, start=start)


def records_of(documents: State, mode: Mode) -> dict[ChannelId, SpellRecord]:
    """What was told of the spells: in the shadow, to the ICT secretary alone; afterwards, without that."""
    return {key: record for key, record in documents.of(SPELLS).items() if record.shadow is mode.shadow}
