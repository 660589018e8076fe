"""Kills a process that goes rounds and delivers, at random moments, and counts what has arrived."""

from __future__ import annotations

import asyncio
import random
import signal
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.app.bootstrap import KEPT
from bot.domain.calendar.working_time import WorkingTime
from bot.domain.channels import Maintainer
from bot.domain.evidence import Evidence, EvidenceKind
from bot.domain.people import Person
from bot.services.ports import Event
from bot.services.reminders.documents import REMINDERS
from bot.services.reminders.entries import OUTBOX, Stage
from bot.services.reminders.reporting import is_report
from bot.storage.embedded.stores import EmbeddedStores
from tests.bench.writing import a_channel
from tests.kills.delivering_process import ARRIVED, deliver_until_killed
from tests.kills.forking import PROCESSES
from tests.support.bot_in_memory import HELSINKI
from tests.support.registers import put_in

_CHANNELS = 200
_FIRST = date(2026, 11, 23)


def kill_in_delivery(folder: Path, *, kills: int, seed: int) -> tuple[int, int]:
    """Kill the process so often, let it finish, and check what has arrived. Gives the notices that arrived, and those
    of which the store says that nobody knows."""
    dice = random.Random(seed)  # noqa: S311 - a test, no secret
    asyncio.run(_fill(folder))
    working, day = WorkingTime(HELSINKI), _FIRST
    while kills:
        was_killed = _killed(folder, working.moment(day, working.remind_at), dice)
        kills -= was_killed
        if not was_killed or dice.random() < 0.2:
            day = working.next_working_day(day + timedelta(days=1))
    _finish(folder, working.moment(day, working.remind_at))
    return asyncio.run(_check(folder))


def _killed(folder: Path, at: datetime, dice: random.Random) -> bool:
    """Start the process and kill it when some more notices have arrived; False where it was done before."""
    file = folder / ARRIVED
    goal = (file.stat().st_size if file.exists() else 0) + dice.randrange(1, 600)
    process = PROCESSES.Process(target=deliver_until_killed, args=(folder, at))
    process.start()
    while process.is_alive() and (file.stat().st_size if file.exists() else 0) < goal:
        time.sleep(0.0005)  # looks at the file again, nothing is timed
    time.sleep(dice.random() * 0.005)  # so that the kill falls anywhere between two notices
    process.kill()
    process.join()
    return process.exitcode == -signal.SIGKILL


def _finish(folder: Path, at: datetime) -> None:
    process = PROCESSES.Process(target=deliver_until_killed, args=(folder, at))
    process.start()
    process.join()
    assert process.exitcode == 0


async def _check(folder: Path) -> tuple[int, int]:
    """Nothing that was claimed is left out, and nothing came twice; what nobody knows of is told apart."""
    stores = await EmbeddedStores.open(folder, kept=KEPT, read_only=True)
    documents = await stores.kept.read()
    await stores.close()
    arrived = Counter((folder / ARRIVED).read_text(encoding="utf-8").splitlines())
    assert max(arrived.values()) == 1, "twice"
    # Beside them may be the report on what nobody knows of, which is no reminder.
    kept = documents.of(OUTBOX).items()
    entries = {key.removeprefix("nudge/"): entry for key, entry in kept if not is_report(entry)}
    assert set(documents.of(REMINDERS)) == set(entries)
    stages = {key: entry.stage for key, entry in entries.items()}
    delivered = {key for key, stage in stages.items() if stage is Stage.DELIVERED}
    uncertain = {key for key, stage in stages.items() if stage is Stage.UNCERTAIN}
    assert delivered | uncertain == set(stages), "left out"
    assert delivered <= set(arrived) <= delivered | uncertain
    return len(arrived), len(uncertain)


async def _fill(folder: Path) -> None:
    told = (Evidence(EvidenceKind.TOLD, _FIRST - timedelta(days=15)),)
    channels = tuple(
        replace(a_channel(n), maintainers=(Maintainer(f"a-{n}"), Maintainer(f"b-{n}")), evidence=told)
        for n in range(_CHANNELS)
    )
    people = tuple(Person(f"{who}-{n}", f"{who} {n}") for who in ("a", "b", "person") for n in range(_CHANNELS))
    stores = await EmbeddedStores.open(folder, kept=KEPT)
    await put_in(stores.kept, Event("x", datetime(2026, 1, 1, tzinfo=UTC), "import"), channels, people)
    await stores.close()
