"""The bot in a workspace, with its stores on disk, on a clock that only the test moves."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web

from bot.app.application import Application
from bot.app.bootstrap import OPERATOR, Opening, build
from bot.settings import Settings
from bot.surfaces.surface import Surface
from bot.surfaces.web import web_application
from tests.support.bot_in_memory import REGISTER, StoppedClock, answers_of_ours


@dataclass
class ClockedBot:
    """The bot. Nothing happens by itself: rounds are gone, and the outbox is worked off, when the test says so."""

    application: Application
    surface: Surface
    clock: StoppedClock
    url: str
    """Where it listens for what comes from the workspace."""

    async def settle(self) -> None:
        """Let what somebody has done come to its end, and what it tells others go out."""
        await self.surface.drain()
        await self.application.deliver(self.clock.at)

    def add_clock_to(self, app: web.Application) -> None:
        """Serve the bot's time at ``/clock``, and let what is posted there move it."""
        app.router.add_get("/clock", self._show)
        app.router.add_post("/clock", self._move)

    async def _show(self, request: web.Request) -> web.Response:
        return web.Response(text=self.clock.at.isoformat())

    async def _move(self, request: web.Request) -> web.Response:
        """Let time pass until the moment in the body: each round is gone at its hour, and what comes of it goes out."""
        to = datetime.fromisoformat(await request.text()).astimezone(self.application.settings.zone)
        await self.settle()
        await self.application.pass_time(self.clock.at, to)
        self.clock.at = to
        return web.Response()


@asynccontextmanager
async def bot_on_a_clock(
    settings: Settings, clock: StoppedClock, opening: Opening, *, path: str = "/slack/events", register: str = ""
) -> AsyncIterator[ClockedBot]:
    """A bot that was set up when ``clock`` showed what it shows now, in the workspace that ``opening`` opens, which
    sends to ``path``; with ``register`` in it, or the small one."""
    async with build(settings, opening, clock=clock, answers=answers_of_ours()) as application:
        document = json.loads(register or REGISTER.read_text(encoding="utf-8"))
        await application.transfer.import_document(OPERATOR, document, clock.now())
        (surface,) = application.surfaces
        await application.start(clock.now())
        app = web_application(application.stores, [surface])
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            url = f"http://127.0.0.1:{runner.addresses[0][1]}{path}"
            yield ClockedBot(application, surface, clock, url)
            await surface.drain()
        finally:
            await runner.cleanup()
