"""A website is read politely, within bounds, and whatever its pages hold; what is somebody else's does not count."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web

from bot.activity.fetcher import Fetcher, Limits
from bot.activity.links import PageLink, WebPage, links_me
from bot.activity.model import Failure
from bot.activity.source import SourceKind, SourceRef
from bot.activity.website import PAGES_AT_MOST, pages_of, profile_links
from bot.domain.accounts.address_book import WebsiteLink
from bot.domain.channels import Channel
from bot.services.activity.website import WebsiteLooks
from bot.services.register.documents import register_of
from bot.storage.memory import MemoryStore
from tests.integration.activity.support import HOST, SITE, refusal
from tests.support.internet import Handler, Internet, answering, pages, redirecting, serving
from tests.support.wild_feeds import AT
from tests.unit.lists.support import REAL_PLATFORMS as PLATFORMS

LIMITS = Limits(seconds=1.0)


def page(*links: str) -> str:
    return "".join(f'<p><a href="{link}">Seuraa meitä</a></p>' for link in links)


async def no_rest() -> None:
    """Nothing is waited for."""


class Site:
    """The website of the small internet, and how often was rested while it was read."""

    def __init__(self, fetcher: Fetcher) -> None:
        self.fetcher = fetcher
        self.rests = 0
        self.addresses = (SITE,)

    async def pages(self, address: str, at: object) -> AsyncIterator[WebPage]:
        async with aclosing(pages_of(address, lambda url: self.fetcher.get(url, AT), self.rest)) as found:
            async for one in found:
                yield one

    async def profile_links(self, channel: Channel, at: object) -> tuple[PageLink, ...]:
        return ()

    async def rest(self) -> None:
        self.rests += 1


async def read(internet: Internet) -> list[WebPage]:
    async with internet.fetcher(limits=LIMITS) as fetcher:
        return [one async for one in pages_of(SITE, lambda url: fetcher.get(url, AT), no_rest)]


async def seen(internet: Internet) -> tuple[WebsiteLink, ...]:
    """What is kept after a look at the site."""
    store = MemoryStore()
    async with internet.fetcher(limits=LIMITS) as fetcher:
        looks = WebsiteLooks(store, Site(fetcher), PLATFORMS)  # type: ignore[arg-type]
        await looks.look(AT)
        await looks.look(AT + timedelta(hours=1))
    return tuple(register_of(await store.read()).website.values())


async def test_pages_of_the_same_host_are_read_one_level_down_each_once_and_one_after_the_other(
    internet: Internet,
) -> None:
    below = page("/", "/some", "/syvalla", "https://bsky.app/profile/kunta.example")
    internet.hosts[HOST] = pages(
        {
            "/": page("/some", "/some/", "/some#ylos", "https://kunta.example/", "/haku?q=1", "/esite.PDF"),
            "/some": below,
        }
    )
    internet.hosts["evil.example"] = serving("")
    assert [one.url for one in await read(internet)] == [SITE, f"{SITE}some"]
    assert [asked.path for asked in internet.asked] == ["/", "/robots.txt", "/some"]
    assert internet.most_at_once[HOST] == 1


async def test_a_loop_and_thousands_of_pages_end_after_forty(internet: Internet) -> None:
    internet.hosts[HOST] = serving(page(*(f"/sivu/{number}" for number in range(3_000))), "text/html")
    assert len(await read(internet)) == PAGES_AT_MOST
    assert len(internet.asked) == PAGES_AT_MOST + 1


async def test_between_two_pages_there_is_a_rest(internet: Internet) -> None:
    internet.hosts[HOST] = serving(page("/a", "/b"), "text/html")
    async with internet.fetcher() as fetcher:
        site = Site(fetcher)
        assert len([one async for one in site.pages(SITE, AT)]) == 3
    assert site.rests == 3


async def test_a_page_that_leads_elsewhere_is_not_ours(internet: Internet) -> None:
    internet.hosts[HOST] = pages(
        {"/": page("/ulos", "/sisaan"), "/ulos": redirecting("http://evil.example/"), "/sisaan": redirecting("/some"),
         "/some": page("https://instagram.com/kunta")}
    )  # fmt: skip
    internet.hosts["evil.example"] = serving(page("https://instagram.com/evil"), "text/html")
    assert [one.url for one in await read(internet)] == [SITE, f"{SITE}some"]
    assert {link.url for link in await seen(internet)} == {"https://instagram.com/kunta"}


async def test_who_wants_to_be_left_alone_is_asked_for_no_further_page(internet: Internet) -> None:
    internet.hosts[HOST] = pages({"/": page("/a", "/b"), "/a": answering(429), "/b": page()})
    assert len(await read(internet)) == 1
    assert [asked.path for asked in internet.asked] == ["/", "/robots.txt", "/a"]


@pytest.mark.parametrize(
    ("robots", "followed"),
    [
        ("User-agent: *\nDisallow: /salainen", ["/some"]),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Somebot\nDisallow: /some", ["/salainen"]),
        ("User-agent: Googlebot\nDisallow: /", ["/salainen", "/some"]),
        ("User-agent: *\nDisallow: /\n", []),
        ("\ufeffUser-agent: *\r\nDisallow: /salainen\r\n" + "x" * 3 * 2**20, []),
        ("User-agent: *\nDisallow: //[\n", []),
        ("<html>not here</html>", ["/salainen", "/some"]),
        (answering(403), ["/salainen", "/some"]),
        (answering(404), ["/salainen", "/some"]),
        (answering(429), []),
        (answering(503), []),
    ],
)
async def test_links_are_followed_where_the_websites_rules_for_programs_let_it(
    internet: Internet, robots: Handler | str, followed: list[str]
) -> None:
    rules = serving(robots, "text/plain") if isinstance(robots, str) else robots
    internet.hosts[HOST] = pages(
        {"/": page("/salainen", "/some"), "/robots.txt": rules, "/salainen": page(), "/some": page()}
    )
    assert len(await read(internet)) == 1 + len(followed)
    assert [asked.path for asked in internet.asked] == ["/", "/robots.txt", *followed]


@pytest.mark.parametrize(
    ("handler", "failure"),
    [
        (answering(404), Failure.NOT_FOUND),
        (answering(500), Failure.SERVER),
        (serving(bytes(3 * 2**20), "text/html"), Failure.TOO_LARGE),
        (redirecting("http://169.254.169.254/latest/meta-data/"), Failure.NOT_PUBLIC),
        (redirecting(f"http://{HOST}/"), Failure.REDIRECTS),
        (serving("<div>" * 50_000, "text/html"), Failure.UNREADABLE),
        (serving("<section><ul>" * 400 + "</ul></section>" * 400, "text/html"), Failure.UNREADABLE),
    ],
)
async def test_a_website_that_can_not_be_read_says_why(internet: Internet, handler: Handler, failure: Failure) -> None:
    internet.hosts[HOST] = handler
    assert await refusal(read(internet)) is failure
    assert {asked.host for asked in internet.asked} == {HOST}


HOSTILE = {
    "ten thousand links": page(*(f"https://www.instagram.com/tili{number}/" for number in range(10_000))),
    "scripts": "<script>document.write('<a href=\"https://x.com/kunta\">x</a>')</script>" * 500,
    "deep": "<div><nav>" * 140 + page("https://x.com/kunta") + "</nav></div>" * 20_000,
    "no document": "\x00\x01\ufffd<a href=" * 5_000,
    "very long addresses": page(*(f"https://x.com/{'a' * length}" for length in range(900, 1_500))),
    "things of all schemes": page("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://x.com/kunta"),
    "broken addresses": page("http://[", "https://", "https://x.com:99999/kunta", "//", "https://x .com/kunta"),
    "led to metadata": page("http://169.254.169.254/latest/", "http://127.0.0.1/@kunta", "http://localhost/@kunta"),
    "json, very deep": f'<script type="application/ld+json">{"[" * 100_000}</script>',
    "a base that leads away": '<base href="http://169.254.169.254/">' + page("/@kunta", "some"),
    "named with a word": page("https://user:word@www.instagram.com/kunta/"),
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
async def test_whatever_a_page_holds_is_read_within_bounds_and_asks_nobody_else(internet: Internet, body: str) -> None:
    internet.hosts[HOST] = pages({"/": body})
    found = await seen(internet)
    assert len(found) <= 300
    assert all(link.url.startswith(("https://", "http://")) and len(link.url) <= 300 for link in found)
    assert {asked.host for asked in internet.asked} == {HOST}


async def test_look_alike_addresses_are_no_accounts_of_a_platform(internet: Internet) -> None:
    internet.hosts[HOST] = pages(
        {
            "/": page(
                "https://www.facebook.com.evil.example/kunta",
                "https://facebook.com@evil.example/kunta",
                "https://evil.example/https://facebook.com/kunta",
                "https://faceb00k.com/kunta",
                "https://xn--fcebook-8va.com/kunta",
                "https://www.facebook.com/sharer/sharer.php?u=https://facebook.com/kunta",
            )
        }
    )
    assert await seen(internet) == ()


async def test_an_account_says_itself_that_the_website_is_its_own(secure_internet: Internet, certificate: Path) -> None:
    fields = [{"name": "Sivut", "value": '<a href="https://www.kunta.example/" rel="me nofollow">kunta</a>'}, 7, None]
    told: list[object] = [{"fields": fields}]

    async def handle(request: web.Request) -> web.StreamResponse:
        return web.json_response(told[0])

    secure_internet.hosts["some.kunta.example"] = handle
    ref = SourceRef(SourceKind.MASTODON, "kunta@some.kunta.example")
    async with secure_internet.fetcher() as fetcher:

        async def back() -> bool:
            return links_me(await profile_links(ref, lambda url: fetcher.get(url, AT)), SITE)

        assert await back()
        told[0] = {"fields": [{"value": '<a href="https://www.kunta.example/">kunta</a>'}]}
        assert not await back()
        for told[0] in ([], {"fields": "x"}, {"fields": [{"value": {"a": 1}}]}, None):
            assert not await back()
        other = SourceRef(SourceKind.YOUTUBE, "@kunta")
        assert await profile_links(other, lambda url: fetcher.get(url, AT)) == ()
    assert {asked.path for asked in secure_internet.asked} == {"/api/v1/accounts/lookup?acct=kunta"}
