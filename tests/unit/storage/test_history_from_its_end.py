"""A long history is read from its end: what is shown is read, and little more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.channels import ChannelId
from bot.services.ports import HistoryEntry, Store
from bot.storage.embedded.history import offsets, reading
from bot.storage.embedded.history.lines import from_line
from tests.support.registers import put_in
from tests.unit.storage.support import EVENT, INSTAGRAM, filled, opened, put

LONG = 400


async def long_history(folder: Path) -> None:
    """A store whose history has ``LONG`` lines."""
    await filled(folder, "0")
    async with opened(folder) as store:
        for number in range(1, LONG):
            await put(store, f"{number}")


@pytest.fixture
def read_lines(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the lines that are read as what they are."""
    numbers: list[int] = []

    def counted(line: bytes, seq: int, where: Path) -> object:
        numbers.append(seq)
        return from_line(line, seq, where)

    monkeypatch.setattr(reading, "from_line", counted)
    return numbers


async def test_only_what_is_asked_for_is_read(tmp_path: Path, read_lines: list[int]) -> None:
    await long_history(tmp_path)
    for read_only in (True, False):
        async with opened(tmp_path, read_only=read_only) as store:
            assert read_lines == [], "a start reads none"
            assert [entry.seq for entry in await store.history(newest=10)] == list(range(LONG - 9, LONG + 1))
            assert read_lines == list(range(LONG, LONG - 10, -1))
            assert (await store.entry(250)) is not None
            assert read_lines[10:] == [250]
            assert len(await store.history(INSTAGRAM.id, newest=2, before=200)) == 2
            assert read_lines[11:] == [199, 198]
        read_lines.clear()


async def test_lines_are_found_across_the_borders_of_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await filled(tmp_path, *(f"{number}" * 50 for number in range(20)))
    async with opened(tmp_path, read_only=True) as reader:
        expected = list(await reader.history())
    for block in (1, 100, 431, 1_000):
        monkeypatch.setattr(offsets, "_BLOCK", block)
        async with opened(tmp_path, read_only=True) as reader:
            assert list(await reader.history()) == expected
            assert [await reader.entry(seq) for seq in range(1, 21)] == expected


async def test_a_reader_follows_a_history_that_grows_and_one_that_was_replaced(tmp_path: Path) -> None:
    await filled(tmp_path / "a", "one", "two")
    await filled(tmp_path / "b", "three", "four", "five")
    async with opened(tmp_path / "a", read_only=True) as reader:
        assert len(await reader.history()) == 2
        async with opened(tmp_path / "a") as store:
            await put(store, "more")
            assert await reader.history() == await store.history()
            assert await store.entry(3) == await reader.entry(3)
        for path in (tmp_path / "b").iterdir():
            path.replace(tmp_path / "a" / path.name)
        names = [entry.after[INSTAGRAM.id].name for entry in await reader.history()]
        assert names == ["three", "four", "five"]


IDS = st.sampled_from(["a", "b", "ä", "seldom"])
TOUCHED = st.lists(st.sets(IDS, min_size=1, max_size=2), max_size=30)


@given(touched=TOUCHED, asked=st.sets(IDS, min_size=1), page=st.integers(1, 4), block=st.sampled_from([1, 700, 2_000]))
@settings(max_examples=30, deadline=None)
async def test_the_pages_of_some_channels_are_what_all_of_the_history_has_of_them(
    touched: list[set[ChannelId]], asked: set[ChannelId], page: int, block: int
) -> None:
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(offsets, "_BLOCK", block)
        folder = Path(name)
        async with opened(folder) as store:
            for number, ids in enumerate(touched):
                # A name that is another channel's id is no change to that channel.
                await put_in(store, EVENT, [replace(INSTAGRAM, id=key, name="a" * (number % 3)) for key in sorted(ids)])
            expected = [entry for entry in await store.history() if asked & entry.after.keys()]
            async with opened(folder, read_only=True) as beside:  # most of it is in the journal yet
                assert await pages(beside, asked, page) == expected
            assert await pages(store, asked, page) == expected
        for read_only in (True, False):
            async with opened(folder, read_only=read_only) as again:
                assert await pages(again, asked, page) == await again.history(*asked) == expected


async def pages(store: Store, asked: set[ChannelId], size: int) -> Sequence[HistoryEntry]:
    """The history of the channels ``asked`` for, read ``size`` commits at a time."""
    found, before = list[HistoryEntry](), None
    while some := await store.history(*asked, newest=size, before=before):
        found, before = [*some, *found], some[0].seq
    return found
