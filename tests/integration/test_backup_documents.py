"""Backups of all stores: the work in hand and the questions go with the register."""

from __future__ import annotations

import errno
import shutil
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.domain.register import Register
from bot.errors import StoreError
from bot.services.ports import Change
from bot.services.register.documents import COLLECTIONS as REGISTER
from bot.services.register.documents import register_of
from bot.storage.backups.backup import back_up
from bot.storage.embedded.stores import EmbeddedStores
from tests.integration.test_backup_support import (
    AT,
    altered,
    assert_not_restored,
    backed_up_beside,
    left_by_crashes,
    restored,
)
from tests.support.documents import ERRANDS, REMARKS, Remark, commit, errand
from tests.support.failing_disk import Disk
from tests.unit.storage.support import append, kept_files, put


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[EmbeddedStores]:
    stores = await EmbeddedStores.open(folder, kept=(*REGISTER, ERRANDS), questions=[REMARKS], lock_timeout=0)
    try:
        yield stores
    finally:
        await stores.close()


Held = tuple[Register, dict[str, Any], dict[str, Any]]


async def held(folder: Path) -> Held:
    """What the stores hold: the register, the work in hand, and the questions."""
    async with opened(folder) as stores:
        kept, questions = await stores.kept.read(), await stores.questions.read()
        return register_of(kept), dict(kept.of(ERRANDS)), dict(questions.of(REMARKS))


async def filled(folder: Path, name: str, *, times: int = 1) -> Held:
    """The stores in ``folder`` after so many commits to each, which put ``name`` in it."""
    async with opened(folder) as stores:
        for number in range(times):
            await put(stores.kept, name)
            await commit(stores.kept, errand(f"{name}-{number}"))
            await commit(stores.questions, Change.put(REMARKS, name, Remark(f"{name} {number}")))
    return await held(folder)


@pytest.mark.parametrize(("earlier", "later"), [(1, 3), (3, 1)])
async def test_all_stores_are_restored_and_go_on(data: Path, file: Path, earlier: int, later: int) -> None:
    before = await filled(data, "one", times=earlier)
    made = await back_up(data, file, AT)
    await filled(data, "two", times=later)
    replaced = kept_files(data)

    result = await restored(data, file)

    assert made.documents == {"work": earlier, "questions": 1}
    assert result.now == made
    assert result.before is not None
    assert result.before.documents == {"work": earlier + later, "questions": 2}
    assert result.kept_in is not None
    assert kept_files(result.kept_in) == replaced
    assert await held(data) == before
    async with opened(data) as stores:
        await commit(stores.kept, errand("goes on"))
    assert list((await held(data))[1]) == [*before[1], "goes on"]


async def test_all_stores_are_restored_where_there_are_none(data: Path, file: Path, tmp_path: Path) -> None:
    before = await filled(data, "one")
    await back_up(data, file, AT)

    assert (await restored(tmp_path / "new", file)).kept_in is None
    assert await held(tmp_path / "new") == before


async def test_what_a_store_lacked_is_gone_after_a_restore(data: Path, file: Path) -> None:
    async with opened(data) as stores:
        await put(stores.kept, "one")
    await back_up(data, file, AT)
    await filled(data, "two")

    await restored(data, file)

    assert (await held(data))[1:] == ({}, {})


async def test_a_store_of_documents_alone_is_worth_a_backup(data: Path, file: Path) -> None:
    async with opened(data) as stores:
        await commit(stores.questions, Change.put(REMARKS, "1", Remark("why?")))
    before = await held(data)

    assert not (await back_up(data, file, AT)).is_empty
    await filled(data, "two")
    await restored(data, file)

    assert await held(data) == before


@pytest.mark.parametrize(
    "name", [f"{store}/{name}" for store in ("kept", "questions") for name in ("state.json", "journal.jsonl")]
)
async def test_damaged_documents_are_restored(data: Path, file: Path, name: str) -> None:
    before = await filled(data, "one", times=2)
    await back_up(data, file, AT)
    append(data / name, b"{}\n{}\n")
    with pytest.raises(StoreError, match="python -m bot restore FILE"):
        await EmbeddedStores.open(data, lock_timeout=0)
    with pytest.raises(StoreError, match=name):
        await back_up(data, file.with_name("other.zip"), AT)

    assert (await restored(data, file)).before is None
    assert await held(data) == before


async def test_a_damaged_or_newer_backup_is_refused_and_changes_nothing(data: Path, file: Path) -> None:
    await filled(data, "one")
    await back_up(data, file, AT)
    whole = file.read_bytes()
    altered(file, "kept/state.json", b"{}")
    await assert_not_restored(data, file, "kept/state.json in it is not what was backed up")
    file.write_bytes(whole)
    with zipfile.ZipFile(file) as archive:
        content = {name: archive.read(name) for name in archive.namelist() if name != "questions/state.json"}
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    await assert_not_restored(data, file, "questions/state.json")


async def test_unknown_collections_are_backed_up_as_well(data: Path, file: Path) -> None:
    before = await filled(data, "one")
    stores = await EmbeddedStores.open(data, lock_timeout=0)  # a program that knows none of the collections
    await stores.close()
    await back_up(data, file, AT)
    await filled(data, "two")
    await restored(data, file)

    assert await held(data) == before


async def test_a_backup_beside_a_bot_that_writes_holds_a_moment_of_each_store(data: Path, tmp_path: Path) -> None:
    async with opened(data) as stores:
        await put(stores.kept, "one")

        async def write() -> None:
            for number in range(60):
                await commit(stores.kept, errand(f"{number}"), errand("last", f"{number}"))
                if number % 7 == 0:
                    await stores.kept.compact()

        files = await backed_up_beside(write(), data, tmp_path)

    for file in files:
        await restored(tmp_path / "restored" / file.stem, file)
        work = (await held(tmp_path / "restored" / file.stem))[1]
        numbers = [key for key in work if key != "last"]
        assert numbers == [f"{number}" for number in range(len(numbers))]
        assert not numbers or work["last"].what == numbers[-1]


NEW = [f"{name}.new" for name in ("state.json", "journal.jsonl", "history.jsonl", "aside")]


@pytest.mark.parametrize("name", NEW)
@pytest.mark.parametrize("call", ["open", "fsync"])
async def test_a_restore_that_the_disk_refuses_leaves_what_was_there(
    data: Path, file: Path, disk: Disk, name: str, call: str
) -> None:
    await filled(data, "one")
    await back_up(data, file, AT)
    before = await filled(data, "two")
    disk.failing[call, name] = errno.ENOSPC

    with pytest.raises(StoreError, match="No space left on device"):
        await restored(data, file)

    disk.failing.clear()
    assert await held(data) == before
    assert not list(data.rglob("*.new"))


async def test_a_crash_in_a_restore_leaves_of_each_store_the_old_one_or_the_new_one(
    data: Path, file: Path, disk: Disk, tmp_path: Path
) -> None:
    old = await filled(data, "one")
    await back_up(data, file, AT)
    async with opened(data) as stores:
        for number in range(3):
            await put(stores.kept, "two")
            await commit(stores.kept, errand(f"two-{number}"))
        data = Path(shutil.copytree(data, tmp_path / "killed"))  # commits are in the journal that no state holds
    new = await held(Path(shutil.copytree(data, tmp_path / "copy")))

    found = [await held(folder) for folder in await left_by_crashes(data, file, disk, tmp_path)]
    for store in (0, 1, 2):
        each = [contents[store] for contents in found]
        turn = each.index(old[store])
        assert all(contents == new[store] for contents in each[:turn])
        assert all(contents == old[store] for contents in each[turn:])
    assert found[0] == new
    assert found[-1] == old
