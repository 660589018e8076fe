"""The embedded store against torn, damaged, full and locked files."""

from __future__ import annotations

import asyncio
import errno
import json
import logging
import os
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.domain.channels import Channel, UnitName
from bot.domain.people import Person
from bot.domain.register import Register
from bot.errors import StoreError
from bot.services.ports import Changes, Event, VersionConflictError
from bot.storage.tinydb import HISTORY, SNAPSHOT, TinyRegisterStore

ROOT = Path(__file__).parents[2]
EVENT = Event(by="tiina", at=datetime(2025, 11, 3, 9, 30, tzinfo=UTC), what="register")
INSTAGRAM = Channel("kirjasto-instagram", "instagram", "Kirjaston Instagram", UnitName("Kirjasto"), "tiina")
TIINA = Person("tiina", "Tiina Virtanen", "tiina@kunta.example")


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


@asynccontextmanager
async def opened(folder: Path, *, read_only: bool = False) -> AsyncIterator[TinyRegisterStore]:
    store = await TinyRegisterStore.open(folder, read_only=read_only, lock_timeout=0)
    try:
        yield store
    finally:
        await store.close()


async def put(store: TinyRegisterStore, name: str = "Kirjasto", people: tuple[Person, ...] = ()) -> Register:
    return await store.commit(Changes((replace(INSTAGRAM, name=name),), people), (await store.read()).version, EVENT)


async def filled(folder: Path, *names: str) -> Register:
    """The register of a store in ``folder`` after a commit for each of ``names``."""
    async with opened(folder) as store:
        for name in names:
            await put(store, name, (TIINA,))
        return await store.read()


def append(path: Path, text: bytes) -> bytes:
    path.write_bytes(path.read_bytes() + text)
    return path.read_bytes()


def replace_line(path: Path, number: int, text: str) -> bytes:
    lines = path.read_text("utf-8").splitlines()
    lines[number - 1] = text
    path.write_text("\n".join([*lines, ""]), "utf-8")
    return path.read_bytes()


def kept_files(folder: Path) -> dict[str, bytes]:
    """The content of each file but the lock."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.name != "lock"}


async def assert_start_is_refused(folder: Path, *says: str) -> None:
    """No store opens, neither for writing nor for reading; the message says so; every file stays as it is."""
    before = kept_files(folder)
    for read_only in (False, True):
        with pytest.raises(StoreError) as refused:
            await TinyRegisterStore.open(folder, read_only=read_only, lock_timeout=0)
        assert "\n" not in str(refused.value)
        for text in says:
            assert text in str(refused.value)
    assert kept_files(folder) == before


# Torn and damaged history


@pytest.mark.parametrize(
    "torn", [b'{"schema":1,"entry":{"seq":3,"ev', b"\x00\x00\x00", b'\x00\x00"people":[]}\n', b"\n", b"\xc3"]
)
async def test_a_torn_last_line_is_cut_off_and_said(
    tmp_path: Path, torn: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    before = await filled(tmp_path, "one", "two")
    append(tmp_path / HISTORY, torn)

    async with opened(tmp_path) as store:
        assert await store.read() == before
        after = await put(store, "three")

    assert [record.getMessage() for record in caplog.records] == [
        "A crash has torn the last line of the history: it was cut off; it had not been acknowledged"
    ]
    assert caplog.records[0].__dict__["bytes"] == len(torn)
    async with opened(tmp_path) as store:
        assert await store.read() == after
        assert len(await store.history()) == 3


async def test_a_line_without_its_end_is_cut_off_even_if_all_else_is_there(tmp_path: Path) -> None:
    await filled(tmp_path, "one", "two")
    line = (tmp_path / HISTORY).read_text("utf-8").splitlines()[1].replace('"seq":2', '"seq":3')
    append(tmp_path / HISTORY, line.encode())

    async with opened(tmp_path) as store:
        assert (await store.read()).version == 2


async def test_a_damaged_line_in_the_middle_stops_the_start(tmp_path: Path) -> None:
    await filled(tmp_path, "one", "two", "three")
    replace_line(tmp_path / HISTORY, 2, "{")

    await assert_start_is_refused(tmp_path, "history.jsonl, line 2", "python -m bot restore FILE")


async def test_a_line_that_is_json_but_no_commit_stops_the_start_even_as_the_last(tmp_path: Path) -> None:
    await filled(tmp_path, "one")
    append(tmp_path / HISTORY, b'{"schema":1}\n')

    await assert_start_is_refused(tmp_path, "history.jsonl, line 2: entry: Field required")


async def test_a_missing_line_stops_the_start(tmp_path: Path) -> None:
    await filled(tmp_path, "one", "two", "three")
    lines = (tmp_path / HISTORY).read_bytes().splitlines(keepends=True)
    (tmp_path / HISTORY).write_bytes(lines[0] + lines[2])

    await assert_start_is_refused(tmp_path, "history.jsonl, line 2: holds commit 3", "restore FILE")


async def test_a_history_that_ends_before_the_snapshot_stops_the_start(tmp_path: Path) -> None:
    await filled(tmp_path, "one", "two")
    lines = (tmp_path / HISTORY).read_bytes().splitlines(keepends=True)
    (tmp_path / HISTORY).write_bytes(lines[0] + b'{"torn')

    await assert_start_is_refused(tmp_path, "ends at commit 1, but the register is at 2", "restore FILE")


async def test_a_damaged_line_is_told_without_what_it_holds(tmp_path: Path) -> None:
    await filled(tmp_path, "one", "two")
    (tmp_path / SNAPSHOT).unlink()
    line = (tmp_path / HISTORY).read_text("utf-8").splitlines()[0]
    replace_line(tmp_path / HISTORY, 1, line.replace('"tiina@kunta.example"', "[17]"))

    with pytest.raises(StoreError, match=r"line 1: people\.0\.email: Input should be a valid string") as refused:
        await TinyRegisterStore.open(tmp_path)

    assert "17" not in str(refused.value)
    assert refused.value.__cause__ is None


async def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    await filled(tmp_path, "one")
    line = (tmp_path / HISTORY).read_text("utf-8").splitlines()[0]
    replace_line(tmp_path / HISTORY, 1, line.replace('"schema":1', '"schema":2'))
    await assert_start_is_refused(tmp_path, "line 1: written by a newer version of Somebot (schema 2")

    replace_line(tmp_path / HISTORY, 1, line)
    snapshot = json.loads((tmp_path / SNAPSHOT).read_text("utf-8"))
    snapshot["meta"]["1"]["schema"] = 2
    (tmp_path / SNAPSHOT).write_text(json.dumps(snapshot), "utf-8")
    await assert_start_is_refused(tmp_path, "register.json, meta: written by a newer version of Somebot")


# The snapshot


async def test_the_snapshot_holds_the_register_in_tables(tmp_path: Path) -> None:
    await filled(tmp_path, "one", "two")

    tables = json.loads((tmp_path / SNAPSHOT).read_text("utf-8"))

    assert tables["channels"]["1"]["name"] == "two"
    assert tables["people"]["1"]["display_name"] == "Tiina Virtanen"
    assert tables["meta"] == {"1": {"schema": 1, "seq": 2}}


async def test_a_snapshot_that_is_behind_gets_the_end_of_the_history(tmp_path: Path) -> None:
    await filled(tmp_path, "one")
    old = (tmp_path / SNAPSHOT).read_bytes()
    before = await filled(tmp_path, "two", "three")
    new = (tmp_path / SNAPSHOT).read_bytes()
    (tmp_path / SNAPSHOT).write_bytes(old)

    async with opened(tmp_path) as store:
        assert await store.read() == before
    assert (tmp_path / SNAPSHOT).read_bytes() == new


async def test_a_missing_snapshot_is_made_anew_from_the_history(tmp_path: Path) -> None:
    before = await filled(tmp_path, "one", "two")
    snapshot = (tmp_path / SNAPSHOT).read_bytes()
    (tmp_path / SNAPSHOT).unlink()

    async with opened(tmp_path) as store:
        assert await store.read() == before
    assert (tmp_path / SNAPSHOT).read_bytes() == snapshot


@pytest.mark.parametrize(
    "damaged", [b"", b"{", b"[]", b'{"channels": {}}', b'{"meta": {"x": {}}}', b'{"meta": {"1": {"schema": 1}}}']
)
async def test_a_damaged_snapshot_is_set_aside_and_made_anew_from_the_history(
    tmp_path: Path, damaged: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    before = await filled(tmp_path, "one", "two")
    snapshot = (tmp_path / SNAPSHOT).read_bytes()
    (tmp_path / SNAPSHOT).write_bytes(damaged)

    async with opened(tmp_path, read_only=True) as reader:
        assert await reader.read() == before
    assert (tmp_path / SNAPSHOT).read_bytes() == damaged
    async with opened(tmp_path) as store:
        assert await store.read() == before

    assert (tmp_path / SNAPSHOT).read_bytes() == snapshot
    assert (tmp_path / "register.json.damaged").read_bytes() == damaged
    assert "The snapshot is damaged; the register comes from the history alone" in caplog.messages


async def test_a_damaged_snapshot_without_a_history_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / SNAPSHOT).write_bytes(b'{"channels": ')

    await assert_start_is_refused(tmp_path, "register.json: Invalid JSON", "line 1", "restore FILE")


# Disks that fail


async def test_a_commit_is_written_and_synced_before_it_returns_and_the_snapshot_replaced_whole(
    tmp_path: Path, disk: Disk
) -> None:
    async with opened(tmp_path) as store:
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


@pytest.mark.parametrize(
    "wrong", [{"name": "\ud800"}, {"responsible": None}, {"weekly_hours": "3"}, {"pause": "tomorrow"}]
)
async def test_what_could_not_be_read_again_is_not_written(tmp_path: Path, wrong: dict[str, Any]) -> None:
    async with opened(tmp_path) as store:
        with pytest.raises(StoreError, match="This change was not stored"):
            await store.commit(Changes((replace(INSTAGRAM, **wrong),)), 0, EVENT)

        assert await store.read() == Register()
        assert (await put(store)).version == 1


# Readers, writers and the lock


async def test_a_reader_sees_what_a_writer_commits_and_commits_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as writer, opened(tmp_path, read_only=True) as reader:
        assert await reader.read() == Register()
        await put(writer, "one")
        assert await reader.read() == await writer.read()
        await put(writer, "two")
        assert await reader.history() == await writer.history()
        assert await reader.read() is await reader.read()

        with pytest.raises(StoreError, match="opened for reading only"):
            await put(reader)


async def test_a_reader_leaves_out_a_line_that_is_being_written(tmp_path: Path) -> None:
    before = await filled(tmp_path, "one")
    content = append(tmp_path / HISTORY, b'{"schema":1,"ent')

    async with opened(tmp_path, read_only=True) as reader:
        assert await reader.read() == before
        assert len(await reader.history()) == 1
    assert (tmp_path / HISTORY).read_bytes() == content


async def test_a_reader_makes_no_files(tmp_path: Path) -> None:
    async with opened(tmp_path / "nothing", read_only=True) as reader:
        assert await reader.read() == Register()
        assert list(await reader.history()) == []
    assert not (tmp_path / "nothing").exists()


async def test_only_the_bots_user_can_read_the_files(tmp_path: Path) -> None:
    await filled(tmp_path, "one")

    assert {(tmp_path / name).stat().st_mode & 0o777 for name in ("lock", HISTORY, SNAPSHOT)} == {0o600}


async def test_a_closed_store_commits_nothing_and_can_be_closed_again(tmp_path: Path) -> None:
    store = await TinyRegisterStore.open(tmp_path)
    register = await put(store)
    await store.close()
    await store.close()

    with pytest.raises(StoreError, match="closed"):
        await put(store)
    assert await store.read() == register


async def test_an_opening_waits_for_the_writer_before_it(tmp_path: Path) -> None:
    first = await TinyRegisterStore.open(tmp_path)
    waiting = asyncio.create_task(TinyRegisterStore.open(tmp_path))
    await put(first, "one")
    await first.close()

    second = await waiting
    assert (await put(second, "two")).version == 2
    await second.close()


WRITER = """
import asyncio, sys
from pathlib import Path
from tests.unit.test_storage_tinydb import TinyRegisterStore, put

async def main():
    store = await TinyRegisterStore.open(Path(sys.argv[1]))
    print("open", flush=True)
    while sys.stdin.readline():
        print((await put(store)).version, flush=True)
    await store.close()

asyncio.run(main())
"""


@asynccontextmanager
async def another_writer(folder: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WRITER, str(folder), cwd=ROOT, stdin=pipe, stdout=pipe
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == b"open\n"
    yield process
    await process.communicate()


async def test_a_folder_that_another_process_writes_is_refused_with_its_number(tmp_path: Path) -> None:
    async with another_writer(tmp_path) as writer:
        with pytest.raises(StoreError, match=f"process {writer.pid} is writing there"):
            await TinyRegisterStore.open(tmp_path, lock_timeout=0)
        async with opened(tmp_path, read_only=True) as reader:
            assert await reader.read() == Register()

    await filled(tmp_path, "one")


async def test_a_killed_writer_leaves_all_that_it_has_acknowledged_and_no_lock(tmp_path: Path) -> None:
    async with another_writer(tmp_path) as writer:
        assert writer.stdin is not None
        assert writer.stdout is not None
        writer.stdin.write(b"\n" * 200)
        acknowledged = [int(await writer.stdout.readline()) for _ in range(20)][-1]
        writer.kill()

    async with opened(tmp_path) as store:
        register = await store.read()
        assert register.version >= acknowledged
        assert len(await store.history()) == register.version
