"""A page's feeds: those that it links as its alternates."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Final
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.activity.model import Failure, SourceError
from bot.activity.text import web_address

_TYPES: Final = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"}
)
_FEED: Final = re.compile(
    rb"^[^<]{0,20}(?:<[?!][^>]{0,500}>\s*){0,9}<(?:\w{1,20}:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE
)
_OTHERS: Final = ("/comments/feed", "comments-rss2.xml", "/feeds/comments/", "oembed")
_DEEPEST: Final = 300
"""How deep a page may nest blocks; the parser goes through all open ones at each, which for fifty thousand takes six
seconds, and nobody gets a reply meanwhile. Pages that people read have some dozens."""
_BLOCK: Final = re.compile(
    rb"<(/?)(?:address|article|aside|blockquote|center|details|dialog|dir|div|dl|fieldset|figcaption|figure|footer|form"
    rb"|header|hgroup|listing|main|menu|nav|ol|pre|search|section|summary|ul)[\s/>]",
    re.IGNORECASE,
)


def document_of(body: bytes) -> LexborHTMLParser:
    """The page that ``body`` is. Raises SourceError where it is made to keep whoever reads it busy."""
    depth = 0
    for tag in _BLOCK.finditer(body):
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        if depth > _DEEPEST:
            raise SourceError(Failure.UNREADABLE)
    return LexborHTMLParser(body)


def feeds_of(body: bytes, page: str) -> tuple[str, ...]:
    """The addresses of the feeds that the page at ``page`` links, comments' feeds left out: those below the page's own
    address first (the library's before the whole site's), else in the page's order. Raises SourceError."""
    found = dict.fromkeys(_linked(document_of(body), page))
    path = urlsplit(page).path.rstrip("/") + "/"
    return tuple(sorted(found, key=lambda feed: not urlsplit(feed).path.startswith(path)))


def is_feed(body: bytes) -> bool:
    """Whether ``body`` begins as a feed does and not as a page."""
    start = body[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").replace(b"\x00", b"")
    return start.startswith(b"{") or _FEED.search(start) is not None


def led_to(page: LexborHTMLParser, address: str, selector: str) -> Iterator[tuple[LexborNode, str]]:
    """The elements of the page at ``address`` that ``selector`` finds, each with the web address that it leads to."""
    base = next((href for node in page.css("base[href]") if (href := node.attributes.get("href"))), "")
    for node in page.css(selector):
        with suppress(ValueError):
            href = (node.attributes.get("href") or "").strip()
            if where := web_address(urljoin(urljoin(address, base), href)):
                yield node, where


def _linked(page: LexborHTMLParser, address: str) -> Iterator[str]:
    for node, where in led_to(page, address, "link[rel][href]"):
        relations = (node.attributes.get("rel") or "").lower().split()
        kind = (node.attributes.get("type") or "").partition(";")[0].strip().lower()
        if "alternate" in relations and kind in _TYPES and not any(other in where for other in _OTHERS):
            yield where
