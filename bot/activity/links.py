"""What a website's page links: the addresses of accounts, for *linked from the website, seen* and for channels that
nobody has registered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from bot.activity.text import items_of, shown, web_address
from bot.domain.addresses import Account, account_of, address_key, normalise_url
from bot.domain.platforms import Platforms

_LINKS_AT_MOST: Final = 5_000
_SHARING: Final = ("/share", "/sharer", "/intent/", "/sharing/", "/dialog/", "/submit", "/pin/create")


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link of a page: where it leads, what is written on it, and whether the page says "that is me"
    (``rel="me"``)."""

    url: str
    text: str = ""
    me: bool = False


@dataclass(frozen=True, slots=True)
class LinkedAccount:
    """An account that a page links."""

    account: Account
    link: PageLink


def links_of(body: bytes, page: str) -> tuple[PageLink, ...]:
    """The web addresses that the page at ``page`` links, in its order, each once: its links, and what it tells search
    engines of its other addresses (``sameAs``)."""
    document = LexborHTMLParser(body)
    found: dict[str, PageLink] = {}
    for link in (*_anchors(document, page), *_same_as(document)):
        before = found.get(link.url)
        found[link.url] = link if before is None else PageLink(link.url, before.text or link.text, before.me or link.me)
        if len(found) >= _LINKS_AT_MOST:
            break
    return tuple(found.values())


def accounts_in(links: tuple[PageLink, ...], platforms: Platforms) -> tuple[LinkedAccount, ...]:
    """The accounts on known platforms among ``links``, each once; buttons for sharing a page lead to none."""
    found: dict[str, LinkedAccount] = {}
    for link in links:
        if any(part in urlsplit(link.url).path.lower() for part in _SHARING):
            continue
        account = account_of(link.url, platforms)
        if account is not None:
            found.setdefault(account.key, LinkedAccount(account, link))
    return tuple(found.values())


def is_linked(links: tuple[PageLink, ...], url: str, platforms: Platforms, *, me_only: bool = False) -> bool:
    """Whether the channel with the address ``url`` is among ``links``, in whatever spelling; with ``me_only`` among
    those that the page calls its own."""
    wanted = address_key(url, platforms)
    return any(address_key(link.url, platforms) == wanted for link in links if link.me or not me_only)


def _anchors(document: LexborHTMLParser, page: str) -> Iterator[PageLink]:
    base = next((href for node in document.css("base[href]") if (href := node.attributes.get("href"))), "")
    for node in document.css("a[href], area[href], link[rel~=me][href]"):
        try:
            where = web_address(urljoin(urljoin(page, base), (node.attributes.get("href") or "").strip()))
        except ValueError:
            continue
        if where and normalise_url(where):
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
