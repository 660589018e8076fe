"""The bot as an operator runs it, against the fake."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from aiohttp import ClientError, ClientSession

from tests.bench.starting import free_port
from tests.conftest import ROOT
from tests.fake_slack.calling import PATIENCE
from tests.fake_slack.sending import Sender
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.sockets import SocketSender
from tests.fake_slack.somebody import Somebody
from tests.fake_slack.workspace import Json
from tests.support.bot_in_memory import HELSINKI, REGISTER

BOT_COMMAND = (sys.executable, "-m", "bot")


@dataclass
class Serving:
    """A bot that runs, and what it has logged."""

    process: Process
    port: int
    folder: Path
    slack: FakeSlack
    over_socket: bool = False
    """Whether Slack's side of things goes over sockets that the bot has opened."""

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8")

    @property
    def records(self) -> list[Json]:
        """The lines of the log, each of which has to be JSON."""
        return [json.loads(line) for line in self.log.splitlines()]

    @property
    def sender(self) -> Sender:
        if self.over_socket:
            return SocketSender("", "", sockets=self.slack.sockets)
        return Sender(f"http://127.0.0.1:{self.port}/slack/events", self.slack.signing_secret)

    @property
    def resident_kib(self) -> int:
        """What the process holds in memory."""
        fields = Path(f"/proc/{self.process.pid}/statm").read_text().split()
        return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") // 1024

    def somebody(self, user: str) -> Somebody:
        return Somebody(self.slack, self.sender, user)

    @property
    def worked_seconds(self) -> float:
        """What the process has worked so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    async def is_alive(self) -> bool:
        """Whether the bot answers."""
        async with ClientSession() as session, session.get(f"http://127.0.0.1:{self.port}/readyz") as response:
            return response.status == 200

    async def stop(self) -> int:
        """Tell the bot to end what it is doing and stop; its exit code. After this nothing more can come from it."""
        self.process.terminate()
        async with asyncio.timeout(PATIENCE):
            return await self.process.wait()


def nobody_is_reminded() -> str:
    """Days off for as long as tests may run: what the bot says by itself does not depend on when they do."""
    today = datetime.now(HELSINKI).date()
    return f"{today},{today + timedelta(days=1)}"


def operator_environment(folder: Path, **settings: str) -> dict[str, str]:
    """Only what the test sets: nothing of a developer's shell, and no ``.env``, as the process starts in ``folder``."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SOME_", "SLACK_"))}
    ours = {
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "SOME_DATA_DIR": str(folder / "data"),
        "SOME_DAYS_OFF": nobody_is_reminded(),
    }
    return {**kept, **ours, **settings}


def slack_environment(folder: Path, slack: FakeSlack, **settings: str) -> dict[str, str]:
    """The environment of a bot for ``slack``, in which ``U0ICT0001`` is the ICT secretary."""
    ours = {
        "SLACK_BOT_TOKEN": slack.token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "SOME_ICT_SECRETARIES": "U0ICT0001",
        "SOME_DECIDERS": "U0BOSS001",
        "SOME_EMAIL_DOMAINS": "esimerkki.fi",
        "SOME_RATE_LIMIT": "0",
    }
    return operator_environment(folder, **{**ours, **settings})


def import_register(folder: Path, register: Path = REGISTER) -> Path:
    """Import ``register`` as an operator does, and return the data folder with it in ``folder``."""
    folder.mkdir(exist_ok=True)
    subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "bot", "register", "import", str(register)],
        cwd=folder,
        env=operator_environment(folder),
        check=True,
        capture_output=True,
    )
    return folder / "data"


async def run(folder: Path, slack: FakeSlack, *command: str, **settings: str) -> tuple[int, str, list[str]]:
    """The exit code of a command that ends by itself, its standard output, and the lines of its standard error."""
    process = await asyncio.create_subprocess_exec(
        *BOT_COMMAND, *command, cwd=folder, env=slack_environment(folder, slack, **settings), stdout=PIPE, stderr=PIPE
    )
    try:
        async with asyncio.timeout(PATIENCE):
            out, error = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
    assert process.returncode is not None
    return process.returncode, out.decode(), error.decode().splitlines()


async def start(folder: Path, slack: FakeSlack, *options: str, files: int | None = None, **settings: str) -> Process:
    """Begin ``serve`` with ``options``, which may open so many ``files``; its log is the file ``log`` in ``folder``."""
    limited = () if files is None else ("sh", "-c", f'ulimit -n {files} && exec "$@"', "sh")
    with (folder / "log").open("ab") as log:
        return await asyncio.create_subprocess_exec(
            *limited,
            *BOT_COMMAND,
            "serve",
            *options,
            cwd=folder,
            env=slack_environment(folder, slack, **settings),
            stdout=log,
            stderr=log,
        )


@asynccontextmanager
async def serving(
    folder: Path,
    slack: FakeSlack,
    *options: str,
    data: Path | None = None,
    files: int | None = None,
    **settings: str,
) -> AsyncIterator[Serving]:
    """A bot that is ready, on a copy of ``data``, which may open so many ``files``; it is ended with the context."""
    if data is not None:
        shutil.copytree(data, folder / "data")
    port = free_port()
    process = await start(folder, slack, *options, files=files, PORT=str(port), **settings)
    bot = Serving(process, port, folder, slack, over_socket=bool(settings.get("SLACK_APP_TOKEN")))
    try:
        await _until_ready(bot)
        yield bot
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _until_ready(bot: Serving) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                if await bot.is_alive():
                    return
            except ClientError:
                assert bot.process.returncode is None, f"the bot did not start: {bot.log}"
                await asyncio.sleep(0.01)
