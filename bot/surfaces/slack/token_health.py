"""Whether Slack still accepts the bot's token, and what that may do, as seen from every answer."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, Final

import aiohttp
from slack_sdk.errors import SlackClientError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState
from slack_sdk.web.async_client import AsyncWebClient

from bot.surfaces.slack.scopes import BotScope

logger = logging.getLogger(__name__)

_RECHECKED: Final = 60.0
"""Seconds between two looks at a token that was not accepted."""

WRONG_TOKEN: Final = frozenset(
    {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "not_allowed_token_type"}
)
"""Slack's words for a token that is of no use, whatever it is asked for with it."""

_REMOVED: Final = frozenset({"account_inactive", "token_revoked", "app_uninstalled", "tokens_revoked"})
"""Those of them, and events, that say that the app is not installed any more."""

MISSING_SCOPE: Final = "missing_scope"
"""Slack's word for a token that may not do what is asked with it; the answer names the scope that is ``needed``."""

UNANSWERED = (aiohttp.ClientError, TimeoutError, SlackClientError)
"""What a call raises that Slack did not answer, or not with what its documentation says."""


class TokenHealth(AsyncRetryHandler):
    """Whether Slack still accepts the bot's token, and whether it may do all that the ``scopes`` allow: every answer is
    looked at, and none is asked for again. What is lost is said once in the log; ``trouble`` tells of the token until a
    call goes through, ``missing`` of scopes until Slack names them."""

    def __init__(self, scopes: Sequence[BotScope] = ()) -> None:
        super().__init__()
        self._scopes = scopes
        self.trouble: str | None = None
        self.missing: tuple[BotScope, ...] = ()
        self.is_checked = False
        """Whether the token was accepted once: before that, who connects says what is wrong."""

    def lost(self, code: str) -> None:
        """Note that the token has been revoked, or the app taken away; ``code`` is Slack's word for it."""
        if self.trouble is None:
            self.trouble = f"Slack does not accept SLACK_BOT_TOKEN any more ({code}): {advice_on(code)}"
            logger.error("Nothing can be said in Slack any more", extra={"why": self.trouble})

    async def keep_up(self, client: AsyncWebClient) -> None:
        """While the token is not accepted, or scopes are missing, ask every minute whether that is over, until
        cancelled."""
        while True:
            await asyncio.sleep(_RECHECKED)
            if self.trouble is not None or self.missing:
                with suppress(*UNANSWERED):
                    await client.auth_test()

    async def _can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        if response is None or _is_of_app(request):
            return False
        body = response.body if isinstance(response.body, Mapping) else {}
        self._compare(response.headers, body)
        if body.get("ok") is True:
            self.trouble = None
        elif self.is_checked and (code := str(body.get("error") or "")) in WRONG_TOKEN:
            self.lost(code)
        return False

    def _compare(self, headers: Mapping[str, Any], body: Mapping[str, Any]) -> None:
        """Note which scopes are missing by an answer: each names those of the token, and a refusal the ``needed`` one.
        Slack's own library takes them from there as well:
        https://docs.slack.dev/tools/node-slack-sdk/reference/web-api/interfaces/WebAPICallResult"""
        held = scopes_in(headers)
        needed = {str(body.get("needed") or "")} if body.get("error") == MISSING_SCOPE else set()
        if held:
            missing = tuple(scope for scope in self._scopes if scope.name not in held)
        else:
            missing = tuple(scope for scope in self._scopes if scope in self.missing or scope.name in needed)
        if set(missing) - set(self.missing):
            why = "; ".join(scope.missing for scope in missing)
            logger.error("The app in Slack may not do all that the bot does", extra={"why": why})
        self.missing = missing


def scopes_in(headers: Mapping[str, Any]) -> frozenset[str]:
    """The scopes of the token, as the headers of an answer name them; empty where they do not."""
    values = (value for name, value in headers.items() if name.lower() == "x-oauth-scopes")
    texts = (str(one) for value in values for one in (value if isinstance(value, list) else [value]))
    return frozenset(scope.strip() for text in texts for scope in text.split(",") if scope.strip())


def advice_on(code: str) -> str:
    """What to do about a token that Slack does not accept for that reason."""
    copy = "copy the Bot User OAuth Token of the app again (OAuth & Permissions)"
    return f"the app was removed: install it again, and {copy}" if code in _REMOVED else copy


def _is_of_app(request: HttpRequest) -> bool:
    """Whether the call came with the app's own token, for Socket Mode."""
    return "/apps.connections." in request.url
