"""The bot as a process of its own, on a clock that moves when it is told to, in a Slack that keeps real time.

Slack signs its requests with the time, and the bot refuses what is five minutes off its own clock. Between the two is a
relay, which checks the signature against real time and signs what it passes on anew, at the bot's time: of the bot's
own check nothing is left out.

``python -m tests.local_slack.clocked_bot TIME``: the settings are in the environment, as for ``serve``; TIME is when
the bot is set up. ``POST /clock`` moves the clock to the time in the body, and does what falls due on the way.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from datetime import datetime
from typing import Final

from aiohttp import ClientSession, web
from slack_sdk.signature import SignatureVerifier

from bot.app.workspaces import slack
from bot.logs import set_up_logging
from bot.settings import Settings, slack_secrets
from bot.surfaces.web import serve
from tests.fake_slack.calling import PATIENCE
from tests.fake_slack.sending import sign
from tests.support.bot_in_memory import StoppedClock
from tests.support.bot_on_a_clock import ClockedBot, bot_on_a_clock

_STAMP, _SIGNATURE = "X-Slack-Request-Timestamp", "X-Slack-Signature"
_KEPT: Final = ("Content-Type", "X-Slack-Retry-Num", "X-Slack-Retry-Reason")


class Relay:
    """Passes on what local-slack has signed."""

    def __init__(self, bot: ClockedBot, secret: str, session: ClientSession) -> None:
        self._bot = bot
        self._secret = secret
        self._session = session

    async def pass_on(self, request: web.Request) -> web.Response:
        """The bot's answer to a request of local-slack's."""
        body = await request.read()
        stamp, signature = (request.headers.get(name, "") for name in (_STAMP, _SIGNATURE))
        if not SignatureVerifier(self._secret).is_valid(body, stamp, signature):
            return web.Response(status=401)
        at = str(int(self._bot.clock.at.timestamp()))
        headers = {name: request.headers[name] for name in _KEPT if name in request.headers}
        headers |= {_STAMP: at, _SIGNATURE: sign(self._secret, at, body)}
        async with self._session.post(self._bot.url, data=body, headers=headers) as answer:
            return web.Response(
                status=answer.status, body=await answer.read(), headers={"Content-Type": answer.headers["Content-Type"]}
            )


async def main(at: datetime) -> None:
    """Run until the process is told to stop."""
    settings = Settings()
    clock = StoppedClock(at.astimezone(settings.zone))
    opening = slack(settings, grace=PATIENCE)
    async with ClientSession() as session, bot_on_a_clock(settings, clock, opening) as bot:
        relay, app = Relay(bot, slack_secrets(settings).signing_secret, session), web.Application()
        app.router.add_post("/slack/events", relay.pass_on)
        bot.add_clock_to(app)
        await serve(app, "127.0.0.1", settings.port)


if __name__ == "__main__":
    set_up_logging(logging.INFO)
    asyncio.run(main(datetime.fromisoformat(sys.argv[1])))
