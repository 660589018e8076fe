"""Kills a process in which somebody answers *Updated*, between any two writes: neither half stays alone."""

from __future__ import annotations

import asyncio
import random
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.app.bootstrap import KEPT
from bot.domain.calendar.working_time import WorkingTime
from bot.domain.channels import Maintainer
from bot.domain.evidence import Evidence, EvidenceKind, State
from bot.domain.people import Actor, Person
from bot.domain.reminders.kept import Reminder
from bot.domain.reminders.ladder import Step
from bot.domain.reminders.plan import Item, Why
from bot.services.access import Access
from bot.services.ports import Change, Event
from bot.services.register.documents import CHANNELS, puts
from bot.services.reminders.answers import ReminderAnswers
from bot.services.reminders.documents import REMINDERS
from bot.services.reminders.outbox import Outbox
from bot.services.reminders.rounds import ReminderRounds, Rules
from bot.storage.embedded.stores import EmbeddedStores
from bot.surfaces.surface import Surfaces
from tests.bench.writing import a_channel
from tests.kills.at_disk_calls import Say, killed
from tests.support.bot_in_memory import HELSINKI

_CHANNELS = 40
_AT = datetime(2026, 11, 23, 10, tzinfo=HELSINKI)
_MAINTAINER = Person("maintainer", "A maintainer")


def kill_in_updates(folder: Path, *, kills: int, seed: int) -> tuple[int, int]:
    """Kill the process so often, with a new store where all is answered; the kills and the answers that were kept.

    Each time, what was acknowledged is there, and an answer is there with its evidence or not at all.
    """
    moments = random.Random(seed)  # noqa: S311 - no secret
    data, kills_done, kept = folder / "data", 0, 0
    asyncio.run(_fill(data))
    while kills_done < kills:
        was_killed, acknowledged = killed(_update_all, data, moments)
        kills_done += was_killed
        shutil.rmtree(folder / "copy", ignore_errors=True)
        there = asyncio.run(_answered(Path(shutil.copytree(data, folder / "copy"))))
        assert acknowledged <= there
        if len(there) == _CHANNELS:
            kept += _CHANNELS
            shutil.rmtree(data)
            asyncio.run(_fill(data))
    return kills_done, kept + len(there)


async def _update_all(data: Path, say: Say) -> None:
    stores = await EmbeddedStores.open(data, kept=KEPT, lock_timeout=0)
    store, access = stores.kept, Access()
    outbox = Outbox(store, access, Surfaces())
    answers = ReminderAnswers(store, ReminderRounds(store, access, outbox, _rules()), access, outbox)
    reminder = (await store.read()).of(REMINDERS)["reminder"]
    done = {one.channel for one in reminder.answers}
    for channel in (item.channel for item in reminder.items if item.channel not in done):
        await answers.updated(Actor(_MAINTAINER), "reminder", [channel], _AT.date(), _AT)
        say(channel)
    await stores.close()


def _rules() -> Rules:
    return Rules(WorkingTime(HELSINKI), 14)


async def _fill(data: Path) -> None:
    """A reminder of many channels, none of which is answered yet."""
    spell = _AT.date() - timedelta(days=15)
    before = (Evidence(EvidenceKind.TOLD, spell),)
    channels = [
        replace(a_channel(number), maintainers=(Maintainer(_MAINTAINER.id),), evidence=before)
        for number in range(_CHANNELS)
    ]
    items = tuple(
        Item(one.id, spell, State.UNCONFIRMED, Step.MAINTAINER, 1, _MAINTAINER.id, Why.DUE, ()) for one in channels
    )
    reminder = Change.put(REMINDERS, "reminder", Reminder(_MAINTAINER.id, _AT.date(), items))
    stores = await EmbeddedStores.open(data, kept=KEPT, lock_timeout=0)
    event = Event("x", datetime(2026, 1, 1, tzinfo=UTC), "import")
    await stores.kept.commit([*puts(channels, [_MAINTAINER]), reminder], 0, event)
    await stores.close()


async def _answered(data: Path) -> set[str]:
    """The channels whose answer is kept, which are those whose evidence is, and those that history tells of."""
    stores = await EmbeddedStores.open(data, kept=KEPT, lock_timeout=0)
    state, history = await stores.kept.read(), await stores.kept.history()
    await stores.close()
    answered = {one.channel for one in state.of(REMINDERS)["reminder"].answers}
    updated = {
        key
        for key, channel in state.of(CHANNELS).items()
        if any(one.on == _AT.date() and one.kind is EvidenceKind.TOLD for one in channel.evidence)
    }
    assert answered == updated, "one half of an answer is kept without the other"
    assert {key for entry in history if entry.event.what == "updated" for key in entry.after} == updated
    return answered
