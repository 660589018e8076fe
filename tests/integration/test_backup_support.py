"""What the tests of backups share; no tests."""

from __future__ import annotations

import asyncio
import io
import shutil
import zipfile
from collections.abc import Coroutine
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.storage.backups.backup import back_up
from bot.storage.backups.restore import Restored, restore
from tests.support.failing_disk import Disk
from tests.unit.storage.support import EVENT, kept_files

AT = EVENT.at + timedelta(days=1)


async def restored(folder: Path, file: Path) -> Restored:
    return await restore(folder, file, AT, lock_timeout=0)


async def backed_up_beside(write: Coroutine[None, None, None], data: Path, folder: Path) -> list[Path]:
    """Back ``data`` up again and again, to files in ``folder``, until all is written that ``write`` writes."""
    writing = asyncio.create_task(write)
    files: list[Path] = []
    while not writing.done():
        files.append(folder / f"{len(files)}.zip")
        await back_up(data, files[-1], AT)
    await writing
    return files


async def left_by_crashes(data: Path, file: Path, disk: Disk, folder: Path) -> list[Path]:
    """Restore ``file``; what a crash before each call to the disk would leave of ``data``, as copies in ``folder``."""
    left: list[Path] = []

    def keep_what_a_crash_would_leave() -> None:
        left.append(folder / f"left-{len(left)}")
        shutil.copytree(data, left[-1])

    disk.before_each = keep_what_a_crash_would_leave
    await restored(data, file)
    disk.before_each = lambda: None
    return left


async def assert_not_restored(folder: Path, file: Path, *says: str) -> None:
    """The restore is refused in one line that names the file and ``says`` why, and changes nothing."""
    before = kept_files(folder)
    with pytest.raises(StoreError) as refused:
        await restored(folder, file)
    assert "\n" not in str(refused.value)
    for text in (str(file), *says):
        assert text in str(refused.value)
    assert kept_files(folder) == before


def altered(file: Path, name: str, content: bytes) -> None:
    """Replace one file in the archive, or add it."""
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as old, zipfile.ZipFile(file, "w") as new:
        for other in {*old.namelist(), name}:
            new.writestr(other, content if other == name else old.read(other))


def member(file: Path, name: str) -> bytes:
    with zipfile.ZipFile(file) as archive:
        return archive.read(name)
