"""The bot on a clock, in this process, with its way to the fake."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import SecretStr

from bot.app.workspaces import slack as slack_workspace
from bot.settings import Settings
from tests.fake_slack.calling import PATIENCE
from tests.fake_slack.sending import Sender
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.somebody import Somebody
from tests.fake_slack.workspace import BOT_USER, Shown, User
from tests.support.bot_in_memory import REGISTER, StoppedClock
from tests.support.bot_on_a_clock import ClockedBot, bot_on_a_clock


@dataclass
class BotOnAClock(ClockedBot):
    """The bot, and the Slack that it works in."""

    slack: FakeSlack

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


@asynccontextmanager
async def on_a_clock(
    folder: Path, slack: FakeSlack, at: datetime, *, grace: float = PATIENCE, internal_hosts: tuple[str, ...] = ()
) -> AsyncIterator[BotOnAClock]:
    """A bot that was set up ``at`` that time, with the small register in it and everybody of it in the workspace.

    Sources may be on ``internal_hosts``. With a ``grace`` of 0 the bot acknowledges everything before it is done, as on
    a slow disk; else when it is done.
    """
    settings = Settings(
        data_dir=folder / "data",
        ict_secretaries=("slack:U0ICT0001",),
        deciders=("slack:U0BOSS001",),
        rate_limit=0,
        internal_hosts=internal_hosts,
        days_off=(),
        slack_bot_token=SecretStr(slack.token),
        slack_signing_secret=SecretStr(slack.signing_secret),
        slack_api_url=slack.api_url,
    )
    known, people = slack.workspace.users, json.loads(REGISTER.read_text(encoding="utf-8"))["people"]
    for person in people:
        user = person["identities"][0].removeprefix("slack:")
        slack.workspace.add(known.get(user) or User(user, person["display_name"]))
    async with bot_on_a_clock(settings, StoppedClock(at), slack_workspace(settings, grace=grace)) as bot:
        yield BotOnAClock(bot.application, bot.surface, bot.clock, bot.url, slack)
