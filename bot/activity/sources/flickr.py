"""Flickr: the feed of an account's public photos (https://www.flickr.com/services/feeds/docs/photos_public/).

When a photo was published counts, not when it was taken.
"""

import re
from datetime import datetime
from typing import Final

from bot.activity.model import Failure, SourceError
from bot.activity.sources import feeds
from bot.activity.sources.discovery import feeds_of
from bot.activity.sources.kind import FeedKind, Get

_FEED: Final = "https://www.flickr.com/services/feeds/photos_public.gne?id={}&format=atom"
_PAGE: Final = "https://www.flickr.com/photos/{}/"
_NSID: Final = re.compile(r"\d+@N\d\d")


async def find(where: str, get: Get, at: datetime) -> tuple[str, ...]:
    """The feed by the account's number (``123@N02``); of a name, the page links it."""
    if _NSID.fullmatch(where):
        return (_FEED.format(where),)
    page = await get(_PAGE.format(where))
    linked = tuple(feed for feed in feeds_of(page.body, page.url) if "photos_public" in feed)
    if not linked:
        raise SourceError(Failure.NO_FEED)
    return linked[:1]


FLICKR = FeedKind(find, feeds.parse)
