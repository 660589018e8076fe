"""What Slack sends to the bot: requests with their signature, right or wrong on purpose, and what is in them."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from typing import Any, Final
from urllib.parse import urlencode

from aiohttp import ClientSession, ClientTimeout

from tests.fake_slack.calling import PATIENCE
from tests.fake_slack.workspace import APP, BOT_USER, TEAM, Json

FORM: Final = "application/x-www-form-urlencoded"
JSON: Final = "application/json"
DEPRECATED_TOKEN: Final = "vanha-tunniste"
"""The verification token that Slack still sends, and that nobody should look at."""

_numbers = count(1)


@dataclass(frozen=True)
class Answer:
    """What the bot answered over HTTP."""

    status: int
    text: str
    content_type: str

    @property
    def json(self) -> Json:
        """The body as an object; an empty one where there is none."""
        content: Json = json.loads(self.text) if self.text else {}
        return content


@dataclass
class Sender:
    """Sends requests as Slack does to ``url``, signed with ``secret``; over one ``session`` where there are many.
    ``now`` is Slack's time, in seconds since 1970."""

    url: str
    secret: str = field(repr=False)
    session: ClientSession | None = field(default=None, repr=False)
    now: Callable[[], float] = field(default=time.time, repr=False)

    async def post(
        self,
        body: bytes,
        content_type: str = FORM,
        *,
        timestamp: str | None = None,
        signature: str | None = None,
        secret: str | None = None,
        headers: Mapping[str, str | None] | None = None,
    ) -> Answer:
        """Send ``body``. All that is not given is right; a header of None is left out."""
        timestamp = str(int(self.now())) if timestamp is None else timestamp
        sent: dict[str, str | None] = {
            "Content-Type": content_type,
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": signature or sign(secret or self.secret, timestamp, body),
            **(headers or {}),
        }
        given = {name: value for name, value in sent.items() if value is not None}
        skipped = ["Content-Type"] if sent["Content-Type"] is None else []
        async with AsyncExitStack() as stack:
            session = self.session
            if session is None:
                session = await stack.enter_async_context(ClientSession(timeout=ClientTimeout(PATIENCE)))
            posted = session.post(self.url, data=BytesIO(body), headers=given, skip_auto_headers=skipped)
            response = await stack.enter_async_context(posted)
            return Answer(response.status, await response.text(), response.content_type)

    async def form(self, fields: Mapping[str, str], **options: Any) -> Answer:
        """Send a form: a slash command, or a payload."""
        return await self.post(urlencode(fields).encode(), **options)

    async def payload(self, payload: Json, **options: Any) -> Answer:
        """Send an interactive payload, as JSON in a form."""
        return await self.form({"payload": json.dumps(payload, ensure_ascii=False)}, **options)

    async def event(self, envelope: Json, *, retry: int = 0, reason: str = "http_timeout", **options: Any) -> Answer:
        """Send an event, for the ``retry``-th time again."""
        headers = {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": reason} if retry else {}
        return await self.post(json.dumps(envelope, ensure_ascii=False).encode(), JSON, headers=headers, **options)


def sign(secret: str, timestamp: str, body: bytes) -> str:
    """Slack's signature of a request (https://docs.slack.dev/authentication/verifying-requests-from-slack)."""
    base = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


def command(
    user: str, text: str, *, place: str, response_url: str, trigger: str, name: str = "/some"
) -> dict[str, str]:
    """The fields of a slash command. Slack escapes three characters in what was typed, before it puts mentions in."""
    return {
        "token": DEPRECATED_TOKEN,
        "team_id": TEAM,
        "team_domain": "esimerkki",
        "channel_id": place,
        "channel_name": place_name(place),
        "user_id": user,
        "user_name": user.lower(),
        "command": name,
        "text": text,
        "api_app_id": APP,
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": trigger,
    }


def place_name(place: str) -> str:
    """What commands and presses call the place where they were made."""
    return "directmessage" if place.startswith("D") else "yleinen"


def escaped(text: str) -> str:
    """Typed words as Slack writes them into commands, messages and events."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def envelope(event: Json, *, event_id: str | None = None, team: str = TEAM, shared: bool = False) -> Json:
    """What an event is sent in."""
    return {
        "token": DEPRECATED_TOKEN,
        "team_id": team,
        "context_team_id": team,
        "context_enterprise_id": None,
        "api_app_id": APP,
        "event": event,
        "type": "event_callback",
        "event_id": event_id or f"Ev{next(_numbers):08}",
        "event_time": 1_764_000_000,
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": TEAM,
                "user_id": BOT_USER,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": shared,
        "event_context": f"4-{next(_numbers)}",
    }


def message(user: str, text: str, *, place: str, ts: str, thread: str | None = None, **more: Any) -> Json:
    """The event ``message``, of somebody who wrote ``text`` (as Slack writes it) in ``place``."""
    return {
        "type": "message",
        "user": user,
        "text": text,
        "ts": ts,
        "event_ts": ts,
        "client_msg_id": f"00000000-0000-4000-8000-{next(_numbers):012}",
        "team": TEAM,
        "channel": place,
        "channel_type": "im" if place.startswith("D") else "channel",
        "blocks": [_typed(text)],
        **({"thread_ts": thread} if thread else {}),
        **more,
    }


def mention(user: str, text: str, *, place: str, ts: str, thread: str | None = None, **more: Any) -> Json:
    """The event ``app_mention``; ``text`` has the mention in it."""
    event = message(user, text, place=place, ts=ts, thread=thread, **more)
    return {**{name: value for name, value in event.items() if name != "channel_type"}, "type": "app_mention"}


def interaction(kind: str, user: Json, *, trigger: str, **more: Any) -> Json:
    """What all interactive payloads begin with; ``user`` is the object of ``users.info``."""
    return {
        "type": kind,
        "user": {
            "id": user["id"],
            "username": user["name"],
            "name": user["name"],
            "team_id": user["team_id"],
        },
        "api_app_id": APP,
        "token": DEPRECATED_TOKEN,
        "team": {"id": TEAM, "domain": "esimerkki"},
        "enterprise": None,
        "is_enterprise_install": False,
        "trigger_id": trigger,
        **more,
    }


def _typed(text: str) -> Json:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text or " "}]}
    return {"type": "rich_text", "block_id": "typed", "elements": [section]}
