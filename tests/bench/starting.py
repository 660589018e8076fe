"""How long the bot takes to start, and what it holds in memory then."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

from bot.commands.serving import FIRST_THINGS_FIRST
from tests.bench.figures import Figure, Figures
from tests.conftest import ROOT

_IDLE_SECONDS = FIRST_THINGS_FIRST + 3
"""Longer than what ``serve`` waits until it learns."""
_NEVER_BEGUN_AT = range(20000, 32768)
"""Below where Linux takes the ports of connections from (``ip_local_port_range``)."""


def start_figures() -> Figures:
    """From starting ``serve --console`` to ready, and what it holds in memory then and when all is learnt."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        environment = {**os.environ, "PORT": str(port), "SOME_DATA_DIR": folder}
        begin = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "serve", "--console"], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL
        )
        try:
            wait_until_ready(port)
            ready = (time.perf_counter() - begin) * 1000
            held = resident(process.pid)
            wait_until_idle(process.pid)
            held_learnt = resident(process.pid)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()
    return {
        "serve_ready": Figure(ready, "ms", "<= 1500"),
        "resident_memory": Figure(held, "MiB", "<= 110"),
        "resident_memory_learnt": Figure(held_learnt, "MiB"),
    }


def resident(pid: int) -> float:
    """What the process with this id holds in memory, in MiB."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def wait_until_idle(pid: int) -> None:
    """Wait until the process with this id has not worked for a while: what it learns after its start is learnt."""
    worked, since, end = -1, time.monotonic(), time.monotonic() + 60
    while time.monotonic() - since < _IDLE_SECONDS:
        if time.monotonic() > end:
            raise TimeoutError
        now = sum(map(_worked, [pid, *_children(pid)]))
        if now > worked + 1:  # a hundredth of a second may be anything
            worked, since = now, time.monotonic()
        time.sleep(0.1)


def free_port() -> int:
    """A port of the loopback interface that nobody listens on, and that no connection begins at.

    A port that connections begin at answers itself now and then: who asks for it before anybody listens there may be
    given that very port to ask from (TCP's simultaneous open, RFC 9293 3.5), reads what it wrote, and keeps the port.
    """
    while True:
        port = random.choice(_NEVER_BEGUN_AT)  # noqa: S311 - no secret
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def wait_until_ready(port: int) -> None:
    """Ask for ``/readyz`` until it answers, at most 30 seconds long."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=1).close()
        except OSError:
            time.sleep(0.01)
        else:
            return
    raise TimeoutError("the bot was not ready in 30 seconds")


def _worked(pid: int) -> int:
    """The processor time of a process and of its children that have ended, in hundredths of a second."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):  # it has just ended
        return 0
    return sum(map(int, stat.rpartition(")")[2].split()[11:15]))


def _children(pid: int) -> list[int]:
    """The processes that it has started: what it learns, it learns apart."""
    children: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        with suppress(FileNotFoundError, ProcessLookupError):  # a thread that has just ended
            children += map(int, (task / "children").read_text().split())
    return children
