"""Backups: made beside a running bot, restored over what is there or where nothing is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.services.register.documents import COLLECTIONS
from bot.storage.backups.backup import back_up
from bot.storage.embedded.loading import HISTORY
from bot.storage.embedded.stores import EmbeddedStores
from tests.integration.test_backup_support import AT, backed_up_beside, restored
from tests.support.registers import register_in
from tests.unit.storage.support import EVENT, append, filled, kept_files, opened, put


async def test_what_was_backed_up_is_restored_with_its_history_and_what_was_there_is_kept(
    data: Path, file: Path
) -> None:
    before = await filled(data / "kept", "one", "two")
    made = await back_up(data, file, AT)
    after = await filled(data / "kept", "three")
    replaced = kept_files(data)

    result = await restored(data, file)

    assert (made.channels, made.seq, made.changed_at) == (1, 2, EVENT.at)
    assert result.now == made
    assert result.before == replace(made, seq=3)
    assert result.kept_in == data / "replaced-2025-11-04-093000"
    assert kept_files(result.kept_in) == replaced
    async with opened(data / "kept") as store:
        assert await register_in(store) == before
        assert [entry.seq for entry in await store.history()] == [1, 2]
    async with opened(result.kept_in / "kept", read_only=True) as reader:
        assert await register_in(reader) == after


async def test_a_store_is_restored_where_there_is_none(tmp_path: Path, data: Path, file: Path) -> None:
    before = await filled(data / "kept", "one")
    await back_up(data, file, AT)

    result = await restored(tmp_path / "new" / "folder", file)

    assert (result.before, result.kept_in) == (replace(result.now, channels=0, seq=0, changed_at=None), None)
    async with opened(tmp_path / "new" / "folder" / "kept", read_only=True) as reader:
        assert await register_in(reader) == before


async def test_a_store_that_cannot_be_read_is_restored_and_two_restores_keep_both(data: Path, file: Path) -> None:
    before = await filled(data / "kept", "one", "two")
    await back_up(data, file, AT)
    damaged = append(data / "kept" / HISTORY, b'{"schema": 1}\n')

    first, second = await restored(data, file), await restored(data, file)

    assert first.before is None
    assert first.kept_in is not None
    assert (first.kept_in / "kept" / HISTORY).read_bytes() == damaged
    assert second.kept_in == data / "replaced-2025-11-04-093000-2"
    async with opened(data / "kept") as store:
        assert await register_in(store) == before


async def test_a_backup_beside_a_bot_that_writes_holds_a_moment_of_it(data: Path, tmp_path: Path) -> None:
    async with opened(data / "kept") as store:
        await put(store, "0")

        async def write() -> None:
            for number in range(1, 100):
                await put(store, f"{number}")

        files = await backed_up_beside(write(), data, tmp_path)
        history = await store.history()

    for file in files:
        result = await restored(tmp_path / "restored" / file.stem, file)
        async with opened(tmp_path / "restored" / file.stem / "kept") as again:
            assert await again.history() == history[: result.now.seq]
            assert (await register_in(again)).channels == history[result.now.seq - 1].after


async def test_an_empty_store_makes_no_backup(data: Path, file: Path) -> None:
    assert (await back_up(data, file, AT)).seq == 0
    assert not file.exists()
    assert not data.exists()


async def test_a_backup_overwrites_nothing(data: Path, file: Path) -> None:
    await filled(data / "kept", "one")
    file.write_text("precious")

    with pytest.raises(StoreError, match=r"backup\.zip: exists already"):
        await back_up(data, file, AT)
    assert file.read_text() == "precious"


async def test_only_the_bots_user_can_read_a_backup(data: Path, file: Path) -> None:
    await filled(data / "kept", "one")
    await back_up(data, file, AT)

    assert file.stat().st_mode & 0o777 == 0o600


async def test_nothing_is_restored_beside_a_bot_that_runs(data: Path, file: Path) -> None:
    stores = await EmbeddedStores.open(data, kept=COLLECTIONS)
    before = await put(stores.kept)
    await back_up(data, file, AT)
    with pytest.raises(StoreError, match="is writing there"):
        await restored(data, file)
    assert await register_in(stores.kept) == before
    await stores.close()


async def test_the_refusal_to_start_names_a_command_that_helps(data: Path, file: Path) -> None:
    before = await filled(data / "kept", "one", "two")
    await back_up(data, file, AT)
    append(data / "kept" / HISTORY, b"{}\n{}\n")

    with pytest.raises(StoreError, match="restore a backup with `python -m bot restore FILE`"):
        await EmbeddedStores.open(data, lock_timeout=0)
    await restored(data, file)
    async with opened(data / "kept") as store:
        assert await register_in(store) == before
