"""What has waited for Slack goes on without holding up everybody else."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest

from bot.conversation.exchange import Incoming, Outcome, Said
from bot.domain.language import Language
from bot.domain.people import Standing
from bot.messages.parts import say
from bot.services.claims import MemoryClaims
from bot.services.interruptions import Interruptions
from bot.services.register.people import People
from bot.storage.memory import MemoryStore
from bot.surfaces.background import Background
from bot.surfaces.slack.conversing import Conversing
from bot.surfaces.slack.directory import Directory, Profile
from bot.surfaces.slack.roster import Roster
from tests.support.bot_in_memory import NOON
from tests.unit.services.support import NobodyHome


class SlowDirectory(Directory):
    """Tells who anybody is when it is told to, all at once."""

    def __init__(self) -> None:
        self.answers = asyncio.Event()
        self.known: frozenset[str] = frozenset()

    def kept(self, user_id: str, at: object) -> Profile | None:
        return Profile(user_id, standing=Standing.STAFF) if user_id in self.known else None

    async def profile(self, user_id: str, at: object) -> Profile:
        await self.answers.wait()
        return Profile(user_id, standing=Standing.STAFF)


class Turns:
    """Counts how many are replied to in each turn of the event loop."""

    def __init__(self) -> None:
        self.turn = 0
        self.replied: Counter[int] = Counter()

    async def handle(self, incoming: Incoming) -> Outcome:
        self.replied[self.turn] += 1
        return Outcome(say(Language.FI, "failure", reference="x"))

    async def count(self) -> None:
        while True:
            await asyncio.sleep(0)
            self.turn += 1


@pytest.fixture
async def turns() -> Turns:
    return Turns()


def conversing(turns: Turns, directory: Directory) -> Conversing:
    people = People(MemoryStore())
    waiting = Interruptions(MemoryStore(), MemoryStore(), NobodyHome())
    roster = Roster(directory, people, None, None, None)  # type: ignore[arg-type]  # nobody is new, and nobody leaves
    return Conversing(
        handle=turns.handle,
        directory=directory,
        people=people,
        roster=roster,
        background=Background(waiting, MemoryClaims(), grace=1),
    )


async def test_hundreds_whom_a_slow_slack_tells_of_at_once_go_on_some_at_a_time(turns: Turns) -> None:
    directory = SlowDirectory()
    surface = conversing(turns, directory)
    waiting = [asyncio.create_task(surface.outcome(f"U{n}", Said("apua"), NOON)) for n in range(300)]
    counting = asyncio.create_task(turns.count())
    await asyncio.sleep(0)
    directory.answers.set()
    await asyncio.gather(*waiting)
    counting.cancel()
    assert turns.replied.total() == 300
    assert max(turns.replied.values()) <= 8


async def test_whoever_is_known_does_not_wait_for_those_who_are_not(turns: Turns) -> None:
    directory = SlowDirectory()
    directory.known = frozenset({"UKNOWN"})
    surface = conversing(turns, directory)
    waiting = [asyncio.create_task(surface.outcome(f"U{n}", Said("apua"), NOON)) for n in range(300)]
    await asyncio.sleep(0)
    await surface.outcome("UKNOWN", Said("apua"), NOON)
    assert turns.replied.total() == 1
    for task in waiting:
        task.cancel()
