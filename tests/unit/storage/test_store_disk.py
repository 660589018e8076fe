"""The embedded store of documents against full and failing disks, and what it asks of a good one."""

from __future__ import annotations

import asyncio
import errno
import logging
import shutil
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.services.ports import VersionConflictError
from tests.support.documents import ERRANDS, JOURNAL, STATE, commit, errand, filled, gone, open_store, opened
from tests.support.failing_disk import REFUSALS, Disk
from tests.unit.storage.support import append, kept_files, resealed


async def test_a_commit_is_synced_before_it_returns_and_leaves_the_journal_only_when_the_snapshot_is_safe(
    tmp_path: Path, disk: Disk
) -> None:
    async with opened(tmp_path) as store:
        assert disk.calls[-1] == ("fsync", tmp_path.name)  # the journal is in the folder for good
        disk.calls.clear()
        await commit(store, errand("a"))
        on_return = list(disk.calls)

    assert on_return[0] == ("write", JOURNAL)
    assert on_return[-1] == ("fsync", JOURNAL)
    behind = [call for call in disk.calls[len(on_return) :] if call[0] != "open"]
    snapshot, journal = f"{STATE}.new", f"{JOURNAL}.new"
    once = [call for number, call in enumerate(behind) if call not in behind[max(0, number - 1) : number]]
    assert once == [
        ("write", snapshot),
        ("fsync", snapshot),
        ("replace", snapshot),
        ("fsync", tmp_path.name),
        ("write", journal),
        ("fsync", journal),
        ("replace", journal),
        ("fsync", tmp_path.name),
    ]


async def test_what_a_crash_leaves_at_any_moment_holds_all_that_was_acknowledged(tmp_path: Path, disk: Disk) -> None:
    data = tmp_path / "data"
    left: list[Path] = []
    acknowledged: list[int] = []

    def keep_what_a_crash_would_leave() -> None:
        left.append(tmp_path / f"left-{len(left)}")
        shutil.copytree(data, left[-1])
        acknowledged.append(version)

    version = 0
    async with opened(data) as store:
        disk.before_each = keep_what_a_crash_would_leave
        for number in range(6):
            version = (await commit(store, errand(f"{number}"), gone(f"{number - 2}"))).version
            if number % 3 == 1:
                await store.compact()
    disk.before_each = lambda: None

    for folder, promised in zip(left, acknowledged, strict=True):
        async with opened(folder) as store:
            held = await store.read()
        assert held.version in (promised, promised + 1)
        kept = range(max(0, held.version - 2), held.version)
        assert list(held.of(ERRANDS)) == [f"{number}" for number in kept]
    assert len(left) > 50


async def test_commits_that_come_while_the_journal_begins_anew_are_in_it(tmp_path: Path, disk: Disk) -> None:
    async with opened(tmp_path) as store:
        for number in range(1, 6, 2):
            await commit(store, errand(f"{number}"))
            reached, go_on = disk.halt("fsync", f"{STATE}.new")
            compacting = asyncio.create_task(store.compact())
            await asyncio.to_thread(reached.wait)
            after = await commit(store, errand(f"{number + 1}"), gone(f"{number}"))
            go_on.set()
            await compacting
            assert [line[:23] for line in (tmp_path / JOURNAL).read_bytes().splitlines()] == [
                b'{"schema":2,"version":%d' % version for version in (number, number + 1)
            ]
            async with opened(tmp_path, read_only=True) as reader:
                assert await reader.read() == after
        await store.compact()
        assert (tmp_path / JOURNAL).read_bytes() == resealed(b'{"schema":2,"version":6,"event":null,"changes":null}')

    async with opened(tmp_path) as store:
        assert list((await store.read()).of(ERRANDS)) == ["2", "4", "6"]


@pytest.mark.parametrize(("call", "number", "advice"), REFUSALS)
async def test_a_commit_that_the_disk_refuses_changes_nothing_and_the_next_one_works(
    tmp_path: Path, disk: Disk, call: str, number: int, advice: str
) -> None:
    async with opened(tmp_path) as store:
        before = await commit(store, errand("a"))
        await store.compact()
        whole = (tmp_path / JOURNAL).read_bytes()

        disk.failing[call, JOURNAL] = number
        with pytest.raises(StoreError) as refused:
            await commit(store, errand("refused"))
        disk.failing.clear()

        assert advice in str(refused.value)
        assert (tmp_path / JOURNAL).read_bytes() == whole
        assert await store.read() == before
        after = await commit(store, errand("b"))

    async with opened(tmp_path) as store:
        assert await store.read() == after


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
@pytest.mark.parametrize("name", [f"{STATE}.new", f"{JOURNAL}.new"])
async def test_a_snapshot_or_a_new_journal_that_the_disk_refuses_loses_no_commit(
    tmp_path: Path, disk: Disk, call: str, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    await filled(tmp_path, "a")
    async with opened(tmp_path) as store:
        await commit(store, errand("b"))
        disk.failing[call, name] = errno.ENOSPC
        with pytest.raises(StoreError, match="No space left on device"):
            await store.compact()
        after = await commit(store, errand("c"))

    assert list(kept_files(tmp_path)) == [JOURNAL, STATE]
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    async with opened(tmp_path, read_only=True) as reader:
        assert await reader.read() == after
    disk.failing.clear()
    async with opened(tmp_path) as store:
        assert await store.read() == after
    assert len((tmp_path / JOURNAL).read_bytes().splitlines()) == 1


async def test_nothing_is_acknowledged_in_a_new_journal_whose_name_may_not_outlive_a_crash(
    tmp_path: Path, disk: Disk
) -> None:
    async with opened(tmp_path) as store:
        await commit(store, errand("a"))
        await store.compact()
        before = await commit(store, errand("b"))
        reached, go_on = disk.halt("fsync", f"{JOURNAL}.new")
        compacting = asyncio.create_task(store.compact())
        await asyncio.to_thread(reached.wait)
        disk.failing["fsync", tmp_path.name] = errno.EIO
        go_on.set()
        with pytest.raises(StoreError, match="Input/output error"):
            await compacting
        with pytest.raises(StoreError, match="Input/output error"):
            await commit(store, errand("refused"))
        assert await store.read() == before

        disk.failing.clear()
        after = await commit(store, errand("c"))

    async with opened(tmp_path) as store:
        assert await store.read() == after


@pytest.mark.parametrize("name", ["lock", JOURNAL])
@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
async def test_a_folder_that_cannot_be_written_is_refused_with_what_to_do_and_can_be_read(
    tmp_path: Path, disk: Disk, name: str, number: int
) -> None:
    before = await filled(tmp_path, "a")
    disk.failing["open", name] = number

    with pytest.raises(StoreError, match=rf"{name}: .*SOME_DATA_DIR"):
        await open_store(tmp_path, lock_timeout=0)

    async with opened(tmp_path, read_only=True) as reader:
        assert await reader.read() == before
    disk.failing.clear()
    await filled(tmp_path, "b")


async def test_a_half_written_line_does_not_get_into_the_new_journal(tmp_path: Path, disk: Disk) -> None:
    async with opened(tmp_path) as store:
        await commit(store, errand("a"))
        disk.failing |= {("write", JOURNAL): errno.EIO, ("ftruncate", JOURNAL): errno.EIO}
        with pytest.raises(StoreError, match="writing failed"):
            await commit(store, errand("refused"))
        disk.failing.clear()
        await store.compact()
        after = await commit(store, errand("b"))

    async with opened(tmp_path) as store:
        assert await store.read() == after


async def test_a_torn_line_that_cannot_be_cut_off_stops_the_start(tmp_path: Path, disk: Disk) -> None:
    before = await filled(tmp_path, "a")
    append(tmp_path / JOURNAL, b"{")
    disk.failing["ftruncate", JOURNAL] = errno.EROFS

    with pytest.raises(StoreError, match="cutting off"):
        await open_store(tmp_path)

    disk.failing.clear()
    async with opened(tmp_path) as store:
        assert await store.read() == before


async def test_a_commit_whose_caller_is_cancelled_is_done_to_its_end(tmp_path: Path, disk: Disk) -> None:
    async with opened(tmp_path) as store:
        reached, go_on = disk.halt("fsync", JOURNAL)
        committing = asyncio.create_task(commit(store, errand("a")))
        await asyncio.to_thread(reached.wait)
        committing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await committing
        go_on.set()

        with pytest.raises(VersionConflictError):
            await store.commit([errand("b")], 0)
        assert (await commit(store, errand("b"))).version == 2


async def test_a_compaction_whose_caller_is_cancelled_is_done_to_its_end_before_the_store_closes(
    tmp_path: Path, disk: Disk
) -> None:
    async with opened(tmp_path) as store:
        await commit(store, errand("a"))
        reached, go_on = disk.halt("fsync", f"{STATE}.new")
        compacting = asyncio.create_task(store.compact())
        await asyncio.to_thread(reached.wait)
        compacting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await compacting
        after = await commit(store, errand("b"))
        closing = asyncio.create_task(store.close())
        for _ in range(20):  # time enough for a second thread to write the same file
            await asyncio.to_thread(lambda: None)
        assert disk.calls.count(("open", f"{STATE}.new")) == 1
        go_on.set()
        await closing

    async with opened(tmp_path) as store:
        assert await store.read() == after
    assert len((tmp_path / JOURNAL).read_bytes().splitlines()) == 1
