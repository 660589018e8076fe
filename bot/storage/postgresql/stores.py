"""The stores of one database, opened and closed together; what other processes commit; and which process leads."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

from bot.errors import StoreError
from bot.services.ports import Collection, Rewriting
from bot.storage.embedded.switching import KEPT, QUESTIONS
from bot.storage.postgresql.claims import PostgresClaims
from bot.storage.postgresql.connecting import (
    FAILURES,
    Connection,
    Pool,
    advice_on,
    connect,
    database_errors,
    is_pooled,
    open_pool,
)
from bot.storage.postgresql.migrating import migrate
from bot.storage.postgresql.store import CHANNEL, PostgresStore
from bot.storage.postgresql.whole import rewrite

logger = logging.getLogger(__name__)

LEADER: Final = 0x536F6D65
"""The advisory lock of the process that leads."""
_LOOK: Final = 5.0
"""Seconds between two looks at whether the listening connection lives and whether there is a leader."""
_UNHEARD: Final = 30.0
"""Seconds after which it is looked whether something was committed without a word."""

_SILENCE: Final = 30
"""Seconds after which whoever leads through a pooler, and says nothing, leads no longer."""
POOLED: Final = (
    "database: a pooler is in between: processes do not hear one another, and a notice may wait some seconds"
)


@dataclass(frozen=True, slots=True)
class PostgresStores:
    """The stores of a database: what is ``kept``, and the ``questions``. ``leading`` is which process goes the rounds.
    Made by ``open``."""

    kept: PostgresStore
    questions: PostgresStore
    claims: PostgresClaims
    leading: DatabaseLeading
    url: str = field(repr=False)
    _pool: Pool
    _listening: asyncio.Task[None]

    @classmethod
    async def open(
        cls, url: str, *, kept: Sequence[Collection[Any]] = (), questions: Sequence[Collection[Any]] = ()
    ) -> PostgresStores:
        """Open the stores in the database at ``url``, whose tables are made, or brought up to this version's, first.

        Raises StoreError where it cannot be reached, read or written, and where a newer program uses it.
        """
        pool = await open_pool(url)
        try:
            with database_errors("bringing the tables up to date"):
                async with pool.acquire() as connection:
                    await migrate(connection)
            leading = DatabaseLeading(url)
            stores = (
                PostgresStore(pool, KEPT, kept, leading.is_heard),
                PostgresStore(pool, QUESTIONS, questions, leading.is_heard),
            )
            for store in stores:
                await store.refresh()
        except BaseException:
            await pool.close()
            raise
        return cls(
            *stores,
            PostgresClaims(pool, leading.is_there),
            leading,
            url,
            pool,
            asyncio.create_task(leading.follow(stores)),
        )

    async def rewrite(self, rewriting: Rewriting) -> None:
        """Rewrite both stores at one stroke: a ``Rewrite``."""
        await asyncio.shield(rewrite(self._pool, self.kept, self.questions, rewriting))

    async def close(self) -> None:
        """Finish what is under way, and let go of the connections; another process may lead then."""
        self._listening.cancel()
        await asyncio.wait({self._listening})
        await self.claims.close()
        with suppress(*FAILURES):
            await asyncio.wait_for(self._pool.close(), _LOOK)


class DatabaseLeading:
    """Hears what other processes commit to the database at ``url``, and sees to it that one of them leads: by a lock of
    the connection that listens, so that whoever leads is one that hears.

    Through a pooler nobody is heard: there each read asks the database, and what others commit is looked for every few
    seconds. Whoever leads does it by the same lock, in a transaction that stays open, since a pooler leaves its session
    to it until it ends."""

    def __init__(self, url: str) -> None:
        self.on_news: Callable[[], None] = lambda: None
        """Called when another process has committed something."""
        self._url = url
        self._connection: Connection | None = None
        self._news = asyncio.Event()
        self._leads = asyncio.Condition()
        self._is_leader = False
        self._is_pooled = False
        self._hears = False

    def is_there(self) -> bool:
        """Whether the database answers just now."""
        return self._connection is not None and not self._connection.is_closed()

    def is_heard(self) -> bool:
        """Whether other processes are heard of just now, and all that came before was taken in."""
        return self.is_there() and self._hears

    def limits(self) -> Sequence[str]:
        """What does not work just now although the rest does, in English for ``/readyz``."""
        return (POOLED,) if self.is_there() and self._is_pooled else ()

    async def begin(self) -> None:
        """Wait until this process leads."""
        async with self._leads:
            await self._leads.wait_for(lambda: self._is_leader)

    async def end(self) -> None:
        """Wait until this process leads no longer: its connection has gone, and another one may lead."""
        async with self._leads:
            await self._leads.wait_for(lambda: not self._is_leader)

    async def follow(self, stores: Sequence[PostgresStore]) -> None:
        """Keep ``stores`` up with the database, and try to lead, until cancelled."""
        try:
            while True:
                try:
                    await self._follow(stores)
                except (*FAILURES, StoreError) as error:
                    logger.warning("The database is not heard", extra={"why": advice_on(error)})
                await self._let_go()
                await asyncio.sleep(1)
        finally:
            await self._let_go()

    async def _follow(self, stores: Sequence[PostgresStore]) -> None:
        self._connection = connection = await connect(self._url)
        pooled, before = await is_pooled(connection), self._is_pooled
        self._is_pooled = pooled
        if pooled and not before:
            logger.info("The database is reached through a pooler", extra={"why": POOLED})
        if not pooled:
            await connection.add_listener(CHANNEL, lambda *_: self._news.set())
        connection.add_termination_listener(lambda _: self._news.set())
        refreshed, unheard = 0.0, 0.0 if pooled else _UNHEARD
        while not connection.is_closed():
            if self._news.is_set() or time.monotonic() - refreshed > unheard:
                self._news.clear()
                for store in stores:
                    await store.refresh()
                refreshed, self._hears = time.monotonic(), not pooled
                self.on_news()
            if not self._is_leader and await self._took_the_lead(connection):
                await self._lead(leads=True)
            with suppress(TimeoutError):  # not wait_for, which can swallow a cancellation
                async with asyncio.timeout(_LOOK):
                    await self._news.wait()
            if not self._news.is_set():
                # Raises where nobody is there any more, also where nobody has hung up.
                await connection.execute("select 1", timeout=_LOOK)

    async def _took_the_lead(self, connection: Connection) -> bool:
        if not self._is_pooled:
            return bool(await connection.fetchval("select pg_try_advisory_lock($1)", LEADER))
        transaction = connection.transaction(isolation="read_committed")
        await transaction.start()
        if not await connection.fetchval("select pg_try_advisory_xact_lock($1)", LEADER):
            await transaction.rollback()
            return False
        # A pooler may not notice for hours that this machine has gone; PostgreSQL does.
        await connection.execute(f"set local idle_in_transaction_session_timeout = '{_SILENCE}s'")
        return True

    async def _let_go(self) -> None:
        connection, self._connection, self._hears = self._connection, None, False
        await self._lead(leads=False)
        if connection is not None:
            connection.terminate()

    async def _lead(self, *, leads: bool) -> None:
        async with self._leads:
            self._is_leader = leads
            self._leads.notify_all()
