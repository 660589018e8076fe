"""The outside as it is reached over the web, which is only set up when something is looked at."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.activity.destinations import Destinations, internal_hosts
from bot.activity.links import PageLink, WebPage
from bot.activity.model import SourceReport, Watched
from bot.activity.outages import PlatformOut
from bot.activity.politeness import GAP
from bot.activity.source import NEED_KEY, SourceRef, source_at, source_of
from bot.domain.accounts.platforms import Platforms
from bot.domain.channels import Channel
from bot.setting_values import secret
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.activity.fetcher import Fetcher
    from bot.activity.reading import Readers
    from bot.activity.sources.kind import Get


class Web:
    """An ``Outside`` and a ``Website``: all sources that can be read with the settings' keys, and the settings' pages;
    with ``inside_only``, those on the internal hosts alone, which need no rest. To be closed in the end."""

    def __init__(self, settings: Settings, platforms: Platforms, *, inside_only: bool = False) -> None:
        self._settings = settings
        self._platforms = platforms
        self._inside_only = inside_only
        self._gap = 0 if inside_only else GAP
        self._destinations = Destinations(internal_hosts(settings.internal_hosts))
        self._open: tuple[Fetcher, Readers] | None = None

    def source_of(self, channel: Channel) -> SourceRef | None:
        """The source that was written down for ``channel``, else its own address, where it may be read."""
        ref = known_source(channel, self._platforms)
        return ref if ref is not None and self._may_read(ref) else None

    async def watch(self, sources: Iterable[Watched], at: datetime) -> AsyncGenerator[SourceReport | PlatformOut]:
        """Look at the sources that are due ``at``."""
        sources = list(sources)
        if not any(one.visit.is_due(at) for one in sources):
            return
        from bot.activity.watching import watch

        _, readers = self._opened()
        async with aclosing(watch(sources, readers, at, gap=self._gap)) as told:
            async for one in told:
                yield one

    @property
    def addresses(self) -> tuple[str, ...]:
        """The website's pages that may be read."""
        return tuple(one for one in self._settings.website if not self._inside_only or self._is_inside(one))

    async def pages(self, address: str, at: datetime) -> AsyncGenerator[WebPage]:
        """The page at ``address``, and those below it."""
        from bot.activity.website import pages_of

        async with aclosing(pages_of(address, self._get(at), lambda: asyncio.sleep(self._gap))) as pages:
            async for page in pages:
                yield page

    async def profile_links(self, channel: Channel, at: datetime) -> tuple[PageLink, ...]:
        """What the account of ``channel`` links, where that can be read."""
        from bot.activity.website import profile_links

        ref = source_of(channel.url, channel.platform, self._platforms, channel.handle)
        return await profile_links(ref, self._get(at)) if ref is not None and self._may_read(ref) else ()

    def _get(self, at: datetime) -> Get:
        fetcher, _ = self._opened()
        return lambda address: fetcher.get(address, at)

    async def close(self) -> None:
        """Close all connections."""
        if self._open is not None:
            fetcher, _ = self._open
            await fetcher.close()

    def _opened(self) -> tuple[Fetcher, Readers]:
        if self._open is None:
            from bot.activity.fetcher import Fetcher
            from bot.activity.reading import readers

            settings = self._settings
            fetcher = Fetcher(contact_in(settings), self._destinations)
            self._open = fetcher, readers(fetcher, secret(settings.meta_token), secret(settings.youtube_api_key))
        return self._open

    def _may_read(self, ref: SourceRef) -> bool:
        if self._inside_only:
            return not ref.is_platform and self._is_inside(ref.where)
        return ref.kind not in NEED_KEY or bool(secret(self._settings.meta_token))

    def _is_inside(self, address: str) -> bool:
        try:
            where = urlsplit(address)
            port = where.port or {"http": 80, "https": 443}.get(where.scheme, 0)
        except ValueError:
            return False
        return self._destinations.is_internal(where.hostname or "", port)


def contact_in(settings: Settings) -> str:
    """Where whoever runs a server can reach the municipality: its website and its e-mail domains, as far as set."""
    return ", ".join((*settings.website[:1], *settings.email_domains))


def known_source(channel: Channel, platforms: Platforms) -> SourceRef | None:
    """Where the updates of ``channel`` can be seen, with whatever key: at the address that was written down for that,
    else at the channel's own; both as they are written."""
    if channel.source is not None:
        return source_at(channel.source.url, platforms)
    return source_of(channel.url, channel.platform, platforms, channel.handle)
