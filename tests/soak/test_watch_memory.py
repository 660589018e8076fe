"""A hundred rounds over a thousand sources: what they keep in memory does not grow."""

from __future__ import annotations

import gc
import tracemalloc
from dataclasses import replace
from datetime import timedelta

import pytest
from aiohttp import web

from bot.activity.model import NEVER, SourceReport, Watched
from bot.activity.outages import PlatformOut
from bot.activity.reading import readers
from bot.activity.source import SourceKind, SourceRef
from bot.activity.watching import watch
from tests.support.internet import Handler, Internet
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
