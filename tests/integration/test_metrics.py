"""``/metrics``: what the figures say of a bot that was used, and to whom they are told."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer, make_mocked_request
from aiohttp.web import Application as WebApplication
from aiohttp.web import HTTPForbidden, Request

from bot.app.bootstrap import FORGETTING, KEPT
from bot.app.metrics import serve_metrics
from bot.errors import StoreError
from bot.services.notices import Interrupted, RoundsMissed
from bot.services.ports import Change, State
from bot.services.reminders.entries import OUTBOX, OutboxEntry
from bot.storage.backups.backup import back_up
from bot.storage.backups.restore import restore
from bot.storage.embedded.stores import EmbeddedStores
from bot.storage.memory import MemoryStore
from bot.surfaces.web import web_application
from tests.support.bot_in_memory import NOON, REGISTER, Bot, make_bot

TOKEN = "a-token-that-is-long"
STAFF = "slack:U0STAFF01"
LINE = re.compile(r'[a-z_]+(\{[a-z]+="[a-z_]+"\})? [0-9.]+')
"""A figure without anything in it that could be a person's, a channel's or an address."""


@asynccontextmanager
async def reading(bot: Bot, token: str = "") -> AsyncIterator[TestClient[Request, WebApplication]]:
    app = web_application([])
    serve_metrics(app, bot.application, token)
    async with TestClient(TestServer(app)) as client:
        yield client


@asynccontextmanager
async def on_files(folder: Path) -> AsyncIterator[Bot]:
    """A bot on the files in ``folder``."""
    stores = await EmbeddedStores.open(folder, kept=KEPT, questions=FORGETTING, lock_timeout=0)
    try:
        register = None if (await stores.kept.read()).version else REGISTER
        yield await make_bot(store=stores.kept, register=register)
    finally:
        await stores.close()


async def figures(bot: Bot) -> dict[str, float]:
    async with reading(bot) as client:
        response = await client.get("/metrics")
        assert response.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
        lines = (await response.text()).splitlines()
    told = [line for line in lines if not line.startswith("# ")]
    assert [line for line in told if not LINE.fullmatch(line)] == []
    return {name: float(figure) for name, figure in (line.split(" ") for line in told)}


async def test_a_bot_that_has_done_nothing_yet_shows_zeros_and_no_last_round() -> None:
    shown = await figures(await make_bot())
    assert shown['somebot_rounds_total{outcome="done"}'] == 0
    assert shown["somebot_outbox_oldest_waiting_seconds"] == 0
    assert shown['somebot_sends_total{outcome="delivered"}'] == 0
    assert "somebot_rounds_last_success_timestamp_seconds" not in shown


async def test_rounds_are_counted_with_the_time_of_the_last_that_went_well() -> None:
    bot = await make_bot()
    await bot.application.go_round(NOON)
    bot.application.after_round(NOON, well=True)
    bot.application.after_round(NOON + timedelta(hours=1), well=False)
    shown = await figures(bot)
    assert shown['somebot_rounds_total{outcome="done"}'] == 1
    assert shown['somebot_rounds_total{outcome="failed"}'] == 1
    assert shown["somebot_rounds_last_success_timestamp_seconds"] == NOON.timestamp()


async def test_after_a_restore_no_gap_is_told_of_that_the_backup_has_made(tmp_path: Path) -> None:
    file, later = tmp_path / "backup.zip", NOON + timedelta(weeks=4)
    async with on_files(tmp_path / "data") as bot:
        await bot.application.go_round(NOON)
    await back_up(tmp_path / "data", file, NOON)
    await restore(tmp_path / "data", file, later, lock_timeout=0)
    async with on_files(tmp_path / "data") as bot:
        assert "somebot_rounds_last_success_timestamp_seconds" not in await figures(bot)
        await bot.application.go_round(later)
        entries = (await bot.application.store.read()).of(OUTBOX).values()
        assert [entry for entry in entries if isinstance(entry.notice, RoundsMissed)] == []
        shown = await figures(bot)
        assert shown["somebot_rounds_last_success_timestamp_seconds"] == later.timestamp()


async def test_questions_are_counted_by_whether_they_were_answered() -> None:
    bot = await make_bot()
    for words in ("saako kanavaa päivittää työajalla", "kuka hoitaa kirjaston instagramia", "moi"):
        await bot.said(STAFF, words)
    shown = {name: figure for name, figure in (await figures(bot)).items() if name.startswith("somebot_questions")}
    assert shown == {
        'somebot_questions_total{decision="answered"}': 1,
        'somebot_questions_total{decision="near"}': 0,
        'somebot_questions_total{decision="silent"}': 0,
    }


async def test_the_outbox_shows_what_waits_and_for_how_long_and_then_what_came_of_it() -> None:
    bot = await make_bot()
    person = await bot.person(STAFF)
    since = NOON - timedelta(minutes=5)
    entry = OutboxEntry(person, Interrupted(), since, since, NOON + timedelta(days=1))
    store = bot.application.store
    await store.commit([Change.put(OUTBOX, "one", entry)], (await store.read()).version)
    shown = await figures(bot)
    assert shown["somebot_outbox_waiting"] == 1
    assert shown["somebot_outbox_oldest_waiting_seconds"] == (bot.clock.now() - since).total_seconds()
    before = shown['somebot_store_commits_total{store="kept"}']
    await bot.application.deliver(bot.clock.now())
    shown = await figures(bot)
    assert shown["somebot_outbox_waiting"] == shown["somebot_outbox_oldest_waiting_seconds"] == 0
    assert shown['somebot_sends_total{outcome="delivered"}'] == 1
    assert shown['somebot_store_commits_total{store="kept"}'] == before + 2


class UnreadableStore(MemoryStore):
    """A store whose database is away."""

    async def read(self) -> State:
        raise StoreError("the database does not answer at db.kunta.example")


async def test_where_the_store_cannot_be_read_that_is_said_and_nothing_else() -> None:
    bot = await make_bot()
    bot.application = replace(bot.application, store=UnreadableStore())
    async with reading(bot) as client:
        response = await client.get("/metrics")
        assert (response.status, await response.text()) == (503, "the store cannot be read\n")


@pytest.mark.parametrize("headers", [{"X-Forwarded-For": "192.0.2.1"}, {"Via": "1.1 proxy"}, {"Host": "kunta.example"}])
async def test_what_a_proxy_passes_on_is_refused_unless_there_is_a_token(headers: dict[str, str]) -> None:
    bot = await make_bot()
    async with reading(bot) as client:
        response = await client.get("/metrics", headers=headers)
        assert response.status == 403
        assert "SOME_METRICS_TOKEN" in await response.text()
    async with reading(bot, TOKEN) as client:
        response = await client.get("/metrics", headers={**headers, "Authorization": f"Bearer {TOKEN}"})
        assert response.status == 200


class ElsewhereTransport:
    """A connection from another machine."""

    def get_extra_info(self, name: str, default: object = None) -> object:
        return ("192.0.2.1", 50000) if name == "peername" else default


async def test_another_machine_is_refused_whatever_name_it_asks_for() -> None:
    app = web_application([])
    serve_metrics(app, (await make_bot()).application, "")
    (route,) = [one for one in app.router.routes() if one.method == "GET" and "/metrics" in str(one.resource)]
    asked = make_mocked_request("GET", "/metrics", {"Host": "127.0.0.1"}, transport=ElsewhereTransport())
    with pytest.raises(HTTPForbidden):
        await route.handler(asked)


@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": TOKEN}, {"Authorization": f"Bearer {TOKEN}x"}, {"Authorization": "Bearer \u00e4"}]
)
async def test_where_there_is_a_token_nobody_gets_in_without_it(headers: Mapping[str, str]) -> None:
    async with reading(await make_bot(), TOKEN) as client:
        response = await client.get("/metrics", headers=headers)
        assert response.status == 401
        assert TOKEN not in await response.text()
