"""Kills a process that makes stores of today of files of version 1, at random moments, and starts it again."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import random
import shutil
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from tests.support.version_1 import copied, held_in, what_it_holds

_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["tests.kills.migrating"])
_PAUSE_SECONDS = 0.0005


def kill_in_migration(folder: Path, *, kills: int, seed: int) -> int:
    """Kill the migration so often, from the beginning each time it got through; the number of kills that fell into
    one. After each kill, a copy opens for reading and for writing, and holds all."""
    moments = random.Random(seed)  # noqa: S311 - no secret
    data, found = copied(folder / "data"), 0
    while found < kills:
        if _killed(data, moments):
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


def _killed(data: Path, moments: random.Random) -> bool:
    """Start the migration and kill it after some of its calls to the disk; False where it was done before."""
    receiving, sending = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=_migrate, args=(data, sending))
    process.start()
    sending.close()
    calls = moments.randint(1, 60)
    try:
        for _ in range(calls):
            receiving.recv()
        time.sleep(moments.uniform(0, 2 * _PAUSE_SECONDS))
    except EOFError:
        pass
    process.kill()
    process.join()
    was_killed = process.exitcode != 0
    process.close()
    receiving.close()
    return was_killed


def _migrate(data: Path, calls: Connection) -> None:
    def told(real: Any) -> Any:
        def call(*arguments: Any, **more: Any) -> Any:
            calls.send(0)
            time.sleep(_PAUSE_SECONDS)
            return real(*arguments, **more)

        return call

    for name in ("open", "write", "fsync", "replace", "rename", "unlink", "rmdir", "mkdir"):
        setattr(os, name, told(getattr(os, name)))
    asyncio.run(held_in(data))
