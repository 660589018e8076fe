"""A website, read politely: the page that was named, the pages of its host that it links and that programs may follow,
and no more; what they link.

https://developer.mozilla.org/docs/Web/HTML/Reference/Attributes/rel/me
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from typing import Any, Final
from urllib.parse import urldefrag, urlsplit

from selectolax.lexbor import LexborHTMLParser

from bot.activity.links import PageLink, WebPage
from bot.activity.model import Failure, SourceError
from bot.activity.robots import allowed_at
from bot.activity.source import SourceKind, SourceRef
from bot.activity.sources import mastodon
from bot.activity.sources.discovery import document_of, led_to
from bot.activity.sources.kind import Get
from bot.activity.text import items_of, shown, text_at, web_address
from bot.domain.accounts.addresses import normalise_url

PAGES_AT_MOST: Final = 40
"""How many pages of a website are asked for: its menus are among them, and it takes less than a minute."""
_LINKS_AT_MOST: Final = 5_000
_NO_PAGES: Final = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".jpg", ".jpeg", ".png", ".svg", ".zip", ".mp4", ".ics")

Pause = Callable[[], Awaitable[None]]


async def pages_of(start: str, get: Get, rest: Pause) -> AsyncGenerator[WebPage]:
    """The page at ``start``, and those of its host that it links, as they come; of these, what can not be read is left
    out, and what its ``robots.txt`` forbids. Before each there is a ``rest``. Raises SourceError where the first can
    not be read."""
    first = await _page(start, get)
    yield first
    below = _below(first, start)
    if not below:
        return
    await rest()
    for address in filter(await allowed_at(first.url, get), below):
        await rest()
        try:
            page = await _page(address, get)
        except SourceError as error:
            if error.failure is Failure.BUSY:
                return  # whoever is asked to come later does
            continue
        if _host(page.url) == _host(first.url):  # elsewhere, the links are somebody else's
            yield page


async def profile_links(ref: SourceRef, get: Get) -> tuple[PageLink, ...]:
    """What the account itself links, where the platform tells: the fields of a profile on Mastodon. Raises
    SourceError."""
    if ref.kind is not SourceKind.MASTODON:
        return ()
    fields = [text_at(field, "value") for field in items_of(await mastodon.account(ref.where, get), "fields")]
    name, _, host = ref.where.partition("@")
    return await asyncio.to_thread(links_of, " ".join(fields).encode(), f"https://{host}/@{name}")


async def _page(address: str, get: Get) -> WebPage:
    answer = await get(address)
    # A large page takes a tenth of a second: others get their replies meanwhile.
    return WebPage(answer.url, await asyncio.to_thread(links_of, answer.body, answer.url))


def _below(first: WebPage, start: str) -> list[str]:
    """The pages that ``first`` links on its own host, each once, in its order; questions to a server are no pages."""
    there = {_spelled(first.url), _spelled(start)}
    found: dict[str, str] = {}
    for link in first.links:
        parts = urlsplit(link.url)
        if _host(link.url) != _host(first.url) or parts.query or parts.path.lower().endswith(_NO_PAGES):
            continue
        if _spelled(link.url) not in there:
            found.setdefault(_spelled(link.url), urldefrag(link.url).url)
    return list(found.values())[: PAGES_AT_MOST - 1]


def _spelled(url: str) -> str:
    return urldefrag(url).url.rstrip("/").partition("://")[2].removeprefix("www.")


def _host(url: str) -> str:
    return urlsplit(url).netloc.lower().removeprefix("www.")


def links_of(body: bytes, page: str) -> tuple[PageLink, ...]:
    """The web addresses that the page at ``page`` links, in its order, each once: its links, and what it tells search
    engines of its other addresses (``sameAs``). Raises SourceError."""
    document = document_of(body)
    found: dict[str, PageLink] = {}
    for link in (*_anchors(document, page), *_same_as(document)):
        before = found.get(link.url)
        found[link.url] = link if before is None else PageLink(link.url, before.text or link.text, before.me or link.me)
        if len(found) >= _LINKS_AT_MOST:
            break
    return tuple(found.values())


def _anchors(document: LexborHTMLParser, page: str) -> Iterator[PageLink]:
    for node, where in led_to(document, page, "a[href], area[href], link[rel~=me][href]"):
        if normalise_url(where):
            me = "me" in (node.attributes.get("rel") or "").lower().split()
            label = node.text(strip=True) or node.attributes.get("aria-label") or node.attributes.get("title") or ""
            yield PageLink(where, shown(label), me)


def _same_as(document: LexborHTMLParser) -> Iterator[PageLink]:
    for node in document.css('script[type="application/ld+json"]'):
        try:
            told = json.loads(node.text())
        except (ValueError, RecursionError):
            continue
        for thing in _things(told):
            same = thing.get("sameAs")
            for url in [same] if isinstance(same, str) else items_of(thing, "sameAs"):
                if isinstance(url, str) and web_address(url):
                    yield PageLink(web_address(url))


def _things(told: Any) -> Iterator[dict[str, Any]]:
    """The things that a page tells of: one, a list, or a graph, with the publisher of each."""
    for thing in told if isinstance(told, list) else [told]:
        if isinstance(thing, dict):
            yield thing
            yield from (inner for inner in items_of(thing, "@graph") if isinstance(inner, dict))
            publisher = thing.get("publisher")
            if isinstance(publisher, dict):
                yield publisher
