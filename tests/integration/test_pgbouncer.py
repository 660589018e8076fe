"""PostgreSQL behind a real PgBouncer that shares sessions: nothing is lost, one process leads, and what cannot be heard
is asked for, and said."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer
from pydantic import SecretStr

from bot.app.bootstrap import FORGETTING, KEPT
from bot.doctor.database import database
from bot.doctor.finding import Mark
from bot.errors import StoreError
from bot.services.committing import update
from bot.services.ports import Change, HistoryEntry, Rewritten, State, VersionConflictError
from bot.services.register.documents import CHANNELS
from bot.settings import Settings
from bot.storage.postgresql import connecting, stores
from bot.storage.postgresql.connecting import connect, is_pooled
from bot.storage.postgresql.migrating import migrate
from bot.storage.postgresql.moving import back_up, restore
from bot.storage.postgresql.stores import POOLED, PostgresStores
from bot.surfaces.web import web_application
from tests.fake_slack.server import fake_slack
from tests.fake_slack.serving import serving
from tests.support.bot_in_memory import REGISTER
from tests.support.documents import AT, COLLECTIONS, ERRANDS, Errand, commit, errand
from tests.support.pooler import Pooler, pooler_before
from tests.support.postgres import cluster, new_cluster, run
from tests.unit.storage.support import EVENT, INSTAGRAM


@pytest.fixture(scope="module")
def pooler() -> Iterator[Pooler]:
    with pooler_before(cluster()) as running:
        yield running


@pytest.fixture
def address() -> str:
    """The database's own."""
    return cluster().new_database()


@pytest.fixture
def url(pooler: Pooler, address: str) -> str:
    """The way to it through the pooler."""
    return pooler.url(address)


@pytest.fixture
def in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stores, "_LOOK", 0.2)


async def until(what: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not what():  # noqa: ASYNC110 - what another process does sets no event here
            await asyncio.sleep(0.02)


@asynccontextmanager
async def opened(*urls: str) -> AsyncIterator[list[PostgresStores]]:
    """As many processes as there are addresses."""
    all_of_them: list[PostgresStores] = []
    try:
        for url in urls:
            one = await PostgresStores.open(url, kept=(*COLLECTIONS, *KEPT), questions=FORGETTING)
            all_of_them.append(one)
        yield all_of_them
    finally:
        for one in all_of_them:
            await one.close()


async def test_what_one_commits_the_others_read_at_once_without_a_word(url: str) -> None:
    async with opened(url, url) as (one, other):
        await until(lambda: one.leading.is_there() and other.leading.is_there())
        assert not one.leading.is_heard()
        for number in range(20):
            await commit((one, other)[number % 2].kept, errand(f"e{number}"))
            assert f"e{number}" in (await (other, one)[number % 2].kept.read()).of(ERRANDS)
        with pytest.raises(VersionConflictError):
            await one.kept.commit([errand("late")], 3)


async def test_fifty_updates_by_two_at_once_lose_nothing_though_they_share_sessions(url: str) -> None:
    async def count_one(store: PostgresStores, number: int) -> None:
        def plan(state: State) -> list[Change]:
            counts = state.of(ERRANDS).get("a", Errand("a")).counts
            return [Change.put(ERRANDS, "a", Errand("a", counts={**counts, str(number): number}))]

        await update(store.kept, plan)

    async with opened(url, url) as two:
        await asyncio.gather(*(count_one(two[number % 2], number) for number in range(50)))
        for store in two:
            state = await store.kept.read()
            assert state.version == 50
            assert state.of(ERRANDS)["a"].counts == {str(number): number for number in range(50)}


async def test_history_erasing_and_claims_go_through_it(url: str) -> None:
    def rewriting(kept: State, questions: State) -> Rewritten:
        return Rewritten(kept.by_collection, questions.by_collection, without_name)

    def without_name(entry: HistoryEntry) -> HistoryEntry:
        return HistoryEntry(entry.seq, type(entry.event)("somebody", entry.event.at, entry.event.what), {}, entry.after)

    async with opened(url, url) as (one, other):
        await one.kept.commit([Change.put(CHANNELS, INSTAGRAM.id, INSTAGRAM), errand("a")], 0, EVENT)
        assert [entry.event for entry in await other.kept.history(INSTAGRAM.id)] == [EVENT]
        await one.rewrite(rewriting)
        assert [entry.event.by for entry in await other.kept.history(INSTAGRAM.id)] == ["somebody"]
        assert await one.claims.take(["told"])
        one.claims.settle(["told"])
        await one.claims.close()
        assert not await other.claims.take(["told"])


async def test_processes_that_start_at_once_through_it_make_the_tables_once_and_keep_no_lock(
    url: str, address: str
) -> None:
    async def start() -> None:
        connection = await connect(url)
        await migrate(connection)
        await connection.close()

    await asyncio.gather(*(start() for _ in range(8)))
    connection = await connect(address)
    assert await connection.fetchval("select count(*) from migration") == 2
    assert await connection.fetchval("select count(*) from pg_locks where locktype = 'advisory'") == 0
    await connection.close()


@pytest.mark.usefixtures("in_haste")
async def test_who_leads_is_told_what_others_commit(url: str) -> None:
    async with opened(url, url) as (one, other):
        told: list[int] = []
        one.leading.on_news = lambda: told.append(one.kept.now.version)
        await commit(other.kept, errand("a"))
        await until(lambda: 1 in told)


@pytest.mark.usefixtures("in_haste")
async def test_one_leads_whichever_way_it_goes_and_the_next_one_when_it_is_gone(url: str, address: str) -> None:
    async with opened(url, url, address) as all_of_them:
        for left in (3, 2, 1):
            waiting = {asyncio.create_task(store.leading.begin()): store for store in all_of_them}
            done, others = await asyncio.wait(waiting, timeout=30, return_when=asyncio.FIRST_COMPLETED)
            (first,) = done
            assert len(others) == left - 1
            await asyncio.wait(others, timeout=0.5) if others else None
            assert not any(task.done() for task in others)
            for task in others:
                task.cancel()
            all_of_them.remove(waiting[first])
            await waiting[first].close()


async def test_who_leads_and_says_nothing_any_more_leads_no_longer(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stores, "_SILENCE", 1)
    async with opened(url) as (silent,), asyncio.timeout(30):
        await silent.leading.begin()
        monkeypatch.setattr(stores, "_LOOK", 0.2)
        async with opened(url) as (other,):
            await other.leading.begin()
            await silent.leading.end()


@pytest.mark.usefixtures("in_haste")
async def test_a_pooler_that_goes_away_is_said_and_nothing_is_lost_when_it_comes_back(address: str) -> None:
    with pooler_before(cluster()) as own:
        async with opened(own.url(address)) as (store,):
            app = web_application([store.kept, store.questions], limits=[store.leading.limits])
            async with TestClient(TestServer(app)) as client:
                await store.leading.begin()
                await commit(store.kept, errand("before"))
                response = await client.get("/readyz")
                assert (response.status, await response.json()) == (200, {"status": "ready", "limits": [POOLED]})

                own.stop()
                await store.leading.end()
                response = await client.get("/readyz")
                assert (response.status, await response.json()) == (503, {"status": "store unreachable"})
                with pytest.raises(StoreError, match="the connection broke"):
                    await store.kept.commit([errand("lost")], 1)

                own.start()
                async with asyncio.timeout(30):
                    await store.leading.begin()
                assert (await client.get("/readyz")).status == 200
                await commit(store.kept, errand("after"))
                assert [*(await store.kept.read()).of(ERRANDS)] == ["before", "after"]


@pytest.mark.usefixtures("in_haste")
async def test_a_server_that_goes_away_behind_it_is_said_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "TIMEOUT", 3.0)
    folder, server = new_cluster()
    try:
        with pooler_before(server) as own:
            async with opened(own.url(server.new_database())) as (store,):
                await commit(store.kept, errand("before"))
                await store.leading.begin()
                server.stop()
                await store.leading.end()
                with pytest.raises(StoreError, match="PostgreSQL"):
                    await store.kept.read()
                server.start()
                async with asyncio.timeout(30):
                    await store.leading.begin()
                assert [*(await store.kept.read()).of(ERRANDS)] == ["before"]
    finally:
        server.stop()
        folder.cleanup()


async def test_a_pooler_is_told_from_the_server_itself_in_each_mode(pooler: Pooler, address: str) -> None:
    with pooler_before(cluster(), "session") as of_sessions:
        for way, pooled in ((address, False), (pooler.url(address), True), (of_sessions.url(address), True)):
            connection = await connect(way)
            assert await is_pooled(connection) is pooled
            await connection.close()
        async with opened(of_sessions.url(address)) as (store,):
            await commit(store.kept, errand("a"))
            await store.leading.begin()


async def test_a_pooler_that_lets_nobody_have_transactions_is_refused_with_what_to_do(address: str) -> None:
    with pooler_before(cluster(), "statement") as of_statements:
        url = of_statements.url(address)
        with pytest.raises(StoreError, match="it has to be in transaction or session mode"):
            await PostgresStores.open(url)
        (found,) = [
            str(finding)
            async for finding in database(Settings(database_url=SecretStr(url)))
            if finding.mark is Mark.ERROR
        ]
        assert found.startswith("error: DATABASE_URL: the database failed while looking at it: a pooler refuses it")


async def test_doctor_says_what_does_not_go_through_it(url: str) -> None:
    answers, hearing = [str(finding) async for finding in database(Settings(database_url=SecretStr(url)))]
    assert answers.startswith("ok: DATABASE_URL: PostgreSQL")
    assert hearing.startswith(
        "ok: DATABASE_URL: one process leads; through a pooler the others do not hear of each change"
    )


async def test_commands_and_a_bot_go_through_it(url: str, tmp_path: Path) -> None:
    assert run(tmp_path, url, "register", "import", str(REGISTER)).returncode == 0
    async with fake_slack() as slack, serving(tmp_path, slack, DATABASE_URL=url) as bot:
        await until(lambda: "This process leads" in bot.log)
        assert "The database is reached through a pooler" in bot.log
        secretary = bot.somebody("U0ICT0001")
        await secretary.command("muokkaa kirjaston facebook päivitysväli=30")
        await secretary.reads("Kirjaston Facebook")
        async with ClientSession() as session, session.get(f"http://127.0.0.1:{bot.port}/readyz") as response:
            assert await response.json() == {"status": "ready", "limits": [POOLED]}
        assert (await back_up(url, tmp_path / "all.zip", AT)).channels == 7
        assert slack.problems == []
    assert (await restore(url, tmp_path / "all.zip", AT, tmp_path)).now.channels == 7
