"""The bot over HTTP, as Slack sees it: against a bare Bolt app, and while the disk or Slack itself is slow.

The bot runs as an operator runs it, the load comes from a process of its own, and the workspace is the tests' own.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, field
from itertools import cycle, islice, repeat
from pathlib import Path

from aiohttp import web

from tests.bench.answering import QUESTIONS
from tests.bench.commands import bodies, owner_texts
from tests.bench.figures import Figure, Figures, percentile
from tests.bench.load import Job, Outcome
from tests.bench.starting import free_port, resident, wait_until_idle, wait_until_ready
from tests.conftest import ROOT
from tests.fake_slack.misbehaving import Broken, Usual
from tests.fake_slack.server import RESPONSE_URL, FakeSlack, fake_slack
from tests.fake_slack.serving import import_register, slack_environment
from tests.fake_slack.workspace import User

_ROUNDS = 4
"""The apps take turns, so that what else the machine does meanwhile falls on all of them."""
_ALONE, _TOGETHER = 1, 32
_REQUESTS: Mapping[int, int] = {_ALONE: 400, _TOGETHER: 1_600}
_USERS, _COMMANDS = 50, 1_000
_PAUSE = 1.0
"""Seconds between two commands of one of the 50 people, on average: far less than anybody types in."""
_DISK_SECONDS = 0.2
_LATE_SECONDS = 10.0
BOT = ("bot", "serve")
"""The module that an operator runs, and its arguments."""
_BARE, _SLOW = ("tests.bench.bare",), ("tests.bench.slow_disk",)
_LATE_METHODS = ("users.info", "chat.postMessage", "chat.postEphemeral", RESPONSE_URL)


@dataclass(frozen=True)
class Late:
    """A fault: answers after some seconds, and then that it did not work."""

    seconds: float

    async def answer(self, request: web.Request, usual: Usual) -> web.StreamResponse:
        """Wait, and answer."""
        await asyncio.sleep(self.seconds)
        return await Broken(503).answer(request, usual)


@dataclass
class Measured:
    """What the rounds of one app and one kind of command come to. ``worked`` is what the app's process worked itself,
    and ``loading`` what the load did, in seconds: these depend little on what else the machine does."""

    took: list[float] = field(default_factory=list)
    seconds: float = 0.0
    worked: float = 0.0
    loading: float = 0.0
    answered: int = 0

    def add(self, outcome: Outcome, worked: float) -> None:
        """Take a round in."""
        self.answered += outcome.answered
        self.took += outcome.took
        self.seconds += outcome.seconds
        self.worked += worked
        self.loading += outcome.worked

    @property
    def throughput(self) -> float:
        """Requests a second."""
        return len(self.took) / self.seconds

    @property
    def work(self) -> float:
        """Milliseconds that the app's process works for a request."""
        return 1000 * self.worked / len(self.took)


@dataclass(frozen=True)
class Running:
    """A process that serves on ``port``."""

    pid: int
    port: int

    def worked(self) -> float:
        """The seconds that it has worked so far (`proc_pid_stat(5)`: utime and stime)."""
        after_name = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")

    def resident(self) -> float:
        """What it holds in memory, in MiB."""
        return resident(self.pid)


async def http_figures() -> Figures:
    """``who owns`` and guideline questions against the bare app, one at a time and 32 at once."""
    async with fake_slack() as slack, a_folder() as folder:
        users = add_users(slack, _USERS)
        async with running(_BARE, slack, folder) as bare, running(BOT, slack, folder) as bot:
            owners = bodies(owner_texts(200), users, slack.response_url)
            questions = bodies(QUESTIONS * 25, users, slack.response_url)
            targets = {"bare": (bare, owners), "who_owns": (bot, owners), "question": (bot, questions)}
            # The first command of each person makes the bot ask who that is.
            for app, commands in targets.values():
                await _load(slack, app, commands, requests=1, concurrency=8, warming=400)
            measured = {(name, many): Measured() for many in _REQUESTS for name in targets}
            for _ in range(_ROUNDS):
                for (name, many), figures in measured.items():
                    app, commands = targets[name]
                    before = app.worked()
                    outcome = await _load(slack, app, commands, requests=_REQUESTS[many], concurrency=many)
                    figures.add(outcome, app.worked() - before)
    return _compared(measured)


async def acknowledging_figures() -> Figures:
    """How fast 50 people's commands are acknowledged: on a good day, on a slow disk, and while Slack is slow and fails.

    What the bare app takes on a good day is what the machine itself takes, with all that it does besides.
    """
    return {
        **await _acknowledged("bare", _BARE),
        **await _acknowledged("good_day", BOT),
        **await _acknowledged("slow_disk", _SLOW, writes=True),
        **await _acknowledged("slow_slack", BOT, late=_LATE_METHODS),
    }


async def _acknowledged(name: str, module: Sequence[str], *, writes: bool = False, late: Sequence[str] = ()) -> Figures:
    """With ``writes``, one in ten of the commands changes the register. The methods that are ``late`` are so from the
    start: nobody is known then, and nobody comes to be known."""
    async with fake_slack() as slack, a_folder() as folder:
        users = add_users(slack, _USERS)
        async with running(module, slack, folder) as app:
            count = _USERS + _COMMANDS
            commands = list(bodies(islice(cycle(owner_texts(200)), count), users, slack.response_url))
            if writes:
                writing = repeat("päivitin kirjaston facebookin", len(commands[::10]))
                commands[::10] = bodies(writing, ["U0LIB0001"], slack.response_url)
            for method in late:
                slack.misbehave(method, Late(_LATE_SECONDS))
            outcome = await _load(
                slack, app, commands, requests=_COMMANDS, concurrency=_USERS, warming=_USERS, pause=_PAUSE
            )
    is_ours = module is not _BARE
    return {
        f"ack_{name}_p50": Figure(percentile(outcome.took, 50), "ms"),
        f"ack_{name}_p99": Figure(percentile(outcome.took, 99), "ms", "<= 50" if is_ours else "-"),
        f"ack_{name}_max": Figure(max(outcome.took), "ms", "<= 3000" if is_ours else "-"),
        f"ack_{name}_answered_with_it": Figure(100 * outcome.answered / len(outcome.took), "%"),
    }


def _compared(measured: Mapping[tuple[str, int], Measured]) -> Figures:
    figures: Figures = {}
    for (name, many), found in measured.items():
        figures |= {
            f"http_{name}_p50_at_{many}": Figure(percentile(found.took, 50), "ms"),
            f"http_{name}_p99_at_{many}": Figure(percentile(found.took, 99), "ms"),
            f"http_{name}_throughput_at_{many}": Figure(found.throughput, "/s"),
            f"http_{name}_work_at_{many}": Figure(found.work, "ms"),
            f"http_{name}_load_at_{many}": Figure(1000 * found.loading / len(found.took), "ms"),
            # What is answered after its acknowledgement is a reply that was not measured: then the others mean little.
            f"http_{name}_answered_at_{many}": Figure(100 * found.answered / len(found.took), "%", ">= 99"),
        }
    for name, more in (("who_owns", "<= 1"), ("question", "<= 2")):
        app, bare = measured[name, _ALONE], measured["bare", _ALONE]
        p50, bare_p50 = percentile(app.took, 50), percentile(bare.took, 50)
        share = measured[name, _TOGETHER].throughput / measured["bare", _TOGETHER].throughput
        is_goal = name == "who_owns"
        figures |= {
            f"http_{name}_p50_more": Figure(p50 - bare_p50, "ms", more),
            f"http_{name}_p50_ratio": Figure(p50 / bare_p50, "x", "<= 2" if is_goal else "-"),
            f"http_{name}_throughput_ratio": Figure(share, "x", ">= 0.35" if is_goal else "-"),
            f"http_{name}_work_ratio": Figure(measured[name, _TOGETHER].work / measured["bare", _TOGETHER].work, "x"),
        }
    return figures


def add_users(slack: FakeSlack, count: int) -> list[str]:
    """So many people who come to the workspace: their ids."""
    users = [User(f"U0BENCH{number:04}", f"Henkilö {number}") for number in range(count)]
    slack.workspace.add(*users)
    return [user.id for user in users]


@asynccontextmanager
async def a_folder() -> AsyncIterator[Path]:
    """A folder of an operator's, with the small register imported."""
    with tempfile.TemporaryDirectory() as name:
        await asyncio.to_thread(import_register, Path(name))
        yield Path(name)


@asynccontextmanager
async def running(module: Sequence[str], slack: FakeSlack, folder: Path, **settings: str) -> AsyncIterator[Running]:
    """A process that runs ``module`` for ``slack``, once it is ready; it ends with the context."""
    port = free_port()
    settings = {"PORT": str(port), "BENCH_DISK_SECONDS": str(_DISK_SECONDS), **settings}
    environment = slack_environment(folder, slack, **settings)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", *module, cwd=folder, env=environment, stdout=DEVNULL, stderr=DEVNULL
    )
    try:
        await asyncio.to_thread(wait_until_ready, port)
        await asyncio.to_thread(wait_until_idle, process.pid)  # nothing is measured beside its learning
        yield Running(process.pid, port)
    finally:
        process.kill()
        await process.wait()


async def _load(
    slack: FakeSlack,
    app: Running,
    commands: Sequence[str],
    *,
    requests: int,
    concurrency: int,
    warming: int = 0,
    pause: float = 0.0,
) -> Outcome:
    job = Job(
        url=f"http://127.0.0.1:{app.port}/slack/events",
        secret=slack.signing_secret,
        bodies=tuple(commands),
        requests=requests,
        concurrency=concurrency,
        warming=warming,
        pause=pause,
    )
    return await loaded(job)


async def loaded(job: Job) -> Outcome:
    """What became of ``job``, which is done by a process of its own."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.bench.load"),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=PIPE,
        stdout=PIPE,
    )
    out, _ = await process.communicate(json.dumps(asdict(job)).encode())
    assert process.returncode == 0, "the load could not be sent"
    return Outcome(**json.loads(out))
