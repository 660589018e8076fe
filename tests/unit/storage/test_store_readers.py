"""Several stores and processes in one folder: readers beside a writer, and one lock for all that write."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from bot.errors import StoreError
from bot.services.ports import Change, State
from bot.storage.embedded import loading
from bot.storage.embedded.journal import reading
from bot.storage.embedded.stores import EmbeddedStores
from tests.support.another_process import another_process
from tests.support.documents import (
    COLLECTIONS,
    ERRANDS,
    JOURNAL,
    REMARKS,
    Errand,
    Remark,
    commit,
    errand,
    gone,
    open_store,
    opened,
)


async def test_a_reader_sees_what_a_writer_commits_also_when_the_journal_begins_anew(tmp_path: Path) -> None:
    async with opened(tmp_path) as writer, opened(tmp_path, read_only=True) as reader:
        assert await reader.read() == State()
        for number in range(6):
            await commit(writer, errand(f"{number}"), gone(f"{number - 2}"))
            assert await reader.read() == await writer.read()
            if number % 2:
                await writer.compact()
                assert await reader.read() == await writer.read()

        with pytest.raises(StoreError, match="opened for reading only"):
            await commit(reader, errand("x"))
        with pytest.raises(StoreError, match="opened for reading only"):
            await reader.compact()


async def test_a_reader_that_is_overtaken_between_the_two_files_looks_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on = threading.Event(), threading.Event()

    @contextmanager
    def opened_slowly(path: Path) -> Iterator[IO[bytes]]:
        with reading.opened(path) as file:
            reached.set()
            go_on.wait(timeout=60)
            yield file

    async with opened(tmp_path) as writer:
        await commit(writer, errand("a"))
        monkeypatch.setattr(loading, "opened", opened_slowly)
        opening = asyncio.create_task(open_store(tmp_path, read_only=True))
        await asyncio.to_thread(reached.wait)
        for key in "bc":  # the reader holds the journal from before, and the snapshot is two further
            await writer.compact()
            await commit(writer, errand(key))
        await writer.compact()
        go_on.set()

        reader = await opening
        assert await reader.read() == await writer.read()


async def test_a_reader_makes_no_files(tmp_path: Path) -> None:
    async with opened(tmp_path / "nothing", read_only=True) as reader:
        assert await reader.read() == State()
    assert not (tmp_path / "nothing").exists()


async def test_stores_of_one_folder_write_under_one_lock(tmp_path: Path) -> None:
    stores = await EmbeddedStores.open(tmp_path, kept=COLLECTIONS, questions=[REMARKS], lock_timeout=0)
    with pytest.raises(StoreError, match="is writing there"):
        await EmbeddedStores.open(tmp_path, lock_timeout=0)
    await commit(stores.kept, errand("a"))
    await commit(stores.questions, Change.put(REMARKS, "1", Remark("why?")))
    await stores.kept.close()
    with pytest.raises(StoreError, match="is writing there"):
        await open_store(tmp_path, lock_timeout=0)
    await stores.close()

    again = await EmbeddedStores.open(tmp_path, kept=COLLECTIONS, questions=[REMARKS], lock_timeout=0)
    assert (await again.kept.read()).of(ERRANDS) == {"a": Errand("a")}
    assert (await again.questions.read()).of(REMARKS) == {"1": Remark("why?")}
    await again.close()


@pytest.mark.parametrize("damaged", [f"kept/{JOURNAL}", f"questions/{JOURNAL}", "kept/history.jsonl"])
async def test_where_one_store_does_not_open_none_holds_the_lock(tmp_path: Path, damaged: str) -> None:
    (tmp_path / damaged).parent.mkdir()
    (tmp_path / damaged).write_bytes(b"{}\n{}\n")
    for _ in range(2):
        with pytest.raises(StoreError, match="restore FILE"):
            await EmbeddedStores.open(tmp_path, lock_timeout=0)

    (tmp_path / damaged).unlink()
    await (await EmbeddedStores.open(tmp_path, lock_timeout=0)).close()


WRITER = """
import asyncio, sys
from pathlib import Path
from tests.support.documents import commit, errand, gone, opened

async def main():
    async with opened(Path(sys.argv[1])) as store:
        while line := sys.stdin.readline():
            number = int(line)
            held = await commit(store, errand(f"{number}", f"errand {number}"), gone(f"{number - 3}"))
            if number % 5 == 0:
                await store.compact()
            print(held.version, flush=True)

asyncio.run(main())
"""


async def test_a_reader_beside_a_writer_in_another_process_sees_each_commit_whole(tmp_path: Path) -> None:
    async with another_process(WRITER, tmp_path) as writer, opened(tmp_path, read_only=True) as reader:
        writer.send("".join(f"{number}\n" for number in range(1, 201)))
        acknowledged = 0
        while acknowledged < 200:
            acknowledged = int(await writer.line())
            held = await reader.read()
            assert held.version >= acknowledged
            newest = held.version
            assert list(held.of(ERRANDS)) == [f"{number}" for number in range(max(1, newest - 2), newest + 1)]
