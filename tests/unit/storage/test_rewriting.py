"""Both stores are rewritten at one stroke, while they are open, and go on."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from bot.app.bootstrap import KEPT
from bot.errors import StoreError
from bot.services.ports import Change, HistoryEntry, Rewriting, Rewritten, State, VersionConflictError
from bot.services.questions.documents import COLLECTIONS as QUESTIONS
from bot.services.register.documents import CHANNELS, PEOPLE, puts
from bot.storage.backups.backup import back_up
from bot.storage.backups.restore import restore
from bot.storage.embedded.history import writing as history_writing
from bot.storage.embedded.journal import reading
from bot.storage.embedded.journal.reading import Extent
from bot.storage.embedded.loading import HISTORY
from bot.storage.embedded.stores import EmbeddedStores
from bot.storage.embedded.whole import check
from bot.storage.memory import MemoryStore, MemoryStores
from tests.support.failing_disk import Disk
from tests.unit.storage.support import EVENT, INSTAGRAM, KEEPER, kept_files


@asynccontextmanager
async def stores_in(folder: Path, *, read_only: bool = False) -> AsyncIterator[EmbeddedStores]:
    stores = await EmbeddedStores.open(folder, kept=KEPT, questions=QUESTIONS, read_only=read_only, lock_timeout=0)
    try:
        yield stores
    finally:
        await stores.close()


@dataclass(frozen=True)
class Renaming:
    """What ``renamed`` does to the history, and equal to the same thing."""

    tag: str
    name: str = "o"

    def __call__(self, one: HistoryEntry) -> HistoryEntry:
        called = {key: replace(channel, name=self.name) for key, channel in one.after.items()}
        return HistoryEntry(one.seq, one.event, {}, called)


def naming(name: str) -> Rewriting:
    """All channels are called ``name``, also in the past."""

    def rewriting(kept: State, questions: State) -> Rewritten:
        channels = {key: replace(channel, name=name) for key, channel in kept.of(CHANNELS).items()}
        return Rewritten({**kept.by_collection, "channels": channels}, questions.by_collection, Renaming("", name))

    return rewriting


renamed = naming("other")


def refusing(kept: State, questions: State) -> Rewritten:
    raise StoreError("no")


async def test_what_is_rewritten_is_nowhere_any_more_and_the_stores_go_on(tmp_path: Path) -> None:
    async with stores_in(tmp_path) as stores, stores_in(tmp_path, read_only=True) as reading:
        await stores.kept.commit(puts([INSTAGRAM], [KEEPER]), 0, EVENT)
        assert await reading.kept.read() == await stores.kept.read()
        await stores.rewrite(renamed)
        state = await stores.kept.read()
        assert (state.version, state.seq, state.of(CHANNELS)[INSTAGRAM.id].name) == (2, 1, "other")
        assert [one.after[INSTAGRAM.id].name for one in await stores.kept.history()] == ["other"]
        assert not any(b"Kirjaston Instagram" in content for content in kept_files(tmp_path).values())
        with pytest.raises(VersionConflictError):
            await stores.kept.commit(puts([INSTAGRAM]), 1, EVENT)
        await stores.kept.commit(puts([INSTAGRAM]), 2, EVENT)
        assert await reading.kept.read() == await stores.kept.read()
        assert list(await reading.kept.history()) == list(await stores.kept.history())
    async with stores_in(tmp_path) as stores:
        assert (await stores.kept.read()).version == 3
        assert len(await stores.kept.history()) == 2


async def test_a_refusal_or_a_full_disk_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Disk(monkeypatch)
    async with stores_in(tmp_path) as stores:
        await stores.kept.commit(puts([INSTAGRAM], [KEEPER]), 0, EVENT)
        before = await stores.kept.read()
        with pytest.raises(StoreError, match="no"):
            await stores.rewrite(refusing)
        disk.failing["write", "history.jsonl.new"] = errno.ENOSPC
        disk.failing["fsync", "journal.jsonl.new"] = errno.ENOSPC
        with pytest.raises(StoreError, match="free some space"):
            await stores.rewrite(renamed)
        disk.failing.clear()
        assert await stores.kept.read() == before
        await stores.kept.commit(puts([INSTAGRAM]), 1, EVENT)
    assert {path.name for path in tmp_path.iterdir()} == {"lock", "kept", "questions"}


@pytest.mark.parametrize("same", [True, False])
async def test_commits_go_on_while_a_long_history_is_written_and_are_rewritten_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, same: bool
) -> None:
    names = iter("ab")

    def rewriting(kept: State, questions: State) -> Rewritten:
        channels = {key: replace(channel, name="o") for key, channel in kept.of(CHANNELS).items()}
        tables = {**kept.by_collection, "channels": channels}
        return Rewritten(tables, questions.by_collection, Renaming("a" if same else next(names)))

    disk = Disk(monkeypatch)
    async with stores_in(tmp_path) as stores:
        await stores.kept.commit(puts([INSTAGRAM], [KEEPER]), 0, EVENT)
        await stores.kept.compact()
        reached, go_on = disk.halt("fsync", HISTORY)
        task = asyncio.create_task(stores.rewrite(rewriting))
        await asyncio.to_thread(reached.wait)
        for version in range(1, 4):
            await stores.kept.commit(puts([replace(INSTAGRAM, id=f"c{version}", version=1)]), version, EVENT)
        go_on.set()
        await task
        assert (await stores.kept.read()).version == 5
        with pytest.raises(VersionConflictError):
            await stores.kept.commit(puts([INSTAGRAM]), 4, EVENT)
        await stores.kept.commit(puts([INSTAGRAM]), 5, EVENT)
        history = await stores.kept.history()
    assert [channel.name for one in history[:4] for channel in one.after.values()] == ["o"] * 4
    check(tmp_path / "kept")
    async with stores_in(tmp_path) as stores:
        assert await stores.kept.history() == history


async def test_while_commits_wait_nothing_is_read_or_written_that_was_there_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, late, states = list[int](), list[int](), list[int]()

    class Counting(Renaming):
        def __call__(self, one: HistoryEntry) -> HistoryEntry:
            read.append(one.seq)
            return super().__call__(one)

    def rewriting(kept: State, questions: State) -> Rewritten:
        late.append(len(read))
        states.extend(path.stat().st_ino for path in tmp_path.glob("next.building/kept/state.json"))
        channels = {key: replace(channel, name="o") for key, channel in kept.of(CHANNELS).items()}
        return Rewritten({**kept.by_collection, "channels": channels}, questions.by_collection, Counting("a"))

    async with stores_in(tmp_path) as stores:
        for version in range(30):
            await stores.kept.commit(puts([replace(INSTAGRAM, version=version + 1)], [KEEPER]), version, EVENT)
        scanned = list[int]()

        def scan(*arguments: Any, **more: Any) -> Extent:
            scanned.append((extent := reading.scan(*arguments, **more)).number)
            return extent

        monkeypatch.setattr(history_writing, "scan", scan)
        await stores.rewrite(rewriting)
        assert scanned == []
        assert states == [(tmp_path / "kept" / "state.json").stat().st_ino]
        assert late == [0, 30]
        assert read == list(range(1, 31))


async def test_what_is_removed_while_all_is_rewritten_is_in_no_file_of_a_closed_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(monkeypatch)
    async with stores_in(tmp_path) as stores:
        await stores.kept.commit(puts([INSTAGRAM], [KEEPER]), 0, EVENT)
        reached, go_on = disk.halt("fsync", "state.json.new")
        task = asyncio.create_task(stores.rewrite(renamed))
        await asyncio.to_thread(reached.wait)
        await stores.kept.commit([Change.remove(PEOPLE, KEEPER.id)], 1)
        go_on.set()
        await task
        assert (await stores.kept.read()).of(PEOPLE) == {}
    assert [name for name, content in kept_files(tmp_path).items() if b"A keeper" in content] == []


async def test_who_reads_or_backs_up_beside_sees_all_of_it_or_nothing(tmp_path: Path) -> None:
    data, files, ended = tmp_path / "data", list[Path](), asyncio.Event()

    async def beside(reading: EmbeddedStores) -> None:
        while not ended.is_set():
            files.append(tmp_path / f"{len(files)}.zip")
            await back_up(data, files[-1], EVENT.at)
            assert [len(names) for names in await names_in(reading)] == [1, 1]

    async with stores_in(data) as stores, stores_in(data, read_only=True) as reading:
        channels = [replace(INSTAGRAM, id=f"c{number}") for number in range(20)]
        await stores.kept.commit(puts(channels, [KEEPER]), 0, EVENT)
        looking = asyncio.create_task(beside(reading))
        for name in "abcde":
            await stores.rewrite(naming(name))
        ended.set()
        await looking
    for file in files:
        await restore(tmp_path / file.stem, file, EVENT.at)
        async with stores_in(tmp_path / file.stem) as restored:
            now, past = await names_in(restored)
            assert now == past
            assert len(now) == 1


async def names_in(stores: EmbeddedStores) -> tuple[set[str], set[str]]:
    """What channels are called now, and in the past."""
    now = (await stores.kept.read()).of(CHANNELS).values()
    past = chain.from_iterable(one.after.values() for one in await stores.kept.history())
    return {channel.name for channel in now}, {channel.name for channel in past}


async def test_readers_can_not_rewrite(tmp_path: Path) -> None:
    async with stores_in(tmp_path) as stores:
        await stores.kept.commit(puts([INSTAGRAM], [KEEPER]), 0, EVENT)
    before = kept_files(tmp_path)
    async with stores_in(tmp_path, read_only=True) as reading:
        with pytest.raises(StoreError, match="opened for reading only"):
            await reading.rewrite(renamed)
    assert kept_files(tmp_path) == before


async def test_in_memory_it_is_the_same() -> None:
    kept, questions = MemoryStore(), MemoryStore()
    await kept.commit(puts([INSTAGRAM], [KEEPER]), 0, EVENT)
    await MemoryStores(kept, questions).rewrite(renamed)
    assert ((await kept.read()).version, (await kept.read()).seq) == (2, 1)
    assert [one.after[INSTAGRAM.id].name for one in await kept.history()] == ["other"]
