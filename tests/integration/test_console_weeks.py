"""Weeks pass at the console: what is due on the way arrives at its time, and is answered in the inbox."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app.sandbox import build_sandbox
from bot.conversation.actions import encode
from bot.conversation.exchange import Submitted
from bot.messages.model import Message, presses
from bot.messages.plain_text import plain_text
from bot.settings import Settings
from bot.surfaces.console.console import LATEST, Console
from bot.surfaces.console.sessions import Session
from bot.surfaces.console.surface import ConsoleSurface
from bot.surfaces.console.transcript import Filling, Reply, TranscriptEntry

WEEK = timedelta(weeks=1)


@pytest.fixture
async def console(tmp_path: Path) -> AsyncIterator[Console]:
    async with build_sandbox(Settings(data_dir=tmp_path)) as application:
        (surface,) = application.surfaces
        assert isinstance(surface, ConsoleSurface)
        yield surface.console


def session(console: Console, persona: str) -> Session:
    found = console.sessions.named(persona)
    assert found is not None
    return found


def message(entry: TranscriptEntry) -> Message:
    assert isinstance(entry.content, Reply)
    return entry.content.message


def reminders(console: Console, persona: str) -> list[TranscriptEntry]:
    """The messages in the inbox in which channels are asked about."""
    headings = ("Onko näitä kanavia päivitetty?", "Onko tätä kanavaa päivitetty?")
    inbox = session(console, persona).inbox
    return [entry for entry in inbox if plain_text(message(entry)).startswith(headings)]


async def press(console: Console, who: Session, entry: TranscriptEntry, label: str) -> str:
    action = next(one.action for one in presses(message(entry)) if label in one.label)
    return await console.press(who, entry.id, encode(action))


async def started(console: Console) -> None:
    """A week of previews, and the ICT secretary lets reminders begin."""
    await console.move_clock(lambda clock: clock.move(WEEK))
    secretary = session(console, "ict-secretary")
    previews = [entry for entry in secretary.inbox if "esikatselu" in plain_text(message(entry))]
    assert previews
    assert await press(console, secretary, previews[-1], "Aloita muistutukset") == previews[-1].id


async def test_in_the_first_weeks_the_ict_secretary_alone_sees_what_would_be_sent(console: Console) -> None:
    await started(console)
    assert reminders(console, "maintainer") == []


async def test_what_is_due_in_weeks_that_pass_arrives_each_at_its_time(console: Console) -> None:
    await started(console)
    await console.move_clock(lambda clock: clock.move(6 * WEEK))
    arrived = [entry.at for entry in reminders(console, "maintainer")]
    assert len(arrived) >= 3
    assert arrived == sorted(arrived)
    assert {(at.hour, at.minute) for at in arrived} == {(9, 0)}
    assert all(at.weekday() < 5 for at in arrived)
    before = len(arrived)
    await console.move_clock(lambda clock: clock.move(timedelta(minutes=1)))
    assert len(reminders(console, "maintainer")) == before


async def test_an_answer_changes_the_message_in_the_inbox_also_one_that_takes_a_form(console: Console) -> None:
    await started(console)
    maintainer = session(console, "maintainer")
    await console.move_clock(lambda clock: clock.move(3 * WEEK))
    reminder = reminders(console, "maintainer")[-1]
    assert await press(console, maintainer, reminder, "Olen poissa") == LATEST
    form = list(maintainer.transcript)[-1]
    assert isinstance(form.content, Filling)
    today = console.clock.now().date()
    values = {
        "start": today.isoformat(),
        "end": (today + WEEK).isoformat(),
        "cover": "console:ict-secretary",
    }
    target = await console.submit(maintainer, form.id, Submitted("away", form.content.form.subject, values))
    assert target == reminder.id
    assert maintainer.transcript.find(form.id) is None
    entry = maintainer.inbox.find(reminder.id)
    assert entry is not None
    assert "sijaisesi hoitaa kanavaa" in plain_text(message(entry))


async def test_a_clock_that_is_moved_by_years_does_only_the_last_ones_work(console: Console) -> None:
    start = console.clock.now() + WEEK
    await console.move_clock(lambda clock: clock.move(timedelta(days=366 * 20)))
    times = [entry.at for persona in console.sessions for entry in persona.inbox if entry.at > start]
    assert min(times) >= console.clock.now() - timedelta(days=367)
