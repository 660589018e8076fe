"""A way to a PostgreSQL server on which nothing arrives any more and nobody hangs up, as where a network has died."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

_SOCKET = ".s.PGSQL.5432"


class Way:
    """Passes on what is said, unless it is deaf. What it has become deaf to, it never hears again."""

    def __init__(self, server: Path) -> None:
        self._server = server
        self._tasks: set[asyncio.Task[None]] = set()
        self._writers: list[asyncio.StreamWriter] = []
        self._connections = 0
        self._lost: float = 0

    def go_deaf(self) -> None:
        """Lose the connections that there are, and those that will be."""
        self._lost = math.inf

    def recover(self) -> None:
        """Pass on what is said on new connections."""
        self._lost = self._connections

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass a connection on."""
        number, self._connections = self._connections, self._connections + 1
        there_reader, there_writer = await asyncio.open_unix_connection(self._server / _SOCKET)
        self._writers += [writer, there_writer]
        for source, target in ((reader, there_writer), (there_reader, writer)):
            self._tasks.add(asyncio.create_task(self._pass_on(number, source, target)))

    async def close(self) -> None:
        """Hang up."""
        for task in self._tasks:
            task.cancel()
        for writer in self._writers:
            writer.close()
        await asyncio.gather(*self._tasks, *(one.wait_closed() for one in self._writers), return_exceptions=True)

    async def _pass_on(self, number: int, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        try:
            with suppress(ConnectionError):
                while said := await source.read(65536):
                    if number >= self._lost:
                        target.write(said)
                        await target.drain()
        finally:
            if number >= self._lost:
                target.close()


@asynccontextmanager
async def way_to(server: Path) -> AsyncIterator[tuple[Way, Path]]:
    """A way to the server whose socket is in the folder ``server``, and the folder to go by instead of that."""
    with TemporaryDirectory(prefix="some-way-") as folder:
        way = Way(server)
        listening = await asyncio.start_unix_server(way.connected, Path(folder) / _SOCKET)
        try:
            yield way, Path(folder)
        finally:
            listening.close()
            await way.close()
