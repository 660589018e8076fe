"""Kills a process in which channels go from a wish to the register: no half step, and nobody asked twice."""

from __future__ import annotations

import asyncio
import random
import shutil
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.app.bootstrap import FORGETTING, KEPT
from bot.domain.channels import Status
from bot.domain.decisions import Move
from bot.domain.people import Actor, Role, person_from_reference
from bot.services.access import Access
from bot.services.decisions.cases import PROPOSALS, Cases, CaseWaits
from bot.services.decisions.decisions import Decisions, Verdict
from bot.services.ports import State
from bot.services.register.documents import register_of
from bot.services.register.keeping import RegisterKeeping
from bot.services.reminders.entries import OUTBOX
from bot.services.reminders.outbox import Outbox
from bot.storage.embedded.stores import EmbeddedStores
from tests.kills.at_disk_calls import Say, killed
from tests.support.bot_in_memory import HELSINKI, RecordingNotifier
from tests.support.surface import on_a_line
from tests.unit.services.support import PLATFORMS

_WISHES: Final = 8
_AT: Final = datetime(2026, 11, 23, 10, tzinfo=HELSINKI)
_ACCESS: Final = Access(("slack:U0ICT0001",), ("slack:U0BOSS001", "slack:U0BOSS002"))
_PROPOSER: Final = Actor(person_from_reference("slack:U0STAFF01"))
_SUPERIOR: Final = Actor(person_from_reference("slack:U0HEAD001"))
_BOSS: Final = Actor(person_from_reference("slack:U0BOSS001"), frozenset({Role.DECIDER}))
_SECRETARY: Final = Actor(person_from_reference("slack:U0ICT0001"), frozenset({Role.ICT_SECRETARY}))
_TOLD: Final = {Move.PROPOSED: 3, Move.AUTHORISED: 3, Move.DECIDED: 4, Move.ENTERED: 1}
"""How many people are told of each step: those whose turn it is, and those whom it concerns."""


def kill_while_deciding(folder: Path, *, kills: int, seed: int) -> tuple[int, Counter[Move]]:
    """Kill the process so often, with a new folder where all is done; the kills, and how far proposals had come then.

    Each time, what was acknowledged is there, and each step has its notices, once.
    """
    moments = random.Random(seed)  # noqa: S311 - no secret
    found, reached, number = 0, Counter[Move](), 0
    while found < kills:
        data = folder / f"{number}"
        was_killed, acknowledged = killed(_work, data, moments, most_calls=60)
        found += was_killed
        there = asyncio.run(_check(data, folder / "copy"))
        assert acknowledged <= there.keys()
        reached.update(there.values())
        if not was_killed:
            shutil.rmtree(data)
            number += 1
    return found, reached


async def _open(data: Path) -> EmbeddedStores:
    return await EmbeddedStores.open(data, kept=KEPT, questions=FORGETTING, lock_timeout=0)


async def _work(data: Path, say: Say) -> None:
    """Take each wish to the register, from where an earlier process was stopped on; who has heard nothing of what they
    did does it again."""
    stores = await _open(data)
    outbox = Outbox(stores.kept, _ACCESS, on_a_line(RecordingNotifier()))
    keeping = RegisterKeeping(stores.kept, PLATFORMS, outbox)
    decisions = Decisions(stores.kept, _ACCESS, outbox, keeping, Cases(PLATFORMS))
    for number in range(_WISHES):
        name = f"Kanava {number}"
        if name in {channel.name for channel in register_of(await stores.kept.read()).channels.values()}:
            continue
        key = (await decisions.propose(_PROPOSER, _wish(name), _AT)).case.id
        say(f"{Move.PROPOSED} {name}")
        if await _status(stores, key) is Status.PROPOSED:
            await decisions.authorise(_SUPERIOR, key, "", _AT)
        say(f"{Move.AUTHORISED} {name}")
        if await _status(stores, key) is Status.AUTHORISED:
            await decisions.decide(_BOSS, key, Verdict(_AT.date(), f"{number}/2026", "slack:U0KEEP001"), _AT)
        say(f"{Move.DECIDED} {name}")
        await decisions.enter(_SECRETARY, key, {"handle": f"kanava{number}"}, _AT)
        say(f"{Move.ENTERED} {name}")
    await stores.close()


def _wish(name: str) -> dict[str, str]:
    return {
        "platform": "instagram",
        "name": name,
        "unit": f"Yksikkö {name}",
        "purpose": "Kertoa työstä",
        "audience": "kuntalaiset",
        "maintainers": "slack:U0KEEP001",
        "weekly_hours": "2",
        "superior": "slack:U0HEAD001",
    }


async def _status(stores: EmbeddedStores, key: str) -> Status:
    return (await stores.kept.read()).of(PROPOSALS)[key].channel.status


async def _check(data: Path, copy: Path) -> dict[str, Move]:
    """See that each step that is there is whole; how far each proposal has come, by each step that it has taken."""
    shutil.rmtree(copy, ignore_errors=True)
    if not data.exists():
        return {}
    stores = await _open(Path(shutil.copytree(data, copy)))
    state = await stores.kept.read()
    await stores.close()
    require_whole(state)
    return {
        f"{step.what} {one.channel.name}": one.last.what for one in state.of(PROPOSALS).values() for step in one.steps
    }


def require_whole(state: State) -> None:
    """See that each step has its notices and each channel its proposal, and that nobody was asked twice."""
    proposals, channels = state.of(PROPOSALS), register_of(state).channels.values()
    entries = [(key, entry) for key, entry in state.of(OUTBOX).items() if key.startswith("proposal/")]
    told = Counter(tuple(key.split("/")[1:3]) for key, _ in entries)
    steps = {(key, f"{n}"): step.what for key, one in proposals.items() for n, step in enumerate(one.steps, start=1)}
    assert told == {place: _TOLD[what] for place, what in steps.items()}, "a step without its notices, or with others"
    asked = Counter(
        (entry.notice.case.id, entry.notice.waits_for, entry.person.id)
        for _, entry in entries
        if isinstance(entry.notice, CaseWaits)
    )
    assert set(asked.values()) <= {1}, "somebody was asked twice"
    entered = {one.channel.name for one in proposals.values() if one.last.what is Move.ENTERED}
    assert entered == {channel.name for channel in channels}, "a channel without its proposal's end, or the other way"
    assert all(channel.decision.record for channel in channels)
