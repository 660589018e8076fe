"""Claims in the database, for several processes: what one has taken on is not new to the others."""

import asyncio
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from typing import Final

from bot.services.claims import Remembered, UnderWayError, digests_of
from bot.storage.postgresql.connecting import FAILURES, Pool

LEASE: Final = 30.0
"""Seconds after which a process that has settled nothing is held to be gone: it takes one or two. Slack sends again
after a minute."""
_PATIENCE: Final = 2.0
"""Seconds that a look-up may take: workspaces wait for three."""
_TIDYING: Final = 600.0
"""Seconds between two looks for what is too old."""

# Nobody waits for the disk: what a server's crash takes with it is sent again in the rarest of cases.
_TAKE: Final = """
insert into claim (key) select key from unnest($1::text[]) as key
where set_config('synchronous_commit', 'off', true) is not null order by key
on conflict (key) do update set at = now() where not claim.settled and claim.at < now() - make_interval(secs => $2)
returning key
"""
_IS_SETTLED: Final = "select bool_or(settled) from claim where key = any($1)"
_SETTLE: Final = "update claim set settled = true where key = any($1)"
_RELEASE: Final = "delete from claim where key = any($1)"
_TIDY: Final = "delete from claim where at < now() - interval '1 hour'"
"""Slack's last retry comes after some six minutes."""


class PostgresClaims:
    """``Claims`` of one of the processes on a database, of which ``is_there`` says whether it answers. ``lease`` is in
    seconds."""

    def __init__(self, pool: Pool, is_there: Callable[[], bool], lease: float = LEASE) -> None:
        self._pool = pool
        self._is_there = is_there
        self._lease = lease
        self._taken = Remembered()
        self._tidied = time.monotonic()
        self._tasks: set[asyncio.Task[None]] = set()

    async def take(self, keys: Collection[str]) -> bool:
        """Whether the thing with these keys is new; from then on it is not. Raises UnderWayError."""
        digests = digests_of(keys)
        if not self._taken.take(digests):
            return False
        try:
            async with asyncio.timeout(_PATIENCE):
                if len(await self._pool.fetch(_TAKE, digests, self._lease)) == len(digests):
                    return True
                settled = await self._pool.fetchval(_IS_SETTLED, digests)
        except FAILURES as error:
            if not (isinstance(error, TimeoutError) and self._is_there()):
                return True  # whoever needs the database for the reply says that it is away
            settled = False
        except BaseException:
            self._taken.forget(digests)
            raise
        if not settled:
            self._taken.forget(digests)
            raise UnderWayError
        return False

    def settle(self, keys: Collection[str]) -> None:
        """Keep, before long, that it was done."""
        self._start(_SETTLE, [key for key in digests_of(keys) if key in self._taken])
        if time.monotonic() - self._tidied > _TIDYING:
            self._tidied = time.monotonic()
            self._start(_TIDY)

    def release(self, keys: Collection[str]) -> None:
        """Forget the thing, which could not be handled: when it comes again, it is new."""
        self._taken.forget(digests := digests_of(keys))
        self._start(_RELEASE, digests)

    async def close(self) -> None:
        """Finish what is under way."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    def _start(self, query: str, *arguments: object) -> None:
        task = asyncio.create_task(self._execute(query, *arguments))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _execute(self, query: str, *arguments: object) -> None:
        with suppress(*FAILURES):
            await self._pool.execute(query, *arguments)
