"""The embedded store with a register in it: its files, its readers, and the lock between its writers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.domain.register import Register
from bot.errors import StoreError
from bot.services.register.documents import COLLECTIONS, puts
from bot.storage.embedded.loading import HISTORY, JOURNAL, STATE
from tests.support.another_process import AnotherProcess, another_process
from tests.support.documents import open_store
from tests.support.registers import register_in
from tests.unit.storage.support import EVENT, INSTAGRAM, filled, opened, put


async def test_the_state_holds_the_register_in_tables(tmp_path: Path) -> None:
    await filled(tmp_path, "one", "two")

    tables = json.loads((tmp_path / STATE).read_text("utf-8"))

    assert tables["channels"]["kirjasto-instagram"]["name"] == "two"
    assert tables["people"]["keeper"]["display_name"] == "A keeper"
    assert tables["meta"] == {"meta": {"schema": 2, "version": 2, "seq": 2}}


@pytest.mark.parametrize(
    "wrong", [{"name": "\ud800"}, {"responsible": None}, {"weekly_hours": "3"}, {"pause": "tomorrow"}]
)
async def test_what_could_not_be_read_again_is_not_written(tmp_path: Path, wrong: dict[str, Any]) -> None:
    async with opened(tmp_path) as store:
        with pytest.raises(StoreError, match="This change was not stored"):
            await store.commit(puts([replace(INSTAGRAM, **wrong)]), 0, EVENT)

        assert await register_in(store) == Register()
        assert (await put(store)).version == 1


async def test_a_reader_sees_what_a_writer_commits_and_commits_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as writer, opened(tmp_path, read_only=True) as reader:
        assert await register_in(reader) == Register()
        await put(writer, "one")
        assert await reader.read() == await writer.read()
        await put(writer, "two")
        assert await reader.history() == await writer.history()
        assert await reader.read() is await reader.read()

        with pytest.raises(StoreError, match="opened for reading only"):
            await put(reader)


async def test_a_reader_makes_no_files(tmp_path: Path) -> None:
    async with opened(tmp_path / "nothing", read_only=True) as reader:
        assert await register_in(reader) == Register()
        assert list(await reader.history()) == []
    assert not (tmp_path / "nothing").exists()


async def test_only_the_bots_user_can_read_the_files(tmp_path: Path) -> None:
    await filled(tmp_path, "one")

    assert {(tmp_path / name).stat().st_mode & 0o777 for name in ("lock", HISTORY, JOURNAL, STATE)} == {0o600}


async def test_a_closed_store_commits_nothing_and_can_be_closed_again(tmp_path: Path) -> None:
    store = await open_store(tmp_path, *COLLECTIONS)
    register = await put(store)
    await store.close()
    await store.close()

    with pytest.raises(StoreError, match="closed"):
        await put(store)
    assert await register_in(store) == register


async def test_an_opening_waits_for_the_writer_before_it(tmp_path: Path) -> None:
    first = await open_store(tmp_path, *COLLECTIONS)
    waiting = asyncio.create_task(open_store(tmp_path, *COLLECTIONS, lock_timeout=30))
    await put(first, "one")
    await first.close()

    second = await waiting
    assert (await put(second, "two")).version == 2
    await second.close()


WRITER = """
import asyncio, sys
from pathlib import Path
from tests.unit.storage.support import opened, put

async def main():
    async with opened(Path(sys.argv[1])) as store:
        print("open", flush=True)
        while sys.stdin.readline():
            print((await put(store)).version, flush=True)

asyncio.run(main())
"""


@asynccontextmanager
async def another_writer(folder: Path) -> AsyncIterator[AnotherProcess]:
    async with another_process(WRITER, folder) as writer:
        assert await writer.line() == "open"
        yield writer


async def test_a_folder_that_another_process_writes_is_refused_with_its_number(tmp_path: Path) -> None:
    async with another_writer(tmp_path) as writer:
        with pytest.raises(StoreError, match=f"process {writer.process.pid} is writing there"):
            await open_store(tmp_path)
        async with opened(tmp_path, read_only=True) as reader:
            assert await register_in(reader) == Register()

    await filled(tmp_path, "one")


async def test_a_killed_writer_leaves_all_that_it_has_acknowledged_and_no_lock(tmp_path: Path) -> None:
    async with another_writer(tmp_path) as writer:
        writer.send("\n" * 200)
        acknowledged = [int(await writer.line()) for _ in range(20)][-1]
        writer.process.kill()

    async with opened(tmp_path) as store:
        register = await register_in(store)
        assert register.version >= acknowledged
        assert len(await store.history()) == register.version
