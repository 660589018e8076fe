"""YouTube's Data API, the second way to a channel's videos: one unit of the day's 10,000 a look.

Uploads: https://developers.google.com/youtube/v3/docs/playlistItems/list
Errors: https://developers.google.com/youtube/v3/docs/errors
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from yarl import URL

from bot.activity.fetcher import Fetcher, Response
from bot.activity.model import Failure, Seen, SourceError
from bot.activity.sources import feeds
from bot.activity.sources.youtube import channel_id
from bot.activity.text import items_of, json_of, within

BASE: Final = "https://www.googleapis.com/youtube/v3"
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
    """Asks with ``key``, which goes in a header only. When the key is refused or used up, nothing is asked for
    three hours."""

    def __init__(self, fetcher: Fetcher, key: str, base: str = BASE) -> None:
        self._fetcher, self._key, self._base = fetcher, key, base
        self._closed_until: datetime | None = None
        self._closed = Failure.KEY_REFUSED

    async def seen(self, where: str, known: str, at: datetime) -> Seen:
        """What the channel has published. Raises SourceError."""
        channel = channel_id(where, known) or await self._resolved(where, at)
        answer = await self._get(
            "playlistItems", at, part="snippet,contentDetails", playlistId=f"UU{channel[2:]}", maxResults="10"
        )
        return parse(answer, at)

    async def check(self, at: datetime) -> None:
        """Ask the cheapest question there is. Raises SourceError where the key may not even do that."""
        await self._get("i18nLanguages", at, part="id")

    async def _resolved(self, where: str, at: datetime) -> str:
        name = where.removeprefix("user/")
        by = "forHandle" if where.startswith("@") else "forUsername"
        answer = await self._get("channels", at, part="id", **{by: name})
        channel = str(within(answer, "items", 0, "id") or "")
        if not channel.startswith("UC"):
            raise SourceError(Failure.NO_ACCOUNT)
        return channel

    async def _get(self, path: str, at: datetime, **params: str) -> Any:
        if self._closed_until is not None and at < self._closed_until:
            raise SourceError(self._closed, self._closed_until - at)
        url = str(URL(f"{self._base}/{path}").with_query(params))
        answer = await self._fetcher.get(url, at, secret={"X-Goog-Api-Key": self._key}, any_status=True)
        try:
            return value_of(answer)
        except SourceError as error:
            if error.failure in (Failure.KEY_REFUSED, Failure.KEY_LIMIT):
                self._closed, self._closed_until = error.failure, at + _CLOSED_FOR
            raise


def parse(answer: Any, at: datetime) -> Seen:
    """What a list of uploads says: when a video was published counts, not when it came onto the list."""
    if not isinstance(within(answer, "items"), list):
        raise SourceError(Failure.UNREADABLE)
    items = items_of(answer, "items")
    title = next((str(name) for item in items if (name := within(item, "snippet", "channelTitle"))), "")
    return feeds.seen_in(map(_entry, items), at, title=title)


def value_of(answer: Response) -> Any:
    """The value that an answer holds. Raises SourceError for an error of the interface's."""
    value = json_of(answer.body) if answer.body else None
    if answer.status < 400 and within(value, "error") is None:
        return value
    reason = str(within(value, "error", "errors", 0, "reason"))
    raise SourceError(_REASONS.get(reason, Failure.SERVER))


def _entry(item: Any) -> feeds.Entry:
    video = str(within(item, "contentDetails", "videoId") or "")
    return {
        "published": str(within(item, "contentDetails", "videoPublishedAt") or ""),
        "link": f"https://www.youtube.com/watch?v={video}" if video else "",
    }
