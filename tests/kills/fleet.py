"""Several bots on one database and in one workspace, each of which may be killed and started again."""

from __future__ import annotations

import asyncio
import random
import sys
import time
from asyncio.subprocess import Process
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.bench.starting import free_port
from tests.fake_slack.sending import Sender
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.serving import slack_environment

_COMMAND: Final = (sys.executable, "-m", "tests.kills.later")
_PATIENCE: Final = 90.0
"""Seconds that a bot may take to be ready, on a machine that does much else."""


@dataclass(eq=False)
class Member:
    """One of the bots. It is ``ready`` from when it first said so until it is killed."""

    folder: Path
    port: int = field(default_factory=free_port)
    process: Process | None = None
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    starting: asyncio.Task[None] | None = None


class Fleet:
    """So many bots in ``slack`` on the database at ``url``, whose clocks are ``later`` by so many seconds."""

    def __init__(self, folder: Path, slack: FakeSlack, url: str, later: float, bots: int, **settings: str) -> None:
        self._slack = slack
        self._later = later
        self._settings: Mapping[str, str] = {"DATABASE_URL": url, "SOME_DAYS_OFF": "", **settings}
        self.stops = 0
        """How often something was stopped so far."""
        self.is_out = False
        """Whether the database is away."""
        self.members = [Member(folder / f"bot-{number}") for number in range(bots)]
        for member in self.members:
            member.folder.mkdir(parents=True)

    @property
    def ready(self) -> list[Member]:
        """Those that are ready."""
        return [member for member in self.members if member.ready.is_set()]

    def sender_to(self, member: Member, session: ClientSession) -> Sender:
        """Slack's way to one of them."""
        url = f"http://127.0.0.1:{member.port}/slack/events"
        return Sender(url, self._slack.signing_secret, session, now=self.now)

    def now(self) -> float:
        """Seconds since 1970, by the bots' clocks."""
        return time.time() + self._later

    async def start(self) -> None:
        """Start all, and return when they are ready."""
        for member in self.members:
            self._start(member)
        await asyncio.gather(*(member.ready.wait() for member in self.members))

    async def kill_one(self, dice: random.Random) -> None:
        """Kill one, and start it again; another one stays."""
        while len(ready := self.ready) < 2:
            self._raise_what_failed()
            await asyncio.sleep(0.05)
        member = dice.choice(ready)
        assert member.process is not None
        self.stops += 1
        member.ready.clear()
        member.process.kill()
        await member.process.wait()
        self._start(member)

    async def stop(self) -> None:
        """Tell all to end what they are doing; they have to end well."""
        await asyncio.gather(*(member.ready.wait() for member in self.members))
        for member in self.members:
            assert member.process is not None
            member.process.terminate()
        codes = [await member.process.wait() for member in self.members if member.process]
        assert codes == [0] * len(codes)

    async def run(self, *command: str) -> None:
        """Run a command that ends by itself."""
        process = await self._spawn(self.members[0], *command)
        assert await process.wait() == 0, self.log

    def kill_all(self) -> None:
        """Leave nothing running."""
        for member in self.members:
            if member.starting is not None:
                member.starting.cancel()
            if member.process is not None and member.process.returncode is None:
                member.process.kill()

    @property
    def log(self) -> str:
        """All that they have logged."""
        return "".join((member.folder / "log").read_text(encoding="utf-8") for member in self.members)

    def _start(self, member: Member) -> None:
        member.starting = asyncio.create_task(self._until_ready(member))

    async def _until_ready(self, member: Member) -> None:
        member.process = await self._spawn(member, "serve")
        async with asyncio.timeout(_PATIENCE), ClientSession(timeout=ClientTimeout(5)) as session:
            while True:
                with suppress(ClientError, TimeoutError):
                    async with session.get(f"http://127.0.0.1:{member.port}/healthz") as response:
                        if response.status == 200:
                            break
                if member.process.returncode is not None:  # the database was away
                    member.process = await self._spawn(member, "serve")
                await asyncio.sleep(0.05)
        member.ready.set()

    async def _spawn(self, member: Member, *command: str) -> Process:
        with (member.folder / "log").open("ab") as log:
            environment = slack_environment(member.folder, self._slack, PORT=str(member.port), **self._settings)
            return await asyncio.create_subprocess_exec(
                *_COMMAND, str(self._later), *command, cwd=member.folder, env=environment, stdout=log, stderr=log
            )

    def _raise_what_failed(self) -> None:
        for member in self.members:
            if member.starting is not None and member.starting.done():
                member.starting.result()
