"""The web server: what it says of itself, starting, stopping."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestClient, TestServer

from bot.errors import SettingsError, StoreError
from bot.services.ports import State, Store
from bot.storage.memory import MemoryStore
from bot.surfaces.web import serve, web_application

LOGGER = "bot.surfaces.web"


class BurntStore(MemoryStore):
    """A store that cannot be read until it is mended."""

    mended = False

    async def read(self) -> State:
        if not self.mended:
            raise StoreError("register.json is damaged: restore a backup")
        return await super().read()


class Words(logging.Handler):
    """What the server says of itself: its address once it is ready, and that it stops."""

    def __init__(self) -> None:
        super().__init__()
        self.url: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self.stopping = asyncio.Event()

    def emit(self, record: logging.LogRecord) -> None:
        if record.getMessage() == "Ready":
            self.url.set_result(record.__dict__["url"])
        elif record.getMessage() == "Stopping":
            self.stopping.set()


async def answered(stores: Sequence[Store], path: str) -> tuple[int, object]:
    async with TestClient(TestServer(web_application(stores))) as client:
        response = await client.get(path)
        return response.status, await response.json()


@contextmanager
def a_taken_port() -> Iterator[int]:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


@contextmanager
def listening_to_the_server() -> Iterator[Words]:
    logger, words = logging.getLogger(LOGGER), Words()
    level = logger.level
    logger.addHandler(words)
    logger.setLevel(logging.INFO)
    try:
        yield words
    finally:
        logger.removeHandler(words)
        logger.setLevel(level)


@pytest.mark.parametrize("stores", [[], [MemoryStore()], [BurntStore()]])
async def test_the_process_is_alive_whatever_its_stores_do(stores: list[Store]) -> None:
    assert await answered(stores, "/healthz") == (200, {"status": "alive"})


async def test_it_is_ready_when_all_stores_can_be_read() -> None:
    assert await answered([MemoryStore(), MemoryStore()], "/readyz") == (200, {"status": "ready"})


async def test_it_is_not_ready_when_one_of_its_stores_cannot_be_read() -> None:
    assert await answered([MemoryStore(), BurntStore()], "/readyz") == (503, {"status": "store unreachable"})


async def test_it_is_ready_again_when_the_store_is_mended() -> None:
    store = BurntStore()
    async with TestClient(TestServer(web_application([store]))) as client:
        assert (await client.get("/readyz")).status == 503
        store.mended = True
        assert (await client.get("/readyz")).status == 200


async def test_nothing_of_what_is_wrong_with_the_store_is_told_to_the_outside() -> None:
    _, body = await answered([BurntStore()], "/readyz")
    assert "register.json" not in str(body)


async def test_nothing_else_is_served() -> None:
    async with TestClient(TestServer(web_application([]))) as client:
        assert (await client.get("/")).status == 404
        assert (await client.post("/healthz")).status == 405


async def test_a_port_that_is_taken_is_named_with_what_to_do() -> None:
    with a_taken_port() as port, pytest.raises(SettingsError) as refused:
        await serve(web_application([]), "127.0.0.1", port)
    assert f"127.0.0.1:{port}" in str(refused.value)
    assert "PORT" in str(refused.value)
    assert "\n" not in str(refused.value)


async def test_an_address_that_is_not_this_machines_is_named_with_what_to_do() -> None:
    with pytest.raises(SettingsError) as refused:
        await serve(web_application([]), "192.0.2.1", 0)
    assert "192.0.2.1" in str(refused.value)
    assert "HOST" in str(refused.value)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_the_server_ends_what_is_under_way_when_it_is_told_to_stop(number: signal.Signals) -> None:
    under_way = asyncio.Event()
    with listening_to_the_server() as words:

        async def slow(request: web.Request) -> web.Response:
            under_way.set()
            await words.stopping.wait()
            for _ in range(100):
                await asyncio.sleep(0)
            return web.Response(text="done")

        app = web_application([])
        app.router.add_get("/slow", slow)
        serving = asyncio.create_task(serve(app, "127.0.0.1", 0))
        url = (await words.url).rstrip("/")
        async with ClientSession() as session:
            request = asyncio.create_task(session.get(f"{url}/slow"))
            await under_way.wait()
            os.kill(os.getpid(), number)
            assert await (await request).text() == "done"
        await serving


async def test_a_ready_server_tells_its_address() -> None:
    with listening_to_the_server() as words:
        serving = asyncio.create_task(serve(web_application([]), "127.0.0.1", 0, url_path="/console/"))
        url = await words.url
        assert url.startswith("http://127.0.0.1:")
        assert url.endswith("/console/")
        assert ":0/" not in url
        serving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await serving
