"""The gate: what comes over HTTP is looked at before it goes any further, and nothing of what is refused is logged.

Slack signs each request with the time and the raw body (https://docs.slack.dev/authentication/verifying-requests-from-slack).
"""

import re
from http import HTTPStatus
from typing import Final

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_sdk.signature import Clock as SignatureClock
from slack_sdk.signature import SignatureVerifier

from bot.services.claims import Claims, UnderWayError
from bot.services.ports import Clock
from bot.surfaces.door import Door, RefusedError, body_of
from bot.surfaces.slack.listening.shapes import is_slacks

PATH: Final = "/slack/events"
"""Where Slack sends commands, interactivity and events."""
_ADVICE: Final = (
    "copy the Signing Secret again (Basic Information, App Credentials) to SLACK_SIGNING_SECRET, "
    "and let the machine set its clock from the network"
)
_TIMESTAMP = re.compile(r"[0-9]{1,12}")


class Gate:
    """Lets what Slack has signed through to ``app``."""

    def __init__(self, app: AsyncApp, signing_secret: str, clock: Clock, claims: Claims) -> None:
        self._app = app
        self._verifier = SignatureVerifier(signing_secret, _Seconds(clock))
        self._claims = claims
        self._door = Door()
        self._is_known = False
        """Whether a request with a right signature has come since the start."""
        self._signed_otherwise = 0

    async def open(self) -> None:
        """Nothing is to be asked for: Slack comes by itself."""

    def add_to(self, app: web.Application) -> None:
        """Serve Slack's requests under `/slack/events`."""
        app.router.add_post(PATH, self.handle)

    async def keep_up(self) -> None:
        """Nothing goes on beside the requests."""

    async def stop(self) -> None:
        """The server has stopped taking requests."""

    def trouble(self) -> str | None:
        """None: whether Slack comes is not seen from here."""
        return None

    def limits(self) -> tuple[str, ...]:
        """That nothing of what comes is signed as it should be, which may be the fault of the settings."""
        if self._is_known or not self._signed_otherwise:
            return ()
        return (f"{self._signed_otherwise} requests were refused for their signature, and none was taken: {_ADVICE}",)

    async def handle(self, request: web.Request) -> web.Response:
        """The answer to a request of Slack's."""
        return await self._door.answer(request, self._handle)

    async def _handle(self, request: web.Request) -> web.Response:
        body = await body_of(request, otherwise="encoding")
        if _is_ssl_check(request, body):
            return web.Response()
        self._verify(request, body)
        parsed = _parsed(request, body)
        if _is_event(body):  # Slack sends one again on purpose; each is told apart by its own id
            return await self._dispatch(parsed)
        signature = [request.headers["X-Slack-Signature"]]
        try:
            is_new = await self._claims.take(signature)
        except UnderWayError:  # nobody sends it again, and in such a moment hardly a stranger either
            is_new = True
        if not is_new:
            self._door.refused.say(why="sent again", status=HTTPStatus.OK.value)
            return web.Response()
        response = await self._dispatch(parsed)
        if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            self._claims.release(signature)
        self._claims.settle(signature)
        return response

    async def _dispatch(self, parsed: AsyncBoltRequest) -> web.Response:
        try:
            response = await self._app.async_dispatch(parsed)
        except (LookupError, TypeError, AttributeError) as error:
            # What fails in a listener is seen to there: Bolt could not even tell for whom this is.
            raise RefusedError("malformed") from error
        return await to_aiohttp_response(response)

    def _verify(self, request: web.Request, body: str) -> None:
        timestamp = request.headers.get("X-Slack-Request-Timestamp", "")
        signature = request.headers.get("X-Slack-Signature", "")
        if timestamp and not _TIMESTAMP.fullmatch(timestamp):
            raise RefusedError("timestamp")
        if not timestamp or not signature.isascii() or not self._verifier.is_valid(body, timestamp, signature):
            self._signed_otherwise += signature.startswith("v0=")
            raise RefusedError("signature", HTTPStatus.UNAUTHORIZED)
        self._is_known = True


def _parsed(request: web.Request, body: str) -> AsyncBoltRequest:
    try:
        parsed = AsyncBoltRequest(body=body, query=request.query_string, headers=dict(request.headers))
    except (ValueError, TypeError, AttributeError, RecursionError, LookupError) as error:
        raise RefusedError("malformed") from error
    if not is_slacks(parsed.body):
        raise RefusedError("malformed")
    return parsed


def _is_event(body: str) -> bool:
    """Whether this is an event, as only those are sent as JSON; of the header that says so nothing is signed."""
    return body.startswith("{")


def _is_ssl_check(request: web.Request, body: str) -> bool:
    """Slack's own look at the certificate: it is not signed, and wants nothing."""
    if "ssl_check=1" not in body:
        return False
    is_form = request.content_type == "application/x-www-form-urlencoded"
    return is_form and bool(re.search(r"(?:^|&)ssl_check=1(?:&|$)", body))


class _Seconds(SignatureClock):
    """Our clock, as slack_sdk wants one."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def now(self) -> float:
        return self._clock.now().timestamp()
