"""The embedded store of documents against torn and damaged files, and files of older and newer formats."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StoreError
from bot.storage.embedded.schema import STATE as SCHEMA
from tests.support.documents import (
    ERRANDS,
    JOURNAL,
    STATE,
    Errand,
    commit,
    errand,
    filled,
    gone,
    open_store,
    opened,
)
from tests.unit.storage.support import CUT_OFF, append, kept_files, resealed


async def assert_start_is_refused(folder: Path, *says: str) -> None:
    """No store opens, neither for writing nor for reading; the message says so; every file stays as it is."""
    before = kept_files(folder)
    for read_only in (False, True):
        with pytest.raises(StoreError) as refused:
            await open_store(folder, read_only=read_only, lock_timeout=0)
        assert "\n" not in str(refused.value)
        for text in says:
            assert text in str(refused.value)
    assert kept_files(folder) == before


async def crashed(folder: Path, *keys: str) -> list[bytes]:
    """The lines of the journal that a store leaves that is not closed, after a commit for each of ``keys``; they follow
    those that are in the snapshot already."""
    async with opened(folder) as store:
        snapshot = (folder / STATE).read_bytes() if (folder / STATE).exists() else None
        for key in keys:
            await commit(store, errand(key))
        journal = (folder / JOURNAL).read_bytes()
    (folder / JOURNAL).write_bytes(journal)
    if snapshot is None:
        (folder / STATE).unlink()
    else:
        (folder / STATE).write_bytes(snapshot)
    return journal.splitlines(keepends=True)


@pytest.mark.parametrize("torn", [b'{"schema":2,"version":4,"chan', b"\x00\x00\x00", b"\x00\x00]}\n", b"\n", b"\xc3"])
async def test_a_torn_last_line_is_cut_off_and_said(
    tmp_path: Path, torn: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    await filled(tmp_path, "a")
    await crashed(tmp_path, "b", "c")
    append(tmp_path / JOURNAL, torn)

    async with opened(tmp_path) as store:
        assert list((await store.read()).of(ERRANDS)) == ["a", "b", "c"]
        after = await commit(store, errand("d"))

    assert caplog.messages == [CUT_OFF]
    assert caplog.records[0].__dict__["file"] == JOURNAL
    assert caplog.records[0].__dict__["bytes"] == len(torn)
    async with opened(tmp_path) as store:
        assert await store.read() == after


async def test_lines_that_are_in_the_snapshot_already_are_skipped_by_their_number(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        await commit(store, errand("a", "1"))
        await commit(store, gone("a"), errand("b"))
        await commit(store, errand("a", "2"))
        await commit(store, errand("c"))
        journal = (tmp_path / JOURNAL).read_bytes()
        before = await store.read()
    (tmp_path / JOURNAL).write_bytes(journal)  # as when the crash came between the snapshot and the new journal

    async with opened(tmp_path, read_only=True) as reader:
        assert await reader.read() == before
        assert list((await reader.read()).of(ERRANDS)) == ["b", "a", "c"]
    async with opened(tmp_path) as store:
        assert await store.read() == before
    assert len((tmp_path / JOURNAL).read_bytes().splitlines()) == 1


async def test_a_journal_that_is_damaged_stops_the_start(tmp_path: Path) -> None:
    await filled(tmp_path, "a")
    first, *lines = await crashed(tmp_path, "b", "c", "d")
    wrong = {
        "line 3: not a whole line": [first, lines[0], b"{\n", lines[2]],
        "line 3: holds commit 4": [first, lines[0], lines[2]],
        "line 3: holds commit 2": [first, lines[0], lines[0], lines[1]],
        "line 2: holds commit 1": [first, first],
        "line 1: holds commit 2": lines,
        "line 4: version: Field required": [first, *lines[:2], resealed(b'{"schema":2}')],
        "line 2, errands: what: Input should be a valid string": [
            first,
            resealed(lines[0].replace(b'"what":"b"', b'"what":[]')),
        ],
        "ends at commit 0, but the state is at 1": [b'{"torn'],
    }
    for says, content in wrong.items():
        (tmp_path / JOURNAL).write_bytes(b"".join(content))
        await assert_start_is_refused(tmp_path, JOURNAL, says, "python -m bot restore FILE")


async def test_damage_is_told_without_what_it_holds(tmp_path: Path) -> None:
    await filled(tmp_path, "a")
    snapshot = (tmp_path / STATE).read_bytes()
    (tmp_path / STATE).write_bytes(resealed(snapshot.replace(b'"waiting"', b'"98765432"')))

    with pytest.raises(StoreError, match=r"state\.json, errands: stage: Input should be") as refused:
        await open_store(tmp_path)

    assert "98765432" not in str(refused.value)
    assert refused.value.__cause__ is None


async def test_a_journal_without_the_snapshot_that_it_follows_stops_the_start(tmp_path: Path) -> None:
    await filled(tmp_path, "a")
    old = (tmp_path / STATE).read_bytes()
    await filled(tmp_path, "b", "c")

    (tmp_path / STATE).write_bytes(old)
    await assert_start_is_refused(tmp_path, "line 1: begins after commit 3, but the state is at 1", "restore FILE")
    (tmp_path / STATE).unlink()
    await assert_start_is_refused(tmp_path, "line 1: begins after commit 3, but the state is at 0", "restore FILE")


async def test_a_snapshot_without_its_journal_stops_the_start(tmp_path: Path) -> None:
    await filled(tmp_path, "a")
    (tmp_path / JOURNAL).unlink()
    await assert_start_is_refused(tmp_path, "ends at commit 0, but the state is at 1", "restore FILE")


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"[]",
        b'{"errands": {}}',
        b'{"meta": {"meta": {"schema": 2, "version": 1, "seq": 0}}, "errands": {"a": {"when": 1}}}',
    ],
)
async def test_a_damaged_snapshot_stops_the_start(tmp_path: Path, damaged: bytes) -> None:
    await filled(tmp_path, "a")
    (tmp_path / STATE).write_bytes(damaged)

    await assert_start_is_refused(tmp_path, STATE, "restore FILE")


async def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    await filled(tmp_path, "a")
    snapshot, journal = (tmp_path / STATE).read_bytes(), (tmp_path / JOURNAL).read_bytes()
    (tmp_path / JOURNAL).write_bytes(resealed(journal.replace(b'"schema":2', b'"schema":3')))
    await assert_start_is_refused(tmp_path, f"{JOURNAL}, line 1: written by a newer version of Somebot (schema 3")

    (tmp_path / JOURNAL).write_bytes(journal)
    (tmp_path / STATE).write_bytes(resealed(snapshot.replace(b'"schema":2', b'"schema":3')))
    await assert_start_is_refused(tmp_path, f"{STATE}, meta: written by a newer version of Somebot")


def from_schema_1(document: dict[str, Any]) -> dict[str, Any]:
    """A made-up older program called errands ``tasks``, and what is to be done ``title``."""
    if document["collection"] != "tasks":
        return document
    rest = {name: value for name, value in document["document"].items() if name != "title"}
    return {**document, "collection": "errands", "document": {**rest, "what": document["document"]["title"]}}


@pytest.fixture
def migrating(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setitem(SCHEMA.migrations, 1, from_schema_1)
        yield


def age(folder: Path) -> None:
    """Make the files of the store in ``folder`` those of schema 1."""
    for path in (folder / STATE, folder / JOURNAL):
        text = path.read_text("utf-8").replace('"schema":2', '"schema":1').replace('"errands"', '"tasks"')
        path.write_bytes(resealed(text.replace('"what"', '"title"').encode()))


@pytest.mark.usefixtures("migrating")
async def test_older_files_are_migrated_and_go_on_in_the_new_format(tmp_path: Path) -> None:
    await filled(tmp_path, "a", "b")
    await crashed(tmp_path, "c")
    age(tmp_path)

    async with opened(tmp_path) as store:
        assert (await store.read()).of(ERRANDS) == {key: Errand(key) for key in "abc"}
        after = await commit(store, gone("a"))

    assert json.loads((tmp_path / STATE).read_text("utf-8"))["meta"]["meta"] == {"schema": 2, "version": 4, "seq": 0}
    async with opened(tmp_path, read_only=True) as reader:
        assert await reader.read() == after


async def test_a_schema_that_there_is_no_way_from_stops_the_start(tmp_path: Path) -> None:
    await filled(tmp_path, "a")
    age(tmp_path)

    await assert_start_is_refused(tmp_path, "of schema 1, which this version of Somebot does not read")
