"""Whoever reads just as other stores are put in place sees the old ones or the new ones, and never none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.services.register.documents import CHANNELS
from bot.storage.embedded import switching
from bot.storage.embedded.stores import EmbeddedStores
from bot.storage.embedded.switching import KEPT, StoreLocation, building_in, decide_to_switch, finish_switch, switch
from tests.support.registers import register_in
from tests.unit.storage.support import INSTAGRAM, filled


async def test_a_switch_between_two_looks_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    await filled(data / KEPT, "old")
    await filled(tmp_path / "other", "new")
    with building_in(data) as building:
        shutil.copytree(tmp_path / "other", building / KEPT)
        with monkeypatch.context() as patch:
            patch.setattr(switching, "finish_switch", lambda folder: None)
            switch(data, "aside")
    looks: list[Path] = []

    def read(folder: Path) -> bool:
        looks.append(folder)
        if len(looks) == 1:
            finish_switch(data)  # the folder that was found is somewhere else now
        return (folder / "journal.jsonl").exists()

    assert StoreLocation(data, KEPT).read(read)
    assert looks == [data / "next" / KEPT, data / KEPT]


async def test_what_cannot_be_read_is_told_where_nothing_was_switched(tmp_path: Path) -> None:
    await filled(tmp_path / KEPT, "old")

    def read(folder: Path) -> None:
        raise StoreError("damaged")

    with pytest.raises(StoreError, match="damaged"):
        StoreLocation(tmp_path, KEPT).read(read)


async def test_an_open_reader_follows_to_what_was_put_in_place(tmp_path: Path) -> None:
    data = tmp_path / "data"
    await filled(data / KEPT, "old")
    await filled(tmp_path / "other", "new", "newer")
    reader = await EmbeddedStores.open(data, kept=[CHANNELS], read_only=True)
    with building_in(data) as building:
        shutil.copytree(tmp_path / "other", building / KEPT)
        switch(data, "aside")

    assert (await register_in(reader.kept)).channels[INSTAGRAM.id].name == "newer"
    assert len(await reader.kept.history()) == 2
    await reader.close()


@pytest.mark.parametrize("aside", ["replaced", ""], ids=["today", "an older program"])
async def test_stores_that_a_killed_process_has_replaced_for_good_are_removed_at_the_next_start(
    tmp_path: Path, aside: str
) -> None:
    data = tmp_path / "data"
    await filled(data / KEPT, "old")
    await filled(tmp_path / "other", "new")
    with building_in(data) as building:
        shutil.copytree(tmp_path / "other", building / KEPT)
        decide_to_switch(data)
    (data / "next" / "aside").write_text(aside)

    stores = await EmbeddedStores.open(data, kept=[CHANNELS])
    assert (await register_in(stores.kept)).channels[INSTAGRAM.id].name == "new"
    await stores.close()
    assert {path.name for path in data.iterdir()} == {"lock", "kept", "questions"}


async def test_a_reader_that_opened_amid_a_switch_reads_the_history_after_it(tmp_path: Path) -> None:
    data = tmp_path / "data"
    await filled(data / KEPT, "old")
    await filled(tmp_path / "other", "new", "newer")
    with building_in(data) as building:
        shutil.copytree(tmp_path / "other", building / KEPT)
        decide_to_switch(data)
    reader = await EmbeddedStores.open(data, kept=[CHANNELS], read_only=True)
    finish_switch(data)

    assert len(await reader.kept.history()) == 2
    await reader.close()
