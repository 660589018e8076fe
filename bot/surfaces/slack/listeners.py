"""What Slack may send, and who answers it: the only place that knows Bolt's way of listening."""

from __future__ import annotations

import logging
import re
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.response import BoltResponse

from bot.surfaces.slack.connection import Connection
from bot.surfaces.slack.events import Events
from bot.surfaces.slack.failures import MalformedError, log_failure
from bot.surfaces.slack.interactions import MESSAGE_SHORTCUT, SHORTCUTS, Interactions
from bot.surfaces.slack.rendering.blocks import ACTION_ID

EVENTS = ("app_mention", "message", "user_change", "team_join")
"""The events that are listened to."""

Json = dict[str, Any]
"""Slack's JSON, of which each listener reads what it needs."""


def make_app(connection: Connection, command: str, interactions: Interactions, events: Events) -> AsyncApp:
    """Bolt's application for one workspace.

    It answers Slack when a listener has returned (``process_before_response``): otherwise it would look for the
    acknowledgement every ten milliseconds. What takes longer, the listeners hand on themselves. The signature has been
    verified by the gate, which also answers Slack's look at the certificate.
    """
    app = AsyncApp(
        logger=logging.getLogger("slack_bolt"),  # else Bolt's loggers take the root's level, and log whole bodies
        client=connection.client,
        authorize=_authorize(connection),
        process_before_response=True,
        request_verification_enabled=False,
        ssl_check_enabled=False,
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )
    app.error(_on_error)

    @app.command(command)
    async def _command(ack: AsyncAck, body: Json) -> None:
        await interactions.command(ack, body)

    @app.action(ACTION_ID)
    async def _press(ack: AsyncAck, body: Json) -> None:
        await interactions.press(ack, body)

    @app.view(re.compile(".*"))
    async def _submission(ack: AsyncAck, body: Json) -> None:
        await interactions.submission(ack, body)

    @app.shortcut(re.compile("|".join(SHORTCUTS)))
    async def _shortcut(ack: AsyncAck, body: Json) -> None:
        await interactions.shortcut(ack, body)

    @app.shortcut({"type": "message_action", "callback_id": MESSAGE_SHORTCUT})
    async def _message_shortcut(ack: AsyncAck, body: Json) -> None:
        await interactions.message_shortcut(ack, body)

    @app.event("app_mention")
    async def _mention(body: Json, event: Json) -> None:
        await events.mention(body, event)

    @app.event("message")
    async def _message(body: Json, event: Json) -> None:
        await events.message(body, event)

    @app.event(re.compile("user_change|team_join"))
    async def _user_changed(body: Json, event: Json) -> None:
        await events.user_changed(body, event)

    @app.event(re.compile(".*"))
    async def _anything_else() -> None:
        """Taken, so that Slack does not send it again."""

    return app


def _authorize(connection: Connection) -> Any:
    """Bolt's way to ask for the token: there is one workspace, and its token was checked at the start."""
    workspace = connection.workspace
    result = AuthorizeResult(
        enterprise_id=workspace.enterprise_id,
        team_id=workspace.team_id,
        bot_token=connection.client.token,
        bot_id=workspace.bot_id,
        bot_user_id=workspace.bot_user_id,
    )

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return result

    return authorize


async def _on_error(error: Exception) -> BoltResponse:
    """An unforeseen failure before anything was acknowledged: Slack tells the person that it did not work."""
    if isinstance(error, MalformedError):
        return BoltResponse(status=400, body="")
    log_failure("A request failed", error)
    return BoltResponse(status=500, body="")
