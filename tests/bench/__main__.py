"""Measures, prints a line a figure, and ends with one line of JSON: ``{"name": {"value", "unit", "goal"}, …}``."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.channels import Channel, UnitName
from bot.domain.evidence import Evidence, EvidenceKind
from bot.domain.language import Language
from bot.knowledge.loader import load
from bot.knowledge.search import Search
from bot.services.ports import Changes, Event
from bot.storage.tinydb import TinyRegisterStore
from tests.conftest import ROOT

QUESTIONS = (
    "kuka päättää uuden kanavan avaamisesta",
    "pitääkö asukkaiden viesteihin vastata",
    "vem ansvarar för innehållet på sidan",
    "får jag använda sociala medier under arbetstid",
    "may I share somebody else's picture",
    "what is the weather like",
    "mikä on kunnan tärkein sähköinen kanava",
    "saako vapaa-ajalla kirjoittaa omalla nimellä",
)


@dataclass(frozen=True)
class Figure:
    """What was measured, and the design's goal for it."""

    value: float
    unit: str
    goal: str


def main() -> None:
    """Measure everything there is to measure."""
    figures: dict[str, Figure] = {**search_figures(), **start_figures()}
    for channels in (100, 1_000, 10_000):
        figures |= asyncio.run(write_figures(channels))
    for name, figure in figures.items():
        print(f"{name:40}{figure.value:10.3f} {figure.unit:4}{figure.goal}")
    as_json = {name: {"value": round(f.value, 4), "unit": f.unit, "goal": f.goal} for name, f in figures.items()}
    print(json.dumps(as_json, ensure_ascii=False))


def search_figures() -> dict[str, Figure]:
    """A question's way to its sections, on the project's own guideline."""
    guideline = load(ROOT / "knowledge")
    ready = min(timed(lambda: Search(guideline)) for _ in range(5))
    search = Search(guideline)
    asked = [timed(lambda q=question: search.find(q, Language.FI)) for question in QUESTIONS for _ in range(250)]  # type: ignore[misc]
    return {
        "search_p50": Figure(percentile(asked, 50), "ms", "<= 1"),
        "search_p99": Figure(percentile(asked, 99), "ms", "<= 5"),
        "index_ready": Figure(ready, "ms", "<= 300"),
    }


def start_figures() -> dict[str, Figure]:
    """From starting ``serve --console`` to ready, and what it holds in memory then."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        environment = {**os.environ, "PORT": str(port), "SOME_DATA_DIR": folder}
        begin = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-m", "bot", "serve", "--console"], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL
        )
        try:
            wait_until_ready(port)
            ready = (time.perf_counter() - begin) * 1000
            resident = int(Path(f"/proc/{process.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()
    return {
        "serve_ready": Figure(ready, "ms", "<= 1500"),
        "resident_memory": Figure(resident / 2**20, "MiB", "<= 120"),
    }


async def write_figures(channels: int) -> dict[str, Figure]:
    """One write to a register of so many channels, and the longest time that the event loop stood still meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        store = await TinyRegisterStore.open(Path(folder))
        at = datetime.now(UTC)
        event = Event("bench", at, "register")
        every = tuple(a_channel(number) for number in range(channels))
        register = await store.commit(Changes(every), 0, event)
        stalls: list[float] = []
        watcher = asyncio.create_task(watch_the_loop(stalls))
        took: list[float] = []
        for number in range(200):
            channel = register.channels[f"channel-{number % channels}"]
            changed = replace(channel, evidence=(Evidence(EvidenceKind.TOLD, at.date()),), purpose=f"{number}")
            begin = time.perf_counter()
            register = await store.commit(Changes((changed,)), register.version, event)
            took.append((time.perf_counter() - begin) * 1000)
        await store.close()  # which writes the snapshot: the loop is watched through that as well
        watcher.cancel()
    goal = "<= 5" if channels == 1_000 else "-"
    return {
        f"write_p50_{channels}_channels": Figure(percentile(took, 50), "ms", goal),
        f"write_p99_{channels}_channels": Figure(percentile(took, 99), "ms", "-"),
        f"loop_blocked_{channels}_channels": Figure(max(stalls), "ms", "<= 20" if channels == 1_000 else "-"),
    }


async def watch_the_loop(stalls: list[float]) -> None:
    """Note by how much a sleep of a millisecond is late, again and again."""
    while True:
        begin = time.perf_counter()
        await asyncio.sleep(0.001)
        stalls.append((time.perf_counter() - begin) * 1000 - 1)


def a_channel(number: int) -> Channel:
    """A channel such as there are many of."""
    return Channel(
        id=f"channel-{number}",
        platform="facebook",
        name=f"Yksikön {number} Facebook",
        unit=UnitName(f"Yksikkö {number}", f"Enhet {number}", f"Unit {number}"),
        responsible=f"person-{number}",
        url=f"https://www.facebook.com/unit{number}",
    )


def timed(run: Callable[[], object]) -> float:
    """How many milliseconds ``run`` takes."""
    begin = time.perf_counter()
    run()
    return (time.perf_counter() - begin) * 1000


def percentile(values: Iterable[float], share: int) -> float:
    """The value that ``share`` per cent of ``values`` do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]


def free_port() -> int:
    """A port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_ready(port: int) -> None:
    """Ask for ``/readyz`` until it answers, at most 30 seconds long."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=1).close()  # noqa: S310 - loopback
        except OSError:
            time.sleep(0.01)
        else:
            return
    raise TimeoutError("the bot was not ready in 30 seconds")


if __name__ == "__main__":
    main()
