"""YouTube: the feed of a channel's videos.

The entries' ``published`` counts; the feed's own is when the channel was made, and ``updated`` moves with statistics.
The feeds of good channels answer 404 or 500 for hours and days at a time: the list of uploads is then a second way to
the same, and an outage says nothing of a channel (``outages``).
"""

import re
from datetime import datetime
from typing import Final

from bot.activity.sources import feeds
from bot.activity.sources.kind import FeedKind, Get, told_by

_BY_CHANNEL: Final = "https://www.youtube.com/feeds/videos.xml?channel_id=UC{}"
_BY_UPLOADS: Final = "https://www.youtube.com/feeds/videos.xml?playlist_id=UU{}"
_PAGE: Final = "https://www.youtube.com/{}"
_CHANNEL: Final = re.compile(r"UC([\w-]{22})")
# The page's own channel, in the forms that it is told in; ids of other channels are all over the page.
_OWN: Final = re.compile(
    rb"""(?:<link[^>]{0,200}(?:feeds/videos\.xml\?channel_id=|rel="canonical"[^>]{0,40}/channel/)"""
    rb"""|<meta[^>]{0,80}itemprop="(?:channelId|identifier)"[^>]{0,40}content="|"externalId":")UC([\w-]{22})"""
)


async def find(where: str, get: Get, at: datetime) -> tuple[str, ...]:
    """The feed of a channel by its id (``UC…``), or of ``@handle``, ``c/name`` and ``user/name``, whose page tells."""
    known = _CHANNEL.fullmatch(where)
    return (_BY_CHANNEL.format(known[1] if known else await told_by(_PAGE.format(where), get, _OWN)),)


def others(address: str) -> tuple[str, ...]:
    """The other one of the two feeds with the same videos."""
    _, _, name = address.partition("_id=U")
    ways = (_BY_CHANNEL.format(name[1:]), _BY_UPLOADS.format(name[1:]))
    return tuple(way for way in ways if name and way != address)


def channel_id(where: str, address: str) -> str:
    """The channel's id, from its name in the register or from the feed that was found for it; empty if neither says."""
    if _CHANNEL.fullmatch(where):
        return where
    _, found, name = address.partition("_id=U")
    return f"UC{name[1:]}" if found else ""


YOUTUBE = FeedKind(find, feeds.parse, others)
