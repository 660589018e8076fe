"""What Slack may send, and who answers it: the only place that knows Bolt's way of listening."""

import logging
import re
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.response import BoltResponse

from bot.errors import log_failure
from bot.services.claims import UnderWayError
from bot.surfaces.slack.arrivals import Arrivals
from bot.surfaces.slack.connection import Connection
from bot.surfaces.slack.listening.events import Events
from bot.surfaces.slack.listening.interaction import MalformedError
from bot.surfaces.slack.listening.interactions import MESSAGE_SHORTCUT, SHORTCUTS, Interactions
from bot.surfaces.slack.rendering.blocks import ACTION_ID

EVENTS = (
    *("app_mention", "message", "app_home_opened"),
    *("user_change", "team_join", "tokens_revoked", "app_uninstalled"),
)
"""The events that are listened to."""

logger = logging.getLogger(__name__)


def make_app(
    connection: Connection, command: str, interactions: Interactions, events: Events, arrivals: Arrivals
) -> AsyncApp:
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
        raise_error_for_unhandled_request=True,  # Bolt's own word of it fails where a field is null
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )
    app.error(_on_error)
    app.middleware(arrivals.note)

    app.command(command)(interactions.command)
    app.command(re.compile(".*"))(arrivals.other_command)
    app.action(ACTION_ID)(interactions.press)
    app.view(re.compile(".*"))(interactions.submission)
    app.shortcut(re.compile("|".join(SHORTCUTS)))(interactions.shortcut)
    app.shortcut({"type": "message_action", "callback_id": MESSAGE_SHORTCUT})(interactions.message_shortcut)
    for kind in (app.action, app.attachment_action, app.shortcut):
        kind(re.compile(".*"))(interactions.unknown)
    app.event("app_mention")(events.mention)
    app.event("message")(events.message)
    app.event("app_home_opened")(events.home_opened)
    app.event(re.compile("user_change|team_join"))(events.user_changed)
    app.event(re.compile("tokens_revoked|app_uninstalled"))(events.removed)
    app.event(re.compile(".*"))(_take)
    return app


async def _take() -> None:
    """Anything else is taken, so that Slack does not send it again."""


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
    if isinstance(error, UnderWayError):
        return BoltResponse(status=503, body="")  # Slack sends it again
    if isinstance(error, BoltUnhandledRequestError):
        logger.warning("Slack sent what the bot knows nothing of")
        return BoltResponse(status=404, body="")
    log_failure(logger, "A request failed", error)
    return BoltResponse(status=500, body="")
