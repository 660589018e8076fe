"""The heartbeat: a monitor outside, such as healthchecks.io, hears of each round, and raises the alarm when it hears
of none.

The address holds the key to the monitor: it is in no log, and nothing of an error is but its kind.
"""

import asyncio
import logging
from typing import Final

from yarl import URL

logger = logging.getLogger(__name__)

LIMIT: Final = 10.0
"""Seconds that the monitor has to answer in."""
_PATIENCE: Final = 2.0
"""Seconds that a beat under way has when the bot stops."""
_AGENT: Final = "Somebot"


class Heartbeat:
    """Beats at ``url``, and at ``/fail`` below it for a round that failed (https://healthchecks.io/docs/http_api/).
    Nothing is raised, and nobody waits: whatever the monitor does, the rounds go on. To be closed in the end."""

    def __init__(self, url: str, *, limit: float = LIMIT) -> None:
        self._url = URL(url)
        self._limit = limit
        self._is_out = False
        self._one_at_a_time = asyncio.Lock()
        self._under_way: set[asyncio.Task[None]] = set()

    def soon(self, *, well: bool) -> None:
        """Let the monitor hear of a round that went ``well`` or failed, beside what goes on."""
        task = asyncio.create_task(self.beat(well=well))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def beat(self, *, well: bool) -> None:
        """The same, and wait until it has."""
        async with self._one_at_a_time:
            url = self._url if well else (self._url / "fail").with_query(self._url.query)
            self._note(await self._problem(url))

    async def close(self) -> None:
        """Let the beats under way get through, within some seconds."""
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=_PATIENCE)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _problem(self, url: URL) -> str:
        """What has kept the monitor from hearing, in words without the address; empty where it has heard."""
        from aiohttp import ClientError, ClientSession, ClientTimeout  # only where there is a monitor

        timeout = ClientTimeout(total=self._limit)
        try:
            async with (
                ClientSession(timeout=timeout, headers={"User-Agent": _AGENT}) as session,
                # What leads elsewhere is not followed: the key is for this monitor.
                session.get(url, allow_redirects=False) as response,
            ):
                return "" if 200 <= response.status < 300 else f"status {response.status}"
        except (ClientError, OSError, TimeoutError, ValueError) as error:
            return type(error).__name__

    def _note(self, problem: str) -> None:
        """Say once that the monitor does not hear, and once that it does again."""
        if problem and not self._is_out:
            logger.warning("The monitor of SOME_HEARTBEAT_URL does not hear the bot", extra={"why": problem})
        elif self._is_out and not problem:
            logger.info("The monitor of SOME_HEARTBEAT_URL hears the bot again")
        self._is_out = bool(problem)
