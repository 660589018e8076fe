"""Kills a process that erases somebody, at random moments: all of it is done, or nothing."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import random
import shutil
import time
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bot.app.bootstrap import KEPT
from bot.domain.people import Person
from bot.services.access import Access
from bot.services.privacy.erasing import Erasing
from bot.services.questions.documents import COLLECTIONS as QUESTIONS
from bot.storage.embedded.stores import EmbeddedStores
from bot.storage.embedded.whole import check
from tests.support.traces import traces
from tests.support.version_1 import copied, held_in
from tests.unit.storage.support import kept_files

LEAVER = Person("slack-u0youth01", "Nuorisopalvelujen vastaava", identities=("slack:U0YOUTH01",))
NOW = datetime(2027, 1, 4, 12, tzinfo=UTC)
_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["tests.kills.erasing"])
_PAUSE_SECONDS = 0.0005
_KEEPERS = ('"responsible":"slack-u0youth01"', '"person":"slack-u0youth01"')


def kill_in_erasing(folder: Path, *, kills: int, seed: int) -> tuple[int, int]:
    """Kill so often while somebody is erased; how often nothing had changed, and how often all was done."""
    moments = random.Random(seed)  # noqa: S311 - no secret
    beginning = _beginning(folder)
    nothing = done = 0
    while nothing + done < kills:
        data = Path(shutil.copytree(beginning, folder / "data"))
        if _killed(data, moments):
            readable = asyncio.run(held_in(data, read_only=True))
            held = asyncio.run(held_in(data))
            assert readable == held, "who reads beside a killed writer sees what the next one does"
            check(data / "kept")
            if LEAVER.id in str(held):
                assert held == asyncio.run(held_in(beginning, read_only=True))
                nothing += 1
            else:
                assert traces(data, LEAVER) == []
                done += 1
            assert {name.partition("/")[0] for name in kept_files(data)} <= {"kept", "questions", "next.building"}
        shutil.rmtree(data)
    return nothing, done


def _beginning(folder: Path) -> Path:
    """Stores of today in which nothing stands against erasing the leaver."""
    old = copied(folder / "old")
    for file in old.rglob("*.json*"):
        text = file.read_text("utf-8")
        for keeper in _KEEPERS:
            text = text.replace(keeper, keeper.replace("slack-u0youth01", "slack-u0youth02"))
        file.write_text(text, "utf-8")
    asyncio.run(held_in(old))
    shutil.rmtree(old / "version-1")
    return old


def _killed(data: Path, moments: random.Random) -> bool:
    """Start to erase and kill after some of the calls to the disk; False where it was done before."""
    receiving, sending = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=_erase, args=(data, sending))
    process.start()
    sending.close()
    calls = moments.randint(1, 90)
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


def _erase(data: Path, calls: Connection) -> None:
    def told(real: Any) -> Any:
        def call(*arguments: Any, **more: Any) -> Any:
            calls.send(0)
            time.sleep(_PAUSE_SECONDS)
            return real(*arguments, **more)

        return call

    for name in ("open", "write", "fsync", "replace", "rename", "unlink", "rmdir", "mkdir"):
        setattr(os, name, told(getattr(os, name)))
    asyncio.run(_erased(data))


async def _erased(data: Path) -> None:
    stores = await EmbeddedStores.open(data, kept=KEPT, questions=QUESTIONS, lock_timeout=0)
    await Erasing(Access(), stores.rewrite).erase([LEAVER], NOW)
    await stores.close()
