"""The outbox: notices that wait to go out, so that none is lost when the surface is slow or the bot stops.

An entry is *waiting* until the surface has all it needs, *sending* from the commit before the entry is handed over, and
settled by the one after it, which also tells the ICT secretaries of what did not arrive. What a crash leaves in
*sending* may have arrived: it counts as sent, and the log and the ICT secretaries hear of it.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.delivery import Delivered, Delivery, Queued, Reason, Retry, Uncertain, Unreachable
from bot.domain.people import Person
from bot.services.access import Access
from bot.services.committing import update
from bot.services.notifying import Post, Reaching
from bot.services.ports import Change, State, Store
from bot.services.register.documents import register_of
from bot.services.reminders.entries import OUTBOX, OutboxEntry, Stage, log_reference, settled
from bot.services.reminders.reporting import PATIENCE, Opening, is_report, reporting

logger = logging.getLogger(__name__)

KEPT: Final = timedelta(days=30)
"""How long an entry is kept after it was settled, for those who ask what became of it."""
_FIRST_WAIT: Final = timedelta(seconds=30)
_LONGEST_WAIT: Final = timedelta(hours=1)


class Outbox:
    """A ``Notifier`` that keeps what it is given, and hands it on to a surface when it is told the time."""

    def __init__(
        self,
        store: Store,
        access: Access,
        surfaces: Reaching,
        *,
        opening: Opening = lambda at: at,
    ) -> None:
        self._store = store
        self._access = access
        self._surfaces = surfaces
        self._opening = opening
        self.on_posted: Callable[[], None] = lambda: None
        """Called when there is something new to deliver; whoever delivers listens."""
        self.outcomes: Counter[Stage] = Counter()
        """What came of the deliveries so far, in this process: an entry that waits again is to be tried once more."""

    def posting(self, state: State, posts: Iterable[Post], at: datetime) -> list[Change]:
        """The changes to ``state`` that put ``posts`` into the outbox, but for those whose key is there already. What
        is bound to office hours and has not gone out by its end expires: whoever posted it decides anew."""
        new = {post.key: _entry(post, at) for post in posts if post.key not in state.of(OUTBOX)}
        return [Change.put(OUTBOX, key, entry) for key, entry in new.items()]

    def refusal(self, person: Person) -> Unreachable | None:
        """Why no surface can reach ``person``; None where one is worth trying."""
        return self._surfaces.refusal(person)

    def posted(self) -> None:
        """Tell whoever delivers that there is something new."""
        self.on_posted()

    async def recover(self, at: datetime) -> int:
        """Settle what a crash left in *sending* as uncertain, before the first delivery; the number of them."""
        left: dict[str, OutboxEntry] = {}

        def plan(state: State) -> list[Change]:
            nonlocal left
            sending = {key: entry for key, entry in state.of(OUTBOX).items() if entry.stage is Stage.SENDING}
            left = {key: _after(entry, Uncertain(), at) for key, entry in sending.items()}
            return [*(Change.put(OUTBOX, key, entry) for key, entry in left.items()), *self._reporting(state, left, at)]

        await update(self._store, plan)
        self.outcomes[Stage.UNCERTAIN] += len(left)
        for key in left:
            logger.warning(
                "A stop left open whether a notice arrived: it counts as sent", extra={"notice": log_reference(key)}
            )
        return len(left)

    async def deliver_next(self, at: datetime) -> datetime | None:
        """Hand the notice that has waited longest, of those due ``at``, to the surface, and record what comes of it.

        Gives the moment from which there is something to do again, ``at`` itself where more is due; None where the
        outbox is empty.
        """
        waiting = {
            key: entry for key, entry in (await self._store.read()).of(OUTBOX).items() if entry.stage is Stage.WAITING
        }
        if not waiting:
            return None
        due_at = {key: self._due(entry, at) for key, entry in waiting.items()}
        key = min(waiting, key=lambda key: (due_at[key], is_report(waiting[key]), waiting[key].posted_at))
        entry = waiting[key]
        if due_at[key] > at:
            return due_at[key]
        if entry.expires_at <= at:
            await self._record(key, entry, None, at)
            return at
        prepared = await self._surfaces.prepare(entry.person, entry.notice, at, entry.place)
        if isinstance(prepared, Retry | Unreachable):
            await self._record(key, entry, prepared, at)
        elif await self._replace(key, entry, sending := replace(entry, stage=Stage.SENDING), at):
            await self._record(key, sending, await prepared(), at)
        return at

    async def deliver_due(self, at: datetime) -> None:
        """Deliver all that is due ``at`` and that the surfaces take, one after the other, without a pause."""
        while await self.deliver_next(at) == at:
            pass

    async def unheard_of(self) -> dict[str, Person]:
        """The people of whose notices, by key, it is not known whether they have arrived."""
        entries = (await self._store.read()).of(OUTBOX).items()
        return {key: entry.person for key, entry in entries if entry.stage is Stage.UNCERTAIN}

    async def waiting(self) -> int:
        """How many notices wait to go out."""
        return sum(entry.stage is Stage.WAITING for entry in (await self._store.read()).of(OUTBOX).values())

    def _due(self, entry: OutboxEntry, at: datetime) -> datetime:
        """When ``entry`` can go out, or expires: ``at`` or later."""
        earliest = max(entry.not_before, at)
        if entry.office_hours and earliest < entry.expires_at:
            earliest = self._opening(earliest)
        earliest = max(earliest, self._surfaces.opens(entry.person, at))
        return min(earliest, max(entry.expires_at, at))

    async def _replace(self, key: str, entry: OutboxEntry, new: OutboxEntry, at: datetime) -> bool:
        """Put ``new`` in place of ``entry``, and with it tell of what did not arrive; False where ``entry`` is not what
        is kept any more: it was taken back, or somebody else is at it."""

        def plan(state: State) -> list[Change]:
            if state.of(OUTBOX).get(key) != entry:
                return []
            return [Change.put(OUTBOX, key, new), *self._reporting(state, {key: new}, at)]

        before, _ = await update(self._store, plan)
        return before.of(OUTBOX).get(key) == entry

    def _reporting(self, state: State, entries: dict[str, OutboxEntry], at: datetime) -> list[Change]:
        secretaries = self._access.secretaries(register_of(state))
        reachable = [one for one in secretaries if not self._surfaces.refusal(one)]
        return reporting(state, entries.values(), reachable, at, self._opening)

    async def _record(self, key: str, entry: OutboxEntry, outcome: Delivery | None, at: datetime) -> None:
        """Keep what came of the delivery of ``entry``; None stands for one that has expired."""
        new = _after(entry, outcome, at)
        reference = {"notice": log_reference(key), "stage": new.stage}
        if not await self._replace(key, entry, new, at):
            logger.warning("What came of a notice could not be noted: it is not kept any more", extra=reference)
            return
        self.outcomes[new.stage] += 1
        if new.stage is Stage.UNCERTAIN:
            logger.warning("It is not known whether a notice has arrived: it is not sent again", extra=reference)
        else:
            more = {"attempts": new.attempts, "reason": new.reason}
            logger.info("A notice was handed on", extra={**reference, **more})


def _entry(post: Post, at: datetime) -> OutboxEntry:
    return OutboxEntry(
        post.person, post.notice, at, at, post.until or at + PATIENCE, office_hours=post.until is not None
    )


def _after(entry: OutboxEntry, outcome: Delivery | None, at: datetime) -> OutboxEntry:
    """What becomes of ``entry`` by ``outcome``."""
    match outcome:
        case Delivered(place):
            return settled(replace(entry, place=place), Stage.DELIVERED, at)
        case Uncertain() | Queued() if entry.place:
            return settled(entry, Stage.DELIVERED, at)
        case Unreachable() | None if entry.place:
            # What can not be redrawn arrived in its time, and stays; the place is none that it could be redrawn at.
            return settled(replace(entry, place=""), Stage.DELIVERED, at)
        case Unreachable(reason):
            return settled(entry, Stage.UNREACHABLE, at, reason)
        case Retry():
            return _again(entry, outcome, at)
        case Uncertain() | Queued():
            return settled(entry, Stage.UNCERTAIN, at)
        case None if entry.office_hours:
            return settled(entry, Stage.EXPIRED, at)
        case None:
            return settled(entry, Stage.UNREACHABLE, at, Reason.NO_ANSWER)


def _again(entry: OutboxEntry, outcome: Retry, at: datetime) -> OutboxEntry:
    """``entry``, to be tried later and later; where nothing goes through at all, that is not its own fault."""
    if outcome.for_all:
        return replace(entry, stage=Stage.WAITING, not_before=outcome.at)
    wait = min(_FIRST_WAIT * 2**entry.attempts, _LONGEST_WAIT)
    return replace(entry, stage=Stage.WAITING, not_before=max(outcome.at, at + wait), attempts=entry.attempts + 1)
