"""WordPress: its feed, and where a plugin has switched that off, its list of posts.

The list: https://developer.wordpress.org/rest-api/reference/posts/#list-posts
"""

from datetime import datetime
from urllib.parse import urljoin

from bot.activity.model import Seen
from bot.activity.sources import feeds
from bot.activity.sources.kind import FeedKind, known
from bot.activity.text import items_of, json_of

_POSTS = "wp-json/wp/v2/posts?per_page=10&_fields=date_gmt,link,title"


def addresses(page: str) -> tuple[str, ...]:
    """Where the posts of a site at ``page`` can be read."""
    below = page.partition("?")[0].partition("#")[0].rstrip("/") + "/"
    return urljoin(below, "feed/"), urljoin(below, _POSTS)


def others(address: str) -> tuple[str, ...]:
    """The list of posts in place of a feed, and the other way round."""
    base = address.removesuffix(_POSTS).removesuffix("feed/")
    return tuple(other for other in addresses(base) if other != address)


def parse(body: bytes, at: datetime) -> Seen:
    """What a feed, or the list of posts, says. Raises SourceError where ``body`` is neither."""
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        return feeds.parse(body, at)
    return feeds.seen_in(feeds.entries_in(items_of(json_of(body)), published="date_gmt", link="link"), at)


WORDPRESS = FeedKind(known(lambda where: addresses(where)[0]), parse, others)
