"""Rounds over 1,000 sources: the processor's time that they cost, with servers in a process of their own."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from asyncio.subprocess import PIPE
from collections.abc import AsyncGenerator, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.activity.destinations import Destinations
from bot.activity.fetcher import Fetcher
from bot.activity.model import NEVER, Result, SourceReport, Watched
from bot.activity.outages import PlatformOut
from bot.activity.reading import Readers, readers
from bot.activity.source import SourceKind, SourceRef
from bot.activity.sources import feeds
from bot.activity.watching import watch
from bot.app.bootstrap import KEPT
from bot.domain.calendar.working_time import WorkingTime
from bot.domain.channels import Channel, UnitName
from bot.services.access import Access
from bot.services.activity.watching import Watching
from bot.services.ports import Event
from bot.services.register.documents import register_of
from bot.services.reminders.outbox import Outbox
from bot.storage.embedded.stores import EmbeddedStores
from bot.surfaces.surface import Surfaces
from tests.bench.figures import Figure, Figures, watched_loop
from tests.bench.outside import FEED
from tests.conftest import ROOT
from tests.support.internet import CONTACT, Names
from tests.support.registers import put_in
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
            kept_first, kept_again, idle = await _kept_rounds(known, late)
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
        "watch_kept_first_1000_cpu": Figure(kept_first, "s", "<= 2"),
        "watch_kept_unchanged_1000_cpu": Figure(kept_again, "s", "<= 2"),
        "watch_nothing_due_1000_cpu": Figure(idle, "s", "<= 0.1"),
        "watch_loop_late_max": Figure(max(late), "ms"),
    }


class _Outside:
    """All sites by their addresses."""

    def __init__(self, known: Readers) -> None:
        self._known = known

    def source_of(self, channel: Channel) -> SourceRef:
        return SourceRef(SourceKind.FEED, channel.url)

    async def watch(self, sources: Iterable[Watched], at: datetime) -> AsyncGenerator[SourceReport | PlatformOut]:
        async for one in watch(sources, self._known, at, gap=0):
            yield one


async def _kept_rounds(known: Readers, late: list[float]) -> tuple[float, float, float]:
    """The processor's seconds of a first round whose reports are kept on disk, of one two hours later, and of one in
    which nothing is due; how ``late`` the loop was is counted from their beginning on."""
    with tempfile.TemporaryDirectory() as folder:
        stores = await EmbeddedStores.open(Path(folder), kept=KEPT)
        try:
            places = (f"http://h{number % HOSTS}.kunta.example/{number}.atom" for number in range(SIZE))
            channels = [
                Channel(f"c{number}", "website", f"C {number}", UnitName("Yksikkö"), "p", url=url)
                for number, url in enumerate(places)
            ]
            await put_in(stores.kept, Event("operator", AT, "import"), channels)
            access, working = Access(), WorkingTime(ZoneInfo("Europe/Helsinki"))
            outbox = Outbox(stores.kept, access, Surfaces())
            watching = Watching(stores.kept, _Outside(known), access, outbox, working)
            took = []
            late.clear()
            for hours in (0, 2, 2):
                begin = time.process_time()
                await watching.look(AT + timedelta(hours=hours))
                took.append(time.process_time() - begin)
            sources = register_of(await stores.kept.read()).sources
            assert len(sources) == SIZE
            assert all(one.is_whole for one in sources.values())
        finally:
            await stores.close()
    return took[0], took[1], took[2]


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
