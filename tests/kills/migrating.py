"""Kills a process that makes stores of today of files of version 1, at random moments, and starts it again."""

from __future__ import annotations

import asyncio
import random
import shutil
from pathlib import Path

from tests.kills.at_disk_calls import Say, killed
from tests.support.version_1 import copied, held_in, what_it_holds


def kill_in_migration(folder: Path, *, kills: int, seed: int) -> int:
    """Kill the migration so often, from the beginning each time it got through; the number of kills that fell into
    one. After each kill, a copy opens for reading and for writing, and holds all."""
    moments = random.Random(seed)  # noqa: S311 - no secret
    data, found = copied(folder / "data"), 0
    while found < kills:
        if killed(_migrate, data, moments, most_calls=60)[0]:
            found += 1
            copy = Path(shutil.copytree(data, folder / "copy"))
            for read_only in (True, False):
                assert asyncio.run(held_in(copy, read_only=read_only))[0] == what_it_holds()
            shutil.rmtree(copy)
        else:
            assert asyncio.run(held_in(data))[0] == what_it_holds()
        if moments.random() < 0.7 or (data / "questions").exists():
            shutil.rmtree(data)
            copied(data)
    return found


async def _migrate(data: Path, say: Say) -> None:
    await held_in(data)
