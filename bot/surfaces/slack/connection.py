"""The connection to a Slack workspace: one client session, checked at the start, and what is tried again on it.

There is one policy for all calls. What has surely not been done, because nothing was sent or Slack says that it is too
busy, is tried again. A read that was not answered is tried once more. A call that does something and was sent may have
done it, whatever went wrong then: it is never repeated, so that nobody is told anything twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import Any, Final

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SettingsError
from bot.surfaces.background import WorkspaceError
from bot.surfaces.slack.scopes import BotScope
from bot.surfaces.slack.token_health import UNANSWERED, WRONG_TOKEN, TokenHealth, advice_on, scopes_in

_TIMEOUT: Final = 15
"""Seconds that Slack has for one call; what people wait for longer, they ask again."""
_TRIES: Final = 5
"""How often a call is tried again that has surely not been done."""
_WAITS: Final = (1.0, 2.0, 20.0, 60.0, 120.0)
"""Seconds before each of them; Slack may ask for more. Somebody has been told that what they did has arrived."""
_LONGEST_WAIT: Final = timedelta(minutes=5)
_READS: Final = frozenset({"apps.connections.open", "auth.test", "users.info", "users.list", "users.lookupByEmail"})
"""The methods that do nothing, so that they can be repeated."""
_READ_WAIT: Final = 0.5
_NOT_SLACKS: Final = ("status 2", "status 3", "status 40")
"""How the statuses begin with which somebody else answers, without a word of Slack's; a Slack in trouble has others."""


_FAILED: Final = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
"""Slack's words for a failure of its own, in which some of what was asked may have been done."""
_BUSY: Final = frozenset({"ratelimited", "rate_limited"})
_NOT_SENT: Final = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
"""Nothing has gone out at all: there was no connection to send it on."""


class SlackError(WorkspaceError):
    """Slack did not do what was asked."""

    def __init__(self, code: str, *, uncertain: bool = False) -> None:
        super().__init__(f"Slack did not do what was asked of it: {code}", code, uncertain=uncertain)

    @classmethod
    def of(cls, error: BaseException) -> SlackError:
        """What a call that does something has raised, as one of ours."""
        return cls(code_of(error), uncertain=may_be_done(error))


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
    """A workspace that can be talked to. ``client`` tries again what may be tried again; ``once`` does not: it is for
    those who keep what is to be tried, and when, or whom somebody waits for. ``health`` sees the answers to both."""

    workspace: Workspace
    client: AsyncWebClient
    once: AsyncWebClient
    session: aiohttp.ClientSession
    health: TokenHealth


@asynccontextmanager
async def connect(token: str, api_url: str, scopes: Sequence[BotScope] = ()) -> AsyncIterator[Connection]:
    """Open the session and check the token; its health is compared with the ``scopes`` that are needed.

    Raises SettingsError, which says what to do, where Slack does not accept the token or cannot be reached.
    """
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_TIMEOUT)) as session:
        health = TokenHealth(scopes)
        client = _client(token, api_url, session, [health, *retry_handlers()])
        workspace = await _workspace(client)
        health.is_checked = True
        yield Connection(workspace, client, _client(token, api_url, session, [health]), session, health)


def retry_handlers() -> list[AsyncRetryHandler]:
    """The policy, as Slack's clients take it; the state of each call is its own."""
    return [_SafeToRepeat(max_retry_count=_TRIES)]


def is_not_sent(error: BaseException | None) -> bool:
    """Whether what was to be sent has surely not gone out."""
    return isinstance(error, _NOT_SENT)


def is_busy(status: int, code: str = "") -> bool:
    """Whether Slack has done nothing because it is asked too much; ``code`` is its own word."""
    return status == HTTPStatus.TOO_MANY_REQUESTS or code in _BUSY


def may_be_done(error: BaseException) -> bool:
    """Whether a call that has raised ``error`` may have done what was asked all the same."""
    if not isinstance(error, SlackApiError):
        return not is_not_sent(error)
    status, code = int(getattr(error.response, "status_code", 0) or 0), str(answer_of(error).get("error") or "")
    if is_busy(status, code):
        return False
    return code in _FAILED or (not code and not 400 <= status < 500)


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


class _SafeToRepeat(AsyncRetryHandler):
    """Repeats what cannot be done twice by it, after as long as Slack asks for, unless nobody waits that long."""

    async def _can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        if response is not None and _says_busy(response):
            return retry_after(response.headers) <= _LONGEST_WAIT
        if is_not_sent(error):
            return True
        failed = error is not None or (response is not None and response.status_code >= 500)
        return failed and _is_read(request) and state.current_attempt == 0

    async def prepare_for_next_attempt_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> None:
        """Wait for the next attempt."""
        state.next_attempt_requested = True
        wait = _READ_WAIT if _is_read(request) else _WAITS[state.current_attempt]
        if response is not None and _says_busy(response):
            wait = retry_after(response.headers).total_seconds()
        await asyncio.sleep(wait)
        state.increment_current_attempt()


def _is_read(request: HttpRequest) -> bool:
    return request.url.rstrip("/").rpartition("/")[2] in _READS


def _says_busy(response: HttpResponse) -> bool:
    body = response.body if isinstance(response.body, Mapping) else {}
    return is_busy(response.status_code, str(body.get("error") or ""))


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
        if code in WRONG_TOKEN:
            raise SettingsError(f"SLACK_BOT_TOKEN: Slack does not accept it ({code}): {advice_on(code)}") from None
        if code.startswith(_NOT_SLACKS):
            what = "this is not Slack's Web API: leave SLACK_API_URL unset unless you know why"
            raise SettingsError(f"SLACK_API_URL: {client.base_url} answered with a page ({code}): {what}") from None
        raise SettingsError(f"SLACK_BOT_TOKEN could not be checked: Slack answered {code}: try again") from None
    except UNANSWERED as error:
        what = "check the network, and leave SLACK_API_URL unset unless you know why"
        raise SettingsError(f"Slack cannot be reached at {client.base_url} ({code_of(error)}): {what}") from None
    return Workspace(
        team_id=str(answer.get("team_id") or ""),
        enterprise_id=str(answer.get("enterprise_id") or ""),
        bot_id=str(answer.get("bot_id") or ""),
        bot_user_id=str(answer.get("user_id") or ""),
        scopes=scopes_in(answer.headers),
    )
