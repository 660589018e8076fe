"""Bluesky: an account's posts without a key, and the account's feed as the second way.

What the account passes on from others is no post of its own, but shows that somebody is there: where that is all that
is new, the source's silence says nothing. The account's lasting id (``did:plc:…``) is kept in the address: names
change. https://docs.bsky.app/docs/api/app-bsky-feed-get-author-feed
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from bot.activity.model import Failure, Seen, SourceError
from bot.activity.moments import moment_of, newest_of
from bot.activity.sources import feeds
from bot.activity.sources.kind import FeedKind, known
from bot.activity.text import items_of, json_of, text_at, within

_POSTS: Final = "https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed?filter=posts_no_replies&limit=30&actor={}"
_FEED: Final = "https://bsky.app/profile/{}/rss"
_DID: Final = re.compile(r"did:(?:plc:[a-z2-7]{24}|web:[a-z0-9.-]{3,250})")
_REPOST: Final = "app.bsky.feed.defs#reasonRepost"


def others(address: str) -> tuple[str, ...]:
    """The account's feed, or its posts."""
    if address.startswith(_POSTS[:40]):
        return (_FEED.format(address.rpartition("=")[2]),)
    return (_POSTS.format(address.removesuffix("/rss").rpartition("/")[2]),)


def parse(body: bytes, at: datetime) -> Seen:
    """What the list of posts, or the feed, says."""
    if not body.lstrip().startswith(b"{"):
        return feeds.parse(body, at)
    answer = json_of(body)
    items = within(answer, "feed")
    if not isinstance(items, list):
        raise SourceError(Failure.UNREADABLE)
    own = [item for item in items if within(item, "reason", "$type") != _REPOST]
    title = next((name for item in own if (name := text_at(item, "post", "author", "displayName"))), "")
    seen = feeds.seen_in(map(_entry, own), at, title=title)
    passed_on = newest_of((moment_of(text_at(item, "reason", "indexedAt")) for item in items), at)
    return replace(seen, whole=passed_on is None or (seen.newest is not None and passed_on <= seen.newest))


def lasting(address: str, body: bytes) -> str:
    """The address with the account's id in place of its name, where the answer tells the id."""
    known = _DID.search(address)
    for did in () if known else _dids(body):
        return (_POSTS if address.startswith(_POSTS[:40]) else _FEED).format(did)
    return address


def _dids(body: bytes) -> Iterator[str]:
    if not body.lstrip().startswith(b"{"):
        yield from _DID.findall(body.decode("utf-8", "replace"))[:1]
        return
    for item in items_of(json_of(body), "feed"):
        did = text_at(item, "post", "author", "did")
        if within(item, "reason", "$type") != _REPOST and _DID.fullmatch(did):
            yield did


def _entry(item: Any) -> feeds.Entry:
    """A post was made when its writer's program says so, but not after it was first met."""
    told = [moment_of(text_at(item, "post", *path)) for path in (("record", "createdAt"), ("indexedAt",))]
    moments = [moment for moment in told if moment is not None]
    return {"published": min(moments).isoformat() if moments else "", "link": _link(item)}


def _link(item: Any) -> str:
    author, _, post = text_at(item, "post", "uri").removeprefix("at://").partition("/app.bsky.feed.post/")
    return f"https://bsky.app/profile/{author}/post/{post}" if post else ""


BLUESKY = FeedKind(known(_POSTS.format), parse, others, lasting=lasting)
