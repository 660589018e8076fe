"""How the bot does in a very large municipality: many channels and people, a long history, much at once.

Takes minutes, and is no part of ``make bench``: ``python -m tests.bench.large``.
"""

from __future__ import annotations

import asyncio
import gc
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot.app.bootstrap import FORGETTING, KEPT
from bot.commands.serving import GARBAGE, GARBAGE_ROUNDS
from bot.conversation.vocabularies import Vocabularies
from bot.domain.accounts.platforms import Platforms
from bot.domain.people import Person, WorkspaceAccount
from bot.knowledge.content.common import platforms, words
from bot.services.access import Access
from bot.services.committing import update
from bot.services.ports import Event, HistoryEntry, State, Store
from bot.services.privacy.erasing import Erasing
from bot.services.register.documents import puts, register_of, with_next_versions
from bot.services.register.people import People
from bot.storage.applying import applied
from bot.storage.embedded.history.lines import to_line
from bot.storage.embedded.store import EmbeddedStore
from bot.storage.embedded.stores import EmbeddedStores
from bot.storage.embedded.switching import KEPT as KEPT_FOLDER
from bot.storage.embedded.whole import lay_down
from tests.bench.figures import Figure, Figures, watched_loop
from tests.bench.writing import a_channel
from tests.conftest import ROOT

SIZES: Mapping[int, float] = {1_000: 20.0, 10_000: 50.0}
"""Channels, and for how many milliseconds no step may hold the event loop; there are half as many people."""
HISTORY = 100_000
_EVENT = Event("bench", datetime(2025, 11, 3, 9, tzinfo=UTC), "updated")


def main() -> None:
    """Measure, and print a line a figure."""
    figures: Figures = {}
    for size, goal in SIZES.items():
        figures |= asyncio.run(_stalls(size, goal))
    figures |= _long_history()
    for name, figure in figures.items():
        print(f"{name:44}{figure.value:10.1f} {figure.unit:4}{figure.goal}", flush=True)


async def _stalls(size: int, goal: float) -> Figures:
    """By how much the event loop was late, at most, while a register of ``size`` channels is used."""
    guideline = ROOT / "knowledge" / "suomussalmi"
    known = platforms(guideline)
    with tempfile.TemporaryDirectory() as folder:
        stores = await EmbeddedStores.open(Path(folder), kept=KEPT)
        store = stores.kept
        people = [Person(f"person-{n}", identities=(f"slack:U{n:06}",)) for n in range(size // 2)]
        await store.commit(puts([a_channel(n) for n in range(size)], people), 0, _EVENT)
        vocabularies = Vocabularies(known, words(guideline))
        await vocabularies.of(register_of(await store.read()))  # as at the start, before anybody is answered
        with _as_served():
            figures = await _each_late(size, goal, store, vocabularies, known)
        await stores.close()
    return figures


@contextmanager
def _as_served() -> Iterator[None]:
    """Look for garbage as ``serve`` does."""
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE, *GARBAGE_ROUNDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


async def _each_late(size: int, goal: float, store: Store, vocabularies: Vocabularies, known: Platforms) -> Figures:
    figures: Figures = {}

    async def look_up() -> None:
        register = register_of(await store.read())
        await vocabularies.of(register)
        register.at_address("https://facebook.com/unit7", known)
        register.person_by_reference("slack:U000007")

    async def directory() -> None:
        service = People(store)
        for start in range(0, size // 2, 200):
            await service.take_in(WorkspaceAccount(f"slack:U{n:06}", f"Henkilö {n}") for n in range(start, start + 200))
            await look_up()

    for name, work in (
        ("first look-up", look_up()),
        ("directory", directory()),
        ("update", _changed(store, 5, look_up, purpose="new")),
        ("rename", _changed(store, 6, look_up, name="Aivan uusi nimi", url="https://facebook.com/uusi")),
    ):
        async with watched_loop() as late:
            begin = time.perf_counter()
            await work
            took = (time.perf_counter() - begin) * 1000
        figures[f"{name}_{size}_took"] = Figure(took, "ms")
        figures[f"{name}_{size}_loop_late"] = Figure(max(late), "ms", f"<= {goal:.0f}")
    return figures


async def _changed(store: Store, number: int, then: object, **facts: str) -> None:
    state = await store.read()
    channel = replace(register_of(state).channels[f"channel-{number}"], **facts)  # type: ignore[arg-type]
    await store.commit(with_next_versions(state, puts([channel])), state.version, _EVENT)
    await then()  # type: ignore[operator]


def _long_history() -> Figures:
    """A folder with a thousand channels whose history has ``HISTORY`` lines."""
    with tempfile.TemporaryDirectory() as folder:
        lay_down_history(Path(folder), 1_000)
        size = sum(path.stat().st_size for path in Path(folder).rglob("*.jsonl"))
        figures = {"history_size": Figure(size / 2**20, "MiB")}
        with _as_served():
            figures |= asyncio.run(_read_from_the_end(Path(folder)))
            figures |= asyncio.run(_erased_beside(Path(folder)))
        for name, arguments in (
            ("remind", ("remind", "--dry-run")),
            ("backup", ("backup", str(Path(folder) / "backup.zip"))),
        ):
            begin = time.perf_counter()
            environment = {**os.environ, "SOME_DATA_DIR": folder}
            command = [sys.executable, "-m", "bot", *arguments]
            subprocess.run(  # noqa: S603
                command, cwd=ROOT, env=environment, check=True, capture_output=True
            )
            figures[f"{name}_took"] = Figure(time.perf_counter() - begin, "s")
        return figures


async def _read_from_the_end(folder: Path) -> Figures:
    before = resident()
    begin = time.perf_counter()
    stores = await EmbeddedStores.open(folder, kept=KEPT)
    opened = time.perf_counter() - begin
    figures = {"start_took": Figure(opened, "s", "<= 5"), "start_memory": Figure(resident() - before, "MiB")}
    store: EmbeddedStore = stores.kept
    for name, channels in (("newest", ()), ("newest_of_one", ("channel-7",)), ("never", ("none",))):
        async with watched_loop() as late:
            begin = time.perf_counter()
            await store.history(*channels, newest=11)
            figures[f"{name}_took"] = Figure((time.perf_counter() - begin) * 1000, "ms")
        figures[f"{name}_loop_late"] = Figure(max(late), "ms", "<= 20")
    begin = time.perf_counter()
    await store.entry(HISTORY // 2)
    figures["entry_took"] = Figure((time.perf_counter() - begin) * 1000, "ms")
    figures["history_memory"] = Figure(resident() - before, "MiB")
    await stores.close()
    return figures


async def _erased_beside(folder: Path) -> Figures:
    """How long a commit waits at most, where somebody is erased meanwhile: one commit after the other, with a rest."""
    stores = await EmbeddedStores.open(folder, kept=KEPT, questions=FORGETTING)
    leaver = Person("leaver", "Lähtenyt Henkilö", identities=("slack:U0LEAVER1",))
    await stores.kept.commit(puts([], [leaver]), (await stores.kept.read()).version, _EVENT)
    erasing = asyncio.create_task(Erasing(Access(), stores.rewrite).erase([leaver], _EVENT.at))
    took: list[float] = []
    async with watched_loop() as late:
        begin = time.perf_counter()
        while not erasing.done():
            await asyncio.sleep(0.02)
            asked = time.perf_counter()
            await update(stores.kept, lambda _: puts([], [Person("other", f"{len(took)}")]), _EVENT)
            took.append((time.perf_counter() - asked) * 1000)
        await erasing
    figures = {
        "erase_took": Figure(time.perf_counter() - begin, "s"),
        "erase_commit_waits": Figure(max(took), "ms"),
        "erase_loop_late": Figure(max(late), "ms", "<= 20"),
    }
    await stores.close()
    return figures


def lay_down_history(folder: Path, size: int) -> None:
    """Make a folder with ``size`` channels whose history has ``HISTORY`` lines."""
    state = State()
    for number in range(size):
        state = applied(state, puts([replace(a_channel(number), purpose="x" * 300)]), _EVENT)
    channels = dict(register_of(state).channels)
    last = dict(channels)

    def lines() -> Iterator[bytes]:
        for seq in range(1, HISTORY + 1):
            key = f"channel-{seq % size}"
            new = replace(last[key], version=seq)
            yield to_line(HistoryEntry(seq, _EVENT, {key: last[key]}, {key: new}))
            last[key] = new

    for _ in lines():
        pass
    final = State({"channels": dict(last)}, HISTORY, HISTORY)
    last.update(channels)
    lay_down(folder / KEPT_FOLDER, final, lines())


def resident() -> float:
    """MiB that this process holds in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20


if __name__ == "__main__":
    main()
