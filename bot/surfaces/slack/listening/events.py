"""Events: mentions, direct messages, and what the workspace tells of its people. Each is answered once."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from bot.conversation.exchange import Outcome, Said, Visibility
from bot.conversation.forms.form import Form
from bot.surfaces.background import Background, releasing
from bot.surfaces.slack.connection import Connection, SlackError
from bot.surfaces.slack.conversing import Conversing
from bot.surfaces.slack.listening.readers import Readers
from bot.surfaces.slack.markup import words_of
from bot.surfaces.slack.origin import place_of
from bot.surfaces.slack.rendering.blocks import with_note
from bot.surfaces.slack.roster import Roster
from bot.surfaces.slack.showing import Showing, form_offer, show_home
from bot.surfaces.surface import Bot

logger = logging.getLogger(__name__)

Body = Mapping[str, Any]
Event = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Events:
    """Answers to what happens in the workspace."""

    bot: Bot
    connection: Connection
    conversing: Conversing
    roster: Roster
    showing: Showing
    background: Background
    readers: Readers

    async def mention(self, body: Body, event: Event) -> None:
        """Somebody has called the bot in a conversation: the answer goes into the thread."""
        if _is_from_a_person(event):  # also one that was added by editing: the message is claimed once
            await self._take(body, event, thread=str(event.get("thread_ts") or event["ts"]), alone=False)

    async def message(self, body: Body, event: Event) -> None:
        """Somebody has written to the bot itself. Elsewhere only mentions are meant for it."""
        if event.get("channel_type") == "im" and "edited" not in event and _is_from_a_person(event):
            await self._take(body, event, thread=str(event.get("thread_ts") or ""), alone=True)

    async def user_changed(self, body: Body, event: Event) -> None:
        """An account has changed: its name, or it was closed because somebody left."""
        keys, user = _keys(body), event.get("user")
        if isinstance(user, Mapping) and user.get("id") and await self.bot.claims.take(keys):
            self.background.start(self._learn(keys, user, self.bot.clock.now()))

    async def home_opened(self, body: Body, event: Event) -> None:
        """Somebody looks at the bot's home."""
        user = event.get("user")
        if event.get("tab") == "home" and isinstance(user, str) and await self.bot.claims.take(_keys(body)):
            self.background.start(show_home(self.conversing, self.showing, user, self.bot.clock.now()))

    async def removed(self, body: Body, event: Event) -> None:
        """The app was taken away, or its tokens revoked."""
        tokens = event.get("tokens")
        if event.get("type") == "app_uninstalled" or (isinstance(tokens, Mapping) and tokens.get("bot")):
            self.connection.health.lost(str(event.get("type")))

    async def _take(self, body: Body, event: Event, *, thread: str, alone: bool) -> None:
        # A mention and the message that it is are two events with one time in one conversation.
        keys, at = [*_keys(body), f"{event['channel']}/{event['ts']}"], self.bot.clock.now()
        overheard = bool(body.get("is_ext_shared_channel"))
        self.readers.heard(str(event["channel"]), at, outside=overheard)
        work = partial(self._answer, event, thread, at, alone=alone, overheard=overheard)
        await self.background.reply_once(keys, work, f"slack:{event['user']}", at)

    async def _answer(self, event: Event, thread: str, at: datetime, *, alone: bool, overheard: bool) -> None:
        text = words_of(str(event.get("text") or "").replace(f"<@{self.connection.workspace.bot_user_id}>", "")).strip()
        user, channel = str(event["user"]), str(event["channel"])
        where = channel if alone else f"{channel}/{thread}"
        replies_to = place_of(channel, thread) if alone and thread else ""
        outcome = await self.conversing.outcome(
            user,
            Said(text),
            at,
            private=alone,
            alone=alone,
            conversation=where,
            overheard=overheard,
            replies_to=replies_to,
        )
        if outcome.visibility is not Visibility.CONVERSATION:
            thread = str(event.get("thread_ts") or "")  # a whisper opens no thread, and is not seen where none is
        await self._show(user, channel, thread, text, outcome)

    async def _show(self, user: str, channel: str, thread: str, text: str, outcome: Outcome) -> None:
        reply = outcome.reply
        message = form_offer(reply.title, text, reply.language) if isinstance(reply, Form) else reply
        part = self.showing.parts.first(message)
        try:
            # In a conversation of the two, there is nobody else to hide it from.
            if outcome.visibility is Visibility.CONVERSATION or channel.startswith("D"):
                await self.showing.post(channel, part, thread)
            else:
                await self.showing.whisper(channel, user, part, thread)
        except SlackError as error:
            if error.uncertain or channel.startswith("D"):
                raise
            logger.warning("A reply may not be given where it was asked for", extra={"why": error.code})
            await self.showing.post(user, with_note(part, "reply-elsewhere"))

    async def _learn(self, keys: Sequence[str], user: Mapping[str, Any], at: datetime) -> None:
        with releasing(self.bot.claims, keys):
            await self.roster.learn(user, at)
        self.bot.claims.settle(keys)


def _is_from_a_person(event: Event) -> bool:
    """Whether a person has said something: no bot, nobody who joined."""
    subtype = event.get("subtype")
    new = subtype in (None, "file_share", "thread_broadcast")
    whole = all(isinstance(event.get(key), str) and event[key] for key in ("user", "channel", "ts"))
    return new and whole and not event.get("bot_id")


def _keys(body: Body) -> list[str]:
    return [str(body["event_id"])] if body.get("event_id") else []
