"""Servers that send too much, too slowly, or no HTTP."""

from __future__ import annotations

import asyncio
import zlib

import pytest
from aiohttp import web

from bot.activity.fetcher import Limits
from bot.activity.model import Failure
from tests.integration.activity.support import HOST, URL, refusal
from tests.support.internet import Internet, serving
from tests.support.wild_feeds import AT


class TestWhatIsTooMuch:
    """Servers that send more, or more slowly, than is good for us."""

    LIMITS = Limits(seconds=0.4, size=50_000)

    async def _refused(self, internet: Internet) -> Failure:
        async with internet.fetcher(limits=self.LIMITS) as fetcher:
            return await refusal(fetcher.get(URL, AT))

    async def test_a_size_that_is_announced(self, internet: Internet) -> None:
        sent = 0

        async def handle(request: web.Request) -> web.StreamResponse:
            nonlocal sent
            response = web.StreamResponse(headers={"Content-Length": str(200 * 2**20)})
            await response.prepare(request)
            while sent < 200 * 2**20:
                await response.write(bytes(2**16))
                sent += 2**16
            return response

        internet.hosts[HOST] = handle
        assert await self._refused(internet) is Failure.TOO_LARGE
        assert sent < 20 * 2**20

    async def test_a_size_that_is_not_announced(self, internet: Internet) -> None:
        async def endless(request: web.Request) -> web.StreamResponse:
            response = web.StreamResponse()
            await response.prepare(request)
            while True:
                await response.write(bytes(2**16))

        internet.hosts[HOST] = endless
        assert await self._refused(internet) is Failure.TOO_LARGE

    async def test_a_bomb_in_a_package(self, internet: Internet) -> None:
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        bomb = b"".join(packer.compress(bytes(2**20)) for _ in range(200)) + packer.flush()
        internet.hosts[HOST] = serving(bomb, **{"Content-Encoding": "gzip"})
        async with internet.fetcher() as fetcher:
            assert await refusal(fetcher.get(URL, AT)) is Failure.TOO_LARGE

    async def test_silence(self, internet: Internet) -> None:
        async def silent(request: web.Request) -> web.StreamResponse:
            await asyncio.Event().wait()
            return web.Response()

        internet.hosts[HOST] = silent
        assert await self._refused(internet) is Failure.SLOW

    async def test_a_byte_now_and_then(self, internet: Internet) -> None:
        async def dripping(request: web.Request) -> web.StreamResponse:
            response = web.StreamResponse()
            await response.prepare(request)
            while True:
                await response.write(b"x")
                await asyncio.sleep(0.02)

        internet.hosts[HOST] = dripping
        assert await self._refused(internet) is Failure.SLOW

    async def test_slow_redirects_have_one_time_together(self, internet: Internet) -> None:
        async def slow(request: web.Request) -> web.StreamResponse:
            await asyncio.sleep(0.15)
            return web.Response(status=302, headers={"Location": f"/{len(internet.asked)}"})

        internet.hosts[HOST] = slow
        assert await self._refused(internet) is Failure.SLOW


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ncut off",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nhei!",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 4\r\n\r\nhei!",
        b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000 + b"\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://\xff\xfe/\r\n\r\n",
        b"HTTP/1.1 999 What\r\nContent-Length: 0\r\n\r\n",
    ],
)
async def test_what_is_no_http_is_refused(internet: Internet, raw: bytes) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(raw)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    internet.hosts[HOST] = serving("")
    internet.names.ports[80] = server.sockets[0].getsockname()[1]
    async with server, internet.fetcher(limits=Limits(seconds=3)) as fetcher:
        await refusal(fetcher.get(URL, AT))
