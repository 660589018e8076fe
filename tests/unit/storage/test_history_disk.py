"""The embedded store against full and failing disks, and what it asks of a good one."""

from __future__ import annotations

import asyncio
import errno
import json
import logging
from pathlib import Path

import pytest
from bot.storage.state import HISTORY, SNAPSHOT
from bot.storage.tinydb import EmbeddedStore

from bot.errors import StoreError
from bot.services.ports import Changes, VersionConflictError
from tests.support.failing_disk import REFUSALS, Disk
from tests.unit.storage.support import EVENT, INSTAGRAM, append, filled, kept_files, opened, put


async def test_a_commit_is_written_and_synced_before_it_returns_and_the_snapshot_replaced_whole(
    tmp_path: Path, disk: Disk
) -> None:
    async with opened(tmp_path) as store:
        assert disk.calls[-1] == ("fsync", tmp_path.name)  # the history is in the folder for good
        disk.calls.clear()
        await put(store)
        on_return = list(disk.calls)

    assert on_return[0] == ("write", HISTORY)
    assert on_return[-1] == ("fsync", HISTORY)
    new = f"{SNAPSHOT}.new"
    behind = [call for call in disk.calls[len(on_return) :] if call[0] != "open"]
    assert list(dict.fromkeys(behind)) == [("write", new), ("fsync", new), ("replace", new), ("fsync", tmp_path.name)]


async def test_a_line_that_a_killed_process_left_is_synced_before_a_snapshot_may_hold_it(
    tmp_path: Path, disk: Disk
) -> None:
    await filled(tmp_path, "one")
    (tmp_path / SNAPSHOT).unlink()
    disk.calls.clear()

    async with opened(tmp_path):
        pass

    assert disk.calls.index(("fsync", HISTORY)) < disk.calls.index(("write", f"{SNAPSHOT}.new"))


@pytest.mark.parametrize(("call", "number", "advice"), REFUSALS)
async def test_a_commit_that_the_disk_refuses_changes_nothing_and_the_next_one_works(
    tmp_path: Path, disk: Disk, call: str, number: int, advice: str
) -> None:
    async with opened(tmp_path) as store:
        before = await put(store, "one")
        size = (tmp_path / HISTORY).stat().st_size

        disk.failing[call, HISTORY] = number
        with pytest.raises(StoreError) as refused:
            await put(store, "refused")
        disk.failing.clear()

        assert advice in str(refused.value)
        assert await store.read() == before
        assert len(await store.history()) == 1
        after = await put(store, "two")

    assert after.version == 2
    assert (tmp_path / HISTORY).stat().st_size > size
    async with opened(tmp_path) as store:
        assert await store.read() == after


async def test_a_half_written_line_is_cut_back_at_once(tmp_path: Path, disk: Disk) -> None:
    async with opened(tmp_path) as store:
        await put(store)
        whole = (tmp_path / HISTORY).read_bytes()
        disk.failing["write", HISTORY] = errno.ENOSPC
        with pytest.raises(StoreError):
            await put(store)

        assert (tmp_path / HISTORY).read_bytes() == whole


async def test_commits_are_refused_until_a_half_written_line_can_be_cut_back(tmp_path: Path, disk: Disk) -> None:
    async with opened(tmp_path) as store:
        before = await put(store, "one")
        disk.failing |= {("write", HISTORY): errno.EIO, ("ftruncate", HISTORY): errno.EIO}
        with pytest.raises(StoreError, match="writing failed"):
            await put(store, "refused")
        del disk.failing["write", HISTORY]
        with pytest.raises(StoreError, match="cutting off a line that is not whole failed"):
            await put(store, "refused too")

        disk.failing.clear()
        assert await store.read() == before
        after = await put(store, "two")

    async with opened(tmp_path) as store:
        assert await store.read() == after


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
async def test_a_snapshot_that_the_disk_refuses_loses_no_commit(
    tmp_path: Path, disk: Disk, call: str, caplog: pytest.LogCaptureFixture
) -> None:
    await filled(tmp_path, "one")
    old = (tmp_path / SNAPSHOT).read_bytes()
    disk.failing[call, f"{SNAPSHOT}.new"] = errno.ENOSPC

    after = await filled(tmp_path, "two")

    assert list(kept_files(tmp_path)) == [HISTORY, SNAPSHOT]
    assert (tmp_path / SNAPSHOT).read_bytes() == old
    assert {record.levelno for record in caplog.records} == {logging.WARNING}
    async with opened(tmp_path, read_only=True) as reader:
        assert await reader.read() == after


@pytest.mark.parametrize("name", ["lock", HISTORY])
@pytest.mark.parametrize(
    ("number", "reason"), [(errno.EACCES, "Permission denied"), (errno.EROFS, "Read-only file system")]
)
async def test_a_folder_that_cannot_be_written_is_refused_with_what_to_do(
    tmp_path: Path, disk: Disk, name: str, number: int, reason: str
) -> None:
    before = await filled(tmp_path, "one")
    disk.failing["open", name] = number

    with pytest.raises(StoreError, match=rf"{name}: .* \({reason}\): .*SOME_DATA_DIR"):
        await EmbeddedStore.open(tmp_path)

    async with opened(tmp_path, read_only=True) as reader:
        assert await reader.read() == before
    disk.failing.clear()
    await filled(tmp_path, "two")


async def test_a_torn_line_that_cannot_be_cut_off_stops_the_start(tmp_path: Path, disk: Disk) -> None:
    before = await filled(tmp_path, "one")
    append(tmp_path / HISTORY, b"{")
    disk.failing["ftruncate", HISTORY] = errno.EROFS

    with pytest.raises(StoreError, match="cutting off"):
        await EmbeddedStore.open(tmp_path)

    disk.failing.clear()
    async with opened(tmp_path) as store:
        assert await store.read() == before


async def test_a_commit_whose_caller_is_cancelled_is_done_to_its_end(tmp_path: Path, disk: Disk) -> None:
    async with opened(tmp_path) as store:
        reached, go_on = disk.halt("fsync", HISTORY)
        commit = asyncio.create_task(put(store, "one"))
        await asyncio.to_thread(reached.wait)
        commit.cancel()
        with pytest.raises(asyncio.CancelledError):
            await commit
        go_on.set()

        with pytest.raises(VersionConflictError):
            await store.commit(Changes(), 0, EVENT)
        assert (await put(store, "two")).version == 2

    async with opened(tmp_path) as store:
        assert [entry.after[INSTAGRAM.id].name for entry in await store.history()] == ["one", "two"]


async def test_closing_waits_for_the_commit_under_way(tmp_path: Path, disk: Disk) -> None:
    store = await EmbeddedStore.open(tmp_path)
    reached, go_on = disk.halt("fsync", HISTORY)
    commit = asyncio.create_task(put(store, "one"))
    await asyncio.to_thread(reached.wait)
    closing = asyncio.create_task(store.close())
    go_on.set()
    await closing

    assert (await commit).version == 1
    assert json.loads((tmp_path / SNAPSHOT).read_text("utf-8"))["meta"]["1"]["seq"] == 1
