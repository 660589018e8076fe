"""The fake as a web server on loopback."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Final, TypeVar

from aiohttp import web

from tests.fake_slack.calling import PATIENCE, Call, RefusedError, read_call
from tests.fake_slack.directory import Directory
from tests.fake_slack.files import Files
from tests.fake_slack.misbehaving import Fault, Orders, Usual
from tests.fake_slack.posting import Chat, ResponseUrls
from tests.fake_slack.sockets import Sockets
from tests.fake_slack.views import Views
from tests.fake_slack.workspace import Json, Workspace, usual_workspace

TOKEN, SIGNING_SECRET = "xoxb-1764-salainen-avain", "5a1a15e4a11e4c1f9d7f6a5b4c3d2e1f"
SCOPES: Final = frozenset(
    {
        *("app_mentions:read", "chat:write", "commands", "files:write", "im:history", "im:write"),
        *("users:read", "users:read.email"),
    }
)
RESPONSE_URL: Final = "response_url"
"""What faults and calls of all the addresses are named by that answer a press or a command."""
UPLOAD: Final = "upload"
"""What faults and calls of the addresses are named by that take files."""

_NEEDS: Final[Mapping[str, str]] = {
    "users.info": "users:read",
    "users.list": "users:read",
    "users.lookupByEmail": "users:read.email",
    "bots.info": "users:read",
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "conversations.open": "im:write",
    "conversations.history": "im:history",
    "conversations.replies": "im:history",
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
}
_T = TypeVar("_T")


class FakeSlack:
    """A workspace that the bot can call. ``problems`` holds what Slack would have refused: a test ends with none."""

    def __init__(self, base_url: str, workspace: Workspace) -> None:
        self.base_url = base_url
        self.workspace = workspace
        self.calls: list[Call] = []
        self.problems: list[str] = []
        self.token = TOKEN
        self.token_refused = ""
        """Slack's word for why the token is of no use any more; empty while it is. Every method that takes one may say:
        ``token_revoked`` (somebody or something was deleted, or the app was removed), ``account_inactive`` (a user or
        the workspace was deleted), ``invalid_auth`` (anything else); see the errors at
        https://docs.slack.dev/reference/methods/auth.test."""
        self.signing_secret = SIGNING_SECRET
        self.ahead = timedelta()
        """How far the time that answers tell is ahead of this machine's."""
        self.response_urls = ResponseUrls(base_url)
        self._orders = Orders()
        self._clock = 0.0
        self._news = asyncio.Condition()
        self._directory = Directory(workspace, set(SCOPES))
        self.files = Files(base_url)
        self.chat = Chat(workspace, self.problems, self.files)
        self.sockets = Sockets(base_url, self.problems)
        self.views = Views(workspace, self.problems, lambda: self._clock)
        self._methods: Mapping[str, Callable[[Call], Json]] = {
            "auth.test": self._directory.auth_test,
            "users.info": self._directory.info,
            "users.lookupByEmail": self._directory.by_email,
            "users.list": self._directory.list,
            "bots.info": self._directory.bot_info,
            "conversations.open": self._directory.open,
            "conversations.history": self._directory.history,
            "conversations.replies": self._directory.history,
            "chat.postMessage": self.chat.post,
            "chat.postEphemeral": self.chat.post_ephemeral,
            "chat.update": self.chat.update,
            "chat.delete": self.chat.delete,
            "chat.getPermalink": self.chat.permalink,
            "files.getUploadURLExternal": self.files.begin,
            "files.completeUploadExternal": self.files.complete,
            "views.open": self.views.open,
            "views.push": self.views.push,
            "views.update": self.views.update,
            "views.publish": self.views.publish,
        }

    @property
    def api_url(self) -> str:
        """What the bot's SLACK_API_URL is."""
        return f"{self.base_url}api/"

    @property
    def scopes(self) -> set[str]:
        """What the bot's token may do; to be changed in place."""
        return self._directory.scopes

    def advance(self, seconds: float) -> None:
        """Let time pass for triggers and response addresses; it stands still otherwise."""
        self._clock += seconds

    def response_url(self, user: str, place: str, at: str | None = None) -> str:
        """An address for the answer to something that ``user`` did, at the message ``at`` where there is one."""
        original = next((shown for shown in self.workspace.shown if (shown.place, shown.ts) == (place, at)), None)
        return self.response_urls.give(user, place, original, self._clock)

    def misbehave(self, method: str, fault: Fault, *, times: int | None = None, after: int = 0) -> None:
        """Answer calls of ``method`` (or ``RESPONSE_URL``) with ``fault``: the next ``times``, after some good ones."""
        self._orders.order(method, fault, times, after)

    def behave(self) -> None:
        """Take back all orders to misbehave."""
        self._orders.clear()

    def called(self, method: str) -> list[Call]:
        """The calls of ``method``, in the order of arrival."""
        return [call for call in self.calls if call.method == method]

    async def until(self, what: Callable[[], _T | None]) -> _T:
        """Wait until ``what`` gives something that counts as true, looking after each event, and return it."""
        async with asyncio.timeout(PATIENCE), self._news:
            while not (found := what()):
                await self._news.wait()
        return found

    async def tell(self) -> None:
        """Let those look who wait: something has happened."""
        async with self._news:
            self._news.notify_all()

    async def answer_method(self, request: web.Request) -> web.StreamResponse:
        """A call of the Web API."""
        method = request.match_info["method"]
        try:
            call = await read_call(request)
        except RefusedError as refused:
            self.problems.append(f"{method}: {refused}")
            return web.json_response(refused.answer)
        self.calls.append(call)
        await self.tell()

        async def usual() -> web.StreamResponse:
            try:
                answer = {"ok": True, **self._do(call)}
            except RefusedError as refused:
                answer = refused.answer
            headers = {"Date": format_datetime(datetime.now(UTC) + self.ahead, usegmt=True)}
            if call.token == self.token and not self.token_refused:  # Slack tells nobody else's, nor those of no use
                headers["x-oauth-scopes"] = ",".join(sorted(self.scopes))
            return web.json_response(answer, headers=headers)

        return await self._answer(method, request, usual)

    async def answer_response(self, request: web.Request) -> web.StreamResponse:
        """A use of a ``response_url``."""
        body = await request.read()
        self.calls.append(Call(RESPONSE_URL, json.loads(body), None))
        await self.tell()

        async def usual() -> web.StreamResponse:
            try:
                url = self.response_urls.use(request.match_info["id"], self._clock)
                self.chat.answer(json.loads(body), url, RESPONSE_URL)
            except RefusedError as refused:
                self.problems.append(f"{RESPONSE_URL}: {refused}")
                return web.json_response(refused.answer, status=404)
            return web.Response(text="ok")

        return await self._answer(RESPONSE_URL, request, usual)

    async def answer_upload(self, request: web.Request) -> web.StreamResponse:
        """The bytes of a file, as they are."""
        body = await request.read()
        self.calls.append(Call(UPLOAD, {}, None))
        await self.tell()

        async def usual() -> web.StreamResponse:
            status = self.files.take(request.match_info["id"], body)
            return web.Response(status=status, text=f"OK - {len(body)}" if status == 200 else "")

        return await self._answer(UPLOAD, request, usual)

    async def _answer(self, method: str, request: web.Request, usual: Usual) -> web.StreamResponse:
        fault = self._orders.take(method)
        try:
            return await (fault.answer(request, usual) if fault else usual())
        finally:
            await self.tell()

    def _do(self, call: Call) -> Json:
        if not call.token:
            raise RefusedError("not_authed")
        if call.method == "apps.connections.open":  # by a token of the app's, not of the bot's
            return self.sockets.open(call)
        if call.token != self.token:
            raise RefusedError("invalid_auth")
        if self.token_refused:
            raise RefusedError(self.token_refused)
        if call.method not in self._methods:
            self.problems.append(f"the fake does not know {call.method}")
            raise RefusedError("unknown_method")
        needed = _NEEDS.get(call.method)
        # The answer names the scope, as its type in Slack's own library has it (``needed``, ``provided``):
        # https://docs.slack.dev/tools/node-slack-sdk/reference/web-api/type-aliases/OauthTokenResponse
        if needed and needed not in self.scopes:
            raise RefusedError("missing_scope", needed=needed, provided=",".join(sorted(self.scopes)))
        return self._methods[call.method](call)


@asynccontextmanager
async def fake_slack() -> AsyncIterator[FakeSlack]:
    """A fake that listens on a free port of loopback for as long as the context lasts."""
    listening = socket.create_server(("127.0.0.1", 0))
    slack = FakeSlack(f"http://127.0.0.1:{listening.getsockname()[1]}/", usual_workspace())
    app = web.Application(client_max_size=2 * 1024 * 1024)
    app.router.add_route("*", "/api/{method}", slack.answer_method)
    app.router.add_post("/response/{id}", slack.answer_response)
    app.router.add_post("/upload/v1/{id}", slack.answer_upload)
    app.router.add_get("/link/", slack.sockets.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.SockSite(runner, listening).start()
    try:
        yield slack
    finally:
        await runner.cleanup()
