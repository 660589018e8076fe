"""Several processes on one database: they see one another's commits, one leads, and a server that goes away is told."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import asyncpg
import pytest

from bot.app.bootstrap import FORGETTING, KEPT
from bot.errors import StoreError
from bot.services.committing import update
from bot.services.ports import Change, HistoryEntry, Rewritten, State
from bot.services.register.documents import CHANNELS
from bot.storage.postgresql import connecting
from bot.storage.postgresql.connecting import connect, database_errors
from bot.storage.postgresql.migrating import migrate
from bot.storage.postgresql.moving import from_folder
from bot.storage.postgresql.stores import PostgresStores
from tests.conftest import ROOT
from tests.fake_slack.server import fake_slack
from tests.fake_slack.serving import operator_environment, serving
from tests.support.bot_in_memory import REGISTER
from tests.support.documents import COLLECTIONS, ERRANDS, Errand, commit, errand
from tests.support.postgres import cluster, new_cluster, run
from tests.unit.storage.support import EVENT, INSTAGRAM

PATIENCE = 30


@pytest.fixture
def url() -> str:
    return cluster().new_database()


async def until(what: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not what():  # noqa: ASYNC110 - what another process does sets no event here
            await asyncio.sleep(0.02)


async def read_until_it_fails(stores: PostgresStores) -> None:
    """A session outlives a killed server until it notices, and may tell by then that it ends."""
    async with asyncio.timeout(PATIENCE):
        while True:
            await stores.kept.read()


async def opened(url: str) -> PostgresStores:
    return await PostgresStores.open(url, kept=(*COLLECTIONS, *KEPT), questions=FORGETTING)


@pytest.fixture
async def two(url: str) -> AsyncIterator[tuple[PostgresStores, PostgresStores]]:
    stores = (await opened(url), await opened(url))
    yield stores
    for one in stores:
        await one.close()


async def test_a_commit_is_seen_by_the_others_and_by_no_word_left_out(
    two: tuple[PostgresStores, PostgresStores],
) -> None:
    one, other = two
    await until(other.leading.is_heard)
    await commit(one.kept, errand("a"))
    await until(lambda: "a" in other.kept.now.of(ERRANDS))


async def test_fifty_updates_by_two_lose_nothing(two: tuple[PostgresStores, PostgresStores]) -> None:
    async def count_one(store: PostgresStores, number: int) -> None:
        def plan(state: State) -> list[Change]:
            counts = state.of(ERRANDS).get("a", Errand("a")).counts
            return [Change.put(ERRANDS, "a", Errand("a", counts={**counts, str(number): number}))]

        await update(store.kept, plan)

    await asyncio.gather(*(count_one(two[number % 2], number) for number in range(50)))
    for store in two:
        await store.kept.refresh()
        assert store.kept.now.version == 50
        assert store.kept.now.of(ERRANDS)["a"].counts == {str(number): number for number in range(50)}


async def test_one_leads_and_the_next_one_when_it_goes(two: tuple[PostgresStores, PostgresStores]) -> None:
    tasks = {asyncio.create_task(store.leading.begin()): store for store in two}
    done, waiting = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    (first,) = done
    assert len(waiting) == 1
    await tasks[first].close()
    async with asyncio.timeout(10):
        await asyncio.wait(waiting)


async def test_processes_that_start_at_once_make_the_tables_once(url: str) -> None:
    async def start() -> None:
        connection = await connect(url)
        await migrate(connection)
        await connection.close()

    await asyncio.gather(*(start() for _ in range(4)))
    connection = await connect(url)
    assert await connection.fetchval("select count(*) from migration") == 2
    await connection.execute("insert into migration (number) values (99)")
    with pytest.raises(StoreError, match="newer"):
        await migrate(connection)
    await connection.close()


async def test_erasing_rewrites_all_at_one_stroke_and_the_others_go_on_from_there(
    two: tuple[PostgresStores, PostgresStores],
) -> None:
    one, other = two
    await one.kept.commit([Change.put(CHANNELS, INSTAGRAM.id, INSTAGRAM), errand("a"), errand("b")], 0, EVENT)

    def rewriting(kept: State, questions: State) -> Rewritten:
        left = {key: errand for key, errand in kept.of(ERRANDS).items() if key != "a"}
        return Rewritten({**kept.by_collection, ERRANDS.name: left}, questions.by_collection, without_name)

    def without_name(entry: HistoryEntry) -> HistoryEntry:
        return HistoryEntry(entry.seq, type(entry.event)("somebody", entry.event.at, entry.event.what), {}, entry.after)

    await one.rewrite(rewriting)
    await other.kept.refresh()
    for store in two:
        assert [*store.kept.now.of(ERRANDS)] == ["b"]
        assert (await store.kept.history(INSTAGRAM.id))[0].event.by == "somebody"
    with pytest.raises(StoreError):
        await other.kept.commit([errand("late")], 1)


async def test_a_server_that_goes_away_is_told_and_nothing_acknowledged_is_lost() -> None:
    folder, own = new_cluster()
    stores = await opened(own.new_database())
    try:
        await commit(stores.kept, errand("kept"))
        own.stop(signal.SIGKILL)
        await until(lambda: not stores.leading.is_heard())
        with pytest.raises(StoreError, match=r"the connection broke|it is being stopped"):
            await read_until_it_fails(stores)
        with pytest.raises(StoreError) as failed:
            await stores.kept.commit([errand("lost")], 1)
        assert "lost" not in str(failed.value)
        own.start()
        await until(stores.leading.is_heard)
        assert [*(await stores.kept.read()).of(ERRANDS)] == ["kept"]
        await commit(stores.kept, errand("after"))
    finally:
        await stores.close()
        own.stop()
        folder.cleanup()


async def test_a_database_that_may_not_be_written_to_stops_the_start_and_says_where_to_write_instead(url: str) -> None:
    await (await opened(url)).close()
    connection = await connect(url)
    name = await connection.fetchval("select current_database()")
    await connection.execute(f"alter database {name} set default_transaction_read_only = on")
    await connection.close()
    with pytest.raises(StoreError, match="read-only: DATABASE_URL must lead to the primary server"):
        await opened(url)


@pytest.mark.parametrize(
    ("error", "what"),
    [
        (asyncpg.DiskFullError(), "its disk is full: make room"),
        (asyncpg.TooManyConnectionsError(), "max_connections"),
        (asyncpg.InvalidSQLStatementNameError(), "a pooler that shares connections"),
        (asyncpg.InvalidPasswordError(), "the user or the password"),
        (asyncpg.CannotConnectNowError(), "being stopped or started"),
        (ConnectionRefusedError("10.0.0.7"), "see whether PostgreSQL runs"),
        (asyncpg.UndefinedTableError("of a name"), "see its log"),
    ],
)
def test_what_is_wrong_with_a_database_is_told_with_what_to_do_and_nothing_else(error: Exception, what: str) -> None:
    with pytest.raises(StoreError, match=what) as told, database_errors("reading"):
        raise error
    assert "10.0.0.7" not in str(told.value)
    assert "of a name" not in str(told.value)


async def test_all_goes_to_files_and_back_and_a_backup_of_one_is_restored_on_the_other(
    url: str, tmp_path: Path
) -> None:
    assert run(tmp_path, url, "register", "import", str(REGISTER)).returncode == 0
    said = run(tmp_path, url, "say", "päivitin kirjaston facebookin eilen", "--as", "slack:U0LIB0001")
    assert said.returncode == 0, said.stderr
    history = run(tmp_path, url, "register", "history").stdout
    assert history.count("\n") >= 2
    backed_up = run(tmp_path, url, "backup", "all.zip")
    assert backed_up.stdout.startswith("backed up 7 channels"), backed_up.stderr

    copied = run(tmp_path, url, "store", "copy", "postgresql", "embedded")
    assert copied.stdout.startswith("copied 7 channels"), copied.stderr
    assert "not empty" in run(tmp_path, url, "store", "copy", "embedded", "postgresql").stderr
    second = cluster().new_database()
    assert run(tmp_path, second, "store", "copy", "embedded", "postgresql").returncode == 0
    assert run(tmp_path, second, "register", "history").stdout == history
    assert run(tmp_path, "", "register", "history").stdout == history, "the files, without a database"

    third = cluster().new_database()
    assert run(tmp_path, third, "restore", "all.zip").stdout.startswith("restored 7 channels")
    assert run(tmp_path, third, "register", "history").stdout == history
    assert "kept in" in run(tmp_path, third, "restore", "all.zip").stdout
    assert (await moving_state(third)).version >= (await moving_state(url)).version


async def test_a_move_of_all_may_take_longer_than_a_change_does(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(tmp_path, "", "register", "import", str(REGISTER)).returncode == 0
    await (await opened(url)).close()
    slow = await connect(url)
    async with slow.transaction():
        await slow.execute("lock table history")
        monkeypatch.setattr(connecting, "TIMEOUT", 0.3)
        moving = asyncio.create_task(from_folder(tmp_path / "data", url))
        await slow.execute("select pg_sleep(1)")
    await moving
    await slow.close()
    monkeypatch.undo()
    assert len((await moving_state(url)).of(CHANNELS)) == 7


async def moving_state(url: str) -> State:
    stores = await opened(url)
    try:
        return await stores.kept.read()
    finally:
        await stores.close()


def test_without_the_driver_it_is_said_what_to_install(tmp_path: Path, url: str) -> None:
    code = "import sys; sys.modules['asyncpg'] = None; from bot.cli import main; sys.exit(main(['register', 'list']))"
    ran = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**operator_environment(tmp_path, DATABASE_URL=url), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert "requirements-postgres.txt" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("address", ["mysql://x", "not an address"])
def test_an_address_of_no_postgresql_is_refused(tmp_path: Path, address: str) -> None:
    ran = run(tmp_path, address, "register", "list")
    assert (ran.returncode, ran.stderr.startswith("DATABASE_URL: ")) == (2, True)


def test_a_database_that_is_not_there_is_told_without_its_address(tmp_path: Path) -> None:
    ran = run(tmp_path, f"postgresql://some:salainen@/none?host={tmp_path}", "register", "list")
    assert ran.returncode == 2
    assert "the database failed while connecting" in ran.stderr
    assert "salainen" not in ran.stderr
    assert os.linesep not in ran.stderr.strip()


def test_doctor_says_whether_processes_hear_one_another(tmp_path: Path, url: str) -> None:
    found = run(tmp_path, url, "doctor").stdout
    assert "ok: DATABASE_URL: PostgreSQL" in found
    assert "ok: DATABASE_URL: one process leads" in found
    assert "error: DATABASE_URL: the database failed" in run(tmp_path, f"{url}0", "doctor").stdout


async def test_two_bots_share_a_workspace_and_one_takes_over_when_the_leader_is_killed(
    url: str, tmp_path: Path
) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    assert run(folders[0], url, "register", "import", str(REGISTER)).returncode == 0
    async with (
        fake_slack() as slack,
        serving(folders[0], slack, DATABASE_URL=url) as one,
        serving(folders[1], slack, DATABASE_URL=url) as two,
    ):
        bots = [one, two]
        await until(lambda: any("This process leads" in bot.log for bot in bots))
        leader = next(bot for bot in bots if "This process leads" in bot.log)
        other = next(bot for bot in bots if bot is not leader)
        assert "This process leads" not in other.log
        secretary = leader.somebody("U0ICT0001")
        await secretary.command("muokkaa kirjaston facebook päivitysväli=30")
        await secretary.reads("Kirjaston Facebook")
        seen = await other.somebody("U0ICT0001").ask("historia kirjaston facebook")
        assert "30" in seen.words
        leader.process.kill()
        await until(lambda: "This process leads" in other.log)
        assert "Kirjaston" in (await other.somebody("U0STAFF01").ask("kuka vastaa kirjaston facebookista")).words
        assert slack.problems == []
