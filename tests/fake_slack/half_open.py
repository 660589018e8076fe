"""Connections that begin a request and do not end it."""

from __future__ import annotations

import asyncio
import resource
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

HEADERS = b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Le"
BODY = b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\nab"


@contextmanager
def many_files(count: int) -> Iterator[None]:
    """Let this process open so many files."""
    before, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(before, count), most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (before, most))


@asynccontextmanager
async def half_open(port: int, count: int, begun: bytes) -> AsyncIterator[list[asyncio.StreamReader]]:
    """That many connections to ``port`` that have sent what has ``begun``."""
    with many_files(count + 500):
        pairs = [await asyncio.open_connection("127.0.0.1", port) for _ in range(count)]
        try:
            for _, writer in pairs:
                writer.write(begun)
            yield [reader for reader, _ in pairs]
        finally:
            for _, writer in pairs:
                writer.transport.abort()


async def is_cut_off(reader: asyncio.StreamReader) -> bool:
    """Whether the other side closes the connection without an answer, as soon as it does."""
    try:
        return await reader.read() == b""
    except ConnectionError:
        return True
