"""A monitor on this machine, as healthchecks.io is one: it hears of rounds at an address that holds a key."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

KEY = "8e1f-avain"


@dataclass
class Monitor:
    """What it has heard, as it stands behind the key, and the ``status`` that it answers with; with ``held``, it
    answers nothing until that is set."""

    heard: list[str] = field(default_factory=list)
    status: int = 200
    held: asyncio.Event | None = None
    url: str = ""
    news: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def until_heard(self, number: int) -> list[str]:
        async with asyncio.timeout(30), self.news:
            await self.news.wait_for(lambda: len(self.heard) >= number)
        return self.heard

    async def answer(self, request: web.Request) -> web.Response:
        assert request.method == "GET"
        async with self.news:
            self.heard.append(request.path_qs.removeprefix(f"/{KEY}"))
            self.news.notify_all()
        if self.held is not None:
            await self.held.wait()
        return web.Response(status=self.status, headers={"Location": "/elsewhere"})


@asynccontextmanager
async def monitor() -> AsyncIterator[Monitor]:
    """A monitor that listens for as long as the block runs."""
    one, app = Monitor(), web.Application()
    app.router.add_get("/{path:.*}", one.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        one.url = f"http://127.0.0.1:{runner.addresses[0][1]}/{KEY}"
        yield one
    finally:
        await runner.cleanup()
