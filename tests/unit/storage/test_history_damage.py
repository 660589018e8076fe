"""The embedded store against torn and damaged files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bot.storage.state import HISTORY, SNAPSHOT
from bot.storage.tinydb import EmbeddedStore

from bot.errors import StoreError
from tests.unit.storage.support import append, filled, kept_files, opened, put


def replace_line(path: Path, number: int, text: str) -> bytes:
    lines = path.read_text("utf-8").splitlines()
    lines[number - 1] = text
    path.write_text("\n".join([*lines, ""]), "utf-8")
    return path.read_bytes()


async def assert_start_is_refused(folder: Path, *says: str) -> None:
    """No store opens, neither for writing nor for reading; the message says so; every file stays as it is."""
    before = kept_files(folder)
    for read_only in (False, True):
        with pytest.raises(StoreError) as refused:
            await EmbeddedStore.open(folder, read_only=read_only, lock_timeout=0)
        assert "\n" not in str(refused.value)
        for text in says:
            assert text in str(refused.value)
    assert kept_files(folder) == before


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
        "A crash has torn the last line of a journal: it was cut off; it had not been acknowledged"
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

    await assert_start_is_refused(tmp_path, "ends at commit 1, but the snapshot is at 2", "restore FILE")


async def test_a_damaged_line_is_told_without_what_it_holds(tmp_path: Path) -> None:
    await filled(tmp_path, "one", "two")
    (tmp_path / SNAPSHOT).unlink()
    line = (tmp_path / HISTORY).read_text("utf-8").splitlines()[0]
    replace_line(tmp_path / HISTORY, 1, line.replace('"keeper@kunta.example"', "[98765432]"))

    with pytest.raises(StoreError, match=r"line 1: people\.0\.email: Input should be a valid string") as refused:
        await EmbeddedStore.open(tmp_path)

    assert "98765432" not in str(refused.value)
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


async def test_a_reader_leaves_out_a_line_that_is_being_written(tmp_path: Path) -> None:
    before = await filled(tmp_path, "one")
    content = append(tmp_path / HISTORY, b'{"schema":1,"ent')

    async with opened(tmp_path, read_only=True) as reader:
        assert await reader.read() == before
        assert len(await reader.history()) == 1
    assert (tmp_path / HISTORY).read_bytes() == content


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
    "damaged",
    [
        b"",
        b"{",
        b"[]",
        b'{"channels": {}}',
        b'{"meta": {"1": {"schema": 1, "seq": 1}}, "channels": {"x": {}}}',
        b'{"meta": {"1": {"schema": 1}}}',
    ],
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
