"""Kills a process that erases somebody, at random moments: all of it is done, or nothing."""

from __future__ import annotations

import asyncio
import random
import shutil
from datetime import UTC, datetime
from pathlib import Path

from bot.app.bootstrap import KEPT
from bot.domain.people import Person
from bot.services.access import Access
from bot.services.privacy.erasing import Erasing
from bot.services.questions.documents import COLLECTIONS as QUESTIONS
from bot.storage.embedded.stores import EmbeddedStores
from bot.storage.embedded.whole import check
from tests.kills.at_disk_calls import Say, killed
from tests.support.traces import traces
from tests.support.version_1 import copied, held_in
from tests.unit.storage.support import kept_files

LEAVER = Person("slack-u0youth01", "Nuorisopalvelujen vastaava", identities=("slack:U0YOUTH01",))
NOW = datetime(2027, 1, 4, 12, tzinfo=UTC)
_KEEPERS = ('"responsible":"slack-u0youth01"', '"person":"slack-u0youth01"')


def kill_in_erasing(folder: Path, *, kills: int, seed: int) -> tuple[int, int]:
    """Kill so often while somebody is erased; how often nothing had changed, and how often all was done."""
    moments = random.Random(seed)  # noqa: S311 - no secret
    beginning = _beginning(folder)
    nothing = done = 0
    while nothing + done < kills:
        data = Path(shutil.copytree(beginning, folder / "data"))
        if killed(_erase, data, moments, most_calls=90)[0]:
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
            names = {name.partition("/")[0] for name in kept_files(data)} - {"next.building"}
            assert names == {name.partition("/")[0] for name in kept_files(beginning)}
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


async def _erase(data: Path, say: Say) -> None:
    stores = await EmbeddedStores.open(data, kept=KEPT, questions=QUESTIONS, lock_timeout=0)
    await Erasing(Access(), stores.rewrite).erase([LEAVER], NOW)
    await stores.close()
