"""The history on lines of an older format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StoreError
from bot.services.register.documents import COLLECTIONS
from bot.storage.backups.backup import back_up
from bot.storage.backups.restore import restore
from bot.storage.embedded.loading import HISTORY
from bot.storage.embedded.schema import HISTORY as SCHEMA
from tests.support.documents import open_store
from tests.support.registers import register_in
from tests.unit.storage.support import EVENT, filled, kept_files, opened, put


def to_schema_1(line: str) -> str:
    """The line as a made-up older program wrote it: with Finnish unit names only, as plain text."""
    document = json.loads(line)
    for channel in (*document["before"].values(), *document["after"].values()):
        channel["unit"] = channel["unit"]["fi"]
    return json.dumps({**document, "schema": 1})


def from_schema_1(document: dict[str, Any]) -> dict[str, Any]:
    for channel in (*document["before"].values(), *document["after"].values()):
        channel["unit"] = {"fi": channel["unit"]}
    return document


@pytest.fixture
def migrating(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setitem(SCHEMA.migrations, 1, from_schema_1)
        yield


def age(folder: Path) -> None:
    """Make the history in ``folder`` one of schema 1."""
    lines = (folder / HISTORY).read_text("utf-8").splitlines()
    (folder / HISTORY).write_text("".join(f"{to_schema_1(line)}\n" for line in lines), "utf-8")


@pytest.mark.usefixtures("migrating")
async def test_an_older_history_is_migrated_line_by_line_and_goes_on_in_the_new_format(tmp_path: Path) -> None:
    before = await filled(tmp_path, "one", "two")
    age(tmp_path)
    old_lines = (tmp_path / HISTORY).read_bytes()

    async with opened(tmp_path) as store:
        assert await register_in(store) == before
        await put(store, "three")
        history = list(await store.history())
        assert await store.entry(1) == history[0]
        assert history[1].after == before.channels

    assert (tmp_path / HISTORY).read_bytes().startswith(old_lines)
    assert json.loads((tmp_path / HISTORY).read_text("utf-8").splitlines()[2])["schema"] == 2
    async with opened(tmp_path, read_only=True) as reader:
        assert list(await reader.history()) == history


@pytest.mark.usefixtures("migrating")
async def test_an_older_history_is_backed_up_and_restored(tmp_path: Path) -> None:
    before = await filled(tmp_path / "data" / "kept", "one", "two")
    age(tmp_path / "data" / "kept")

    await back_up(tmp_path / "data", tmp_path / "backup.zip", EVENT.at)
    await restore(tmp_path / "other", tmp_path / "backup.zip", EVENT.at + timedelta(days=1))

    async with opened(tmp_path / "other" / "kept") as store:
        assert await register_in(store) == before


async def test_a_schema_that_there_is_no_way_from_is_told_where_history_is_read(tmp_path: Path) -> None:
    await filled(tmp_path, "one")
    age(tmp_path)
    before = kept_files(tmp_path)

    store = await open_store(tmp_path, *COLLECTIONS)
    with pytest.raises(StoreError, match=r"line 1: of schema 1, which this version of Somebot does not read"):
        await store.history()
    await store.close()
    assert kept_files(tmp_path) == before


async def test_a_history_from_before_a_field_existed_needs_no_migration(tmp_path: Path) -> None:
    before = await filled(tmp_path, "one")
    document = json.loads((tmp_path / HISTORY).read_text("utf-8"))
    for channel in document["after"].values():
        del channel["purpose"], channel["holiday_covers"]
    (tmp_path / HISTORY).write_text(json.dumps(document) + "\n", "utf-8")

    async with opened(tmp_path) as store:
        (entry,) = await store.history()
        assert entry.after == before.channels
