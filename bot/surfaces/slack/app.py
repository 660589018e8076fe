"""The Slack surface, put together for one workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from aiohttp import web

from bot.domain.language import Language
from bot.services.ports import Clock
from bot.services.register.people import People
from bot.services.register.staffing import Staffing
from bot.surfaces.slack.background import GRACE, Background
from bot.surfaces.slack.connection import Connection
from bot.surfaces.slack.conversing import Conversing, Handle
from bot.surfaces.slack.deduplication import Claims
from bot.surfaces.slack.directory import Directory
from bot.surfaces.slack.events import Events
from bot.surfaces.slack.gate import PATH, Gate
from bot.surfaces.slack.interactions import Interactions
from bot.surfaces.slack.listeners import make_app
from bot.surfaces.slack.rendering.showing import Showing
from bot.surfaces.slack.roster import Roster

_PATIENCE: Final = 10.0
"""Seconds that replies under way have when the bot stops."""


@dataclass(frozen=True, slots=True)
class SlackSurface:
    """What answers Slack's requests, and what is still under way."""

    gate: Gate
    background: Background
    roster: Roster

    def add_to(self, app: web.Application) -> None:
        """Serve Slack's requests under `/slack/events`; nothing else of ``app`` is touched."""
        app.router.add_post(PATH, self.gate.handle)

    async def keep_up(self) -> None:
        """Keep the register's people up with the workspace's directory, until cancelled."""
        await self.roster.keep_up()

    async def drain(self) -> None:
        """Let the replies under way get through before the bot stops."""
        await self.background.drain(_PATIENCE)


def slack_surface(
    connection: Connection,
    directory: Directory,
    *,
    signing_secret: str,
    handle: Handle,
    people: People,
    staffing: Staffing,
    clock: Clock,
    command: str,
    language: Language,
    grace: float = GRACE,
) -> SlackSurface:
    """The surface on ``connection``; ``language`` is that of replies to nobody in particular, and ``grace`` the seconds
    for which an acknowledgement waits for what it could take along."""
    showing, background = Showing(connection), Background(grace)
    roster = Roster(directory, people, staffing, clock)
    conversing = Conversing(handle=handle, directory=directory, people=people, roster=roster, background=background)
    interactions = Interactions(
        conversing=conversing, showing=showing, background=background, clock=clock, language=language
    )
    events = Events(
        conversing=conversing,
        roster=roster,
        showing=showing,
        background=background,
        claims=Claims(),
        clock=clock,
        bot_user_id=connection.workspace.bot_user_id,
    )
    app = make_app(connection, command, interactions, events)
    return SlackSurface(Gate(app, signing_secret, clock), background, roster)
