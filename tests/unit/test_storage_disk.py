"""The embedded store against full and failing disks, and what it asks of a good one."""

from __future__ import annotations

import asyncio
import errno
import json
import logging
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StoreError
from bot.services.ports import Changes, VersionConflictError
from bot.storage.tinydb import HISTORY, SNAPSHOT, TinyRegisterStore
from tests.unit.test_storage_support import EVENT, INSTAGRAM, append, filled, kept_files, opened, put


class Disk:
    """Records what is asked of the disk, as (call, file name), and fails or halts where a test says so."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.calls: list[tuple[str, str]] = []
        self.failing: dict[tuple[str, str], int] = {}
        self.halting: dict[tuple[str, str], tuple[threading.Event, threading.Event]] = {}
        self._names: dict[int, str] = {}
        self._open, self._write = os.open, os.write
        patch.setattr(os, "open", self.open)
        patch.setattr(os, "write", self.write)
        patch.setattr(os, "fsync", self._recorded("fsync", os.fsync))
        patch.setattr(os, "ftruncate", self._recorded("ftruncate", os.ftruncate))
        patch.setattr(os, "replace", self._recorded("replace", os.replace))

    def open(self, path: str | os.PathLike[str], *rest: Any, **more: Any) -> int:
        self._note("open", Path(path).name)
        fd = self._open(path, *rest, **more)
        self._names[fd] = Path(path).name
        return fd

    def write(self, fd: int, content: bytes) -> int:
        half = len(content) // 2 + 1
        written = self._write(fd, content[:half])  # as a disk that fills up does: a part goes through, then it fails
        self._note("write", self._names[fd])
        return written

    def halt(self, call: str, name: str) -> tuple[threading.Event, threading.Event]:
        """Events for "the call has been reached" and "it may go on"."""
        self.halting[call, name] = (threading.Event(), threading.Event())
        return self.halting[call, name]

    def _recorded(self, call: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def recorded(target: Any, *rest: Any, **more: Any) -> Any:
            self._note(call, self._names[target] if isinstance(target, int) else Path(target).name)
            return real(target, *rest, **more)

        return recorded

    def _note(self, call: str, name: str) -> None:
        self.calls.append((call, name))
        if halted := self.halting.pop((call, name), None):
            halted[0].set()
            halted[1].wait(timeout=60)
        if number := self.failing.get((call, name)):
            raise OSError(number, os.strerror(number))


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    with monkeypatch.context() as patch:
        yield Disk(patch)


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


@pytest.mark.parametrize(
    ("call", "number", "advice"),
    [
        ("write", errno.ENOSPC, "No space left on device): free some space on the disk"),
        ("fsync", errno.EIO, "Input/output error): the disk fails"),
        ("write", errno.EROFS, "Read-only file system): make the disk writable"),
    ],
)
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
async def test_a_folder_that_cannot_be_written_is_refused_with_what_to_do(
    tmp_path: Path, disk: Disk, name: str
) -> None:
    disk.failing["open", name] = errno.EACCES

    with pytest.raises(StoreError, match=rf"{name}: .* \(Permission denied\): .*SOME_DATA_DIR"):
        await TinyRegisterStore.open(tmp_path / "data")

    disk.failing.clear()
    await filled(tmp_path / "data", "one")


async def test_a_torn_line_that_cannot_be_cut_off_stops_the_start(tmp_path: Path, disk: Disk) -> None:
    before = await filled(tmp_path, "one")
    append(tmp_path / HISTORY, b"{")
    disk.failing["ftruncate", HISTORY] = errno.EROFS

    with pytest.raises(StoreError, match="cutting off"):
        await TinyRegisterStore.open(tmp_path)

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
    store = await TinyRegisterStore.open(tmp_path)
    reached, go_on = disk.halt("fsync", HISTORY)
    commit = asyncio.create_task(put(store, "one"))
    await asyncio.to_thread(reached.wait)
    closing = asyncio.create_task(store.close())
    go_on.set()
    await closing

    assert (await commit).version == 1
    assert json.loads((tmp_path / SNAPSHOT).read_text("utf-8"))["meta"]["1"]["seq"] == 1
