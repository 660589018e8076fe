"""What comes from Slack, and what never does, is told where an operator looks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.errors import StoreError
from bot.services.heard import Heard, LastHeard, heard_in
from bot.services.ports import Change, Event, State
from bot.storage.memory import MemoryStore
from bot.surfaces.slack.arrivals import COMMANDS, EVENTS, OTHER, PRESSES, STARTED, Arrivals
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.serving import import_register, run, serving
from tests.support.bot_in_memory import NOON, REGISTER, StoppedClock

pytestmark = pytest.mark.asyncio(loop_scope="module")

STAFF = "U0STAFF01"
TODAY = NOON.date()


class RefusingStore(MemoryStore):
    """A disk that is full, until it is not."""

    refuses = True

    async def commit(self, changes: Sequence[Change], expected_version: int, event: Event | None = None) -> State:
        if self.refuses:
            raise StoreError("the disk is full")
        return await super().commit(changes, expected_version, event)


async def nothing_more() -> None:
    """Nobody listens further on."""


async def test_doctor_says_what_came_and_where_to_look_for_what_never_did(slack: FakeSlack, tmp_path: Path) -> None:
    data = import_register(tmp_path / "imported", REGISTER)
    _, first, _ = await run(tmp_path, slack, "doctor")
    assert "ever come" not in first, "the bot has never listened yet"
    async with serving(tmp_path, slack, data=data) as bot:
        assert await bot.stop() == 0
    _, before, _ = await run(tmp_path, slack, "doctor")
    for kind, where in ((COMMANDS, "Slash Commands"), (EVENTS, "Event Subscriptions"), (PRESSES, "Interactivity")):
        (line,) = (line for line in before.splitlines() if f"Slack's {kind}" in line)
        assert line.startswith("warning")
        assert where in line
    async with serving(tmp_path, slack) as bot:
        somebody = bot.somebody(STAFF)
        reply = await somebody.ask("kuka hoitaa facebookia")
        await somebody.press(reply, "Näytä")
        await somebody.reads()
        assert await bot.stop() == 0
    _, after, _ = await run(tmp_path, slack, "doctor")
    assert "ok: Slack's commands" in after
    assert "ok: Slack's presses" in after
    assert "warning: Slack's events: none has ever come" in after


async def test_a_command_of_another_name_gets_a_word_and_doctor_tells_of_it_until_it_is_right(
    slack: FakeSlack, tmp_path: Path
) -> None:
    data = import_register(tmp_path / "imported", REGISTER)
    async with serving(tmp_path, slack, data=data) as bot:
        somebody = bot.somebody(STAFF)
        await somebody.command("apua", name="/somebot")
        word = (await somebody.reads()).words
        assert "/somebot" in word
        assert "/some," in word
        assert await bot.stop() == 0
        assert "of another name" in bot.log
    _, told, _ = await run(tmp_path, slack, "doctor")
    assert "error: SOME_COMMAND: is /some, and the command that came" in told
    assert "Slack's commands" not in told


async def test_readyz_says_what_never_came_an_hour_after_the_start_and_no_sooner() -> None:
    clock, store = StoppedClock(), MemoryStore()
    arrivals = Arrivals(Heard(store, "slack:"), clock, "/some", Language.FI)
    await arrivals.load()
    await arrivals.note({"command": "/some"}, nothing_more)
    await arrivals.note({"type": "event_callback"}, nothing_more)
    assert list(arrivals.limits()) == []
    clock.at += timedelta(hours=1)
    (limit,) = arrivals.limits()
    assert "Interactivity & Shortcuts" in limit
    await arrivals.note({"type": "block_actions"}, nothing_more)
    assert list(arrivals.limits()) == []
    kinds = (STARTED, COMMANDS, EVENTS, PRESSES)
    assert heard_in(await store.read(), "slack:") == {one: LastHeard(TODAY) for one in kinds}
    again = Arrivals(Heard(store, "slack:"), clock, "/some", Language.FI)
    await again.load()
    clock.at += timedelta(hours=1)
    assert list(again.limits()) == [], "a start does not forget what came before it"


async def test_each_kind_is_written_once_a_day_and_another_command_counts_until_the_right_one_comes() -> None:
    clock, store = StoppedClock(), MemoryStore()
    arrivals = Arrivals(Heard(store, "slack:"), clock, "/some", Language.FI)
    for _ in range(3):
        await arrivals.note({"command": "/other"}, nothing_more)
    assert (await store.read()).version == 1
    assert heard_in(await store.read(), "slack:") == {OTHER: LastHeard(TODAY, "/other")}
    (limit,) = arrivals.limits()
    assert "/other" in limit
    corrected = Arrivals(Heard(store, "slack:"), clock, "/other", Language.FI)
    await corrected.load()
    assert list(corrected.limits()) == [], "the setting was made the same"
    await arrivals.note({"command": "/some"}, nothing_more)
    assert list(arrivals.limits()) == []


async def test_what_could_not_be_written_is_written_when_the_next_of_its_kind_comes() -> None:
    store = RefusingStore()
    arrivals = Arrivals(Heard(store, "slack:"), StoppedClock(), "/some", Language.FI)
    await arrivals.note({"command": "/some"}, nothing_more)
    store.refuses = False
    await arrivals.note({"command": "/some"}, nothing_more)
    assert heard_in(await store.read(), "slack:") == {COMMANDS: LastHeard(TODAY)}
