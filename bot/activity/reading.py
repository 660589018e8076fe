"""One look at one source, whatever its kind."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol
from urllib.parse import urlsplit

from bot.activity.fetcher import Fetcher
from bot.activity.model import NEVER, Failure, Seen, SourceError, Visit
from bot.activity.source import SourceKind, SourceRef
from bot.activity.sources import facebook, instagram
from bot.activity.sources.bluesky import BLUESKY
from bot.activity.sources.flickr import FLICKR
from bot.activity.sources.graph import Graph
from bot.activity.sources.kind import FeedKind
from bot.activity.sources.mastodon import MASTODON
from bot.activity.sources.pages import PAGE
from bot.activity.sources.podcasts import APPLE, SOUNDCLOUD
from bot.activity.sources.wordpress import WORDPRESS
from bot.activity.sources.youtube import YOUTUBE
from bot.activity.sources.youtube_api import YouTubeApi

_FEEDS: Final = {
    SourceKind.FEED: PAGE,
    SourceKind.WORDPRESS: WORDPRESS,
    SourceKind.APPLE_PODCAST: APPLE,
    SourceKind.SOUNDCLOUD: SOUNDCLOUD,
    SourceKind.YOUTUBE: YOUTUBE,
    SourceKind.BLUESKY: BLUESKY,
    SourceKind.MASTODON: MASTODON,
    SourceKind.FLICKR: FLICKR,
}
_MOVED: Final = frozenset({Failure.NOT_FOUND, Failure.GONE, Failure.UNREADABLE, Failure.REDIRECTS})
_THE_HOST: Final = frozenset({Failure.BUSY, Failure.SLOW, Failure.UNREACHABLE, Failure.CERTIFICATE, Failure.NOT_PUBLIC})
"""What is wrong with a host is wrong with all that is on it."""
_LARGE: Final = 256 * 1024
"""From this size on (bytes) what came is read beside the event loop."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look gave, and at which address; ``etag`` and ``modified`` are for the next one."""

    seen: Seen
    address: str = ""
    etag: str = ""
    modified: str = ""


class Reader(Protocol):
    """Looks at the sources of one kind."""

    async def look(self, ref: SourceRef, visit: Visit, at: datetime) -> Looked:
        """What the source says. Raises SourceError."""
        ...


Readers = Mapping[SourceKind, Reader]


def readers(fetcher: Fetcher, meta_token: str = "", youtube_key: str = "") -> Readers:
    """A reader for each kind that can be read with the keys that there are (an empty one is none)."""
    found: dict[SourceKind, Reader] = {kind: FeedReader(fetcher, how) for kind, how in _FEEDS.items()}
    if youtube_key:
        found[SourceKind.YOUTUBE] = TwoWays(found[SourceKind.YOUTUBE], ApiReader(YouTubeApi(fetcher, youtube_key).seen))
    if meta_token:
        graph = Graph(fetcher, meta_token)
        found[SourceKind.INSTAGRAM] = ApiReader(lambda where, _, at: instagram.seen(graph, where, at))
        found[SourceKind.FACEBOOK] = ApiReader(lambda where, _, at: facebook.seen(graph, where, at))
    return found


@dataclass(frozen=True, slots=True)
class FeedReader:
    """Reads a source by its address: the one that was found the last time, else one that is to be found."""

    fetcher: Fetcher
    kind: FeedKind

    async def look(self, ref: SourceRef, visit: Visit, at: datetime) -> Looked:
        """What the source says; one that is gone from where it was is looked for anew."""
        if not visit.address:
            return await self._first_of(await self._find(ref, at), ref, visit, at)
        try:
            return await self._first_of((visit.address,), ref, visit, at)
        except SourceError as error:
            if error.failure not in _MOVED:
                raise
            try:
                anew = await self._find(ref, at)
            except SourceError:
                raise error from None
            if visit.address in anew:
                raise
        return await self._first_of(anew, ref, visit, at)

    async def _find(self, ref: SourceRef, at: datetime) -> tuple[str, ...]:
        return await self.kind.find(ref.where, lambda address: self.fetcher.get(address, at), at)

    async def _first_of(self, addresses: tuple[str, ...], ref: SourceRef, visit: Visit, at: datetime) -> Looked:
        """What the first address says that works, or its other ways; if none does, the first one's error is raised."""
        first: SourceError | None = None
        out: set[str] = set()
        for address in dict.fromkeys(way for found in addresses for way in (found, *self.kind.others(found))):
            if urlsplit(address).netloc in out:
                continue
            try:
                return await self._look_at(address, ref, visit, at)
            except SourceError as error:
                first = first or error
                if error.failure in _THE_HOST:
                    out.add(urlsplit(address).netloc)
        raise first or SourceError(Failure.NO_FEED)

    async def _look_at(self, address: str, ref: SourceRef, visit: Visit, at: datetime) -> Looked:
        known = visit if visit.address == address and visit.seen is not None else NEVER
        answer = await self.fetcher.get(address, at, etag=known.etag, modified=known.modified)
        if answer.status == 304:
            if known.seen is None:
                raise SourceError(Failure.SERVER)
            seen, kept, etag, modified = known.seen, address, known.etag, known.modified
        else:
            parse, body = self.kind.parse, answer.body
            seen = await asyncio.to_thread(parse, body, at) if len(body) >= _LARGE else parse(body, at)
            kept = self.kind.lasting(answer.url if answer.moved else address, answer.body)
            # A day that is yet to come will come without a change: then everything is asked for again.
            etag, modified = ("", "") if seen.announced else (answer.etag, answer.modified)
        if self.kind.complete:
            seen = await self.kind.complete(seen, ref.where, lambda where: self.fetcher.get(where, at), at)
        return Looked(seen, kept, etag, modified)


@dataclass(frozen=True, slots=True)
class ApiReader:
    """Reads accounts with a key: ``seen`` says what an account shows, and is given the address that was found for it
    the last time; it raises SourceError."""

    seen: Callable[[str, str, datetime], Awaitable[Seen]]

    async def look(self, ref: SourceRef, visit: Visit, at: datetime) -> Looked:
        """What the account says."""
        return Looked(await self.seen(ref.where, visit.address, at), visit.address, visit.etag, visit.modified)


@dataclass(frozen=True, slots=True)
class TwoWays:
    """Looks without a key first, and with it where that fails."""

    first: Reader
    second: Reader

    async def look(self, ref: SourceRef, visit: Visit, at: datetime) -> Looked:
        """What the source says; if neither way works, the first one's error is raised."""
        try:
            return await self.first.look(ref, visit, at)
        except SourceError as error:
            try:
                return await self.second.look(ref, visit, at)
            except SourceError:
                raise error from None
