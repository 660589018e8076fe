"""What the tests of backups share; no tests."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.storage.restore import Restored, restore
from tests.unit.test_storage_support import EVENT

AT = EVENT.at + timedelta(days=1)


async def restored(folder: Path, file: Path) -> Restored:
    return await restore(folder, file, AT, lock_timeout=0)
