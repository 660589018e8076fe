"""What people did that has no reply yet: whom a stop leaves without one is told so at the next start, once.

A reply that goes out with the acknowledgement leaves no trace. Of one that follows later it is kept whom it is for, and
nothing of what they said, before what they did is acknowledged; so nobody waits for a reply that will never come.
"""

import asyncio
import logging
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from bot.domain.register import Register
from bot.errors import without_words
from bot.services.committing import update
from bot.services.notices import Interrupted
from bot.services.notifying import Notifier, Post
from bot.services.ports import Change, Collection, State, Store
from bot.services.telling import tell

logger = logging.getLogger(__name__)

LATEST: Final = timedelta(days=1)
"""How long afterwards somebody is still told: whoever waits since a backup was made has long asked again."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Somebody, by their ``identity``, who has waited for a reply ``since`` then (aware)."""

    identity: str
    since: datetime


UNANSWERED: Final = Collection("unanswered", Unanswered)


@dataclass(slots=True)
class _Batch:
    """What one commit writes: documents by key, None where one is removed; and whether it is written, or could not
    be."""

    documents: dict[str, Unanswered | None] = field(default_factory=dict)
    written: asyncio.Event = field(default_factory=asyncio.Event)


class Interruptions:
    """Keeps in ``store`` who waits for a reply. However many begin to wait at once, one commit keeps them all."""

    def __init__(self, store: Store, register: Store, notifier: Notifier) -> None:
        self._store = store
        self._register = register
        self._notifier = notifier
        self._next = _Batch()
        self._writing: asyncio.Task[None] | None = None

    async def begin(self, identity: str, at: datetime) -> str:
        """Keep that the person with ``identity`` waits for a reply; the key to ``end`` it by. Where it can not be kept,
        the reply goes on all the same."""
        key, batch = secrets.token_hex(8), self._next
        batch.documents[key] = Unanswered(identity, at)
        self._write_soon()
        await batch.written.wait()
        return key

    def end(self, key: str) -> None:
        """Forget it, before long: the person has the reply."""
        self._next.documents[key] = None
        self._write_soon()

    async def settle(self) -> None:
        """Return when all of it is written, or could not be."""
        if self._writing is not None:
            await asyncio.shield(self._writing)

    async def tell(self, at: datetime, *, older_than: timedelta = timedelta()) -> None:
        """Tell those whom a stop has left without a reply; at the start, before anything else. Who has not waited for
        ``older_than`` yet may get one from another process. Raises StoreError."""
        unanswered = (await self._store.read()).of(UNANSWERED)
        left = {key: one for key, one in unanswered.items() if at - one.since >= older_than}
        if not left:
            return
        first: dict[str, str] = {}
        for key, one in left.items():
            if at - one.since <= LATEST:
                first.setdefault(one.identity, key)

        def telling(before: Register, after: Register) -> list[Post]:
            return [Post(f"interrupted/{key}", after.named(identity), Interrupted()) for identity, key in first.items()]

        await tell(self._register, self._notifier, telling, at)
        await update(self._store, lambda state: [Change.remove(UNANSWERED, key) for key in left if _has(state, key)])

    def _write_soon(self) -> None:
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())

    async def _write(self) -> None:
        while self._next.documents:
            batch, self._next = self._next, _Batch()
            try:
                await update(self._store, lambda state, batch=batch: _changes(state, batch))  # type: ignore[misc]
            except Exception as error:  # it must not keep anybody from their reply
                logger.warning("It could not be kept who waits for a reply", extra=without_words(error))
            finally:
                batch.written.set()


def _changes(state: State, batch: _Batch) -> list[Change]:
    return [
        Change.remove(UNANSWERED, key) if one is None else Change.put(UNANSWERED, key, one)
        for key, one in batch.documents.items()
        if one is not None or _has(state, key)
    ]


def _has(state: State, key: str) -> bool:
    return key in state.of(UNANSWERED)
