"""The bot as a process of its own, on a clock that moves when it is told to, in Playgrounds that sign nothing.

The bot lets in what the Bot Connector service has signed, as ever. Between the two is a relay, which is that service to
the bot: it signs what the Playground sends with keys of its own, at the bot's time, gives the bot the token for its own
calls, and passes on what is called with that token. Of the bot's own checks nothing is left out.

``python -m tests.playground.clocked_bot TIME``: the settings are in the environment, as for ``serve``; TIME is when the
bot is set up. ``POST /clock`` moves the clock to the time in the body, and does what falls due on the way.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, Final

from aiohttp import ClientSession, web
from yarl import URL

from bot.app.application import Application
from bot.app.bootstrap import Opening
from bot.logs import set_up_logging
from bot.settings import Settings
from bot.surfaces.surface import Surface
from bot.surfaces.teams.connection import AppToken, Connector
from bot.surfaces.teams.gate import SigningKeys, TokenGate
from bot.surfaces.teams.surface import PATH, teams_surface
from bot.surfaces.web import serve
from tests.fake_slack.calling import PATIENCE
from tests.fake_teams.issuer import APP_ID, TENANT, Issuer, bearer
from tests.fake_teams.tenant import in_teams
from tests.playground.lens import asked, shown
from tests.support.bot_in_memory import REGISTER, StoppedClock
from tests.support.bot_on_a_clock import ClockedBot, bot_on_a_clock

Json = dict[str, Any]

LOCALE: Final = "PLAYGROUND_LOCALE"
"""The setting that has the language in which people have Teams; the Playground says "en-US" for everybody."""
SLASH: Final = "/some"
"""With this word a text is a slash command, whose sender alone sees it and its reply; the Playground has none."""
SECRET, TOKEN = "a-secret-of-the-bot", "a-token-of-the-bot"


class Relay:
    """The Bot Connector service between the bot and the Playgrounds, one for each person, by what they have sent."""

    def __init__(self, bot: ClockedBot, locale: str, service_url: str, session: ClientSession) -> None:
        self._bot = bot
        self._locale = locale
        self._service_url = service_url
        self._session = session
        self._connectors: dict[str, str] = {}  # of people and of conversations
        self._installed: set[str] = set()

    def add_to(self, app: web.Application) -> None:
        """Serve what both sides ask for, and the clock."""
        app.router.add_post(PATH, self.pass_in)
        app.router.add_post("/unsigned", self.pass_unsigned)
        app.router.add_post("/v3/conversations", self.open)
        app.router.add_route("*", "/v3/{rest:.*}", self.pass_out)
        self._bot.add_clock_to(app)

    async def pass_in(self, request: web.Request) -> web.Response:
        """The bot's answer to what the Playground sends, signed."""
        sent = await request.json()
        for place in (sent["from"]["id"], sent["conversation"]["id"]):
            self._connectors[place] = sent["serviceUrl"]
        activity = {**sent, "serviceUrl": self._service_url, "locale": self._locale}
        if activity["type"] == "installationUpdate":
            change = self._installed.add if activity["action"] == "add" else self._installed.discard
            change(activity["from"]["aadObjectId"])
        if SLASH in (activity.get("text") or "").split():
            # So it arrives in channels and groups
            # (https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/agent-slash-commands).
            activity["recipient"] = {**activity["recipient"], "isTargeted": True}
        return await self._to_bot(activity, bearer(self._bot.clock.at, serviceurl=self._service_url))

    async def pass_unsigned(self, request: web.Request) -> web.Response:
        """The bot's answer to what somebody else sends, with whatever they sign it with."""
        activity = {**await request.json(), "serviceUrl": self._service_url}
        return await self._to_bot(activity, request.headers.get("Authorization", ""))

    async def _to_bot(self, activity: Json, authorization: str) -> web.Response:
        headers = {"Authorization": authorization}
        async with self._session.post(self._bot.url, json=activity, headers=headers) as answer:
            body = shown(await answer.read())
            return web.Response(status=answer.status, body=body, content_type=answer.content_type)

    async def open(self, request: web.Request) -> web.Response:
        """The conversation with somebody. Whoever has not installed the app is not written to: so it is in Teams, while
        the Playground knows nothing of who has."""
        (member,) = (await request.json())["members"]
        if member["id"] not in self._installed:
            return web.json_response({"error": {"code": "ForbiddenOperationException"}}, status=403)
        return await self._to_playground(request, member["id"])

    async def pass_out(self, request: web.Request) -> web.Response:
        """The Playground's answer to what the bot calls of a conversation, with its token."""
        return await self._to_playground(request, request.path.split("/")[3])

    async def _to_playground(self, request: web.Request, place: str) -> web.Response:
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return web.json_response({"error": {"code": "Unauthorized"}}, status=401)
        # As it was written: what is percent-encoded in an id stays so.
        address = URL(f"{self._connectors[place]}{asked(request.raw_path)}", encoded=True)
        headers = {"Content-Type": "application/json"}
        body = shown(await request.read())
        async with self._session.request(request.method, address, data=body or None, headers=headers) as answer:
            return web.Response(status=answer.status, body=await answer.read(), content_type=answer.content_type)


async def give_token(request: web.Request) -> web.Response:
    """The bot's token, for its secret."""
    form = await request.post()
    if (form.get("client_id"), form.get("client_secret")) != (APP_ID, SECRET):
        return web.json_response({"error": "invalid_client"}, status=401)
    return web.json_response({"access_token": TOKEN, "expires_in": 3599, "token_type": "Bearer"})


def opening_at(service_url: str) -> Opening:
    """What opens the surface in Teams, whose service is at ``service_url``."""

    @asynccontextmanager
    async def opening(application: Application) -> AsyncIterator[Surface]:
        async with ClientSession() as session:
            yield teams_surface(
                application.seen_from("teams:"),
                application.store,
                TokenGate(APP_ID, frozenset({TENANT}), SigningKeys(session, f"{service_url}metadata")),
                Connector(session, AppToken(session, APP_ID, SECRET, TENANT, login=service_url.rstrip("/")).get),
                client_id=APP_ID,
                tenant=TENANT,
                service_url=service_url,
                grace=PATIENCE,
                waiting=PATIENCE,
            )

    return opening


async def main(at: datetime, locale: str) -> None:
    """Run until the process is told to stop."""
    settings = Settings()
    clock = StoppedClock(at.astimezone(settings.zone))
    service_url = f"http://127.0.0.1:{settings.port}/"
    opening, register = opening_at(service_url), in_teams(REGISTER.read_text(encoding="utf-8"))
    async with (
        ClientSession() as session,
        bot_on_a_clock(settings, clock, opening, path=PATH, register=register) as bot,
    ):
        app = web.Application()
        Issuer().add_to(app)
        app.router.add_post("/{tenant}/oauth2/v2.0/token", give_token)
        Relay(bot, locale, service_url, session).add_to(app)
        await serve(app, "127.0.0.1", settings.port)


if __name__ == "__main__":
    set_up_logging(logging.INFO)
    asyncio.run(main(datetime.fromisoformat(sys.argv[1]), os.environ[LOCALE]))
