"""The outbox: notices that wait to go out, so that none is lost when the surface is slow or the bot stops.

An entry is *waiting* until the surface has all it needs, *sending* from the commit before the entry is handed over, and
settled by the one after it. What a crash leaves in *sending* may have arrived: it counts as sent, and the log says so.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.delivery import Delivered, Delivery, Queued, Reason, Retry, Uncertain, Unreachable
from bot.domain.people import Person
from bot.services.access import Access
from bot.services.committing import update
from bot.services.notices import Notice, NotReached
from bot.services.ports import Change, Collection, State, Store, SurfaceNotifier
from bot.services.register.documents import register_of

logger = logging.getLogger(__name__)

PATIENCE: Final = timedelta(hours=24)
"""How long a notice that the surface does not take is tried again, unless it has an end of its own."""
KEPT: Final = timedelta(days=30)
"""How long an entry is kept after it was settled, for those who ask what became of it."""
_FIRST_WAIT: Final = timedelta(seconds=30)
_LONGEST_WAIT: Final = timedelta(hours=1)


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


OUTBOX: Final = Collection("outbox", OutboxEntry)

Opening = Callable[[datetime], datetime]
"""Gives the earliest moment, from the one given on, at which notices bound to office hours may go out."""


class Outbox:
    """A ``Notifier`` that keeps what it is given, and hands it on to a surface when it is told the time."""

    def __init__(
        self,
        store: Store,
        access: Access,
        surface: SurfaceNotifier,
        *,
        opening: Opening = lambda at: at,
    ) -> None:
        self._store = store
        self._access = access
        self._surface = surface
        self._opening = opening
        self._closed_until: datetime | None = None
        self.on_posted: Callable[[], None] = lambda: None
        """Called when there is something new to deliver; whoever delivers listens."""

    async def send(self, person: Person, notice: Notice, at: datetime) -> Delivery:
        """Keep ``notice`` for ``person``; refuse at once where no surface can reach them."""
        if refusal := self._surface.refusal(person):
            return refusal
        entry = _entry(person, notice, at)
        await update(self._store, lambda documents: [Change.put(OUTBOX, secrets.token_hex(8), entry)])
        self.on_posted()
        return Queued()

    def posting(self, key: str, person: Person, notice: Notice, at: datetime, until: datetime) -> Change:
        """The change that puts ``notice``, bound to office hours, into the outbox under ``key``: for whoever commits it
        together with documents of their own, and then calls ``on_posted``. What has not gone out by ``until`` expires:
        whoever posted it decides anew."""
        return Change.put(OUTBOX, key, OutboxEntry(person, notice, at, at, until, office_hours=True))

    async def recover(self, at: datetime) -> int:
        """Settle what a crash left in *sending* as uncertain, before the first delivery; the number of them."""

        def plan(documents: State) -> list[Change]:
            left = ((key, entry) for key, entry in documents.of(OUTBOX).items() if entry.stage is Stage.SENDING)
            return [Change.put(OUTBOX, key, _settled(entry, Stage.UNCERTAIN, at)) for key, entry in left]

        before, after = await update(self._store, plan)
        found = [key for key, entry in before.of(OUTBOX).items() if after.of(OUTBOX)[key] is not entry]
        for key in found:
            logger.warning(
                "A stop left open whether a notice arrived: it counts as sent", extra={"notice": log_reference(key)}
            )
        return len(found)

    async def deliver_next(self, at: datetime) -> datetime | None:
        """Hand the notice that has waited longest, of those due ``at``, to the surface, and record what comes of it.

        Gives the moment from which there is something to do again, ``at`` itself where more is due; None where the
        outbox is empty.
        """
        if self._closed_until and at < self._closed_until:
            return self._closed_until
        waiting = {
            key: entry for key, entry in (await self._store.read()).of(OUTBOX).items() if entry.stage is Stage.WAITING
        }
        if not waiting:
            return None
        key, entry = min(waiting.items(), key=lambda item: (self._due(item[1], at), item[1].posted_at))
        due = self._due(entry, at)
        if due > at:
            return due
        if entry.expires_at <= at:
            await self._record(key, entry, None, at)
            return at
        prepared = await self._surface.prepare(entry.person, entry.notice, at)
        if isinstance(prepared, Retry | Unreachable):
            await self._record(key, entry, prepared, at)
        elif await self._replace(key, entry, sending := replace(entry, stage=Stage.SENDING)):
            await self._record(key, sending, await prepared(), at)
        return at

    async def deliver_due(self, at: datetime) -> None:
        """Deliver all that is due ``at``, one after the other, without a pause."""
        while await self.deliver_next(at) == at:
            pass

    def _due(self, entry: OutboxEntry, at: datetime) -> datetime:
        earliest = max(entry.not_before, at)
        if entry.office_hours and earliest < entry.expires_at:
            return min(self._opening(earliest), entry.expires_at)
        return min(earliest, max(entry.expires_at, at))

    async def _replace(self, key: str, entry: OutboxEntry, new: OutboxEntry) -> bool:
        """Put ``new`` in place of ``entry``; False where that is not what is kept any more: it was taken back, or
        somebody else is at it."""
        plan = [Change.put(OUTBOX, key, new)]
        before, _ = await update(self._store, lambda documents: plan if documents.of(OUTBOX).get(key) == entry else [])
        return before.of(OUTBOX).get(key) == entry

    async def _record(self, key: str, entry: OutboxEntry, outcome: Delivery | None, at: datetime) -> None:
        """Keep what came of the delivery of ``entry``; None stands for one that has expired."""
        match outcome:
            case Delivered():
                new = _settled(entry, Stage.DELIVERED, at)
            case Unreachable(reason):
                new = _settled(entry, Stage.UNREACHABLE, at, reason)
            case Retry():
                new = self._again(entry, outcome, at)
            case Uncertain() | Queued():
                new = _settled(entry, Stage.UNCERTAIN, at)
            case None if entry.office_hours:
                new = _settled(entry, Stage.EXPIRED, at)
            case None:
                new = _settled(entry, Stage.UNREACHABLE, at, Reason.NO_ANSWER)
        if not await self._replace(key, entry, new):
            logger.warning(
                "What came of a notice could not be noted: it is not kept any more",
                extra={"notice": log_reference(key), "stage": new.stage},
            )
            return
        logger.info(
            "A notice was handed on",
            extra={"notice": log_reference(key), "stage": new.stage, "attempts": new.attempts, "reason": new.reason},
        )
        if new.reason and not isinstance(entry.notice, NotReached):
            await self._tell_secretaries(new, new.reason, at)

    def _again(self, entry: OutboxEntry, outcome: Retry, at: datetime) -> OutboxEntry:
        if outcome.for_all:
            self._closed_until = outcome.at
            return replace(entry, stage=Stage.WAITING)
        wait = min(_FIRST_WAIT * 2**entry.attempts, _LONGEST_WAIT)
        earliest = max(outcome.at, at + wait)
        return replace(entry, stage=Stage.WAITING, not_before=earliest, attempts=entry.attempts + 1)

    async def _tell_secretaries(self, entry: OutboxEntry, reason: Reason, at: datetime) -> None:
        """Tell the ICT secretaries, once a day and person, whom a notice did not reach."""
        secretaries = self._access.secretaries(register_of(await self._store.read()))
        notice = NotReached(entry.person, reason)
        new = {
            f"not-reached/{entry.person.id}/{at.date()}/{secretary.id}": _entry(secretary, notice, at)
            for secretary in secretaries
            if secretary.id != entry.person.id and not self._surface.refusal(secretary)
        }
        await update(self._store, lambda documents: list(_absent(documents, new)))


def log_reference(key: str) -> str:
    """What the log calls the entry under ``key``, which itself may name a person."""
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def _entry(person: Person, notice: Notice, at: datetime) -> OutboxEntry:
    return OutboxEntry(person, notice, at, at, at + PATIENCE)


def _absent(documents: State, new: dict[str, OutboxEntry]) -> Iterator[Change]:
    there = documents.of(OUTBOX)
    return (Change.put(OUTBOX, key, entry) for key, entry in new.items() if key not in there)


def _settled(entry: OutboxEntry, stage: Stage, at: datetime, reason: Reason | None = None) -> OutboxEntry:
    return replace(entry, stage=stage, reason=reason, settled_at=at)
