"""Kills a process at its calls to the disk, so that a kill falls between any two writes."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import random
import signal
import time
from collections.abc import Awaitable, Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bot.storage.embedded import checkpoints

_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(
    [f"tests.kills.{name}" for name in ("telling", "updating", "erasing", "migrating", "deciding")]
)
_CALLS = ("open", "write", "fsync", "replace", "ftruncate", "rename", "unlink", "rmdir", "mkdir")
_PAUSE_SECONDS = 0.0005

Say = Callable[[str], None]
"""Acknowledges something, in a word."""
Work = Callable[[Path, Say], Awaitable[None]]
"""What the process does with the folder; a function of a module."""


def killed(work: Work, data: Path, moments: random.Random, *, most_calls: int = 40) -> tuple[bool, set[str]]:
    """Start a process that does ``work``, and kill it after some of its calls to the disk: whether it was not done
    before, and what it has acknowledged."""
    receiving, sending = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=_work_until_killed, args=(work, data, sending))
    process.start()
    sending.close()
    calls, seen, acknowledged = moments.randint(1, most_calls), 0, set[str]()
    try:
        while seen < calls:
            told = receiving.recv()
            seen += told == ""
            acknowledged |= {told} - {""}
        time.sleep(moments.uniform(0, 2 * _PAUSE_SECONDS))
        process.kill()
        while True:
            acknowledged |= {receiving.recv()} - {""}
    except EOFError:
        process.join()
    assert process.exitcode in (0, -signal.SIGKILL), "the work failed, or the store did not open"
    return process.exitcode != 0, acknowledged


def _work_until_killed(work: Work, data: Path, say: Connection) -> None:
    def told(real: Any) -> Any:
        def call(*arguments: Any, **more: Any) -> Any:
            say.send("")
            time.sleep(_PAUSE_SECONDS)
            return real(*arguments, **more)

        return call

    for name in _CALLS:
        setattr(os, name, told(getattr(os, name)))
    checkpoints.PATIENCE = 0.01  # type: ignore[misc]  # so that checkpoints fall in between
    asyncio.run(_done(work, data, say))


async def _done(work: Work, data: Path, say: Connection) -> None:
    await work(data, say.send)
