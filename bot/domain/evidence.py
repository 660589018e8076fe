"""Evidence that a channel is updated, and the state of a channel that follows from it (guideline 4.5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.people import PersonId

SOURCE_PATIENCE = timedelta(days=3)
"""How long a source may fail before the channel is unknown; until then the failure says nothing of it."""


class EvidenceKind(StrEnum):
    """How an update is known of."""

    SEEN = "seen"
    TOLD = "told"
    CHECKED = "checked"
    REGISTERED = "registered"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The channel was updated on ``on`` (a date in the municipality's time zone): seen in a source, told by a person,
    checked by the ICT secretary, or, for lack of better, registered on that day."""

    kind: EvidenceKind
    on: date
    by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The address, as somebody has written it, where a channel's updates can be seen if not at its own."""

    url: str


@dataclass(frozen=True, slots=True)
class SourceState:
    """What a channel's source has told by the last look at it. All days are in the municipality's time zone.

    ``seen_on`` is the day of the newest update that it has ever shown, and ``link`` leads there; ``where`` is the
    source's own address. ``read_on`` is the day on which it could be read last, and ``is_whole`` whether its silence
    then meant that there was no update. ``fails`` says that it could not be read the last time, ``why`` is the reason,
    and from ``failing_since`` on it has failed by itself: in an outage of a whole platform that stays as it was.
    """

    where: str
    seen_on: date | None = None
    link: str = ""
    read_on: date | None = None
    is_whole: bool = False
    fails: bool = False
    failing_since: date | None = None
    why: str = ""

    def tells_of(self, today: date) -> bool:
        """Whether that it shows nothing newer means that there is nothing newer: what it said before it was last read
        says nothing of ``today``."""
        return (
            self.is_whole and not self.fails and self.read_on is not None and today - self.read_on <= timedelta(days=1)
        )

    def is_broken_on(self, today: date) -> bool:
        """Whether it has failed for so long that somebody has to look into it."""
        return self.failing_since is not None and today - self.failing_since > SOURCE_PATIENCE


class State(StrEnum):
    """How a channel in use does."""

    ACTIVE = "active"
    IDLE = "idle"
    UNCONFIRMED = "unconfirmed"
    UNKNOWN = "unknown"


_WEIGHT = {kind: place for place, kind in enumerate(EvidenceKind)}


def newest(evidence: Iterable[Evidence]) -> Evidence | None:
    """The newest evidence; of one day's, the kind that weighs most (seen before told, told before checked)."""
    return max(evidence, key=lambda item: (item.on, -_WEIGHT[item.kind]), default=None)


def with_evidence(evidence: Iterable[Evidence], new: Evidence) -> tuple[Evidence, ...]:
    """``evidence`` with ``new`` in it: of each kind the newest is kept."""
    by_kind: dict[EvidenceKind, Evidence] = {}
    for item in (*evidence, new):
        if item.kind not in by_kind or by_kind[item.kind].on <= item.on:
            by_kind[item.kind] = item
    return tuple(by_kind.values())


def with_seen(evidence: Iterable[Evidence], source: SourceState | None) -> tuple[Evidence, ...]:
    """``evidence`` with the newest update that ``source`` has shown."""
    if source is None or source.seen_on is None:
        return tuple(evidence)
    return with_evidence(evidence, Evidence(EvidenceKind.SEEN, source.seen_on))


def state_of(evidence: Iterable[Evidence], source: SourceState | None, interval_days: int, today: date) -> State:
    """The state on ``today`` of a channel in use that is to be updated every ``interval_days`` days, from all
    ``evidence`` (``with_seen``) and how its ``source`` does.

    Only a source that was just read, and shows all, can say that a channel is idle; otherwise it is merely unconfirmed.
    """
    last = newest(evidence)
    if last is not None and today - last.on <= timedelta(days=interval_days):
        return State.ACTIVE
    if source is None:
        return State.UNCONFIRMED
    if source.is_broken_on(today):
        return State.UNKNOWN
    return State.IDLE if source.tells_of(today) else State.UNCONFIRMED
