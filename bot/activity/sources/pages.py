"""Websites, blogs and podcasts: the page's feed, or the address itself where it is one.

A page of a site often links the whole site's feed only. What was found is therefore shown with its title before it is
relied on: whoever registers the library's page sees whether the feed is the library's.
"""

from datetime import datetime

from bot.activity.model import Failure, SourceError
from bot.activity.sources import wordpress
from bot.activity.sources.discovery import feeds_of, is_feed
from bot.activity.sources.kind import FeedKind, Get

_AT_MOST = 3  # of the feeds that a page links


async def find(where: str, get: Get, at: datetime) -> tuple[str, ...]:
    """The page itself where it is a feed; the feeds that it links; else where WordPress and many others have one."""
    page = await get(where)
    if is_feed(page.body):
        return (page.url if page.moved else where,)
    linked = feeds_of(page.body, page.url)[:_AT_MOST]
    if linked:
        return linked
    usual = wordpress.addresses(page.url)
    for address in usual:
        try:
            answer = await get(address)
            wordpress.parse(answer.body, at)
        except SourceError as error:
            if error.failure in (Failure.BUSY, Failure.SLOW, Failure.UNREACHABLE):
                raise
            continue
        return (address,)
    raise SourceError(Failure.NO_FEED)


PAGE = FeedKind(find, wordpress.parse)
