"""Connections to the database on which nothing arrives any more, though nobody has hung up: they are given up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.errors import StoreError
from bot.storage.postgresql import connecting, stores
from bot.storage.postgresql.stores import PostgresStores
from bot.surfaces.web import web_application
from tests.support.deaf import way_to
from tests.support.documents import COLLECTIONS, ERRANDS, commit, errand
from tests.support.postgres import cluster


async def until(what: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not what():  # noqa: ASYNC110 - the network sets no event here
            await asyncio.sleep(0.02)


async def test_a_database_that_is_heard_no_longer_is_said_in_readyz_until_there_is_a_new_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stores, "_LOOK", 0.5)
    monkeypatch.setattr(connecting, "TIMEOUT", 2.0)
    server = cluster()
    database = server.new_database().partition("?")[0]
    async with way_to(server.folder) as (way, folder):
        opened = await PostgresStores.open(f"{database}?host={folder}", kept=COLLECTIONS)
        async with TestClient(TestServer(web_application([opened.kept, opened.questions]))) as client:
            await until(opened.leading.is_heard)
            await commit(opened.kept, errand("before"))
            assert (await client.get("/readyz")).status == 200

            way.go_deaf()
            await until(lambda: not opened.leading.is_heard())
            response = await client.get("/readyz")
            assert (response.status, await response.json()) == (503, {"status": "store unreachable"})
            with pytest.raises(StoreError, match=r"network|PostgreSQL"):
                await opened.kept.commit([errand("lost")], 1)

            way.recover()
            await until(opened.leading.is_heard)
            assert (await client.get("/readyz")).status == 200
            await commit(opened.kept, errand("after"))
            assert [*(await opened.kept.read()).of(ERRANDS)] == ["before", "after"]
        await opened.close()
