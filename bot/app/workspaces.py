"""The workspaces that are set up: how the surface in each is opened. A new kind of workspace is added here.

What a surface needs is imported where it is opened: the console and most commands start a tenth of a second sooner.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.app.application import Application
from bot.app.bootstrap import Opening
from bot.settings import Settings, has_slack, slack_secrets
from bot.surfaces.surface import Surface


def workspaces(settings: Settings) -> tuple[Opening, ...]:
    """What opens the surface in each workspace that is set up, in the order in which people are sought in them.

    Raises SettingsError where what is set for one is incomplete.
    """
    return (slack(settings),) if has_slack(settings) else ()


def slack(settings: Settings, *, grace: float | None = None) -> Opening:
    """What opens the surface in the Slack workspace, and raises SettingsError where Slack refuses the settings;
    ``grace`` as for ``slack_surface``.

    Raises SettingsError where a setting is missing.
    """
    token, signing_secret = slack_secrets(settings)

    @asynccontextmanager
    async def opening(application: Application) -> AsyncIterator[Surface]:
        from bot.surfaces.slack.background import GRACE
        from bot.surfaces.slack.connection import connect
        from bot.surfaces.slack.surface import SCHEME, slack_surface

        async with connect(token, settings.slack_api_url) as connection:
            bot = application.seen_from(SCHEME)
            yield slack_surface(connection, bot, signing_secret, grace=GRACE if grace is None else grace)

    return opening
