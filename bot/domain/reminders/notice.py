"""What a reminder says: the parts of the one message that a person gets on a day."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Final, Literal

from bot.domain.channels import ChannelId
from bot.domain.delivery import Reason
from bot.domain.evidence import Evidence, State
from bot.domain.people import Person
from bot.domain.reminders.access import AccessLine
from bot.domain.reminders.confirming import ConfirmLine
from bot.domain.reminders.ladder import Step
from bot.domain.reminders.proposals import ProposalLine
from bot.domain.reminders.seasons import Season


class Answered(StrEnum):
    """What somebody has answered of a channel that they were asked about, or its source has (``SEEN``)."""

    UPDATED = "updated"
    SEEN = "seen"
    LATER = "later"
    HANDED_ON = "handed_on"
    GIVEN_UP = "given_up"
    CLOSING = "closing"
    COVERED = "covered"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer ``what``; ``day`` is that of the update, or the one until which the person put it off."""

    what: Answered
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """A channel that somebody is asked about, as of that day: its last evidence, as whom they are told, in place of
    whom (``absent``), whether it is the ``last`` time, and what they have answered. They are ``in_charge`` where they
    keep the channel or cover for somebody who does: then they can name a cover in their turn."""

    channel: ChannelId
    name: str
    url: str
    evidence: Evidence | None
    state: State
    step: Step
    last: bool
    absent: Person | None = None
    answer: Answer | None = None
    in_charge: bool = True


@dataclass(frozen=True, slots=True)
class WouldGet:
    """A person who would have been asked ``on`` that day about the channels of these names."""

    person: Person
    channels: tuple[str, ...]
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ShadowPreview:
    """What people would have got by now if they got reminders already, the newest first. They get them from ``start``
    on; ``started`` once nothing is left to be done for that: somebody has let them begin, or the day has come."""

    would_get: tuple[WouldGet, ...]
    start: date
    started: bool = False


@dataclass(frozen=True, slots=True)
class Beginning:
    """Reminders begin ``on`` that day, ``at`` that time. As things stand, so many ``people`` are asked then about so
    many ``channels``."""

    on: date
    at: time
    people: int
    channels: int


@dataclass(frozen=True, slots=True)
class ChannelName:
    """A channel by name, and what to open it by."""

    id: ChannelId
    name: str


@dataclass(frozen=True, slots=True)
class NotReachable:
    """A person whom the notices of the last days did not reach, and why."""

    person: Person
    reason: Reason


@dataclass(frozen=True, slots=True)
class BrokenSource(ChannelName):
    """A channel whose source has not been readable ``since`` that day, and why."""

    why: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class WebsiteFindings:
    """What was seen on the municipality's website: the channels in use that it does not link, and how many accounts it
    links that nobody has registered."""

    not_linked: tuple[ChannelName, ...] = ()
    unregistered: int = 0


NO_FINDINGS: Final = WebsiteFindings()


@dataclass(frozen=True, slots=True)
class SecretaryDigest:
    """What the ICT secretary sees once a week: the channels that want attention, also those ``unknown`` whose sources
    have failed for days, the people who cannot be reached, how many questions wait for an answer, what the ``website``
    shows, and the channels to which somebody who keeps them no more may still have ``access``. ``settled`` are the ids
    of those who have been seen to since, ``staffed`` those of the channels that lacked maintainers and have got some.
    """

    idle: tuple[ChannelName, ...] = ()
    unconfirmed: tuple[ChannelName, ...] = ()
    unknown: tuple[BrokenSource, ...] = ()
    orphaned: tuple[ChannelName, ...] = ()
    single_maintainer: tuple[ChannelName, ...] = ()
    unreachable: tuple[NotReachable, ...] = ()
    questions: int = 0
    website: WebsiteFindings = NO_FINDINGS
    access: tuple[ChannelName, ...] = ()
    settled: tuple[str, ...] = ()
    staffed: tuple[ChannelId, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return self == SecretaryDigest()


@dataclass(frozen=True, slots=True)
class HolidayQuestion:
    """Who looks after these channels in the holidays from ``start`` to ``end`` (guideline 4.8)? The reader does, once
    they have said so (``stays``)."""

    season: Season
    start: date
    end: date
    channels: tuple[ChannelName, ...]
    stays: bool = False


@dataclass(frozen=True, slots=True)
class ReminderNotice:
    """The one message that a person gets on a day; ``key`` names it. Every part but one may be missing. The channel
    ``expanded`` shows all that can be answered of it; ``proposals`` are those that still wait for somebody, ``access``
    who may still get into the account of a channel that they keep no more; ``begins`` tells that reminders do."""

    key: str
    lines: tuple[ReminderLine, ...] = ()
    preview: ShadowPreview | None = None
    digest: SecretaryDigest | None = None
    holidays: HolidayQuestion | None = None
    confirming: tuple[ConfirmLine, ...] = ()
    expanded: ChannelId = ""
    proposals: tuple[ProposalLine, ...] = ()
    access: tuple[AccessLine, ...] = ()
    begins: Beginning | None = None
    kind: Literal["nudge"] = "nudge"
