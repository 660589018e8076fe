"""Websites and blogs: forty feeds of the wild's shapes, and how a page's feed is found and kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from aiohttp import web

from bot.activity.looking import look
from bot.activity.model import NEVER, Failure, Result, Watched
from bot.activity.reading import readers
from bot.activity.source import SourceKind
from tests.integration.activity.support import FRIDAY, SITE, looked
from tests.support.internet import Internet, answering, pages, serving
from tests.support.wild_feeds import AT, WILD, Expected, atom, dated, day, rss


@pytest.mark.parametrize(("body", "expected"), WILD.values(), ids=WILD)
async def test_a_feed_in_the_wild_is_right_or_refused_with_the_reason(
    internet: Internet, body: bytes, expected: Expected
) -> None:
    internet.hosts["www.kunta.example"] = serving(body, "application/octet-stream")
    report = await looked(internet, SourceKind.FEED, f"{SITE}feed.xml", replace(NEVER, address=f"{SITE}feed.xml"))
    if isinstance(expected, Failure):
        # The page has no feed either: what is told is what was wrong with the one that is known.
        assert (report.result, report.why, report.seen) == (Result.FAILING, expected, None)
    else:
        assert report.seen is not None
        assert (report.seen.newest, report.why) == (expected, None)
        assert report.result is (Result.QUIET if expected is None else Result.SEEN)
    assert {asked.host for asked in internet.asked} == {"www.kunta.example"}


async def test_the_feed_that_a_page_links_is_found_and_kept(internet: Internet) -> None:
    page = '<html><link rel="alternate" type="application/rss+xml" href="/uutiset.rss"></html>'
    internet.hosts["www.kunta.example"] = pages({"/": page, "/uutiset.rss": FRIDAY})
    first = await looked(internet, SourceKind.FEED, SITE)
    assert (first.result, first.visit.address) == (Result.SEEN, f"{SITE}uutiset.rss")
    second = await looked(internet, SourceKind.FEED, SITE, first.visit)
    assert second.seen == first.seen
    assert [asked.path for asked in internet.asked] == ["/", "/uutiset.rss", "/uutiset.rss"]


async def test_a_feed_where_wordpress_has_it(internet: Internet) -> None:
    internet.hosts["www.kunta.example"] = pages({"/kirjasto": "<html>", "/kirjasto/feed/": FRIDAY})
    report = await looked(internet, SourceKind.FEED, f"{SITE}kirjasto")
    assert (report.result, report.visit.address) == (Result.SEEN, f"{SITE}kirjasto/feed/")


async def test_the_list_of_posts_where_the_feed_is_switched_off(internet: Internet) -> None:
    posts = '[{"date_gmt": "2026-11-20T10:00:00", "link": "http://www.kunta.example/1", "title": {}}, 7]'
    listed = "/wp-json/wp/v2/posts?per_page=10&_fields=date_gmt,link,title"
    internet.hosts["www.kunta.example"] = pages({"/": "<html>", listed: posts})
    report = await looked(internet, SourceKind.FEED, SITE)
    assert report.seen is not None
    assert (report.seen.newest, report.seen.link) == (day(20, 10), "http://www.kunta.example/1")


async def test_a_page_without_a_feed_is_no_source_and_nothing_is_failing(internet: Internet) -> None:
    internet.hosts["www.kunta.example"] = pages({"/": "<html>"})
    visit = NEVER
    for days in range(5):
        report = await looked(internet, SourceKind.FEED, SITE, visit, AT + timedelta(days=days))
        assert (report.result, report.why) == (Result.NONE, Failure.NO_FEED)
        visit = report.visit
    assert visit.failing_since is None


async def test_a_page_that_has_lost_its_feed_is_failing(internet: Internet) -> None:
    internet.hosts["www.kunta.example"] = pages({"/feed/": FRIDAY, "/": "<html>"})
    first = await looked(internet, SourceKind.FEED, SITE)
    internet.hosts["www.kunta.example"] = pages({"/": "<html>"})
    second = await looked(internet, SourceKind.FEED, SITE, first.visit)
    assert (first.result, second.result, second.why) == (Result.SEEN, Result.FAILING, Failure.NOT_FOUND)
    assert second.visit.seen == first.seen


async def test_what_has_not_changed_is_as_it_was(internet: Internet) -> None:
    async def handle(request: web.Request) -> web.StreamResponse:
        known = request.headers.get("If-None-Match") == '"7"'
        return web.Response(status=304 if known else 200, body=FRIDAY, headers={"ETag": '"7"'})

    internet.hosts["www.kunta.example"] = handle
    first = await looked(internet, SourceKind.FEED, f"{SITE}feed")
    later = AT + timedelta(hours=2)
    second = await looked(internet, SourceKind.FEED, f"{SITE}feed", first.visit, later)
    assert (second.result, second.seen, second.visit.etag) == (Result.SEEN, first.seen, '"7"')
    assert second.visit.read_at == later


async def test_a_post_that_was_announced_counts_when_its_day_has_come(internet: Internet) -> None:
    async def handle(request: web.Request) -> web.StreamResponse:
        known = request.headers.get("If-None-Match") == '"7"'
        christmas = rss(dated("Fri, 20 Nov 2026 10:00:00 GMT"), dated("Thu, 24 Dec 2026 10:00:00 GMT"))
        return web.Response(status=304 if known else 200, body=None if known else christmas, headers={"ETag": '"7"'})

    internet.hosts["www.kunta.example"] = handle
    first = await looked(internet, SourceKind.FEED, f"{SITE}feed")
    later = await looked(internet, SourceKind.FEED, f"{SITE}feed", first.visit, day(27, month=12))
    again = await looked(internet, SourceKind.FEED, f"{SITE}feed", later.visit, day(28, month=12))
    newest = [report.seen and report.seen.newest for report in (first, later, again)]
    assert newest == [day(20, 10), day(24, 10, month=12), day(24, 10, month=12)]
    assert [asked.headers.get("If-None-Match") for asked in internet.asked] == [None, None, None, '"7"']


async def test_a_feed_that_has_moved_is_kept_where_it_went(internet: Internet) -> None:
    moved = answering(301, Location=f"{SITE}new.xml")
    internet.hosts["www.kunta.example"] = pages({"/feed.xml": moved, "/new.xml": FRIDAY})
    report = await looked(internet, SourceKind.FEED, f"{SITE}feed.xml", replace(NEVER, address=f"{SITE}feed.xml"))
    assert report.visit.address == f"{SITE}new.xml"


async def test_a_feed_that_is_gone_is_looked_for_anew(internet: Internet) -> None:
    page = '<link rel="alternate" type="application/atom+xml" href="/uusi.atom">'
    body = atom("<published>2026-11-20T10:00:00Z</published>")
    internet.hosts["www.kunta.example"] = pages({"/": page, "/uusi.atom": body})
    report = await looked(internet, SourceKind.FEED, SITE, replace(NEVER, address=f"{SITE}vanha.rss"))
    assert (report.result, report.visit.address) == (Result.SEEN, f"{SITE}uusi.atom")


async def test_a_server_that_is_busy_is_not_asked_a_second_thing(internet: Internet) -> None:
    internet.hosts["www.kunta.example"] = answering(503, Retry_After="86400")
    report = await looked(internet, SourceKind.FEED, SITE, replace(NEVER, address=f"{SITE}feed.xml"))
    assert report.why is Failure.BUSY
    assert len(internet.asked) == 1
    assert report.visit.not_before is not None
    assert report.visit.not_before >= AT + timedelta(days=1)


async def test_wordpress_com_is_known_by_its_address(secure_internet: Internet) -> None:
    secure_internet.hosts["museo.wordpress.com"] = pages({"/feed/": FRIDAY})
    report = await looked(secure_internet, SourceKind.WORDPRESS, "https://museo.wordpress.com")
    assert report.result is Result.SEEN
    assert [asked.path for asked in secure_internet.asked] == ["/feed/"]


async def test_what_nobody_can_read_is_no_source(internet: Internet) -> None:
    assert (await looked(internet, SourceKind.INSTAGRAM, "kunta")).result is Result.NONE
    async with internet.fetcher() as fetcher:
        report = await look(Watched("c1", None), readers(fetcher), AT)
    assert (report.result, report.visit, internet.asked) == (Result.NONE, NEVER, [])


async def test_a_large_feed_is_read_beside_the_event_loop(internet: Internet) -> None:
    body = rss(
        *(dated(f"Fri, {n % 20 + 1:02} Nov 2026 10:00:00 GMT") + "<x>" + "y" * 900 + "</x>" for n in range(1500))
    )
    internet.hosts["www.kunta.example"] = serving(body)
    report = await looked(internet, SourceKind.FEED, f"{SITE}feed", replace(NEVER, address=f"{SITE}feed"))
    assert len(body) > 2**20
    assert report.seen is not None
    assert report.seen.newest == day(20, 10)
