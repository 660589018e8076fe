"""The workspaces that are set up: how the surface in each is opened. A new kind of workspace is added here.

What a surface needs is imported where it is opened: the console and most commands start a tenth of a second sooner.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from bot.app.application import Application
from bot.app.bootstrap import Opening
from bot.errors import SettingsError
from bot.settings import Settings, has_slack, has_teams, slack_secrets, teams_access
from bot.surfaces.surface import Surface

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp


def workspaces(settings: Settings) -> tuple[Opening, ...]:
    """What opens the surface in each workspace that is set up, in the order in which people are sought in them.

    Raises SettingsError where what is set for one is incomplete.
    """
    in_slack = (slack(settings),) if has_slack(settings) else ()
    in_teams = (teams(settings),) if has_teams(settings) else ()
    return (*in_slack, *in_teams)


def slack(settings: Settings, *, grace: float | None = None) -> Opening:
    """What opens the surface in the Slack workspace, and raises SettingsError where Slack refuses the settings;
    ``grace`` as for ``slack_surface``.

    Raises SettingsError where a setting is missing.
    """
    secrets = slack_secrets(settings)

    @asynccontextmanager
    async def opening(application: Application) -> AsyncIterator[Surface]:
        from bot.surfaces.background import GRACE
        from bot.surfaces.slack.connection import connect
        from bot.surfaces.slack.listening.gate import Gate
        from bot.surfaces.slack.listening.socket import Socket
        from bot.surfaces.slack.scopes import scopes_for
        from bot.surfaces.slack.surface import SCHEME, Door, slack_surface

        scopes = scopes_for(by_email=bool(settings.email_domains))
        async with connect(secrets.bot_token, settings.slack_api_url, scopes) as connection:
            bot = application.seen_from(SCHEME)

            def door_to(app: AsyncApp) -> Door:
                if secrets.app_token:
                    return Socket(app, connection, secrets.app_token, bot.clock)
                return Gate(app, secrets.signing_secret, bot.clock, bot.claims)

            patience = GRACE if grace is None else grace
            surface = slack_surface(connection, bot, application.store, door_to, grace=patience)
            await surface.door.open()
            yield surface

    return opening


def teams(settings: Settings) -> Opening:
    """What opens the surface in Teams.

    Raises SettingsError where a setting, or the library that checks signatures, is missing.
    """
    access = teams_access(settings)
    if find_spec("jwt") is None or find_spec("cryptography") is None:
        raise SettingsError("TEAMS_CLIENT_ID needs PyJWT: pip install -r requirements-teams.txt")

    @asynccontextmanager
    async def opening(application: Application) -> AsyncIterator[Surface]:
        from aiohttp import ClientSession

        from bot.surfaces.teams.activities import SCHEME
        from bot.surfaces.teams.connection import SERVICE_URL, AppToken, Connector, no_token
        from bot.surfaces.teams.gate import PlaygroundGate, SigningKeys, TokenGate
        from bot.surfaces.teams.surface import teams_surface

        tenants = frozenset({access.tenant_id})
        async with ClientSession() as session:
            if access.playground:
                gate: TokenGate | PlaygroundGate = PlaygroundGate(access.playground, tenants)
                token = no_token
            else:
                gate = TokenGate(access.client_id, tenants, SigningKeys(session))
                token = AppToken(session, access.client_id, access.client_secret, access.tenant_id).get
            yield teams_surface(
                application.seen_from(SCHEME),
                application.store,
                gate,
                Connector(session, token),
                client_id=access.client_id,
                tenant=access.tenant_id,
                service_url=access.playground or SERVICE_URL,
            )

    return opening
