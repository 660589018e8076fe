"""YouTube's Data API, the second way to a channel's videos: one unit of the day's 10,000 a look.

Uploads: https://developers.google.com/youtube/v3/docs/playlistItems/list
Errors: https://developers.google.com/youtube/v3/docs/errors
"""

from datetime import datetime, timedelta
from typing import Any, Final

from bot.activity.fetcher import Fetcher, Response
from bot.activity.model import Failure, Seen, SourceError
from bot.activity.sources import feeds
from bot.activity.sources.keyed import Keyed
from bot.activity.sources.youtube import channel_id
from bot.activity.text import json_of, text_at, within

_BASE: Final = "https://www.googleapis.com/youtube/v3"
_REASONS: Final = {
    "quotaExceeded": Failure.KEY_LIMIT,
    "dailyLimitExceeded": Failure.KEY_LIMIT,
    "rateLimitExceeded": Failure.KEY_LIMIT,
    "keyInvalid": Failure.KEY_REFUSED,
    "keyExpired": Failure.KEY_REFUSED,
    "badRequest": Failure.KEY_REFUSED,  # what an unknown key gets, beside API_KEY_INVALID in the details
    "accessNotConfigured": Failure.KEY_RIGHTS,
    "forbidden": Failure.KEY_RIGHTS,
    "playlistNotFound": Failure.NO_ACCOUNT,
    "channelNotFound": Failure.NO_ACCOUNT,
}
_CLOSED_FOR: Final = timedelta(hours=3)
"""The day's units come back at midnight in California; that hour is not worth a calendar."""


class YouTubeApi:
    """Asks with ``key``. When it is refused or used up, nothing is asked for three hours."""

    def __init__(self, fetcher: Fetcher, key: str) -> None:
        self._api, self._key = Keyed(fetcher, _BASE, _value_of, _CLOSED_FOR), key

    async def seen(self, where: str, known: str, at: datetime) -> Seen:
        """What the channel has published. Raises SourceError."""
        channel = channel_id(where, known) or await self._resolved(where, at)
        answer = await self._get(
            "playlistItems", at, part="snippet,contentDetails", playlistId=f"UU{channel[2:]}", maxResults="10"
        )
        return _seen_in(answer, at)

    async def check(self, at: datetime) -> None:
        """Ask the cheapest question there is. Raises SourceError where the key may not even do that."""
        await self._get("i18nLanguages", at, part="id")

    async def _resolved(self, where: str, at: datetime) -> str:
        name = where.removeprefix("user/")
        by = "forHandle" if where.startswith("@") else "forUsername"
        answer = await self._get("channels", at, part="id", **{by: name})
        channel = text_at(answer, "items", 0, "id")
        if not channel.startswith("UC"):
            raise SourceError(Failure.NO_ACCOUNT)
        return channel

    async def _get(self, path: str, at: datetime, **params: str) -> Any:
        return await self._api.get(path, at, {"X-Goog-Api-Key": self._key}, params)


def _seen_in(answer: Any, at: datetime) -> Seen:
    """What a list of uploads says: when a video was published counts, not when it came onto the list."""
    items = within(answer, "items")
    if not isinstance(items, list):
        raise SourceError(Failure.UNREADABLE)
    title = next((name for item in items if (name := text_at(item, "snippet", "channelTitle"))), "")
    return feeds.seen_in(map(_entry, items), at, title=title)


def _value_of(answer: Response) -> Any:
    """The value that an answer holds. Raises SourceError for an error of the interface's."""
    value = json_of(answer.body) if answer.body else None
    if answer.status < 400 and within(value, "error") is None:
        return value
    raise SourceError(_REASONS.get(text_at(value, "error", "errors", 0, "reason"), Failure.SERVER))


def _entry(item: Any) -> feeds.Entry:
    video = text_at(item, "contentDetails", "videoId")
    return {
        "published": text_at(item, "contentDetails", "videoPublishedAt"),
        "link": f"https://www.youtube.com/watch?v={video}" if video else "",
    }
