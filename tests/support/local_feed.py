"""A feed on this machine, for bots that may look at it by its address."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

from aiohttp import web

from tests.support.serving_locally import served
from tests.support.wild_feeds import dated, rss


@dataclass
class Feed:
    """The feed at ``url``; dead where it has no ``posts``."""

    posts: list[datetime] = field(default_factory=list)
    asked: int = 0
    host: str = ""

    @property
    def url(self) -> str:
        return f"http://{self.host}/feed"

    async def handle(self, request: web.Request) -> web.Response:
        self.asked += 1
        if not self.posts:
            return web.Response(status=410)
        items = [dated(f"{post:%a, %d %b %Y %H:%M:%S %z}") for post in self.posts]
        return web.Response(text=rss(*items), content_type="application/rss+xml")


@asynccontextmanager
async def local_feed() -> AsyncIterator[Feed]:
    """Serve a feed for as long as the block runs."""
    feed = Feed()
    async with served(feed.handle) as feed.host:
        yield feed
