"""What comes from Slack, and what never does: of a part that is switched off, or goes to another address, nothing is
heard, and Slack cannot be asked about it. Only kinds and days are kept."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Final

from slack_bolt.async_app import AsyncAck

from bot.domain.language import Language
from bot.errors import StoreError
from bot.messages.texts import texts_in
from bot.services.heard import Heard, LastHeard
from bot.services.ports import Clock
from bot.surfaces.seldom import Seldom

logger = logging.getLogger(__name__)

COMMANDS, EVENTS, PRESSES, OTHER = "commands", "events", "presses", "other command"
"""The kinds of what comes: presses are forms and shortcuts as well."""
STARTED: Final = "start"
"""Kept beside these while the bot listens: before the first one, nothing can have come."""
_PATIENCE: Final = timedelta(hours=1)
"""For how long after a start nothing is said of what has not come yet."""
_URL: Final = "and, unless the app is in Socket Mode, the Request URL there"
WHERE: Final = {
    COMMANDS: "look at Slash Commands in the app's settings: whether {command} is there, " + _URL,
    EVENTS: "look at Event Subscriptions: whether they are on, with the manifest's events, " + _URL,
    PRESSES: "look at Interactivity & Shortcuts: whether it is on, " + _URL,
}
"""Where to look in the app's settings when nothing of a kind comes."""
TRIED: Final = {
    COMMANDS: "type {command} in Slack",
    EVENTS: "write to the bot in a direct message",
    PRESSES: "press a button of the bot's",
}
"""What brings one."""


def advice(kind: str, command: str) -> str:
    """What to do where nothing of the ``kind`` has come yet."""
    return f"{TRIED[kind]}; if nothing comes, {WHERE[kind]}".format(command=command)


def called_otherwise(last: Mapping[str, LastHeard], command: str) -> str:
    """What the slash command was called in Slack when one came last, where that is not ``command``; else empty."""
    other, right = last.get(OTHER), last.get(COMMANDS)
    if other is None or other.name == command or (right is not None and right.on >= other.on):
        return ""
    return other.name


class Arrivals:
    """Notes what comes. ``command`` is what the slash command should be called, ``language`` that of a word to whoever
    uses another one."""

    def __init__(self, heard: Heard, clock: Clock, command: str, language: Language) -> None:
        self._heard = heard
        self._clock = clock
        self._command = command
        self._language = language
        self._since: datetime = clock.now()
        self._named_otherwise = Seldom(logger, "A slash command of another name than SOME_COMMAND has come")

    async def keep_up(self) -> None:
        """Know also what other processes have heard, until cancelled."""
        while True:
            await self.load()
            await asyncio.sleep(_PATIENCE.total_seconds())

    async def load(self) -> None:
        """Know what came before this start as well; where the store cannot be read, others say so."""
        with suppress(StoreError):
            await self._heard.load()
            await self._heard.note(STARTED, self._clock.now().date())

    async def note(self, body: Mapping[str, Any], next_: Callable[[], Awaitable[None]]) -> None:
        """Bolt's way past: whatever comes is noted, and goes on."""
        kind, name = _kind_of(body)
        if kind == COMMANDS and name != self._command:
            kind = OTHER
        if kind:
            with suppress(StoreError):  # whoever needs the store says so: nobody goes without a reply for this
                await self._heard.note(kind, self._clock.now().date(), name if kind == OTHER else "")
        await next_()

    async def other_command(self, ack: AsyncAck, body: Mapping[str, Any]) -> None:
        """A slash command of the app's that is not the one of the settings: a word to the person, and to the log."""
        typed = str(body.get("command") or "")
        self._named_otherwise.say(why="SOME_COMMAND", setting=self._command)
        await ack(texts_in(self._language)("command-other", typed=typed, command=self._command))

    def limits(self) -> Iterator[str]:
        """That the slash command is called otherwise; from an hour after the start on, also what never came, and where
        to look."""
        last = self._heard.last
        if other := called_otherwise(last, self._command):
            yield f"the slash command is called {other}, and SOME_COMMAND is {self._command}: let them be the same"
        if self._clock.now() - self._since < _PATIENCE:
            return
        for kind in WHERE:
            if kind not in last and not (kind == COMMANDS and other):
                yield f"no {kind} have ever come: {advice(kind, self._command)}"


def _kind_of(body: Mapping[str, Any]) -> tuple[str, str]:
    """The kind of what came, and the name of a command."""
    if "command" in body:
        return COMMANDS, str(body["command"])
    return (EVENTS if body.get("type") == "event_callback" else PRESSES if "type" in body else ""), ""
