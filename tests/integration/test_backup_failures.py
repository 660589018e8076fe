"""Backups that are damaged, and disks that fail: what is wrong is refused whole, and nothing is lost by it."""

from __future__ import annotations

import errno
import itertools
import json
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import StoreError
from bot.services.ports import Store
from bot.services.register.documents import COLLECTIONS
from bot.storage.backups.backup import back_up
from bot.storage.embedded.loading import HISTORY, JOURNAL, STATE
from bot.storage.embedded.stores import EmbeddedStores
from tests.integration.test_backup_support import AT, altered, assert_not_restored, left_by_crashes, member, restored
from tests.support.failing_disk import Disk
from tests.support.registers import register_in
from tests.unit.storage.support import filled, kept_files, opened, without_checksums


async def test_a_backup_that_does_not_fit_on_the_disk_leaves_no_file(data: Path, file: Path, disk: Disk) -> None:
    await filled(data / "kept", "one")
    disk.failing["fsync", "backup.zip.new"] = errno.ENOSPC

    with pytest.raises(StoreError, match=r"backup\.zip: writing failed \(No space left on device\): free some space"):
        await back_up(data, file, AT)
    assert sorted(path.name for path in file.parent.iterdir()) == ["data"]


@pytest.mark.parametrize(
    ("call", "name"),
    [
        ("fsync", f"{HISTORY}.new"),
        ("open", f"{HISTORY}.new"),
        ("replace", f"{HISTORY}.new"),
        ("open", f"{STATE}.new"),
        ("fsync", f"{STATE}.new"),
        ("open", f"{JOURNAL}.new"),
        ("replace", "aside.new"),
    ],
)
async def test_a_restore_that_the_disk_refuses_leaves_what_was_there(
    data: Path, file: Path, disk: Disk, call: str, name: str
) -> None:
    await filled(data / "kept", "one")
    await back_up(data, file, AT)
    before = await filled(data / "kept", "two")
    disk.failing[call, name] = errno.EIO

    with pytest.raises(StoreError, match="Input/output error"):
        await restored(data, file)

    disk.failing.clear()
    async with opened(data / "kept") as store:
        assert await register_in(store) == before
        assert len(await store.history()) == 2


async def test_a_crash_in_a_restore_leaves_the_old_store_or_the_new_one(
    data: Path, file: Path, disk: Disk, tmp_path: Path
) -> None:
    old = await filled(data / "kept", "one")
    await back_up(data, file, AT)
    new = await filled(data / "kept", "two", "three")

    found = []
    for folder in await left_by_crashes(data, file, disk, tmp_path):
        async with opened_whole(folder) as store:
            found.append(await register_in(store))
            assert len(await store.history()) == found[-1].version
    assert [version for version, _ in itertools.groupby(register.version for register in found)] == [3, 1]
    assert all(register in (old, new) for register in found)


async def test_a_history_that_is_damaged_where_no_start_looks_makes_no_backup(data: Path, file: Path) -> None:
    await filled(data / "kept", "one", "two")
    lines = (data / "kept" / HISTORY).read_bytes()
    damaged = lines.replace(b'"name":"one"', b'"name":[]', 1)
    (data / "kept" / HISTORY).write_bytes(damaged)
    async with opened(data / "kept", read_only=True):
        pass

    with pytest.raises(StoreError, match=r"line 1: is not what was written.*restore a backup"):
        await back_up(data, file, AT)
    (data / "kept" / HISTORY).write_bytes(without_checksums(damaged))
    with pytest.raises(StoreError, match=r"line 1: after.*restore a backup"):
        await back_up(data, file, AT)
    assert sorted(path.name for path in file.parent.iterdir()) == ["data"]


async def test_a_damaged_or_newer_backup_is_refused_and_changes_nothing(data: Path, file: Path) -> None:
    await filled(data / "kept", "one", "two")
    await back_up(data, file, AT)
    whole = file.read_bytes()
    manifest = json.loads(member(file, "manifest.json"))
    newer = {"schema": 3, "anything": "else"}
    cases = [
        ("manifest.json", json.dumps(newer).encode(), "written by a newer version of Somebot (schema 3"),
        ("manifest.json", b"{", "is damaged"),
        ("manifest.json", json.dumps({**manifest, "seq": 7}).encode(), "holds 2 commits, not the 7"),
        (f"kept/{HISTORY}", member(file, f"kept/{HISTORY}").replace(b"one", b"six"), "is not what was backed up"),
        (f"kept/{STATE}", b"{}", "is not what was backed up"),
    ]
    for name, content, says in cases:
        altered(file, name, content)
        await assert_not_restored(data, file, says)
        file.write_bytes(whole)
    file.write_bytes(b"")
    await assert_not_restored(data, file, "this is not a whole backup (File is not a zip file)")
    with zipfile.ZipFile(file, "w"):
        pass
    await assert_not_restored(data, file, "manifest.json")
    file.unlink()
    await assert_not_restored(data, file, "No such file or directory")


@asynccontextmanager
async def opened_whole(folder: Path) -> AsyncIterator[Store]:
    """As a bot does, which finishes what a crash has left."""
    stores = await EmbeddedStores.open(folder, kept=COLLECTIONS, lock_timeout=0)
    try:
        yield stores.kept
    finally:
        await stores.close()


@given(place=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255), cut=st.booleans())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_no_damage_to_a_backup_gets_into_the_register(
    tmp_path_factory: pytest.TempPathFactory, place: float, flip: int, *, cut: bool
) -> None:
    folder = tmp_path_factory.mktemp("fuzz")
    before = await filled(folder / "data" / "kept", "one", "two")
    await back_up(folder / "data", folder / "b.zip", AT)
    content = bytearray((folder / "b.zip").read_bytes())
    at = int(place * len(content))
    content[at] ^= flip
    (folder / "b.zip").write_bytes(content[:at] if cut else content)

    try:
        await restored(folder / "data", folder / "b.zip")
    except StoreError:
        assert set(kept_files(folder / "data")) == {f"kept/{name}" for name in (HISTORY, JOURNAL, STATE)}
    # Not every byte of an archive says something; the register is the same either way.
    async with opened(folder / "data" / "kept") as store:
        assert await register_in(store) == before
