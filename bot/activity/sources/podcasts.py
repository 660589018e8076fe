"""Podcasts on Apple Podcasts and SoundCloud, by the feed that lies behind them. Spotify shows nothing.

Apple's look-up: https://developer.apple.com/library/archive/documentation/AudioVideo/Conceptual/iTuneSearchAPI/
"""

import re
from datetime import datetime
from typing import Final

from bot.activity.model import Failure, SourceError
from bot.activity.sources import feeds
from bot.activity.sources.kind import FeedKind, Get, told_by
from bot.activity.text import json_of, text_at, web_address

_APPLE: Final = "https://itunes.apple.com/lookup?entity=podcast&id={}"
_SOUNDCLOUD: Final = "https://soundcloud.com/{}"
_SOUNDS: Final = "https://feeds.soundcloud.com/users/soundcloud:users:{}/sounds.rss"
_USER: Final = re.compile(rb"soundcloud://users:(\d{1,15})")


async def find_apple(where: str, get: Get, at: datetime) -> tuple[str, ...]:
    """The feed of the podcast whose number is in ``where`` (``id123``)."""
    answer = await get(_APPLE.format(where.lower().removeprefix("id")))
    feed = web_address(text_at(json_of(answer.body), "results", 0, "feedUrl"))
    if not feed:
        raise SourceError(Failure.NO_ACCOUNT)
    return (feed,)


async def find_soundcloud(where: str, get: Get, at: datetime) -> tuple[str, ...]:
    """The feed of the account, whose number stands in its page."""
    return (_SOUNDS.format(await told_by(_SOUNDCLOUD.format(where), get, _USER)),)


APPLE = FeedKind(find_apple, feeds.parse)
SOUNDCLOUD = FeedKind(find_soundcloud, feeds.parse)
