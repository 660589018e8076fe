"""A website on this machine, for bots that may look at it by its address."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from tests.support.serving_locally import served


@dataclass
class LocalSite:
    """A site at ``host``: what each page links, by path."""

    links: dict[str, list[str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    host: str = ""

    @property
    def url(self) -> str:
        return f"http://{self.host}/"

    async def handle(self, request: web.Request) -> web.Response:
        self.asked.append(request.path)
        links = self.links.get(request.path)
        if links is None:
            return web.Response(status=404)
        return web.Response(text="".join(f'<a href="{one}">Some</a>' for one in links), content_type="text/html")


@asynccontextmanager
async def local_site() -> AsyncIterator[LocalSite]:
    """Serve a website for as long as the block runs."""
    site = LocalSite()
    async with served(site.handle) as site.host:
        yield site
