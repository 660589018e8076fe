"""How long one write takes, and for how long it stops everything else, in a small register and in large ones."""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from bot.domain.channels import Channel, UnitName
from bot.domain.evidence import Evidence, EvidenceKind
from bot.domain.people import Person
from bot.services.ports import Event
from bot.services.register.documents import COLLECTIONS, puts, register_of, with_next_versions
from bot.storage.embedded.loading import STATE
from tests.bench.figures import Figure, Figures, percentile, watched_loop
from tests.support.documents import open_store

SIZES = (100, 1_000, 10_000)
_GOAL_SIZE = 1_000

_SECONDS = 4.0
"""How long is written without a pause: the checkpoints of some seconds fall into it, and one more into the closing."""


@dataclass(frozen=True)
class _Writes:
    """Milliseconds: of each write, and by which the event loop was late; and how many snapshots were made meanwhile."""

    took: list[float]
    late: list[float]
    snapshots: int


async def write_figures() -> Figures:
    """The writes at each size, and by how much they grow from one to the next."""
    measured = {size: await _written(size) for size in SIZES}
    figures: Figures = {}
    for size, writes in measured.items():
        is_goal = size == _GOAL_SIZE
        figures |= {
            f"write_p50_{size}": Figure(percentile(writes.took, 50), "ms", "<= 5" if is_goal else "-"),
            f"write_p99_{size}": Figure(percentile(writes.took, 99), "ms"),
            f"loop_blocked_{size}": Figure(max(writes.late), "ms", "<= 20" if is_goal else "-"),
            f"writes_{size}": Figure(len(writes.took), ""),
            f"snapshots_{size}": Figure(writes.snapshots, ""),
        }
    for name in ("write_p50", "write_p99", "loop_blocked"):
        for small, large in pairwise(SIZES):
            growth = figures[f"{name}_{large}"].value / figures[f"{name}_{small}"].value
            figures[f"{name}_growth_{small}_to_{large}"] = Figure(growth, "x")
    return figures


def side_by_side(figures: Figures) -> Iterator[str]:
    """The writes' figures as a table: a column a size, then the growth from each to the next."""
    steps = [f"{large}/{small}" for small, large in pairwise(SIZES)]
    yield f"{'channels':20}" + "".join(f"{head:>12}" for head in (*SIZES, *steps))
    for name in ("write_p50", "write_p99", "loop_blocked", "writes", "snapshots"):
        grown = [f"{name}_growth_{small}_to_{large}" for small, large in pairwise(SIZES)]
        keys = [f"{name}_{size}" for size in SIZES] + [key for key in grown if key in figures]
        unit = f" ({figures[keys[0]].unit})" if figures[keys[0]].unit else ""
        yield f"{name + unit:20}" + "".join(f"{figures[key].value:12.6g}" for key in keys)


async def _written(size: int) -> _Writes:
    """Write for some seconds to a register of ``size`` channels, as a bot does that was started with it."""
    with tempfile.TemporaryDirectory() as folder:
        store = await open_store(Path(folder), *COLLECTIONS)
        every = tuple(a_channel(number) for number in range(size))
        people = tuple(Person(f"person-{number}", f"Henkilö {number}") for number in range(size))
        await store.commit(puts(every, people), 0, Event("bench", datetime.now(UTC), "import"))
        await store.close()
        store = await open_store(Path(folder), *COLLECTIONS)
        state = await store.read()
        event = Event("bench", datetime.now(UTC), "updated")
        told = (Evidence(EvidenceKind.TOLD, event.at.date(), "bench"),)
        ids = list(register_of(state).channels)

        async def write(number: int) -> None:
            nonlocal state
            changed = replace(register_of(state).channels[ids[number % size]], evidence=told, purpose=f"{number}")
            state = await store.commit(with_next_versions(state, puts([changed])), state.version, event)

        return await measured(write, store.close, Path(folder) / STATE)


async def measured(
    write: Callable[[int], Awaitable[None]], close: Callable[[], Awaitable[None]], snapshot: Path
) -> _Writes:
    """Write for some seconds, then close."""
    with _frozen():
        async with watched_loop() as late:
            took: list[float] = []
            snapshots = set()
            end = time.perf_counter() + _SECONDS
            while time.perf_counter() < end:
                begin = time.perf_counter()
                await write(len(took))
                took.append((time.perf_counter() - begin) * 1000)
                snapshots.add(snapshot.stat().st_ino)
            await close()
    return _Writes(took, late, len(snapshots) - 1)


@contextmanager
def _frozen() -> Iterator[None]:
    """What is there is left alone by the garbage collector, as ``serve`` has it."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


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
