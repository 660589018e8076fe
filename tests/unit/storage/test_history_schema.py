"""The embedded store on files of older and newer formats."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from bot.storage.schema import REGISTER
from bot.storage.state import HISTORY, SNAPSHOT
from bot.storage.tinydb import EmbeddedStore

from bot.errors import StoreError
from bot.storage.backups.backup import back_up
from bot.storage.backups.restore import restore
from tests.unit.storage.support import EVENT, filled, kept_files, opened, put


def to_schema_0(line: str) -> str:
    """The line as a made-up older program wrote it: with Finnish unit names only, as plain text."""
    document = json.loads(line)
    for channel in (*document["entry"]["before"].values(), *document["entry"]["after"].values()):
        channel["unit"] = channel["unit"]["fi"]
    return json.dumps({**document, "schema": 0})


def from_schema_0(document: dict[str, Any]) -> dict[str, Any]:
    for channel in (*document["entry"]["before"].values(), *document["entry"]["after"].values()):
        channel["unit"] = {"fi": channel["unit"]}
    return document


@pytest.fixture
def migrating(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setitem(REGISTER.migrations, 0, from_schema_0)
        yield


def age(folder: Path) -> None:
    """Make the files of the store in ``folder`` those of schema 0."""
    lines = (folder / HISTORY).read_text("utf-8").splitlines()
    (folder / HISTORY).write_text("".join(f"{to_schema_0(line)}\n" for line in lines), "utf-8")
    snapshot = json.loads((folder / SNAPSHOT).read_text("utf-8"))
    snapshot["meta"]["1"]["schema"] = 0
    for channel in snapshot["channels"].values():
        channel["unit"] = channel["unit"]["fi"]
    (folder / SNAPSHOT).write_text(json.dumps(snapshot), "utf-8")


@pytest.mark.usefixtures("migrating")
async def test_an_older_history_is_migrated_line_by_line_and_goes_on_in_the_new_format(tmp_path: Path) -> None:
    before = await filled(tmp_path, "one", "two")
    age(tmp_path)
    old_lines = (tmp_path / HISTORY).read_bytes()

    async with opened(tmp_path) as store:
        assert await store.read() == before
        after = await put(store, "three")
        history = list(await store.history())
        assert await store.entry(1) == history[0]

    assert (tmp_path / HISTORY).read_bytes().startswith(old_lines)
    assert json.loads((tmp_path / HISTORY).read_text("utf-8").splitlines()[2])["schema"] == 1
    assert json.loads((tmp_path / SNAPSHOT).read_text("utf-8"))["meta"]["1"] == {"schema": 1, "seq": 3}
    async with opened(tmp_path, read_only=True) as reader:
        assert await reader.read() == after
        assert list(await reader.history()) == history


@pytest.mark.usefixtures("migrating")
async def test_an_older_store_is_backed_up_and_restored(tmp_path: Path) -> None:
    before = await filled(tmp_path / "data", "one", "two")
    age(tmp_path / "data")

    await back_up(tmp_path / "data", tmp_path / "backup.zip", EVENT.at)
    await restore(tmp_path / "other", tmp_path / "backup.zip", EVENT.at + timedelta(days=1))

    async with opened(tmp_path / "other") as store:
        assert await store.read() == before


@pytest.mark.usefixtures("migrating")
async def test_an_older_snapshot_without_its_history_stops_the_start(tmp_path: Path) -> None:
    await filled(tmp_path, "one", "two")
    age(tmp_path)
    (tmp_path / HISTORY).unlink()
    before = kept_files(tmp_path)

    with pytest.raises(StoreError, match="ends at commit 0, but the snapshot is at 2"):
        await EmbeddedStore.open(tmp_path)
    assert kept_files(tmp_path) == before


async def test_a_schema_that_there_is_no_way_from_stops_the_start(tmp_path: Path) -> None:
    await filled(tmp_path, "one")
    age(tmp_path)
    before = kept_files(tmp_path)

    with pytest.raises(StoreError, match=r"line 1: of schema 0, which this version of Somebot does not read"):
        await EmbeddedStore.open(tmp_path)
    assert kept_files(tmp_path) == before


async def test_a_history_from_before_a_field_existed_needs_no_migration(tmp_path: Path) -> None:
    before = await filled(tmp_path, "one")
    document = json.loads((tmp_path / HISTORY).read_text("utf-8"))
    for channel in document["entry"]["after"].values():
        del channel["purpose"], channel["holiday_covers"]
    (tmp_path / HISTORY).write_text(json.dumps(document) + "\n", "utf-8")
    (tmp_path / SNAPSHOT).unlink()

    async with opened(tmp_path) as store:
        assert await store.read() == before
