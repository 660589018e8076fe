"""Evidence that a channel is updated, and the state of a channel that follows from it (guideline 4.5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.people import PersonId


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
    """A place where updates can be seen, such as a feed; ``failing_since`` is the first day it could not be read."""

    url: str
    failing_since: date | None = None


class State(StrEnum):
    """How a channel in use does."""

    ACTIVE = "active"
    IDLE = "idle"
    UNCONFIRMED = "unconfirmed"
    UNKNOWN = "unknown"


SOURCE_PATIENCE = timedelta(days=3)
"""How long a source may fail before the channel is unknown; until then the failure says nothing of it."""


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


def state_of(evidence: Iterable[Evidence], source: Source | None, interval_days: int, today: date) -> State:
    """The state on ``today`` of a channel in use that is to be updated every ``interval_days`` days.

    Only a working source can say that a channel is idle; without one it is merely unconfirmed.
    """
    last = newest(evidence)
    if last is not None and today - last.on <= timedelta(days=interval_days):
        return State.ACTIVE
    if source is None:
        return State.UNCONFIRMED
    if source.failing_since is not None and today - source.failing_since > SOURCE_PATIENCE:
        return State.UNKNOWN
    return State.IDLE
