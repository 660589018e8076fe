"""The embedded store where its files are not its own: other writers, files put back, and bytes that have flipped."""

from __future__ import annotations

import asyncio
import fcntl
import os
import random
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StoreError
from bot.storage.embedded.loading import HISTORY, JOURNAL, STATE
from tests.support.failing_disk import Disk
from tests.support.registers import register_in
from tests.unit.storage.support import CUT_OFF, append, filled, kept_files, opened, put, resealed

NOT_OWN = r"somebody else has written or replaced this file while the bot was running.*one bot alone"


@pytest.fixture
def no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk on which locks are without effect, as on some networks."""
    monkeypatch.setattr(fcntl, "flock", lambda fd, operation: None)


@pytest.mark.usefixtures("no_locks")
async def test_of_two_bots_that_a_lock_does_not_part_the_second_to_write_is_refused(tmp_path: Path) -> None:
    await filled(tmp_path, "one")
    async with opened(tmp_path) as first, opened(tmp_path) as second:
        after = await put(first, "two")
        for _ in range(3):
            with pytest.raises(StoreError, match=NOT_OWN):
                await put(second, "three")
        assert await register_in(second) != after
        last = await put(first, "four")

    async with opened(tmp_path) as store:
        assert await register_in(store) == last
        assert len(await store.history()) == 3


@pytest.mark.usefixtures("no_locks")
async def test_what_the_second_bot_leaves_behind_at_its_end_is_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path / "data") as store:
        await put(store, "one")
        shutil.copytree(tmp_path / "data", killed := tmp_path / "killed")
    async with opened(killed) as first:
        async with opened(killed) as second:  # it has a state to write, as each that starts after a kill
            await put(first, "two")
            with pytest.raises(StoreError, match=NOT_OWN):
                await second.compact()
        assert kept_files(killed)[JOURNAL].count(b"\n") == 2
        after = await register_in(first)
    async with opened(killed) as store:
        assert await register_in(store) == after
        assert len(await store.history()) == 2


@pytest.mark.usefixtures("no_locks")
@pytest.mark.parametrize("seed", range(8))
async def test_whatever_two_bots_write_at_the_same_time_the_next_start_has_all_that_either_was_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Each thread stops for a while before its calls to the disk: they meet in each order there is."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    await filled(tmp_path, "beginning")
    told: set[str] = {"beginning"}

    async def bot(letter: str) -> None:
        with suppress(StoreError):
            async with opened(tmp_path) as store:
                for number in range(6):
                    with suppress(StoreError):
                        await put(store, f"{letter}{number}")
                        told.add(f"{letter}{number}")
                    if dice.random() < 0.3:
                        with suppress(StoreError):
                            await store.compact()

    for _ in range(5):
        with monkeypatch.context() as patch:
            for name in ("write", "fsync", "replace", "ftruncate"):
                patch.setattr(os, name, _dawdling(getattr(os, name), dice))
            await asyncio.gather(bot("a"), bot("b"), bot("c"))
        async with opened(tmp_path) as store:
            names = [entry.after["kirjasto-instagram"].name for entry in await store.history()]
            assert told <= set(names)
            assert (await register_in(store)).channels["kirjasto-instagram"].name == names[-1]


def _dawdling(real: Any, dice: random.Random) -> Any:
    def call(*arguments: Any, **more: Any) -> Any:
        time.sleep(dice.random() * 0.003)
        return real(*arguments, **more)

    return call


@pytest.mark.usefixtures("no_locks")
async def test_of_two_that_write_in_the_same_moment_the_first_holds_and_the_second_is_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await filled(tmp_path, "one")
    disk = Disk(monkeypatch)
    async with opened(tmp_path) as first, opened(tmp_path) as second:
        reached, go_on = disk.halt("fsync", JOURNAL)
        slow = asyncio.create_task(put(first, "two"))
        await asyncio.to_thread(reached.wait)
        with pytest.raises(StoreError, match=NOT_OWN):
            await put(second, "three")
        go_on.set()
        await slow
    async with opened(tmp_path) as store:
        assert len(await store.history()) == 2
    journal = (tmp_path / JOURNAL).read_bytes()
    assert CUT_OFF not in caplog.messages, "the second looks before it writes"

    async with opened(tmp_path) as store:
        await put(store, "four")
        journal = (tmp_path / JOURNAL).read_bytes()
        shutil.copytree(tmp_path, tmp_path / "killed")
    other = resealed(journal.splitlines(keepends=True)[-1].replace(b"four", b"five"))
    append(tmp_path / "killed" / JOURNAL, other)
    async with opened(tmp_path / "killed") as store:
        assert (await register_in(store)).channels["kirjasto-instagram"].name == "four"
    assert caplog.messages.count(CUT_OFF) == 1


async def test_lines_of_a_second_bot_that_others_follow_are_damage(tmp_path: Path) -> None:
    async with opened(tmp_path / "data") as store:
        for name in ("one", "two", "three"):
            await put(store, name)
        shutil.copytree(tmp_path / "data", tmp_path / "killed")
    for name in (JOURNAL, HISTORY):
        path = tmp_path / "killed" / name
        whole = path.read_bytes()
        *before, last = whole.splitlines(keepends=True)
        path.write_bytes(b"".join([*before, before[-1], last]))
        with pytest.raises(StoreError, match="twice"):
            async with opened(tmp_path / "killed"):
                pass
        path.write_bytes(whole)


def in_place(old: Path, path: Path) -> None:
    path.write_bytes(old.read_bytes())


def by_rename(old: Path, path: Path) -> None:
    new = path.with_suffix(".tmp")
    shutil.copy(old, new)
    new.replace(path)


def taken_away(old: Path, path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("written", [True, False])
@pytest.mark.parametrize("name", [JOURNAL, HISTORY, "*"])
@pytest.mark.parametrize("put_back", [in_place, by_rename, taken_away])
async def test_files_put_back_under_a_running_bot_stop_its_next_write(
    tmp_path: Path, put_back: Callable[[Path, Path], None], name: str, written: bool
) -> None:
    data, old = tmp_path / "data", tmp_path / "old"
    await filled(data, "one", "two")
    shutil.copytree(data, old)
    await filled(data, "three", "four")
    async with opened(data) as store:
        if written:
            await put(store, "five")
        for path in old.glob(name):
            if path.name != "lock":
                put_back(path, data / path.name)
        before = kept_files(data)
        with pytest.raises(StoreError, match=NOT_OWN):
            await put(store, "six")
        with pytest.raises(StoreError, match=NOT_OWN):
            await put(store, "seven")
        assert kept_files(data) == before


async def test_a_journal_put_back_of_the_very_same_length_is_told_by_its_end(tmp_path: Path) -> None:
    data, old = tmp_path / "data", tmp_path / "old"
    await filled(data, "one", "two")
    shutil.copytree(data, old)
    await filled(data, "three", "four")
    assert (data / JOURNAL).stat().st_size == (old / JOURNAL).stat().st_size
    async with opened(data) as store:
        in_place(old / JOURNAL, data / JOURNAL)
        with pytest.raises(StoreError, match=NOT_OWN):
            await put(store, "five")


@pytest.mark.parametrize("name", [JOURNAL, HISTORY, STATE])
async def test_a_flipped_byte_anywhere_is_told_at_the_start_with_the_file_and_the_line(
    tmp_path: Path, name: str
) -> None:
    data = tmp_path / "data"
    await filled(data, "one")
    async with opened(data) as store:
        await put(store, "two")
        await put(store, "three")
        shutil.copytree(data, tmp_path / "killed")
    whole = (tmp_path / "killed" / name).read_bytes()
    for at in sorted({*range(0, len(whole), 29), *range(len(whole) - 25, len(whole))}):
        folder = Path(shutil.copytree(tmp_path / "killed", tmp_path / f"{at}"))
        flipped = bytes([*whole[:at], whole[at] ^ 0x01, *whole[at + 1 :]])
        (folder / name).write_bytes(flipped)
        with pytest.raises(StoreError, match=r"restore") as refused:
            async with opened(folder):
                pass
        assert name in str(refused.value)
        assert name == STATE or "line " in str(refused.value)
        assert (folder / name).read_bytes() == flipped, "it is left as it is"


async def test_a_last_line_that_was_acknowledged_is_not_cut_off_though_the_snapshot_is_gone(tmp_path: Path) -> None:
    async with opened(tmp_path / "data") as store:
        await put(store, "one")
        await put(store, "two")
        shutil.copytree(tmp_path / "data", tmp_path / "killed")
    for numbered in count():
        lines = (tmp_path / "killed" / JOURNAL).read_bytes().splitlines(keepends=True)
        if numbered >= len(lines[-1]) - 1:
            break
        damaged = bytearray(lines[-1])
        damaged[numbered] ^= 0x20
        (tmp_path / "killed" / JOURNAL).write_bytes(b"".join([*lines[:-1], damaged]))
        with pytest.raises(StoreError, match=r"journal\.jsonl, line \d"):
            async with opened(tmp_path / "killed", read_only=True):
                pass
        (tmp_path / "killed" / JOURNAL).write_bytes(b"".join(lines))
