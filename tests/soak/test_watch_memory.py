"""A hundred rounds over a thousand sources: what they keep in memory does not grow, read or kept."""

from __future__ import annotations

import gc
import tracemalloc
from dataclasses import replace
from datetime import timedelta

import pytest
from aiohttp import web

from bot.activity.model import NEVER, Failure, SourceReport, Watched
from bot.activity.outages import PlatformOut
from bot.activity.reading import readers
from bot.activity.source import SourceKind, SourceRef
from bot.activity.watching import watch
from bot.domain.calendar.working_time import WorkingTime
from bot.domain.channels import Channel, UnitName
from bot.knowledge.content import common
from bot.services.access import Access
from bot.services.activity.watching import Watching
from bot.services.ports import Event
from bot.services.reminders.outbox import Outbox
from bot.settings import Settings
from bot.storage.memory import MemoryStore
from bot.surfaces.surface import Surfaces
from tests.support.bot_in_memory import HELSINKI
from tests.support.internet import Handler, Internet
from tests.support.registers import put_in
from tests.support.staged import StagedOutside
from tests.support.wild_feeds import AT, WILD

SOURCES, HOSTS, ROUNDS, WARM = 1_000, 100, 100, 20


def _host(number: int) -> Handler:
    """A host whose pages are each of another of the wild's shapes, and another one in each round."""
    bodies = [body for body, _ in WILD.values()]

    async def handle(request: web.Request) -> web.StreamResponse:
        path = int(request.path.strip("/").partition(".")[0])
        if path % 9 == number % 9:
            return web.Response(status=500)
        return web.Response(body=bodies[(path + number) % len(bodies)])

    return handle


@pytest.mark.soak
async def test_a_hundred_rounds_over_a_thousand_sources_leave_memory_as_it_was() -> None:
    sources = []
    for number in range(SOURCES):
        url = f"http://h{number % HOSTS}.kunta.example/{number}.rss"
        sources.append(Watched(f"c{number}", SourceRef(SourceKind.FEED, url), replace(NEVER, address=url)))
    async with Internet() as internet:
        internet.hosts |= {f"h{number}.kunta.example": _host(number) for number in range(HOSTS)}
        async with internet.fetcher() as fetcher:
            known, sizes = readers(fetcher), []
            tracemalloc.start()
            for number in range(ROUNDS):
                at = AT + timedelta(days=number)
                visits = {}
                async for told in watch(sources, known, at, gap=0):
                    for report in told.held if isinstance(told, PlatformOut) else (told,):
                        assert isinstance(report, SourceReport)
                        visits[report.key] = report.visit
                assert len(visits) == SOURCES
                sources = [replace(one, visit=visits[one.key]) for one in sources]
                internet.asked.clear()
                internet.names.looked_up.clear()
                if number >= WARM and number % 10 == 0:
                    gc.collect()
                    sizes.append(tracemalloc.get_traced_memory()[0])
            tracemalloc.stop()
    assert max(sizes) < 1.1 * sizes[0], sizes


@pytest.mark.soak
async def test_a_hundred_rounds_that_are_kept_leave_memory_as_it_was() -> None:
    outside, store = StagedOutside(common.platforms(Settings().knowledge_dir)), MemoryStore()
    channels = [
        Channel(f"c{number}", "website", f"C{number}", UnitName("Kunta"), "p", url=f"https://h{number}.kunta.example/")
        for number in range(SOURCES)
    ]
    await put_in(store, Event("operator", AT, "import"), channels)
    working = WorkingTime(HELSINKI)
    watching = Watching(store, outside, Access(), Outbox(store, Access(), Surfaces()), working)
    sizes = []
    tracemalloc.start()
    for number in range(ROUNDS):
        at = AT + timedelta(hours=7 * number)
        outside.posts = {f"feed/{one.url}": at - timedelta(days=number % 5) for one in channels[number % 7 :: 7]}
        outside.failing = {f"feed/{one.url}": Failure.SERVER for one in channels[number % 11 :: 11]}
        assert await watching.look(at)
        outside.looked.clear()
        if number >= WARM and number % 10 == 0:
            gc.collect()
            sizes.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    assert max(sizes) < 1.1 * sizes[0], sizes
