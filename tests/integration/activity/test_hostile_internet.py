"""The whole room against an internet that means it ill: every channel has one true report, and no request leaves for an
address that is refused."""

from __future__ import annotations

import asyncio
import zlib
from collections import Counter
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing
from datetime import timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.activity.fetcher import Fetcher, Limits
from bot.activity.model import OUT_OF_REACH, Failure, Result, SourceReport, Watched
from bot.activity.outages import PlatformOut
from bot.activity.reading import Readers, readers
from bot.activity.source import SourceKind, SourceRef
from bot.activity.watching import watch
from bot.domain.calendar.working_time import WorkingTime
from bot.domain.channels import Channel, UnitName
from bot.services.access import Access
from bot.services.activity.documents import SOURCES
from bot.services.activity.watching import Watching
from bot.services.ports import Event
from bot.services.reminders.outbox import Outbox
from bot.storage.memory import MemoryStore
from bot.surfaces.surface import Surfaces
from tests.support.internet import Handler, Internet, answering, redirecting, serving
from tests.support.registers import put_in
from tests.support.wild_feeds import AT, WILD

LIMITS = Limits(seconds=0.6, size=300_000)
METADATA = "http://169.254.169.254/latest/meta-data/"
REFUSED = ("inside.example", "metadata.example", "loopback.example", "carried.example")
"""Names that lead where nobody may go; all but the second one where the servers of this test would count them."""


class Open:
    """An outside in which each channel has its feed at its own address."""

    def __init__(self, known: Readers) -> None:
        self._known = known

    def source_of(self, channel: Channel) -> SourceRef:
        return SourceRef(SourceKind.FEED, channel.url)

    async def watch(self, sources: Iterable[Watched], at: object) -> AsyncGenerator[SourceReport | PlatformOut]:
        async with aclosing(watch(sources, self._known, AT, gap=0)) as told:
            async for one in told:
                yield one


async def two_hundred_megabytes(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": str(200 * 2**20)})
    await response.prepare(request)
    for _ in range(200 * 16):
        await response.write(bytes(2**16))
    return response


async def endless(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    while True:
        await response.write(b"<item><title>x</title></item>" * 100)


async def silent(request: web.Request) -> web.StreamResponse:
    await asyncio.Event().wait()
    return web.Response()


def packed(body: bytes, times: int) -> Handler:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(body) for _ in range(times)) + packer.flush()
    return serving(bomb, **{"Content-Encoding": "gzip"})


async def ever_on(request: web.Request) -> web.StreamResponse:
    """Sends everybody to another page of its own, without an end."""
    return web.Response(status=302, headers={"Location": f"{request.path}x"})


HOSTILE: dict[str, tuple[Handler, set[Failure]]] = {
    "announced": (two_hundred_megabytes, {Failure.TOO_LARGE}),
    "endless": (endless, {Failure.TOO_LARGE, Failure.SLOW}),
    "silent": (silent, {Failure.SLOW}),
    "bomb": (packed(bytes(2**20), 100), {Failure.TOO_LARGE}),
    "bomb-of-tags": (packed(b"<a>" * 2**18, 20), {Failure.TOO_LARGE}),
    "no-package": (serving(b"hei", **{"Content-Encoding": "gzip"}), {Failure.UNREADABLE}),
    "deep-page": (serving("<div>" * 50_000, "text/html"), {Failure.UNREADABLE}),
    "to-metadata": (redirecting(METADATA), {Failure.NOT_PUBLIC}),
    "to-metadata-for-good": (redirecting(METADATA, 301), {Failure.NOT_PUBLIC}),
    "to-metadata-by-name": (redirecting("http://metadata.example/"), {Failure.NOT_PUBLIC}),
    "to-inside": (redirecting("http://inside.example/"), {Failure.NOT_PUBLIC}),
    "to-another-port": (redirecting("http://inside.example:8500/v1/kv"), {Failure.BAD_ADDRESS}),
    "to-a-file": (redirecting("file:///etc/passwd"), {Failure.BAD_ADDRESS}),
    "to-itself": (redirecting("/feed"), {Failure.REDIRECTS}),
    "ever-on": (ever_on, {Failure.REDIRECTS}),
    "forbidden": (answering(403), {Failure.FORBIDDEN}),
    "busy": (answering(429, Retry_After="99999999999"), {Failure.BUSY}),
    "feed-elsewhere": (
        serving(f'<link rel="alternate" type="application/rss+xml" href="{METADATA}">', "text/html"),
        {Failure.NOT_PUBLIC},
    ),
}


def host_of(name: str) -> str:
    return f"{name.lower().replace(' ', '-').replace(',', '')}.kunta.example"


def channels() -> list[Channel]:
    hosts = [*map(host_of, (*WILD, *HOSTILE)), "changing.kunta.example", *REFUSED]
    return [Channel(host, "website", host, UnitName("Kirjasto"), "p", url=f"http://{host}/feed") for host in hosts]


def prepared(internet: Internet) -> None:
    """Each shape of the wild and each ill will at a host of its own, and names that lead where nobody may go."""
    for name, (body, _) in WILD.items():
        internet.hosts[host_of(name)] = serving(body, "application/octet-stream")
    for name, (handler, _) in HOSTILE.items():
        internet.hosts[host_of(name)] = handler
    internet.hosts["changing.kunta.example"] = serving(WILD["plain rss"][0], Connection="close")
    internet.names.lead |= {
        "changing.kunta.example": [["127.0.0.1"], ["127.0.0.1"], ["169.254.169.254"]],
        "metadata.example": [["169.254.169.254"]],
        "loopback.example": [["::1", "127.0.0.1"]],
        "carried.example": [["::ffff:127.0.0.1"]],
    }


async def rounds(fetcher: Fetcher, *hours: int) -> tuple[list[dict[str, SourceReport]], MemoryStore]:
    """The reports of looks at these hours, and the store in which they are kept."""
    store, access = MemoryStore(), Access()
    await put_in(store, Event("operator", AT, "import"), channels())
    outbox = Outbox(store, access, Surfaces())
    watching = Watching(store, Open(readers(fetcher)), access, outbox, WorkingTime(ZoneInfo("Europe/Helsinki")))
    looks = [await watching.look(AT + timedelta(hours=after), due_only=False) for after in hours]
    return looks, store


async def test_each_has_its_true_report_and_no_request_leaves_for_a_refused_address(internet: Internet) -> None:
    prepared(internet)
    async with internet.fetcher(limits=LIMITS) as fetcher:
        (first, second), store = await rounds(fetcher, 0, 2)
    assert first.keys() == {channel.id for channel in channels()}
    for name, (_, expected) in WILD.items():
        report = first[host_of(name)]
        if isinstance(expected, Failure):
            assert report.result in (Result.FAILING, Result.NONE), name
        else:
            assert report.seen is not None, name
            assert report.seen.newest == expected, name
    for name, (_, failures) in HOSTILE.items():
        assert first[host_of(name)].why in failures, name
    assert {first[host].why for host in REFUSED} == {Failure.NOT_PUBLIC}
    assert first["changing.kunta.example"].result is Result.SEEN
    assert second["changing.kunta.example"].why is Failure.NOT_PUBLIC, "a name that has changed is judged anew"

    asked = Counter(one.host for one in internet.asked)
    assert asked.keys() <= internet.hosts.keys()
    assert not asked.keys() & {*REFUSED, "169.254.169.254", "127.0.0.1"}
    # A server that says nothing does not notice that nobody waits any more.
    assert {host for host, most in internet.most_at_once.items() if most > 1} <= {host_of("silent")}
    kept = (await store.read()).of(SOURCES)
    assert not [key for key, one in kept.items() if one.state.fails and one.visit.why in OUT_OF_REACH]


async def test_what_is_kept_of_the_hostile_grows_with_no_round(internet: Internet) -> None:
    prepared(internet)
    for name in ("silent", "endless", "announced"):
        internet.hosts[host_of(name)] = answering(500)
    sizes = []
    async with internet.fetcher(limits=LIMITS) as fetcher:
        for hours in ((0,), (0, 3, 6)):
            _, store = await rounds(fetcher, *hours)
            sizes.append(len(repr((await store.read()).of(SOURCES))))
    assert all(later < 1.2 * before for before, later in pairwise(sizes))
