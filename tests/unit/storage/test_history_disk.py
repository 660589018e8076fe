"""The history against full and failing disks: a commit is safe in the journal, whatever befalls the history."""

from __future__ import annotations

import asyncio
import errno
import os
import time
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.services.register.documents import COLLECTIONS
from bot.storage.embedded.loading import HISTORY, JOURNAL, STATE
from bot.storage.embedded.store import EmbeddedStore
from tests.support.documents import open_store
from tests.support.failing_disk import REFUSALS, Disk
from tests.support.registers import register_in
from tests.unit.storage.support import INSTAGRAM, append, filled, opened, put


async def test_a_commit_is_synced_before_it_is_in_history_and_history_before_the_journal_begins_anew(
    tmp_path: Path, disk: Disk
) -> None:
    async with opened(tmp_path) as store:
        await put(store)
        disk.calls.clear()
        await put(store, "two")
        on_return = list(disk.calls)

    calls = [call for call in on_return if call[0] != "open"]
    once = list(dict.fromkeys(calls))
    assert once == [("write", JOURNAL), ("fsync", JOURNAL), ("write", HISTORY)]
    behind = disk.calls[len(on_return) :]
    assert behind.index(("fsync", HISTORY)) < behind.index(("replace", f"{STATE}.new"))
    assert behind.index(("fsync", HISTORY)) < behind.index(("replace", f"{JOURNAL}.new"))


@pytest.mark.parametrize(("call", "number", "advice"), REFUSALS)
async def test_a_commit_that_the_disk_refuses_changes_nothing_and_the_next_one_works(
    tmp_path: Path, disk: Disk, call: str, number: int, advice: str
) -> None:
    async with opened(tmp_path) as store:
        before = await put(store, "one")
        disk.failing[call, JOURNAL] = number
        with pytest.raises(StoreError) as refused:
            await put(store, "refused")
        disk.failing.clear()

        assert advice in str(refused.value)
        assert await register_in(store) == before
        assert len(await store.history()) == 1
        after = await put(store, "two")

    async with opened(tmp_path) as store:
        assert await register_in(store) == after
        assert [entry.after[INSTAGRAM.id].name for entry in await store.history()] == ["one", "two"]


@pytest.mark.parametrize("call", ["open", "write"])
async def test_a_history_that_the_disk_refuses_is_made_up_for_later_and_told_meanwhile(
    tmp_path: Path, disk: Disk, call: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with opened(tmp_path) as store:
        disk.failing[call, HISTORY] = errno.ENOSPC
        await put(store, "one")
        after = await put(store, "two")
        assert [entry.seq for entry in await store.history()] == [1, 2]
        assert (await store.entry(2)) == (await store.history())[1]
        with pytest.raises(StoreError, match=r"history\.jsonl: .*No space left on device"):
            await store.compact()
        journal = (tmp_path / JOURNAL).read_bytes()
        disk.failing.clear()
        assert journal.count(b"\n") == 2, "no journal begins anew before history has all of it"

    assert "The history waits for the disk" in caplog.messages
    assert (tmp_path / HISTORY).read_bytes().count(b"\n") == 2
    async with opened(tmp_path) as store:
        assert await register_in(store) == after
        assert [entry.seq for entry in await store.history()] == [1, 2]


async def test_a_history_that_cannot_be_written_to_stops_no_start_that_has_nothing_to_add(
    tmp_path: Path, disk: Disk
) -> None:
    before = await filled(tmp_path, "one")
    disk.failing["open", HISTORY] = errno.EACCES

    async with opened(tmp_path) as store:
        assert await register_in(store) == before


async def test_a_torn_line_that_cannot_be_cut_off_stops_the_start(tmp_path: Path, disk: Disk) -> None:
    before = await filled(tmp_path, "one")
    append(tmp_path / HISTORY, b"{")
    disk.failing["ftruncate", HISTORY] = errno.EROFS

    with pytest.raises(StoreError, match="cutting off"):
        await open_store(tmp_path, *COLLECTIONS)

    disk.failing.clear()
    async with opened(tmp_path) as store:
        assert await register_in(store) == before


async def test_checkpoints_beside_commits_write_each_line_of_the_history_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write

    def slow(file: int, line: bytes) -> int:
        time.sleep(0.0005)  # as on a disk that others use as well: the other thread has its turn meanwhile
        return write(file, line)

    monkeypatch.setattr(os, "write", slow)

    async def compact_again_and_again(store: EmbeddedStore) -> None:
        while True:
            await store.compact()

    async with opened(tmp_path) as store:
        compacting = asyncio.create_task(compact_again_and_again(store))
        for number in range(200):
            await put(store, f"{number}")
        compacting.cancel()
        await asyncio.wait({compacting})
        assert compacting.cancelled(), "a checkpoint has failed"

    async with opened(tmp_path) as store:
        assert [entry.seq for entry in await store.history()] == list(range(1, 201))
