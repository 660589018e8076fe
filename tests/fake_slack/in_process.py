"""The bot in this process, on the fake's workspace, with a clock that stands still until it is told otherwise: for what
takes days. Processes with the real clock are in ``serving``."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.application import Application
from bot.bootstrap import OPERATOR, assemble
from bot.messages.notices import render
from bot.settings import Settings
from bot.storage.memory import MemoryRegisterStore
from bot.surfaces.slack.app import slack_surface
from bot.surfaces.slack.connection import connect
from bot.surfaces.slack.directory import Directory
from bot.surfaces.slack.notifier import SlackNotifier
from tests.bot_in_memory import REGISTER, StoppedClock, answers_of_ours
from tests.fake_slack.sending import FORM, Answer, Sender
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.somebody import Somebody


@dataclass
class ClockedSender(Sender):
    """Signs with the time of ``clock``, as a Slack of that day would."""

    clock: StoppedClock | None = None

    async def post(
        self,
        body: bytes,
        content_type: str = FORM,
        *,
        timestamp: str | None = None,
        signature: str | None = None,
        secret: str | None = None,
        headers: Mapping[str, str | None] | None = None,
    ) -> Answer:
        at = timestamp or (str(int(self.clock.now().timestamp())) if self.clock else None)
        return await super().post(body, content_type, timestamp=at, signature=signature, secret=secret, headers=headers)


@dataclass
class Workplace:
    """The bot and its workspace."""

    application: Application
    clock: StoppedClock
    slack: FakeSlack
    url: str

    def somebody(self, user: str) -> Somebody:
        return Somebody(self.slack, ClockedSender(self.url, self.slack.signing_secret, clock=self.clock), user)

    async def round(self, at: datetime) -> None:
        """Let it be ``at``, and all that is due then arrive."""
        self.clock.at = at
        await self.application.go_round_and_deliver(at)


@asynccontextmanager
async def working(slack: FakeSlack) -> AsyncIterator[Workplace]:
    """A bot with the tests' register, which it was given two weeks before reminders begin."""
    clock = StoppedClock()
    settings = Settings(ict_secretaries=("slack:U0ICT0001",), slack_api_url=slack.api_url)
    async with connect(slack.token, slack.api_url) as connection:
        directory = Directory(connection)
        application = assemble(
            settings,
            MemoryRegisterStore(),
            clock=clock,
            surface=SlackNotifier(connection, directory, render, settings.language),
            answers=answers_of_ours(),
        )
        document = json.loads(REGISTER.read_text(encoding="utf-8"))
        await application.transfer.import_document(OPERATOR, document, clock.now())
        surface = slack_surface(
            connection,
            directory,
            signing_secret=slack.signing_secret,
            handle=application.conversation.handle,
            people=application.services.people,
            staffing=application.services.staffing,
            clock=clock,
            command=settings.command,
            language=settings.language,
        )
        app = web.Application()
        surface.add_to(app)
        async with TestServer(app) as server:
            yield Workplace(application, clock, slack, str(server.make_url("/slack/events")))
            await surface.drain()
        await application.services.questions.close()
