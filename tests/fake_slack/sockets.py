"""Socket Mode, from Slack's side: sockets that the bot opens, envelopes that go out on one of them, acknowledgements.

As told at https://docs.slack.dev/apis/events-api/using-socket-mode and
https://docs.slack.dev/reference/methods/apps.connections.open: an app-level token asks for an address, which is good
for one connection; an app has up to ten, and each envelope goes to one of them; an envelope is acknowledged on the
socket that it came on, within three seconds; before Slack closes a socket, it says so.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from aiohttp import WSMsgType, web

from tests.fake_slack.calling import Call, RefusedError
from tests.fake_slack.sending import JSON, Answer, Sender
from tests.fake_slack.workspace import APP, Json

APP_TOKEN: Final = "xapp-1-salainen-avain"
MOST: Final = 10
"""Connections that an app may have."""
_ACK: Final = 3.0
"""Seconds in which an envelope has to be acknowledged."""


@dataclass(eq=False)
class Link:
    """One connection. ``acks`` has the acknowledgements that came on it, by envelope."""

    socket: web.WebSocketResponse
    acks: dict[str, Json] = field(default_factory=dict)
    deaf: bool = False


class Sockets:
    """The connections of the bot. ``problems`` is what Slack would not stand."""

    def __init__(self, base_url: str, problems: list[str]) -> None:
        self.links: list[Link] = []
        self.opened = 0
        self.closing_at_once = False
        self.token = APP_TOKEN
        self._base = base_url.replace("http", "ws", 1)
        self._problems = problems
        self._tickets: set[str] = set()
        self._numbers = count(1)
        self._news = asyncio.Condition()

    def open(self, call: Call) -> Json:
        """``apps.connections.open``: an address for one connection."""
        if not str(call.token).startswith("xapp-"):
            raise RefusedError("not_allowed_token_type")
        if call.token != self.token:
            raise RefusedError("invalid_auth")
        ticket = f"{next(self._numbers)}"
        self._tickets.add(ticket)
        return {"url": f"{self._base}link/?ticket={ticket}&app_id={APP}"}

    async def answer(self, request: web.Request) -> web.WebSocketResponse:
        """A connection, from its greeting to its end."""
        if (ticket := request.query.get("ticket", "")) not in self._tickets:
            raise web.HTTPForbidden
        if len(self.links) >= MOST:
            raise web.HTTPTooManyRequests
        self._tickets.remove(ticket)
        # It answers pings itself, so that it can fail to.
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        self.opened += 1
        if self.closing_at_once:
            await socket.close()
            return socket
        link = Link(socket)
        self.links.append(link)
        greeting = {"type": "hello", "num_connections": len(self.links), "connection_info": {"app_id": APP}}
        await socket.send_json(greeting)
        await self._tell()
        try:
            async for message in socket:
                if message.type is WSMsgType.PING and not link.deaf:
                    await socket.pong(message.data)
                elif message.type is WSMsgType.TEXT:
                    self._acknowledged(link, json.loads(message.data))
                    await self._tell()
        finally:
            if link in self.links:
                self.links.remove(link)
            await self._tell()
        return socket

    async def until(self, what: Callable[[], Any], seconds: float = 30.0) -> Any:
        """Wait until ``what`` gives something that counts as true."""
        async with asyncio.timeout(seconds), self._news:
            while not (found := what()):
                await self._news.wait()
        return found

    async def send(
        self, kind: str, payload: Json, *, link: Link | None = None, id_: str = "", **more: Any
    ) -> Json | None:
        """Send an envelope to one connection, the oldest that hears, and wait for its acknowledgement; None where none
        comes in time."""
        to: Link = link or await self.until(lambda: next((one for one in self.links if not one.deaf), None))
        envelope_id = id_ or f"envelope-{next(self._numbers)}"
        await to.socket.send_json(
            {"envelope_id": envelope_id, "type": kind, "payload": payload, "accepts_response_payload": True, **more}
        )
        try:
            await self.until(lambda: envelope_id in to.acks, _ACK)
        except TimeoutError:
            return None
        return to.acks[envelope_id]

    async def say_goodbye(self, reason: str) -> Link:
        """Tell the oldest connection that it will be closed."""
        link: Link = await self.until(lambda: self.links[:1] and self.links[0])
        await link.socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {"host": "applink"}})
        return link

    async def stop(self) -> None:
        """Close all connections, as a server that stops."""
        for link in [*self.links]:
            await link.socket.close()

    def _acknowledged(self, link: Link, ack: Json) -> None:
        id_ = str(ack.get("envelope_id"))
        if set(ack) - {"envelope_id", "payload"}:
            self._problems.append(f"an acknowledgement has {sorted(ack)}")
        if id_ in link.acks:
            self._problems.append("an envelope was acknowledged twice")
        if not isinstance(ack.get("payload", {}), dict):
            self._problems.append("the payload of an acknowledgement is no object")
        link.acks[id_] = ack

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()


@dataclass
class SocketSender(Sender):
    """Sends what people do over the bot's socket instead of to an address."""

    sockets: Sockets | None = None

    async def form(self, fields: Any, **options: Any) -> Answer:
        """Send a slash command."""
        return await self._send("slash_commands", dict(fields))

    async def payload(self, payload: Json, **options: Any) -> Answer:
        """Send an interactive payload."""
        return await self._send("interactive", payload)

    async def event(self, envelope: Json, *, retry: int = 0, reason: str = "timeout", **options: Any) -> Answer:
        """Send an event, for the ``retry``-th time again."""
        return await self._send("events_api", envelope, retry_attempt=retry, retry_reason=reason if retry else "")

    async def _send(self, kind: str, payload: Json, **more: Any) -> Answer:
        assert self.sockets is not None
        ack = await self.sockets.send(kind, payload, **more)
        if ack is None:
            return Answer(504, "", JSON)
        return Answer(200, json.dumps(ack["payload"]) if "payload" in ack else "", JSON)
