"""The Slack surface, put together for one workspace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from aiohttp import web

from bot.domain.people import Account
from bot.messages.notices import render
from bot.surfaces.slack.background import GRACE, Background
from bot.surfaces.slack.connection import Connection
from bot.surfaces.slack.conversing import Conversing
from bot.surfaces.slack.directory import Directory
from bot.surfaces.slack.listening.deduplication import Claims
from bot.surfaces.slack.listening.events import Events
from bot.surfaces.slack.listening.gate import PATH, Gate
from bot.surfaces.slack.listening.interactions import Interactions
from bot.surfaces.slack.listening.listeners import make_app
from bot.surfaces.slack.notifier import SlackNotifier
from bot.surfaces.slack.roster import Roster
from bot.surfaces.slack.showing import Showing
from bot.surfaces.surface import Bot

SCHEME: Final = "slack:"
_PATIENCE: Final = 10.0
"""Seconds that replies under way have when the bot stops."""


@dataclass(frozen=True, slots=True)
class SlackSurface:
    """A ``Surface`` for the people of one workspace: what answers Slack's requests, and what is still under way."""

    notifier: SlackNotifier
    directory: Directory
    gate: Gate
    background: Background
    roster: Roster
    scheme: str = SCHEME

    async def account(self, reference: str, at: datetime) -> Account:
        """Whose account it is that ``reference`` names, as the workspace's directory says."""
        return await self.directory.account(reference, at)

    def add_to(self, app: web.Application) -> None:
        """Serve Slack's requests under `/slack/events`; nothing else of ``app`` is touched."""
        app.router.add_post(PATH, self.gate.handle)

    async def keep_up(self) -> None:
        """Keep the register's people up with the workspace's directory, until cancelled."""
        await self.roster.keep_up()

    async def drain(self) -> None:
        """Let the replies under way get through before the bot stops."""
        await self.background.drain(_PATIENCE)


def slack_surface(connection: Connection, bot: Bot, signing_secret: str, *, grace: float = GRACE) -> SlackSurface:
    """The surface of ``bot`` on ``connection``; ``grace`` is the seconds for which an acknowledgement waits for what it
    could take along."""
    directory, showing, background = Directory(connection), Showing(connection), Background(bot.interruptions, grace)
    roster = Roster(directory, bot.people, bot.staffing, bot.clock)
    conversing = Conversing(
        handle=bot.handle, directory=directory, people=bot.people, roster=roster, background=background
    )
    interactions = Interactions(
        conversing=conversing, showing=showing, background=background, clock=bot.clock, language=bot.language
    )
    events = Events(
        conversing=conversing,
        roster=roster,
        showing=showing,
        background=background,
        claims=Claims(),
        clock=bot.clock,
        bot_user_id=connection.workspace.bot_user_id,
    )
    return SlackSurface(
        notifier=SlackNotifier(connection, directory, render, bot.language),
        directory=directory,
        gate=Gate(make_app(connection, bot.command, interactions, events), signing_secret, bot.clock),
        background=background,
        roster=roster,
    )
