"""The bot in this process, with its stores on disk and its way to the fake, on a clock that only the test moves."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from aiohttp import web

from bot.application import Application
from bot.bootstrap import OPERATOR, WORK, assemble
from bot.messages.notices import render
from bot.services.question_records import COLLECTIONS as QUESTIONS
from bot.settings import Settings
from bot.storage.stores import EmbeddedStores
from bot.surfaces.slack.app import SlackSurface, slack_surface
from bot.surfaces.slack.connection import connect
from bot.surfaces.slack.directory import Directory
from bot.surfaces.slack.notifier import SlackNotifier
from bot.surfaces.web import web_application
from tests.bot_in_memory import REGISTER, StoppedClock, answers_of_ours
from tests.fake_slack.sending import Sender
from tests.fake_slack.server import PATIENCE, FakeSlack
from tests.fake_slack.somebody import Somebody
from tests.fake_slack.workspace import BOT_USER, Shown, User


@dataclass
class BotOnAClock:
    """The bot. Nothing happens by itself: rounds are gone, and the outbox is worked off, when the test says so."""

    application: Application
    clock: StoppedClock
    slack: FakeSlack
    surface: SlackSurface
    url: str

    def somebody(self, user: str) -> Somebody:
        """A person whose Slack shows the bot's time."""
        sender = Sender(self.url, self.slack.signing_secret, now=lambda: self.clock.at.timestamp())
        return Somebody(self.slack, sender, user)

    async def round(self, at: datetime) -> dict[str, Shown]:
        """Let it be ``at`` and go the round of then; the direct messages that come of it, by person."""
        self.clock.at = at
        there = len(self.slack.workspace.shown)
        await self.application.go_round_and_deliver(at)
        new = self.slack.workspace.shown[there:]
        arrived = {next(iter(self.slack.workspace.places[one.place].members - {BOT_USER})): one for one in new}
        assert len(arrived) == len(new), "more than one message to a person"
        return arrived

    async def settle(self) -> None:
        """Let what somebody has done come to its end, and what it tells others go out."""
        await self.surface.drain()
        await self.application.deliver(self.clock.at)


@asynccontextmanager
async def on_a_clock(
    folder: Path, slack: FakeSlack, at: datetime, *, grace: float = PATIENCE
) -> AsyncIterator[BotOnAClock]:
    """A bot that was set up ``at`` that time, with the small register in it and everybody of it in the workspace.

    With a ``grace`` of 0 it acknowledges everything before it is done, as on a slow disk; else when it is done.
    """
    settings = Settings(
        data_dir=folder / "data",
        ict_secretaries=("slack:U0ICT0001",),
        deciders=("slack:U0BOSS001",),
        rate_limit=0,
        days_off=(),
    )
    clock, document = StoppedClock(at), json.loads(REGISTER.read_text(encoding="utf-8"))
    known = slack.workspace.users
    for person in document["people"]:
        user = person["identities"][0].removeprefix("slack:")
        slack.workspace.add(known.get(user) or User(user, person["display_name"]))
    async with AsyncExitStack() as opened:
        connection = await opened.enter_async_context(connect(slack.token, slack.api_url))
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
        opened.push_async_callback(application.services.questions.close)
        await application.transfer.import_document(OPERATOR, document, at)
        services = application.services
        surface = slack_surface(
            connection,
            directory,
            signing_secret=slack.signing_secret,
            handle=application.conversation.handle,
            people=services.people,
            staffing=services.staffing,
            clock=clock,
            command=settings.command,
            language=settings.language,
            grace=grace,
        )
        await services.questions.start(at)
        app = web_application(application.stores)
        surface.add_to(app)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        opened.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
        yield BotOnAClock(application, clock, slack, surface, url)
        await surface.drain()
