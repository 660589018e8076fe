"""The connection to Teams: the bot's own token, and calls to the Bot Connector service
(https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference).

A call is made again only where the service says that it has not done it, or could not (412, 429, 502, 503, 504, as
Microsoft asks for), or where nothing was sent. What was sent and not answered may be done: it is not repeated.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import quote

import aiohttp

from bot.surfaces.background import WorkspaceError

Json = dict[str, Any]
Sleep = Callable[[float], Awaitable[None]]

SCOPE: Final = "https://api.botframework.com/.default"
LOGIN: Final = "https://login.microsoftonline.com"
SERVICE_URL: Final = "https://smba.trafficmanager.net/teams/"
"""The service for whoever has not been heard of yet; each activity says the address that its conversation has."""
TRIES: Final = 4
_TIMEOUT: Final = aiohttp.ClientTimeout(total=15)
_LONGEST_WAIT: Final = 15.0
"""Seconds; where the service asks for more, whoever calls decides."""
_RENEWED_BEFORE: Final = 300.0
"""Seconds before its end at which a token is replaced."""
_RETRYABLE: Final = frozenset({412, 429, 502, 503, 504})
_NOT_SENT: Final = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)


class ConnectorError(WorkspaceError):
    """Teams did not do what was asked; ``retry_after`` is for how long it asks to be left alone. ``hung`` says that it
    was silent until the time was up."""

    def __init__(
        self,
        status: int,
        code: str,
        retry_after: timedelta | None = None,
        *,
        uncertain: bool = False,
        hung: bool = False,
    ) -> None:
        message = f"Teams did not do what was asked of it: {status} {code}".rstrip()
        super().__init__(message, code, uncertain=uncertain)
        self.status = status
        self.retry_after = retry_after
        self.hung = hung

    @property
    def may_be_repeated(self) -> bool:
        """Whether the same call may be made again."""
        return self.status in _RETRYABLE or (self.status == 0 and not self.uncertain)


class AppToken:
    """The bot's own token, by its client secret, kept until shortly before its end. ``seconds`` counts seconds."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        client_id: str,
        client_secret: str,
        tenant: str,
        *,
        login: str = LOGIN,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._session = session
        self._form = {
            "grant_type": "client_credentials",
            "client_id": client_id,
            "client_secret": client_secret,
            "scope": SCOPE,
        }
        self._address = f"{login}/{quote(tenant, safe='')}/oauth2/v2.0/token"
        self._seconds = seconds
        self._token = ""
        self._until = 0.0
        self._turn = asyncio.Lock()

    async def get(self) -> str:
        """A token that is good for some minutes. Raises ConnectorError."""
        async with self._turn:
            if not self._token or self._seconds() >= self._until:
                answer = await self._ask()
                token, lasts = answer.get("access_token"), answer.get("expires_in")
                if not isinstance(token, str) or not token:
                    raise ConnectorError(HTTPStatus.UNAUTHORIZED, "no token")
                lasts = lasts if isinstance(lasts, int | float) else 3_600
                self._token, self._until = token, self._seconds() + lasts - _RENEWED_BEFORE
            return self._token

    async def _ask(self) -> Json:
        try:
            return await _answer(self._session.post(self._address, data=self._form, timeout=_TIMEOUT))
        except ConnectorError as error:
            if error.may_be_repeated or error.status < HTTPStatus.BAD_REQUEST:
                raise
            # Whatever was to be done with the token, it was not.
            raise ConnectorError(HTTPStatus.UNAUTHORIZED, error.code) from None


async def no_token() -> str:
    """What the Playground wants: anything."""
    return "playground"


@dataclass(frozen=True, slots=True)
class Connector:
    """Calls to the service. ``sleep`` takes seconds."""

    session: aiohttp.ClientSession
    token: Callable[[], Awaitable[str]]
    sleep: Sleep = field(default=asyncio.sleep)

    async def send(
        self, service_url: str, conversation: str, activity: Json, *, only_to: str = "", tries: int = TRIES
    ) -> str:
        """Post ``activity`` in a conversation, for one person's eyes only where ``only_to`` is their id in it; the
        message's id. Raises ConnectorError."""
        targeted = {"isTargetedActivity": "true"} if only_to else None
        if only_to:
            activity = {**activity, "recipient": {"id": only_to}}
        path = f"{_part(conversation)}/activities"
        return _id(await self.call("POST", service_url, path, activity, params=targeted, tries=tries))

    async def update(
        self, service_url: str, conversation: str, message: str, activity: Json, *, tries: int = TRIES
    ) -> None:
        """Put ``activity`` in the place of the bot's ``message``. Raises ConnectorError."""
        path = f"{_part(conversation)}/activities/{_part(message)}"
        await self.call("PUT", service_url, path, {**activity, "id": message}, tries=tries)

    async def delete(self, service_url: str, conversation: str, message: str) -> None:
        """Take the bot's ``message`` away. Raises ConnectorError."""
        await self.call("DELETE", service_url, f"{_part(conversation)}/activities/{_part(message)}")

    async def member(self, service_url: str, conversation: str, member: str) -> Json:
        """What the service says of somebody in a conversation, by their id in it or in the directory. Raises
        ConnectorError."""
        return await self.call("GET", service_url, f"{_part(conversation)}/members/{_part(member)}", tries=2)

    async def open_personal(self, service_url: str, bot: str, tenant: str, member: str) -> str:
        """The id of the bot's conversation with one person, which is made where there was none; they see nothing of it.
        Raises ConnectorError."""
        body = {
            "bot": {"id": bot},
            "members": [{"id": member}],
            "tenantId": tenant,
            "isGroup": False,
            "channelData": {"tenant": {"id": tenant}},
        }
        found = _id(await self.call("POST", service_url, "", body, tries=1))
        if not found:
            raise ConnectorError(HTTPStatus.BAD_GATEWAY, "no conversation")
        return found

    async def is_up(self, service_url: str) -> bool:
        """Whether the service answers, whatever it says."""
        try:
            async with self.session.get(service_url, timeout=_TIMEOUT, allow_redirects=False) as answer:
                return answer.status < HTTPStatus.INTERNAL_SERVER_ERROR
        except (aiohttp.ClientError, TimeoutError):
            return False

    async def call(
        self,
        method: str,
        service_url: str,
        path: str,
        body: Json | None = None,
        *,
        params: Mapping[str, str] | None = None,
        tries: int = TRIES,
    ) -> Json:
        """What the service answers to a call. Raises ConnectorError."""
        address = f"{service_url.rstrip('/')}/v3/conversations" + (f"/{path}" if path else "")
        for attempt in range(1, tries + 1):
            headers = {"Authorization": f"Bearer {await self.token()}"}
            request = self.session.request(
                method, address, params=params, json=body, headers=headers, timeout=_TIMEOUT, allow_redirects=False
            )
            try:
                return await _answer(request)
            except ConnectorError as error:
                wait = error.retry_after.total_seconds() if error.retry_after else _backoff(attempt)
                if not error.may_be_repeated or attempt == tries or wait > _LONGEST_WAIT:
                    raise
            await self.sleep(wait)
        raise AssertionError("the last try has an end")


async def _answer(request: Any) -> Json:
    """The JSON that is answered; empty where it is something else. Raises ConnectorError."""
    try:
        async with request as answer:
            said = await _json(answer)
            if answer.status < HTTPStatus.MULTIPLE_CHOICES:
                return said
            raise _refusal(answer.status, said, answer.headers)
    except _NOT_SENT as error:
        raise ConnectorError(0, type(error).__name__) from None
    except (aiohttp.ClientError, TimeoutError) as error:
        raise ConnectorError(0, type(error).__name__, uncertain=True, hung=isinstance(error, TimeoutError)) from None


async def _json(answer: aiohttp.ClientResponse) -> Json:
    try:
        said = await answer.json(content_type=None)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _refusal(status: int, said: Json, headers: Mapping[str, str]) -> ConnectorError:
    error = said.get("error")
    code = error.get("code") if isinstance(error, dict) else error
    after = headers.get("Retry-After", "")
    seconds = min(int(after), 86_400) if after.isascii() and after.isdecimal() and len(after) < 10 else None
    return ConnectorError(
        status,
        code[:100] if isinstance(code, str) else "",
        None if seconds is None else timedelta(seconds=seconds),
        uncertain=status >= HTTPStatus.INTERNAL_SERVER_ERROR and status not in _RETRYABLE,
    )


def _backoff(attempt: int) -> float:
    return random.uniform(0.5, 1) * float(2**attempt)  # noqa: S311 - no secret


def _part(of_path: str) -> str:
    return quote(of_path, safe="")


def _id(answer: Json) -> str:
    found = answer.get("id")
    return found if isinstance(found, str) else ""
