"""The Bot Connector service: it takes messages, tells who is a member, and misbehaves where it is told to."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

from aiohttp import web

from tests.fake_teams.cards import words_of

Json = dict[str, Any]
Misbehaviour = Callable[[web.Request], web.Response | None]
"""What the service answers instead; None for a connection that is cut off."""

LARGEST = 80_000
TOKEN = "a-token-of-the-bot"


@dataclass(frozen=True)
class Posted:
    """A message that has arrived: where, in the place of which, and for whose eyes alone."""

    conversation: str
    activity: Json
    replaces: str = ""
    only_to: str = ""

    @property
    def card(self) -> Json:
        """The card in it."""
        card: Json = self.activity["attachments"][0]["content"]
        return card

    @property
    def text(self) -> str:
        """All that can be read on it."""
        return words_of(self.card)


@dataclass
class Service:
    """A tenant's conversations and their members. ``misbehaves`` are what the next calls get; ``blocked`` are codes by
    conversation, as Teams refuses with; ``told`` are the calls that were made."""

    members: dict[str, Json] = field(default_factory=dict)
    posted: list[Posted] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    misbehaves: list[Misbehaviour] = field(default_factory=list)
    blocked: dict[str, str] = field(default_factory=dict)
    not_installed: set[str] = field(default_factory=set)
    told: list[str] = field(default_factory=list)
    tokens: int = 0
    token_status: int = 200
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    def add_to(self, app: web.Application) -> None:
        app.router.add_post("/{tenant}/oauth2/v2.0/token", self._token)
        app.router.add_get("/", self._root)
        app.router.add_post("/v3/conversations", self._open)
        app.router.add_post("/v3/conversations/{conversation}/activities", self._post)
        app.router.add_put("/v3/conversations/{conversation}/activities/{message}", self._update)
        app.router.add_delete("/v3/conversations/{conversation}/activities/{message}", self._delete)
        app.router.add_get("/v3/conversations/{conversation}/members/{member}", self._member)

    async def until_posted(self, number: int) -> list[Posted]:
        """What has arrived, once so many have."""
        async with asyncio.timeout(20):
            while len(self.posted) < number:
                self.arrived.clear()
                await self.arrived.wait()
        return self.posted

    async def _root(self, request: web.Request) -> web.Response:
        return self._misbehaviour(request) or web.Response(status=404)

    async def _token(self, request: web.Request) -> web.Response:
        self.tokens += 1
        form = await request.post()
        assert form["grant_type"] == "client_credentials"
        assert form["scope"] == "https://api.botframework.com/.default"
        if self.token_status != HTTPStatus.OK:
            return web.json_response({"error": "invalid_client"}, status=self.token_status)
        return web.json_response({"access_token": TOKEN, "expires_in": 3599, "token_type": "Bearer"})

    async def _open(self, request: web.Request) -> web.Response:
        if refused := self._refusal(request):
            return refused
        body = await request.json()
        (member,) = body["members"]
        if member["id"] in self.not_installed:
            return _error(403, "ForbiddenOperationException")
        if not body["bot"]["id"].startswith("28:") or body["isGroup"] or not body["tenantId"]:
            return _error(400, "BadArgument")
        return web.json_response({"id": f"a:{member['id']}"}, status=201)

    async def _post(self, request: web.Request) -> web.Response:
        if refused := self._refusal(request):
            return refused
        activity, only_to = await self._activity(request), ""
        if isinstance(activity, web.Response):
            return activity
        if request.query.get("isTargetedActivity") == "true":
            only_to = (activity.get("recipient") or {}).get("id", "")
            if not only_to:
                return _error(400, "BadArgument")
        self._arrive(Posted(_conversation(request), activity, only_to=only_to))
        return web.json_response({"id": f"m{len(self.posted)}"}, status=201)

    async def _update(self, request: web.Request) -> web.Response:
        if refused := self._refusal(request):
            return refused
        activity = await self._activity(request)
        if isinstance(activity, web.Response):
            return activity
        if request.match_info["message"] != activity.get("id"):
            return _error(400, "BadArgument")
        self._arrive(Posted(_conversation(request), activity, replaces=request.match_info["message"]))
        return web.json_response({"id": activity["id"]})

    async def _delete(self, request: web.Request) -> web.Response:
        if refused := self._refusal(request):
            return refused
        self.deleted.append(request.match_info["message"])
        return web.Response()

    async def _member(self, request: web.Request) -> web.Response:
        if refused := self._refusal(request):
            return refused
        wanted = unquote(request.match_info["member"])
        for member in self.members.values():
            if wanted in (member["id"], member.get("aadObjectId")):
                return web.json_response(member)
        return _error(404, "MemberNotFoundInConversation")

    async def _activity(self, request: web.Request) -> Json | web.Response:
        body = await request.read()
        if len(body) > LARGEST:
            return _error(413, "MessageSizeTooBig")
        activity: Json = json.loads(body)
        shown = activity.get("text") or activity.get("attachments")
        if activity.get("type") != "message" or not shown:
            return _error(400, "BadSyntax")
        return activity

    def _refusal(self, request: web.Request) -> web.Response | None:
        self.told.append(f"{request.method} {request.path}")
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return _error(401, "Unauthorized")
        code = self.blocked.get(_conversation(request))
        return self._misbehaviour(request) or (_error(403, code) if code else None)

    def _misbehaviour(self, request: web.Request) -> web.Response | None:
        if not self.misbehaves:
            return None
        answer = self.misbehaves.pop(0)(request)
        if answer is None:
            assert request.transport is not None
            request.transport.close()
            return web.Response()
        return answer

    def _arrive(self, posted: Posted) -> None:
        self.posted.append(posted)
        self.arrived.set()


def busy(status: int, after: str = "", code: str = "") -> Misbehaviour:
    """A refusal, and for how long the service asks to be left alone."""
    return lambda request: _error(status, code, after)


def reset(request: web.Request) -> None:
    """Hangs up without an answer."""


def no_json(request: web.Request) -> web.Response:
    """An answer of some proxy's."""
    return web.Response(status=502, text="<html>Bad gateway</html>", content_type="text/html")


def member(id_: str, object_id: str, name: str, **different: Any) -> Json:
    """A member of the staff as Teams tells of one, but for what is ``different``."""
    address = f"{name.partition(' ')[0].lower()}@example.fi"
    return {
        "id": id_,
        "name": name,
        "aadObjectId": object_id,
        "email": address,
        "userPrincipalName": address,
        "userRole": "user",
        **different,
    }


def _conversation(request: web.Request) -> str:
    return unquote(request.match_info.get("conversation", ""))


def _error(status: int, code: str, after: str = "") -> web.Response:
    headers = {"Retry-After": after} if after else {}
    return web.json_response({"error": {"code": code, "message": "refused"}}, status=status, headers=headers)
