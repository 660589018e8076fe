"""The history: torn and damaged lines, and what a crash keeps from it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.services.register.documents import COLLECTIONS
from bot.storage.embedded.loading import HISTORY, JOURNAL
from tests.support.documents import open_store
from tests.support.registers import register_in
from tests.unit.storage.support import CUT_OFF, append, filled, kept_files, opened, put, resealed


def replace_line(path: Path, number: int, text: str) -> bytes:
    lines = path.read_text("utf-8").splitlines()
    lines[number - 1] = text
    path.write_text("\n".join([*lines, ""]), "utf-8")
    return path.read_bytes()


def changed(line: str, old: str, new: str) -> str:
    return resealed(f"{line}\n".replace(old, new).encode()).decode().rstrip("\n")


async def assert_start_is_refused(folder: Path, *says: str) -> None:
    """No store opens for writing; the message says so; every file stays as it is. Whoever reads the history is told the
    same."""
    before = kept_files(folder)
    with pytest.raises(StoreError) as refused:
        await open_store(folder, *COLLECTIONS)
    async with opened(folder, read_only=True) as reader:
        with pytest.raises(StoreError, match=r"restore FILE|newer version"):
            await reader.history()
    assert "\n" not in str(refused.value)
    for text in says:
        assert text in str(refused.value)
    assert kept_files(folder) == before


@pytest.mark.parametrize(
    "torn", [b'{"schema":2,"seq":3,"ev', b"\x00\x00\x00", b'\x00\x00"after":{}}\n', b"\n", b"\xc3"]
)
async def test_a_torn_last_line_is_cut_off_and_said(
    tmp_path: Path, torn: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    before = await filled(tmp_path, "one", "two")
    append(tmp_path / HISTORY, torn)

    async with opened(tmp_path) as store:
        assert await register_in(store) == before
        after = await put(store, "three")

    assert caplog.messages == [CUT_OFF]
    assert caplog.records[0].__dict__["file"] == HISTORY
    assert caplog.records[0].__dict__["bytes"] == len(torn)
    async with opened(tmp_path) as store:
        assert await register_in(store) == after
        assert len(await store.history()) == 3


async def test_what_a_crash_keeps_from_the_history_is_completed_from_the_journal(tmp_path: Path) -> None:
    async with opened(tmp_path / "data") as store:
        before = await put(store, "one")
        await put(store, "two")
        expected = list(await store.history())
        whole = (tmp_path / "data" / HISTORY).read_bytes()
        for size in range(0, len(whole) + 1, 7):
            folder = Path(shutil.copytree(tmp_path / "data", tmp_path / f"{size}"))
            (folder / HISTORY).write_bytes(whole[:size])
            async with opened(folder, read_only=True) as reader:
                assert list(await reader.history()) == expected
                assert await reader.entry(1) == expected[0]
            async with opened(folder) as again:
                assert list(await again.history()) == expected
            assert (folder / HISTORY).read_bytes() == whole
    assert expected[0].after == before.channels


async def test_what_the_history_lacks_and_the_journal_too_stops_the_start(tmp_path: Path) -> None:
    await filled(tmp_path, "one", "two")
    lines = (tmp_path / HISTORY).read_bytes().splitlines(keepends=True)
    (tmp_path / HISTORY).write_bytes(lines[0] + b'{"torn')

    await assert_start_is_refused(tmp_path, "ends at commit 1, but the state is at 2", "restore FILE")
    (tmp_path / HISTORY).unlink()
    await assert_start_is_refused(tmp_path, "ends at commit 0, but the state is at 2", "restore FILE")


async def test_a_history_of_another_state_stops_the_start(tmp_path: Path) -> None:
    await filled(tmp_path / "a", "one")
    await filled(tmp_path / "b", "one", "two")
    (tmp_path / "b" / HISTORY).replace(tmp_path / "a" / HISTORY)

    with pytest.raises(StoreError, match=r"ends at commit 2, but the state is at 1.*restore FILE"):
        await open_store(tmp_path / "a", *COLLECTIONS)


async def test_a_damaged_line_in_the_middle_stops_the_start(tmp_path: Path) -> None:
    await filled(tmp_path, "one", "two", "three")
    replace_line(tmp_path / HISTORY, 2, "{")

    await assert_start_is_refused(tmp_path, "history.jsonl, line 2", "python -m bot restore FILE")


async def test_a_line_that_is_json_but_no_commit_stops_the_start_even_as_the_last(tmp_path: Path) -> None:
    await filled(tmp_path, "one")
    append(tmp_path / HISTORY, resealed(b'{"schema":2}'))

    with pytest.raises(StoreError, match=r"history\.jsonl, line 2: seq: Field required"):
        await open_store(tmp_path, *COLLECTIONS)


async def test_a_missing_line_stops_the_start(tmp_path: Path) -> None:
    await filled(tmp_path, "one", "two", "three")
    lines = (tmp_path / HISTORY).read_bytes().splitlines(keepends=True)
    (tmp_path / HISTORY).write_bytes(lines[0] + lines[2])

    await assert_start_is_refused(tmp_path, "history.jsonl, line 2: holds commit 3", "restore FILE")


async def test_a_damaged_line_is_told_without_what_it_holds(tmp_path: Path) -> None:
    await filled(tmp_path, "one", "two")
    line = (tmp_path / HISTORY).read_text("utf-8").splitlines()[0]
    replace_line(tmp_path / HISTORY, 1, changed(line, '"Kirjasto"', "[98765432]"))

    async with opened(tmp_path) as store:
        with pytest.raises(StoreError, match=r"line 1: after.*Input should be a valid string") as refused:
            await store.history()

    assert "98765432" not in str(refused.value)
    assert refused.value.__cause__ is None


async def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    await filled(tmp_path, "one")
    line = (tmp_path / HISTORY).read_text("utf-8").splitlines()[0]
    replace_line(tmp_path / HISTORY, 1, changed(line, '"schema":2', '"schema":3'))
    await assert_start_is_refused(tmp_path, "line 1: written by a newer version of Somebot (schema 3")


async def test_a_reader_leaves_out_a_line_that_is_being_written(tmp_path: Path) -> None:
    before = await filled(tmp_path, "one")
    content = append(tmp_path / HISTORY, b'{"schema":2,"se')

    async with opened(tmp_path, read_only=True) as reader:
        assert await register_in(reader) == before
        assert len(await reader.history()) == 1
    assert (tmp_path / HISTORY).read_bytes() == content


async def test_the_history_can_be_read_by_people_and_knows_people_by_their_ids_alone(tmp_path: Path) -> None:
    await filled(tmp_path, "Kirjaston ääni")

    text = (tmp_path / HISTORY).read_text("utf-8")
    assert text.startswith(
        '{"schema":2,"seq":1,"at":"2025-11-03T09:30:00Z","by":"keeper","what":"register","before":{},'
    )
    assert "Kirjaston ääni" in text
    assert "A keeper" not in text
    assert "keeper@kunta.example" not in text
    assert "keeper@kunta.example" not in (tmp_path / JOURNAL).read_text("utf-8"), "nor in the journal of a closed store"
