"""The connection to a Slack workspace: one client session, checked at the start."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import Any, Final

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SettingsError, SomebotError

logger = logging.getLogger(__name__)

_TIMEOUT: Final = 15
"""Seconds that Slack has for one call; what people wait for longer, they ask again."""
_TRIES: Final = 5
_LONGEST_WAIT: Final = timedelta(minutes=5)

_WRONG_TOKEN: Final = frozenset(
    {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "not_allowed_token_type"}
)

UNANSWERED = (aiohttp.ClientError, TimeoutError, SlackClientError)
"""What a call raises that Slack did not answer, or not with what its documentation says."""


class SlackError(SomebotError):
    """Slack refused a call, or could not be reached; ``code`` is Slack's own word for it."""

    def __init__(self, code: str) -> None:
        super().__init__(f"Slack did not do what was asked of it: {code}")
        self.code = code


@dataclass(frozen=True, slots=True)
class Workspace:
    """What ``auth.test`` says: whose token it is, and the ``scopes`` that it has."""

    team_id: str
    enterprise_id: str
    bot_id: str
    bot_user_id: str
    scopes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Connection:
    """A workspace that can be talked to. ``client`` tries again by itself what Slack was too busy for; ``once`` does
    not: it is for those who keep what is to be tried, and when."""

    workspace: Workspace
    client: AsyncWebClient
    once: AsyncWebClient
    session: aiohttp.ClientSession


@asynccontextmanager
async def connect(token: str, api_url: str) -> AsyncIterator[Connection]:
    """Open the session and check the token.

    Raises SettingsError, which says what to do, where Slack does not accept the token or cannot be reached.
    """
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_TIMEOUT)) as session:
        client = _client(token, api_url, session, retry_handlers())
        workspace = await _workspace(client)
        yield Connection(workspace, client, _client(token, api_url, session, []), session)


def retry_handlers() -> list[AsyncRetryHandler]:
    """A busy Slack, a broken connection and a server error are tried again; the state of each call is its own."""
    return [
        _RateLimitRetryHandler(max_retry_count=_TRIES),
        AsyncConnectionErrorRetryHandler(max_retry_count=2),
        AsyncServerErrorRetryHandler(max_retry_count=2),
    ]


def code_of(error: BaseException) -> str:
    """Slack's word for what went wrong; the kind of the error where Slack said none."""
    if isinstance(error, SlackError):
        return error.code
    if isinstance(error, SlackApiError):
        answer = answer_of(error)
        return str(answer.get("error") or f"status {getattr(error.response, 'status_code', '?')}")
    return type(error).__name__


def answer_of(error: SlackApiError) -> Mapping[str, Any]:
    """The JSON of Slack's answer; an empty one where it was something else."""
    data = getattr(error.response, "data", error.response)
    return data if isinstance(data, Mapping) else {}


class _RateLimitRetryHandler(AsyncRateLimitErrorRetryHandler):
    """Waits as long as Slack asks for, unless that is longer than anybody waits for a reply."""

    async def _can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        if response is None or response.status_code != HTTPStatus.TOO_MANY_REQUESTS:
            return False
        return retry_after(response.headers) <= _LONGEST_WAIT


def retry_after(headers: Mapping[str, Any]) -> timedelta:
    """For how long Slack asks to be left alone; a minute where it does not say it in whole seconds."""
    value = next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
    seconds = str(value[0] if isinstance(value, list) and value else value)
    return timedelta(seconds=min(int(seconds), 86_400)) if seconds.isdecimal() else timedelta(minutes=1)


def _client(
    token: str, api_url: str, session: aiohttp.ClientSession, retrying: list[AsyncRetryHandler]
) -> AsyncWebClient:
    return AsyncWebClient(token, base_url=api_url, timeout=_TIMEOUT, session=session, retry_handlers=retrying)


async def _workspace(client: AsyncWebClient) -> Workspace:
    try:
        answer = await client.auth_test()
    except SlackApiError as error:
        code = code_of(error)
        if code in _WRONG_TOKEN:
            what = "copy the Bot User OAuth Token of the app again (OAuth & Permissions)"
            raise SettingsError(f"SLACK_BOT_TOKEN: Slack does not accept it ({code}): {what}") from None
        raise SettingsError(f"SLACK_BOT_TOKEN could not be checked: Slack answered {code}: try again") from None
    except UNANSWERED as error:
        what = "check the network, and leave SLACK_API_URL unset unless you know why"
        raise SettingsError(f"Slack cannot be reached at {client.base_url} ({code_of(error)}): {what}") from None
    scopes = next((value for name, value in answer.headers.items() if name.lower() == "x-oauth-scopes"), "")
    return Workspace(
        team_id=str(answer.get("team_id") or ""),
        enterprise_id=str(answer.get("enterprise_id") or ""),
        bot_id=str(answer.get("bot_id") or ""),
        bot_user_id=str(answer.get("user_id") or ""),
        scopes=frozenset(scope.strip() for scope in str(scopes).split(",") if scope.strip()),
    )
