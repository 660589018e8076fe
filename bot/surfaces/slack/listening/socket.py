"""Socket Mode: what Slack would send over HTTP comes over a WebSocket that the bot opens itself, so that nobody has to
reach it from outside (https://docs.slack.dev/apis/events-api/using-socket-mode).

Slack closes each socket after some hours and says so before: then the next one is opened before the old one is left. An
acknowledgement goes out on the socket that its envelope came on. What is not acknowledged, Slack sends again.
"""

import asyncio
import json
import logging
from collections.abc import Coroutine
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any, Final

import aiohttp
from aiohttp import web
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.errors import SettingsError, log_failure
from bot.services.claims import Remembered
from bot.services.ports import Clock
from bot.surfaces.seldom import Seldom
from bot.surfaces.slack.connection import Connection, code_of
from bot.surfaces.slack.listening.shapes import is_slacks
from bot.surfaces.slack.token_health import UNANSWERED, WRONG_TOKEN

logger = logging.getLogger(__name__)

HEARTBEAT: Final = 10.0
"""Seconds between two pings; a socket that does not answer one within half of that is broken."""
_LARGEST: Final = 1024 * 1024
"""Bytes of one envelope."""
_OVERLAP: Final = 10.0
"""Seconds for which a socket that Slack is about to close is heard beside the next one."""
_LONGEST_WAIT: Final = 60.0
"""Seconds between two tries to connect, at most; they double from one second on."""
_UNNOTICED: Final = timedelta(seconds=10)
"""For how long there may be no socket before that counts as trouble: opening one takes less than a second."""
_PATIENCE: Final = 5.0
"""Seconds that acknowledgements have when the bot stops."""
_OFF: Final = "link_disabled"
"""Slack's word for Socket Mode being switched off in the app's settings."""
_ADVICE: Final = "make an app-level token with connections:write (Basic Information, App-Level Tokens) and copy it"


class Socket:
    """Hears what Slack sends to ``app`` through sockets that are opened with ``app_token``, one after the other.
    ``heartbeat`` is in seconds."""

    def __init__(
        self, app: AsyncApp, connection: Connection, app_token: str, clock: Clock, *, heartbeat: float = HEARTBEAT
    ) -> None:
        self._app = app
        self._connection = connection
        self._token = app_token
        self._clock = clock
        self._heartbeat = heartbeat
        self._url = ""
        self._unheard_since: datetime | None = None
        self._why = "Slack has not been reached yet"
        self._stopping = False
        self._seen = Remembered()
        self._tasks: set[asyncio.Task[None]] = set()
        self._refused = Seldom(logger, "A message of Slack's was refused")
        self._failed = Seldom(logger, "There is no connection to Slack")

    async def open(self) -> None:
        """Ask Slack where to connect first. Raises SettingsError as ``address_of_a_socket`` does."""
        self._url = await address_of_a_socket(self._connection, self._token)
        self._unheard_since = self._clock.now()

    def add_to(self, app: web.Application) -> None:
        """Nothing is served: Slack does not come, it is gone to."""

    async def keep_up(self) -> None:
        """Keep a socket open, until cancelled."""
        failures = 0
        try:
            while True:
                greeted = await self._hear_one()
                failures = 0 if greeted else failures + 1
                if failures:
                    await asyncio.sleep(min(2.0 ** (failures - 1), _LONGEST_WAIT))
        finally:
            for task in self._tasks:
                task.cancel()

    async def stop(self) -> None:
        """Take no more in, which Slack then sends again, and let what was taken in be acknowledged."""
        self._stopping = True
        if self._tasks:
            await asyncio.wait(set(self._tasks), timeout=_PATIENCE)

    def trouble(self) -> str | None:
        """Why nothing is heard from Slack, when it has been so for more than some seconds."""
        since = self._unheard_since
        return self._why if since is not None and self._clock.now() - since > _UNNOTICED else None

    def limits(self) -> tuple[str, ...]:
        """Nothing: what comes over a socket is Slack's."""
        return ()

    async def _hear_one(self) -> bool:
        """Open one socket and hear it to its end, or until Slack is about to close it. Whether Slack greeted on it."""
        try:
            url, self._url = self._url or await _ask(self._connection, self._token), ""
            socket = await self._connection.session.ws_connect(
                url, heartbeat=self._heartbeat, max_msg_size=_LARGEST, autoclose=True
            )
        except (*UNANSWERED, OSError) as error:
            self._lost(code_of(error))
            return False
        greeted = left = False
        try:
            async for message in socket:
                envelope = _envelope(message)
                match envelope.get("type"):
                    case "hello":
                        greeted = True
                        self._connected(envelope)
                    case "disconnect":
                        left = True
                        self._start(self._hear_out(socket))
                        break
                    case _:
                        self._take(socket, envelope)
        finally:
            if not left:
                await socket.close()
        self._lost(str(envelope.get("reason")) if left else "the connection broke", expected=left)
        return greeted

    async def _hear_out(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """Hear a socket to its end that Slack closes before long."""
        try:
            async with asyncio.timeout(_OVERLAP):
                async for message in socket:
                    self._take(socket, _envelope(message))
        except TimeoutError:
            pass
        finally:
            await socket.close()

    def _connected(self, hello: dict[str, Any]) -> None:
        if self._unheard_since is not None and hello.get("num_connections", 1) > 1:
            logger.info("Others listen with the same SLACK_APP_TOKEN: Slack gives each message to one of them")
        self._unheard_since = None

    def _lost(self, why: str, *, expected: bool = False) -> None:
        self._unheard_since = self._unheard_since or self._clock.now()
        if why == _OFF:
            why = "Socket Mode is off in the app's settings: turn it on"
        elif why in WRONG_TOKEN:
            why = f"Slack does not accept SLACK_APP_TOKEN ({why}): {_ADVICE}"
        self._why = why
        if not expected or why.startswith("Socket Mode"):
            self._failed.say(why=why)

    def _take(self, socket: aiohttp.ClientWebSocketResponse, envelope: dict[str, Any]) -> None:
        id_, payload = envelope.get("envelope_id"), envelope.get("payload")
        if self._stopping or not isinstance(id_, str) or not self._seen.take([id_]):
            return
        if not isinstance(payload, dict) or not is_slacks(payload):
            self._refused.say(why="malformed")
            return
        self._start(self._answer(socket, id_, payload))

    async def _answer(self, socket: aiohttp.ClientWebSocketResponse, id_: str, payload: dict[str, Any]) -> None:
        response = await self._dispatch(payload)
        if response.status != HTTPStatus.OK:  # not acknowledged: Slack sends it again
            self._seen.forget([id_])
            return
        try:
            await socket.send_json({"envelope_id": id_, **_answer_in(response)})
        except (aiohttp.ClientError, ConnectionError):
            self._failed.say(why="an acknowledgement did not get out")

    async def _dispatch(self, payload: dict[str, Any]) -> BoltResponse:
        try:
            return await self._app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=payload))
        except (LookupError, TypeError, AttributeError):
            # What fails in a listener is seen to there: Bolt could not even tell for whom this is.
            self._refused.say(why="malformed")
            return BoltResponse(status=HTTPStatus.BAD_REQUEST)
        except Exception as error:  # it would be lost in the task
            log_failure(logger, "A message of Slack's could not be handled", error)
            return BoltResponse(status=HTTPStatus.INTERNAL_SERVER_ERROR)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def address_of_a_socket(connection: Connection, app_token: str) -> str:
    """Where one socket can be opened.

    Raises SettingsError, which says what to do, where Slack refuses the token or cannot be reached.
    """
    try:
        return await _ask(connection, app_token)
    except UNANSWERED as error:
        code = code_of(error)
        if code in WRONG_TOKEN or code == "missing_scope":
            raise SettingsError(f"SLACK_APP_TOKEN: Slack does not accept it ({code}): {_ADVICE}") from None
        if code == _OFF:
            raise SettingsError("SLACK_APP_TOKEN: turn Socket Mode on in the app's settings") from None
        raise SettingsError(f"SLACK_APP_TOKEN could not be checked: Slack answered {code}: try again") from None


async def _ask(connection: Connection, app_token: str) -> str:
    answer = await connection.client.apps_connections_open(app_token=app_token)
    return str(answer["url"])


def _envelope(message: aiohttp.WSMessage) -> dict[str, Any]:
    """What Slack sent as an object; an empty one where it is none."""
    try:
        content = json.loads(message.data) if message.type is aiohttp.WSMsgType.TEXT else None
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _answer_in(response: BoltResponse) -> dict[str, Any]:
    """What an acknowledgement carries, as Slack wants it over a socket."""
    if not response.body:
        return {}
    is_json = response.first_headers().get("content-type", "").startswith("application/json")
    return {"payload": json.loads(response.body) if is_json else {"text": response.body}}
