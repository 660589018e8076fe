"""The bot in a Slack workspace, with its stores on disk, on a clock that only the test moves."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from bot.app.application import Application
from bot.app.bootstrap import OPERATOR, WORK, assemble
from bot.messages.notices import render
from bot.services.questions.documents import COLLECTIONS as QUESTIONS
from bot.settings import Settings, slack_secrets
from bot.storage.stores import EmbeddedStores
from bot.surfaces.slack.app import SlackSurface, slack_surface
from bot.surfaces.slack.background import GRACE
from bot.surfaces.slack.connection import connect
from bot.surfaces.slack.directory import Directory
from bot.surfaces.slack.notifier import SlackNotifier
from bot.surfaces.web import web_application
from tests.support.bot_in_memory import REGISTER, StoppedClock, answers_of_ours


@dataclass
class ClockedBot:
    """The bot. Nothing happens by itself: rounds are gone, and the outbox is worked off, when the test says so."""

    application: Application
    surface: SlackSurface
    clock: StoppedClock
    url: str
    """Where it listens for Slack's requests."""

    async def settle(self) -> None:
        """Let what somebody has done come to its end, and what it tells others go out."""
        await self.surface.drain()
        await self.application.deliver(self.clock.at)


@asynccontextmanager
async def bot_on_a_clock(settings: Settings, clock: StoppedClock, *, grace: float = GRACE) -> AsyncIterator[ClockedBot]:
    """A bot that was set up when ``clock`` showed what it shows now, with the small register in it."""
    token, signing_secret = slack_secrets(settings)
    async with AsyncExitStack() as opened:
        connection = await opened.enter_async_context(connect(token, settings.slack_api_url))
        stores = await EmbeddedStores.open(settings.data_dir, work=WORK, questions=QUESTIONS)
        opened.push_async_callback(stores.close)
        directory = Directory(connection)
        application = assemble(
            settings,
            stores.register,
            work=stores.work,
            questions=stores.questions,
            clock=clock,
            surface=SlackNotifier(connection, directory, render, settings.language),
            answers=answers_of_ours(),
        )
        services = application.services
        opened.push_async_callback(application.settle)
        document = json.loads(REGISTER.read_text(encoding="utf-8"))
        await application.transfer.import_document(OPERATOR, document, clock.now())
        surface = slack_surface(
            connection,
            directory,
            signing_secret=signing_secret,
            handle=application.conversation.handle,
            people=services.people,
            staffing=services.staffing,
            clock=clock,
            command=settings.command,
            language=settings.language,
            grace=grace,
        )
        await application.start(clock.now())
        app = web_application(application.stores)
        surface.add_to(app)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        opened.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
        yield ClockedBot(application, surface, clock, url)
        await surface.drain()
