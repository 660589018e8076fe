"""Rounds over 1,000 sources: the processor's time that they cost, with servers in a process of their own."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from asyncio.subprocess import PIPE
from dataclasses import replace
from datetime import datetime, timedelta

from bot.activity.destinations import Destinations
from bot.activity.fetcher import Fetcher
from bot.activity.model import NEVER, Result, SourceReport, Watched
from bot.activity.reading import Readers, readers
from bot.activity.source import SourceKind, SourceRef
from bot.activity.sources import feeds
from bot.activity.watching import watch
from tests.bench.figures import Figure, Figures, watched_loop
from tests.bench.outside import FEED
from tests.conftest import ROOT
from tests.support.internet import CONTACT, Names
from tests.support.wild_feeds import AT

SIZE, HOSTS = 1_000, 100


async def watching_figures() -> Figures:
    """A first round, which reads everything, and one two hours later, in which nothing is new; what reading alone
    costs."""
    command = (sys.executable, "-m", "tests.bench.outside")
    process = await asyncio.create_subprocess_exec(*command, stdout=PIPE, cwd=ROOT, env={**os.environ})
    try:
        assert process.stdout is not None
        names = Names()
        names.ports[80] = int(await process.stdout.readline())
        internal = frozenset((f"h{number}.kunta.example", 80) for number in range(HOSTS))
        async with Fetcher(CONTACT, Destinations(internal), resolver=names) as fetcher, watched_loop() as late:
            known = readers(fetcher)
            first, sources = await _round(known, list(map(_source, range(SIZE))), AT)
            again, _ = await _round(known, sources, AT + timedelta(hours=2))
    finally:
        process.terminate()
        await process.wait()
    begin = time.process_time()
    for _ in range(SIZE):
        feeds.parse(FEED, AT)
    return {
        "watch_first_1000_cpu": Figure(first, "s", "<= 2"),
        "watch_unchanged_1000_cpu": Figure(again, "s", "<= 2"),
        "watch_reading_alone_1000_cpu": Figure(time.process_time() - begin, "s", "<= 2"),
        "watch_loop_late_max": Figure(max(late), "ms"),
    }


def _source(number: int) -> Watched:
    url = f"http://h{number % HOSTS}.kunta.example/{number}.atom"
    return Watched(f"c{number}", SourceRef(SourceKind.FEED, url), replace(NEVER, address=url))


async def _round(known: Readers, sources: list[Watched], at: datetime) -> tuple[float, list[Watched]]:
    """The processor's seconds of a round, and the sources with what is kept of it."""
    begin = time.process_time()
    told = [one async for one in watch(sources, known, at, gap=0)]
    took = time.process_time() - begin
    reports = {one.key: one for one in told if isinstance(one, SourceReport)}
    assert len(reports) == len(sources)
    assert all(one.result is Result.SEEN for one in reports.values())
    return took, [replace(one, visit=reports[one.key].visit) for one in sources]
