"""An outside that does as a test says: what each account shows, which fail, and which services are out. How it is gone
round, and how often, is the real thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncGenerator, Iterable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import datetime

from bot.activity.links import PageLink, WebPage
from bot.activity.model import Failure, Seen, SourceError, SourceReport, Visit, Watched
from bot.activity.outages import PlatformOut
from bot.activity.reading import Looked
from bot.activity.source import SourceKind, SourceRef, source_at, source_of
from bot.activity.watching import watch
from bot.domain.accounts.platforms import Platforms
from bot.domain.channels import Channel


@dataclass
class StagedOutside:
    """By kind and name (``instagram/museo``): when the newest post was, and why it can not be read."""

    platforms: Platforms
    posts: dict[str, datetime] = field(default_factory=dict)
    failing: dict[str, Failure] = field(default_factory=dict)
    out: dict[str, Failure] = field(default_factory=dict)
    """Services that are out."""
    partial: set[str] = field(default_factory=set)
    """Those that do not show all that the account does."""
    unread: set[SourceKind] = field(default_factory=set)
    """Kinds for which there is no key."""
    shown: dict[str, datetime] = field(default_factory=dict)
    """The newest post that a look has read."""
    looked: Counter[str] = field(default_factory=Counter)

    def source_of(self, channel: Channel) -> SourceRef | None:
        if channel.source is not None:
            return source_at(channel.source.url, self.platforms)
        ref = source_of(channel.url, channel.platform, self.platforms, channel.handle)
        return None if ref is None or ref.kind in self.unread else ref

    async def watch(self, sources: Iterable[Watched], at: datetime) -> AsyncGenerator[SourceReport | PlatformOut]:
        async with aclosing(watch(sources, dict.fromkeys(SourceKind, self), at, gap=0)) as told:
            async for one in told:
                yield one

    async def look(self, ref: SourceRef, visit: Visit, at: datetime) -> Looked:
        name = f"{ref.kind}/{ref.where}"
        self.looked[name] += 1
        why = self.out.get(ref.service) or self.failing.get(name)
        if why is not None:
            raise SourceError(why)
        newest = self.posts.get(name)
        if newest is not None:
            self.shown[name] = newest
        seen = Seen(newest, f"Title of {ref.where}", f"https://posts.example/{name}")
        return Looked(Seen(newest, seen.title, seen.link, whole=name not in self.partial), f"feed of {name}")


@dataclass
class StagedWebsite:
    """A website with one page a path: what each links, or why the website can not be read."""

    links: dict[str, list[str]] = field(default_factory=dict)
    """By path; a link that begins with ``me:`` is one that the page calls its own."""
    failing: Failure | None = None
    profiles: Mapping[str, list[PageLink]] = field(default_factory=dict)
    """What accounts link themselves, by the channel's id."""
    addresses: tuple[str, ...] = ("https://www.kunta.example/",)
    read: int = 0

    async def pages(self, address: str, at: datetime) -> AsyncGenerator[WebPage]:
        self.read += 1
        if self.failing is not None:
            raise SourceError(self.failing)
        for path, urls in self.links.items():
            links = (PageLink(url.removeprefix("me:"), "Some", me=url.startswith("me:")) for url in urls)
            yield WebPage(f"{address.rstrip('/')}{path}", tuple(links))

    async def profile_links(self, channel: Channel, at: datetime) -> tuple[PageLink, ...]:
        return tuple(self.profiles.get(channel.id, ()))
