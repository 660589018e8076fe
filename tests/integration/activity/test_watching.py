"""A round over many sources: politely, with results as they come, and a platform's outage told once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime, timedelta

from aiohttp import web

from bot.activity.fetcher import Fetcher
from bot.activity.model import NEVER, Failure, Result, SourceReport, Watched
from bot.activity.outages import PlatformOut
from bot.activity.reading import readers
from bot.activity.source import SourceKind, SourceRef
from bot.activity.watching import watch
from tests.support.internet import Handler, Internet, answering, serving
from tests.support.wild_feeds import AT, atom, dated, rss

FRIDAY = rss(dated("Fri, 20 Nov 2026 10:00:00 GMT"))
VIDEOS = atom("<published>2026-11-20T10:00:00Z</published>")


def feed(host: str, number: int) -> Watched:
    url = f"http://{host}.kunta.example/{number}.rss"
    return Watched(f"{host}{number}", SourceRef(SourceKind.FEED, url), replace(NEVER, address=url))


def videos(number: int) -> Watched:
    return Watched(f"v{number}", SourceRef(SourceKind.YOUTUBE, f"UC{number:022}"))


async def round_of(
    fetcher: Fetcher, sources: Iterable[Watched], at: datetime = AT
) -> tuple[list[SourceReport], list[PlatformOut], list[float]]:
    """The reports and outages of one round, and the pauses that it made."""
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        await asyncio.sleep(0)

    told = [one async for one in watch(sources, readers(fetcher), at, pause=pause)]
    reports = [one for one in told if isinstance(one, SourceReport)]
    return reports, [one for one in told if isinstance(one, PlatformOut)], pauses


def kept(sources: Iterable[Watched], reports: Iterable[SourceReport], outs: Iterable[PlatformOut]) -> list[Watched]:
    """The sources with what is kept of a round, as the caller keeps it."""
    visits = {report.key: report.visit for report in (*reports, *(one for out in outs for one in out.held))}
    return [replace(one, visit=visits.get(one.key, one.visit)) for one in sources]


def caching(body: str) -> Handler:
    async def handle(request: web.Request) -> web.StreamResponse:
        known = request.headers.get("If-None-Match") == '"7"'
        return web.Response(status=304 if known else 200, body=b"" if known else body, headers={"ETag": '"7"'})

    return handle


async def test_every_source_has_one_report(internet: Internet) -> None:
    internet.hosts |= {"a.kunta.example": serving(FRIDAY), "b.kunta.example": answering(404)}
    sources = [feed("a", 1), feed("a", 2), feed("b", 1), Watched("none", None)]
    sources.append(Watched("insta", SourceRef(SourceKind.INSTAGRAM, "kunta")))
    async with internet.fetcher() as fetcher:
        reports, outs, _ = await round_of(fetcher, sources)
    assert {report.key: report.result for report in reports} == {
        "a1": Result.SEEN,
        "a2": Result.SEEN,
        "b1": Result.FAILING,
        "none": Result.NONE,
        "insta": Result.NONE,
    }
    assert outs == []


async def test_a_host_is_asked_one_thing_at_a_time_with_pauses_between(internet: Internet) -> None:
    hosts = [f"h{number}" for number in range(12)]
    internet.hosts |= {f"{host}.kunta.example": serving(FRIDAY) for host in hosts}
    async with internet.fetcher() as fetcher:
        reports, _, pauses = await round_of(fetcher, [feed(host, number) for number in range(5) for host in hosts])
    assert len(reports) == len(internet.asked) == 60
    assert set(internet.most_at_once.values()) == {1}
    assert pauses == [1.0] * (60 - 12)


async def test_a_day_of_rounds_asks_nobody_more_than_hourly_and_mostly_for_what_is_new(internet: Internet) -> None:
    internet.hosts["a.kunta.example"] = caching(FRIDAY)
    sources = [feed("a", number) for number in range(10)]
    async with internet.fetcher() as fetcher:
        for minutes in range(0, 24 * 60, 10):
            reports, outs, _ = await round_of(fetcher, sources, AT + timedelta(minutes=minutes))
            sources = kept(sources, reports, outs)
    for number in range(10):
        asked = [one for one in internet.asked if one.path == f"/{number}.rss"]
        assert 20 <= len(asked) <= 24
        assert all("If-None-Match" in one.headers for one in asked[1:])


async def test_a_host_that_wants_to_be_left_alone_is_left_alone(internet: Internet) -> None:
    internet.hosts["a.kunta.example"] = answering(429, Retry_After=str(6 * 3600))
    sources = [feed("a", 1)]
    async with internet.fetcher() as fetcher:
        for minutes in range(0, 24 * 60, 10):
            reports, outs, _ = await round_of(fetcher, sources, AT + timedelta(minutes=minutes))
            sources = kept(sources, reports, outs)
    assert len(internet.asked) <= 4


async def test_a_platform_that_is_out_for_five_days_is_told_and_no_channel_is_failing(
    secure_internet: Internet,
) -> None:
    sources: list[Watched] = [videos(number) for number in range(12)] + [feed("a", 1), feed("b", 1)]
    secure_internet.hosts |= {"www.youtube.com": serving(VIDEOS), "a.kunta.example": serving(FRIDAY)}
    secure_internet.hosts["b.kunta.example"] = answering(404)
    failing: dict[str, datetime] = {}
    told = 0
    async with secure_internet.fetcher() as fetcher:
        for hours in range(0, 7 * 24, 2):
            if hours == 24:
                secure_internet.hosts["www.youtube.com"] = answering(404)
            if hours == 6 * 24:
                secure_internet.hosts["www.youtube.com"] = serving(VIDEOS)
            reports, outs, _ = await round_of(fetcher, sources, AT + timedelta(hours=hours))
            sources = kept(sources, reports, outs)
            told += len(outs)
            assert {out.service for out in outs} <= {"youtube"}
            failing |= {one.key: one.visit.failing_since for one in sources if one.visit.failing_since is not None}
            if 24 <= hours < 6 * 24:
                assert not any(one.visit.works for one in sources[:12])
    assert set(failing) == {"b1"}
    assert told > 0
    assert all(one.visit.works for one in sources[:12])
    last = secure_internet.asked_of("www.youtube.com")
    assert len(last) < 12 * 2 * 7 * 24 / 2  # twice as long each time


async def test_results_come_while_a_slow_host_is_waited_for(internet: Internet) -> None:
    go_on = asyncio.Event()

    async def waiting(request: web.Request) -> web.StreamResponse:
        await go_on.wait()
        return web.Response(body=FRIDAY)

    internet.hosts |= {"slow.kunta.example": waiting, "a.kunta.example": serving(FRIDAY)}
    async with (
        internet.fetcher() as fetcher,
        aclosing(watch([feed("slow", 1), feed("a", 1)], readers(fetcher), AT)) as told,
    ):
        first = await anext(told)
        assert isinstance(first, SourceReport)
        assert first.key == "a1"
        go_on.set()
        second = await anext(told)
        assert isinstance(second, SourceReport)
        assert second.key == "slow1"


async def test_a_round_that_is_left_early_leaves_nothing_running(internet: Internet) -> None:
    internet.hosts["a.kunta.example"] = serving(FRIDAY)
    sources = [feed("a", number) for number in range(50)]
    before = asyncio.all_tasks()
    async with internet.fetcher() as fetcher:
        async with aclosing(watch(sources, readers(fetcher), AT)) as told:
            await anext(told)
        assert len(internet.asked) < 5
    assert not [task for task in asyncio.all_tasks() - before if "go_through" in repr(task)]


async def test_a_fault_of_ours_is_one_sources_failure_and_not_the_rounds_end(internet: Internet) -> None:
    class Broken:
        async def look(self, *_: object) -> None:
            raise ZeroDivisionError

    internet.hosts["a.kunta.example"] = serving(FRIDAY)
    async with internet.fetcher() as fetcher:
        known = {**readers(fetcher), SourceKind.YOUTUBE: Broken()}
        told = [one async for one in watch([videos(1), feed("a", 1)], known, AT)]  # type: ignore[arg-type]
    results = {one.key: (one.result, one.why) for one in told if isinstance(one, SourceReport)}
    assert results == {"v1": (Result.FAILING, Failure.UNREADABLE), "a1": (Result.SEEN, None)}
