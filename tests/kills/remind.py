"""Kills ``remind`` while it brings reminders to a Slack that counts, and reads off its log what nobody knows of."""

from __future__ import annotations

import asyncio
import json
import random
import shutil
import signal
from asyncio.subprocess import DEVNULL
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from bot.app.bootstrap import KEPT
from bot.domain.channels import Maintainer
from bot.domain.evidence import Evidence, EvidenceKind
from bot.domain.people import Person
from bot.domain.reminders.notice import ReminderNotice
from bot.services.ports import Event
from bot.services.reminders.documents import REMINDERS
from bot.services.reminders.entries import OUTBOX, OutboxEntry, Stage, log_reference
from bot.storage.embedded.stores import EmbeddedStores
from tests.bench.writing import a_channel
from tests.fake_slack.calling import PATIENCE
from tests.fake_slack.server import fake_slack
from tests.fake_slack.serving import BOT_COMMAND, slack_environment
from tests.fake_slack.workspace import User
from tests.kills.at_slack_calls import Kill
from tests.support.registers import put_in

PEOPLE: Final = 20
AT: Final = "2026-12-01T09:00"
"""A Tuesday, on which everybody's channel has been quiet for too long, and nobody is asked to confirm anything."""
_QUIET_SINCE: Final = date(2026, 11, 16)
_MOST_BEFORE_A_KILL: Final = 6
OPEN: Final = "A stop left open whether a notice arrived: it counts as sent"
"""What the log says of a notice of which nobody knows."""


_REPORT = "perillemenosta ei ole varmuutta"
"""What the ICT secretary reads of such notices."""


@dataclass
class Tally:
    """How often ``remind`` was killed and at which point, what has arrived, and what nobody knows of."""

    kills: Counter[str] = field(default_factory=Counter)
    arrived: int = 0
    uncertain: int = 0
    lost: int = 0
    """Of those that nobody knows of, those that have not arrived."""


async def kill_remind(folder: Path, *, kills: int, seed: int) -> Tally:
    """Kill ``remind`` so often, over as many mornings as that takes; let each morning end, and check what arrived."""
    dice, tally = random.Random(seed), Tally()  # noqa: S311 - a test, no secret
    await _fill(folder / "morning")
    morning = 0
    while tally.kills.total() < kills:
        morning += 1
        await _go_through(folder, folder / str(morning), kills - tally.kills.total(), dice, tally)
    return tally


async def _go_through(template: Path, folder: Path, kills: int, dice: random.Random, tally: Tally) -> None:
    """One morning: ``remind`` is run again after each kill, at most ``kills`` of them, until it ends by itself."""
    shutil.copytree(template / "morning", folder / "data")
    async with fake_slack() as slack:
        slack.workspace.add(*(User(_user(n), f"Ylläpitäjä {n}") for n in range(PEOPLE)))
        killed = risky = 0
        while True:
            kill = Kill.at_random(dice)
            method = dice.choice(("users.info", "chat.postMessage"))
            slack.behave()
            if killed < kills:
                slack.misbehave(method, kill, times=1, after=dice.randrange(_MOST_BEFORE_A_KILL))
            with (folder / "log").open("ab") as log:
                kill.process = await asyncio.create_subprocess_exec(
                    *BOT_COMMAND,
                    "remind",
                    "--at",
                    AT,
                    cwd=folder,
                    env=slack_environment(folder, slack, SOME_DAYS_OFF="", LOG_LEVEL="INFO"),
                    stdout=DEVNULL,
                    stderr=log,
                )
            async with asyncio.timeout(PATIENCE):
                code = await kill.process.wait()
            if code != -signal.SIGKILL:
                assert code == 0, (folder / "log").read_text(encoding="utf-8")
                break
            killed += 1
            # Who is still being looked up has certainly got nothing.
            risky += method == "chat.postMessage" or kill.point == "after"
            tally.kills[f"{method} {kill.point}"] += 1
        assert slack.problems == []
        reports = [shown for shown in slack.workspace.shown if _REPORT in shown.text]
        assert len(reports) <= 1, "the ICT secretary is told of all that is not known in one notice a day"
        posted = Counter(shown.place for shown in slack.workspace.shown if shown not in reports)
    await _check(folder, posted, risky, tally)


async def _check(folder: Path, posted: Counter[str], risky: int, tally: Tally) -> None:
    """Everybody who was due has got one message, but for those of whom the store and the log say that nobody knows:
    at most one for each kill that fell while a message may have been on its way."""
    stores = await EmbeddedStores.open(folder / "data", kept=KEPT, read_only=True)
    documents = await stores.kept.read()
    await stores.close()
    everything = documents.of(OUTBOX)
    entries = {key: entry for key, entry in everything.items() if isinstance(entry.notice, ReminderNotice)}
    assert {f"nudge/{key}" for key in documents.of(REMINDERS)} == entries.keys()
    due = {_place(entry) for entry in entries.values()}
    assert {f"D{_user(n)[1:]}" for n in range(PEOPLE)} <= due, "not everybody was due"
    assert {entry.stage for entry in entries.values()} <= {Stage.DELIVERED, Stage.UNCERTAIN}, "left out"
    uncertain = {key: _place(entry) for key, entry in entries.items() if entry.stage is Stage.UNCERTAIN}
    assert max(posted.values()) == 1, "twice"
    assert due - set(uncertain.values()) <= posted.keys() <= due
    assert len(uncertain) <= risky, "more than the one in flight at each kill"
    lines = [json.loads(line) for line in (folder / "log").read_text(encoding="utf-8").splitlines()]
    told = [line["notice"] for line in lines if line["message"] == OPEN]
    left_open = [key for key, entry in everything.items() if entry.stage is Stage.UNCERTAIN]
    assert sorted(told) == sorted(log_reference(key) for key in left_open), "the log does not tell them apart"
    tally.arrived += posted.total()
    tally.uncertain += len(uncertain)
    tally.lost += len(due - posted.keys())


def _user(number: int) -> str:
    return f"U0KEEP{number:03}"


def _place(entry: OutboxEntry) -> str:
    """The bot's direct message with the person whom the entry is for."""
    (identity,) = entry.person.identities
    return f"D{identity.removeprefix('slack:')[1:]}"


async def _fill(folder: Path) -> None:
    told = (Evidence(EvidenceKind.TOLD, _QUIET_SINCE),)
    channels = tuple(
        replace(a_channel(n), maintainers=(Maintainer(f"keeper-{n}"),), evidence=told) for n in range(PEOPLE)
    )
    keepers = [Person(f"keeper-{n}", f"Ylläpitäjä {n}", identities=(f"slack:{_user(n)}",)) for n in range(PEOPLE)]
    superiors = [Person(f"person-{n}", f"Vastuuhenkilö {n}") for n in range(PEOPLE)]
    stores = await EmbeddedStores.open(folder, kept=KEPT)
    event = Event("x", datetime(2026, 1, 1, tzinfo=UTC), "import")
    await put_in(stores.kept, event, channels, (*keepers, *superiors))
    await stores.close()
