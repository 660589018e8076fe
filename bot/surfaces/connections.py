"""The server's connections: how many there may be, and for how long one may keep the server waiting.

aiohttp limits neither the number of connections nor the time in which a request has to come in, and asyncio goes on
accepting, with a line in the log each time, when the process is out of files. Here a connection is accepted only when
there is room for it; the one that has kept the server waiting for longest makes room.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
from typing import Final

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler

from bot.surfaces.seldom import Seldom

logger = logging.getLogger(__name__)

HEADER_SECONDS: Final = 10.0
"""Seconds in which the headers of a request have to be there, from the connection, or from their first byte, on."""
BODY_SECONDS: Final = 10.0
"""Seconds in which the body has to be there, from the end of the headers on."""
MOST: Final = 512
"""The most connections at a time, however many files the process may open."""
_FEWEST: Final = 16
_SWEEP_SECONDS: Final = 1.0
_PAUSE: Final = 0.05
"""Seconds until the next try where there is no room, or no file, for a connection."""
_BACKLOG: Final = 1024
"""Connections that wait in the system's queue to be accepted."""


def most_connections() -> int:
    """Half as many as the process may open files, so that the stores and the way to Slack have the rest."""
    if sys.platform == "win32":
        return MOST
    import resource

    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST if files == resource.RLIM_INFINITY else max(_FEWEST, min(MOST, files // 2))


class LimitedConnection(web.RequestHandler):
    """aiohttp's side of a connection, and since when (in seconds of the loop's clock) it is at what it does."""

    __slots__ = ("_begun", "_listener", "_now", "request", "since")

    def __init__(self, server: web.Server, listener: Listener) -> None:
        loop = asyncio.get_running_loop()
        super().__init__(server, loop=loop, access_log=None)  # type: ignore[arg-type]
        self.request: web.BaseRequest | None = None
        self.since = loop.time()
        self._now = loop.time
        self._begun = True
        self._listener = listener

    @property
    def keeps_waiting(self) -> bool:
        """Whether the server waits for the other side: for a request, or for the rest of one."""
        return self.request is None or not self.request.content.is_eof()

    def is_late(self) -> bool:
        """Whether a request takes longer to come in than it may. One that has not begun may take its time."""
        limit = HEADER_SECONDS if self.request is None else BODY_SECONDS
        return self._begun and self.keeps_waiting and self._now() - self.since > limit

    def begin(self, request: web.BaseRequest) -> None:
        """The headers are there."""
        self.request, self.since = request, self._now()

    def end(self) -> None:
        """The request has been handled; the next one on the same connection may come when it likes."""
        self.request, self.since, self._begun = None, self._now(), False

    def abort(self) -> None:
        """Cut the other side off at once: nothing that it does, or leaves undone, keeps the file open."""
        if isinstance(self.transport, asyncio.WriteTransport):
            self.transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The connection counts from here on."""
        super().connection_made(transport)
        self._listener.connections.add(self)

    def connection_lost(self, exc: BaseException | None) -> None:
        """The connection does not count any more."""
        self._listener.connections.discard(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """The first byte of a further request starts its time."""
        if self.request is None and not self._begun:
            self._begun, self.since = True, self._now()
        super().data_received(data)

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """The answer to what is no HTTP; without our name, aiohttp would tell its own and its version."""
        response = super().handle_error(request, status, exc, message)
        response.headers[hdrs.SERVER] = "somebot"
        return response


@web.middleware
async def noting_requests(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Tells the connection when a request begins and ends."""
    connection = request.protocol
    if not isinstance(connection, LimitedConnection):  # a server that is not ours
        return await handler(request)
    connection.begin(request)
    try:
        return await handler(request)
    finally:
        connection.end()


class Listener:
    """Accepts connections for ``server``, no more at a time than there is room for."""

    def __init__(self, server: web.Server) -> None:
        self.connections: set[LimitedConnection] = set()
        self._server = server
        self._most = most_connections()
        self._sockets: list[socket.socket] = []
        self._tasks: list[asyncio.Task[None]] = []
        self._cut_off = Seldom(logger, "Connections were cut off that kept the server waiting")
        self._failed = Seldom(logger, "A connection could not be accepted")

    async def start(self, host: str, port: int) -> tuple[str, int]:
        """Listen on all addresses of ``host``, and give the first one. Raises OSError where that is not possible."""
        loop = asyncio.get_running_loop()
        infos = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, _, _, _, address in dict.fromkeys(infos):
            listening = socket.create_server((address[0], int(address[1])), family=family, backlog=_BACKLOG)
            listening.setblocking(False)  # noqa: FBT003 - the method has no name for it
            self._sockets.append(listening)
        self._tasks = [asyncio.create_task(self._accept(listening)) for listening in self._sockets]
        self._tasks.append(asyncio.create_task(self._sweep()))
        name: tuple[str, int] = self._sockets[0].getsockname()[:2]
        return name

    async def stop(self) -> None:
        """Accept no more; the connections that there are stay."""
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        for listening in self._sockets:
            listening.close()

    async def _accept(self, listening: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        while True:
            await self._make_room()
            try:
                accepted, _ = await loop.sock_accept(listening)
            except OSError as error:  # out of files, or the other side is gone already
                self._failed.say(why=error.strerror or type(error).__name__)
                await asyncio.sleep(_PAUSE)
                continue
            try:
                await loop.connect_accepted_socket(self._connection, accepted)
            except OSError as error:
                accepted.close()
                self._failed.say(why=error.strerror or type(error).__name__)

    def _connection(self) -> LimitedConnection:
        return LimitedConnection(self._server, self)

    async def _make_room(self) -> None:
        while len(self.connections) >= self._most:
            waiting = (one for one in self.connections if one.keeps_waiting)
            oldest = min(waiting, key=lambda one: one.since, default=None)
            if oldest is None:  # each is being answered: before long there is room
                await asyncio.sleep(_PAUSE)
            else:
                oldest.abort()
                self._cut_off.say(why="too many connections", most=self._most)
                await asyncio.sleep(0)

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(_SWEEP_SECONDS)
            for late in [one for one in self.connections if one.is_late()]:
                late.abort()
                self._cut_off.say(why="too slow", most=self._most)
