"""The Slack surface, put together for one workspace."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from aiohttp import web
from slack_bolt.async_app import AsyncApp

from bot.domain.people import WorkspaceAccount
from bot.messages.notices import render
from bot.services.heard import Heard
from bot.services.ports import Store
from bot.surfaces.background import GRACE, Background
from bot.surfaces.slack.arrivals import Arrivals
from bot.surfaces.slack.connection import Connection
from bot.surfaces.slack.conversing import Conversing
from bot.surfaces.slack.directory import Directory
from bot.surfaces.slack.listening.events import Events
from bot.surfaces.slack.listening.interactions import Interactions
from bot.surfaces.slack.listening.listeners import make_app
from bot.surfaces.slack.listening.readers import Readers
from bot.surfaces.slack.notifier import SlackNotifier
from bot.surfaces.slack.roster import Roster
from bot.surfaces.slack.scopes import SPEAKING
from bot.surfaces.slack.showing import Showing
from bot.surfaces.surface import Bot

SCHEME: Final = "slack:"
_PATIENCE: Final = 10.0
"""Seconds that replies under way have when the bot stops."""


class Door(Protocol):
    """How what Slack sends comes in: over HTTP, or over a socket that the bot opens."""

    async def open(self) -> None:
        """See to it that Slack can send. Raises SettingsError where it will not."""
        ...

    def add_to(self, app: web.Application) -> None:
        """Serve what Slack asks for, under a path of its own."""
        ...

    async def keep_up(self) -> None:
        """Do what goes on beside the requests, until cancelled."""
        ...

    async def stop(self) -> None:
        """Take nothing more in, and let what was taken in be acknowledged, within some seconds."""
        ...

    def trouble(self) -> str | None:
        """Why nothing comes in; None where all is well as far as can be told."""
        ...

    def limits(self) -> tuple[str, ...]:
        """What may keep things from coming in, though strangers could have caused it."""
        ...


@dataclass(frozen=True, slots=True)
class SlackSurface:
    """A ``Surface`` for the people of one workspace: what answers Slack's requests, and what is still under way."""

    notifier: SlackNotifier
    directory: Directory
    door: Door
    background: Background
    roster: Roster
    connection: Connection
    arrivals: Arrivals
    scheme: str = SCHEME

    async def account(self, reference: str, at: datetime) -> WorkspaceAccount:
        """Whose account it is that ``reference`` names, as the workspace's directory says."""
        return await self.directory.account(reference, at)

    def add_to(self, app: web.Application) -> None:
        """Serve Slack's requests under `/slack/events`, unless they come over a socket; nothing else is touched."""
        self.door.add_to(app)

    async def keep_up(self) -> None:
        """Keep the register's people up with the workspace's directory, and the ways in and out, until cancelled."""
        health = self.connection.health.keep_up(self.connection.once)
        await asyncio.gather(self.arrivals.keep_up(), self.roster.keep_up(), self.door.keep_up(), health)

    async def drain(self) -> None:
        """Let the replies under way get through before the bot stops."""
        await self.door.stop()
        await self.background.drain(_PATIENCE)

    def trouble(self) -> str | None:
        """Why nothing is heard from Slack or can be said there; None where all is well as far as can be told."""
        silenced = next((scope.missing for scope in self.connection.health.missing if scope.name == SPEAKING), None)
        return self.connection.health.trouble or silenced or self.door.trouble()

    def limits(self) -> tuple[str, ...]:
        """What the bot does without, since the app lacks scopes, or perhaps its requests their signature, or a part of
        the app never sends anything."""
        without = (scope.missing for scope in self.connection.health.missing)
        return (*without, *self.door.limits(), *self.arrivals.limits())


def slack_surface(
    connection: Connection, bot: Bot, store: Store, door_to: Callable[[AsyncApp], Door], *, grace: float = GRACE
) -> SlackSurface:
    """The surface of ``bot`` on ``connection``. ``store`` keeps what has come of which kind, ``door_to`` makes the way
    in to Bolt's application; ``grace`` is the seconds for which an acknowledgement waits for what it could take along.
    """
    directory, showing = Directory(connection), Showing(connection)
    background = Background(bot.interruptions, bot.claims, grace)
    roster = Roster(directory, bot.people, bot.staffing, bot.absences, bot.clock)
    conversing = Conversing(bot.handle, directory, bot.people, roster, background, bot.named)
    readers = Readers()
    interactions = Interactions(bot, conversing, showing, background, readers)
    events = Events(bot, connection, conversing, roster, showing, background, readers)
    arrivals = Arrivals(Heard(store, SCHEME), bot.clock, bot.command, bot.language)
    return SlackSurface(
        notifier=SlackNotifier(connection, directory, render, bot.language),
        directory=directory,
        door=door_to(make_app(connection, bot.command, interactions, events, arrivals)),
        background=background,
        roster=roster,
        connection=connection,
        arrivals=arrivals,
    )
