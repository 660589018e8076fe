"""Figures, and the small tools that measure them."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass

_TICK_SECONDS = 0.001


@dataclass(frozen=True)
class Figure:
    """What was measured, and the design's goal for it; ``-`` where it has none."""

    value: float
    unit: str
    goal: str = "-"


Figures = dict[str, Figure]


def timed(run: Callable[[], object]) -> float:
    """How many milliseconds ``run`` takes."""
    begin = time.perf_counter()
    run()
    return (time.perf_counter() - begin) * 1000


def percentile(values: Iterable[float], share: int) -> float:
    """The value that ``share`` per cent of ``values`` do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]


@asynccontextmanager
async def watched_loop() -> AsyncIterator[list[float]]:
    """The milliseconds by which a tick of the event loop was late, for each tick inside.

    A tick that is due when the block ends is waited for: else the longest stall could be the one left out.
    """
    late: list[float] = []
    ending = asyncio.Event()
    watcher = asyncio.create_task(_watch(late, ending))
    try:
        yield late
    finally:
        ending.set()
        await watcher


async def _watch(late: list[float], ending: asyncio.Event) -> None:
    while not ending.is_set() or not late:
        begin = time.perf_counter()
        await asyncio.sleep(_TICK_SECONDS)
        late.append((time.perf_counter() - begin - _TICK_SECONDS) * 1000)
