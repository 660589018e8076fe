"""What the outbox keeps: notices that wait to go out, are on their way, or of which it is known what came of them."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.domain.delivery import Reason
from bot.domain.people import Person
from bot.services.notices import Notice
from bot.services.ports import Collection, State


class Stage(StrEnum):
    """How far an entry has come."""

    WAITING = "waiting"
    SENDING = "sending"
    DELIVERED = "delivered"
    UNCERTAIN = "uncertain"
    UNREACHABLE = "unreachable"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class OutboxEntry:
    """A notice on its way to ``person``, tried between two moments; with ``office_hours``, only in those.

    All times are aware. ``attempts`` counts the tries that failed, ``reason`` is that of an unreachable person.
    ``place`` is where it has arrived; of one that waits, where an earlier one is that it takes the place of.
    """

    person: Person
    notice: Notice
    posted_at: datetime
    not_before: datetime
    expires_at: datetime
    office_hours: bool = False
    stage: Stage = Stage.WAITING
    attempts: int = 0
    reason: Reason | None = None
    settled_at: datetime | None = None
    place: str = ""


OUTBOX: Final = Collection("outbox", OutboxEntry)


def outbox_key(key: str) -> str:
    """The key under which a message waits in the outbox."""
    return f"nudge/{key}"


def redrawn_key(key: str) -> str:
    """The key under which what takes the place of a message waits in the outbox."""
    return f"redrawn/{key}"


def can_be_redrawn(state: State, key: str) -> bool:
    """Whether the message ``key`` is where something can take its place; nothing speaks against it while it, or what
    is to take its place, still waits."""
    outbox = state.of(OUTBOX)
    entry = outbox.get(redrawn_key(key)) or outbox.get(outbox_key(key))
    return entry is not None and bool(entry.place or entry.stage in (Stage.WAITING, Stage.SENDING))


def settled(entry: OutboxEntry, stage: Stage, at: datetime, reason: Reason | None = None) -> OutboxEntry:
    """``entry``, of which it is known ``at`` that time what came of it."""
    return replace(entry, stage=stage, reason=reason, settled_at=at)


def log_reference(key: str) -> str:
    """What the log calls the entry under ``key``, which itself may name a person."""
    return hashlib.sha256(key.encode()).hexdigest()[:12]
