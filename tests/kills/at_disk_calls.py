"""Kills a process at its calls to the disk, so that a kill falls between any two writes, however busy the machine."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import time
from collections.abc import Awaitable, Callable
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bot.storage.embedded import checkpoints
from tests.kills.forking import PROCESSES

_CALLS = ("open", "write", "fsync", "replace", "ftruncate", "rename", "unlink", "rmdir", "mkdir")
_PAUSE_SECONDS = 0.0005

Say = Callable[[str], None]
"""Acknowledges something, in a word."""
Work = Callable[[Path, Say], Awaitable[None]]
"""What the process does with the folder; a function of a module."""


def killed(work: Work, data: Path, moments: random.Random, *, most_calls: int = 40) -> tuple[bool, set[str]]:
    """Start a process that does ``work`` and is killed right before or after one of its first calls to the disk:
    whether it was not done before, and what it has acknowledged."""
    receiving, sending = PROCESSES.Pipe(duplex=False)
    when = moments.randint(1, most_calls), moments.random() < 1 / 2
    process = PROCESSES.Process(target=_work_until_killed, args=(work, data, sending, *when))
    process.start()
    sending.close()
    acknowledged = set[str]()
    try:
        while True:
            acknowledged.add(receiving.recv())
    except EOFError:
        process.join()
    assert process.exitcode in (0, -signal.SIGKILL), "the work failed, or the store did not open"
    return process.exitcode != 0, acknowledged


def _work_until_killed(work: Work, data: Path, say: Connection, last: int, comes_to_it: bool) -> None:
    numbers = count(1)

    def counted(real: Any) -> Any:
        def call(*arguments: Any, **more: Any) -> Any:
            number = next(numbers)
            if number < last or comes_to_it:
                time.sleep(_PAUSE_SECONDS)
                done = real(*arguments, **more)
            if number >= last:
                os.kill(os.getpid(), signal.SIGKILL)
            return done

        return call

    for name in _CALLS:
        setattr(os, name, counted(getattr(os, name)))
    checkpoints.PATIENCE = 0.01  # type: ignore[misc]  # so that checkpoints fall in between
    asyncio.run(_done(work, data, say))


async def _done(work: Work, data: Path, say: Connection) -> None:
    await work(data, say.send)
