"""Kills a process in which people are told of what others do: each change is there with its notice, or not at all."""

from __future__ import annotations

import asyncio
import random
import shutil
from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.app.bootstrap import FORGETTING, KEPT
from bot.domain.language import Language
from bot.domain.people import Actor, Person, Role, person_from_reference
from bot.services.access import Access
from bot.services.questions.entries import Entries
from bot.services.questions.open import OpenQuestions
from bot.services.register.agreements import Agreements
from bot.services.register.documents import register_of
from bot.services.register.keeping import RegisterKeeping
from bot.services.reminders.documents import HANDOVERS
from bot.services.reminders.outbox import Outbox
from bot.storage.embedded.stores import EmbeddedStores
from tests.kills.at_disk_calls import Say, killed
from tests.kills.told import done, require_told_once
from tests.support.bot_in_memory import HELSINKI, RecordingNotifier
from tests.support.surface import on_a_line
from tests.unit.services.support import PLATFORMS

_CHANNELS = 12
_AT = datetime(2026, 11, 23, 10, tzinfo=HELSINKI)
_SECRETARY = Actor(Person("secretary", "ICT", identities=("slack:U0ICT0001",)), frozenset({Role.ICT_SECRETARY}))
_ACCESS = Access(("slack:U0ICT0001",))


def kill_while_telling(folder: Path, *, kills: int, seed: int) -> tuple[int, Counter[str]]:
    """Kill the process so often, with a new folder where all is done; the kills, and the notices by their kind.

    Each time, what was acknowledged is there, and for each thing that is there exactly one notice is.
    """
    moments = random.Random(seed)  # noqa: S311 - no secret
    found, notices, number = 0, Counter[str](), 0
    while found < kills:
        was_killed, acknowledged = killed(_work, folder / f"{number}", moments, most_calls=60)
        found += was_killed
        there, told = asyncio.run(_check(folder / f"{number}", folder / "copy"))
        assert acknowledged <= there
        if not was_killed or found == kills:
            notices += told
            shutil.rmtree(folder / f"{number}")
            number += 1
    return found, notices


class _Services:
    """The services that tell people, on the stores of a folder."""

    def __init__(self, stores: EmbeddedStores) -> None:
        from tests.kills.answering import ANSWERS  # takes seconds: only where somebody is killed

        outbox = Outbox(stores.kept, _ACCESS, on_a_line(RecordingNotifier()))
        self.keeping = RegisterKeeping(stores.kept, PLATFORMS, outbox)
        self.agreements = Agreements(stores.kept, _ACCESS, outbox)
        entries = Entries(stores.questions, ANSWERS.guideline)
        self.questions = OpenQuestions(stores.questions, stores.kept, _ACCESS, outbox, ANSWERS, entries)


async def _open(data: Path) -> EmbeddedStores:
    return await EmbeddedStores.open(data, kept=KEPT, questions=FORGETTING, lock_timeout=0)


async def _work(data: Path, say: Say) -> None:
    """Register channels, hand each over, and ask about it, from where an earlier process was stopped on."""
    stores = await _open(data)
    services = _Services(stores)
    await services.questions.resume(_AT)
    for number in range(len(register_of(await stores.kept.read()).channels), _CHANNELS):
        owner, heir = (f"slack:U0{role}{number:03}" for role in ("OWNER", "HEIR"))
        record = {"id": f"c{number}", "platform": "instagram", "name": f"Kanava {number}", "unit": "Kirjasto"}
        await services.keeping.add(_SECRETARY, {**record, "handle": f"kanava{number}", "responsible": owner}, _AT)
        say(f"registered Kanava {number}")
        by = Actor(register_of(await stores.kept.read()).person_by_reference(owner) or person_from_reference(owner))
        await services.agreements.propose_handover(by, f"c{number}", heir, "slack:U0BOSS001", _AT)
        say(f"asked Kanava {number}")
        (key,) = (key for key, one in (await stores.kept.read()).of(HANDOVERS).items() if one.channel == f"c{number}")
        await services.agreements.accept_handover(Actor(person_from_reference(heir)), key, _AT)
        say(f"accepted Kanava {number}")
        text = f"Saako kanavalla {number} kertoa säästä?"
        await services.questions.ask_secretary(Actor(replace(by.person)), text, Language.FI, _AT)
        say(f"question {text}")
    await stores.close()


async def _check(data: Path, copy: Path) -> tuple[set[str], Counter[str]]:
    """What is there, when the next start has resumed it, with one notice each; and the notices by their kind."""
    shutil.rmtree(copy, ignore_errors=True)
    if not data.exists():
        return set(), Counter()
    stores = await _open(Path(shutil.copytree(data, copy)))
    await _Services(stores).questions.resume(_AT)
    kept, forgetting = await stores.kept.read(), await stores.questions.read()
    await stores.close()
    return done(kept, forgetting), require_told_once(kept, forgetting)
