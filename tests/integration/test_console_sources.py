"""At the console: a post in a feed settles the reminder in the inbox, and a feed that is dead comes into the digest."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app.application import Application
from bot.app.bootstrap import OPERATOR
from bot.app.sandbox import build_sandbox
from bot.messages.plain_text import plain_text
from bot.settings import Settings
from bot.surfaces.console.console import Console
from bot.surfaces.console.surface import ConsoleSurface
from bot.surfaces.console.transcript import Reply
from tests.support.local_feed import Feed, local_feed

DAY = timedelta(days=1)


@pytest.fixture
async def feed() -> AsyncIterator[Feed]:
    async with local_feed() as feed:
        yield feed


@pytest.fixture
async def application(tmp_path: Path, feed: Feed) -> AsyncIterator[Application]:
    async with build_sandbox(Settings(data_dir=tmp_path, internal_hosts=(feed.host,))) as application:
        today = application.clock.now().date()
        blog = {
            "id": "blogi",
            "platform": "blog",
            "name": "Museon blogi",
            "unit": "Museo",
            "url": feed.url,
            "responsible": "console:maintainer",
            "maintainers": ["console:maintainer"],
            "evidence": [{"kind": "told", "on": f"{today - 12 * DAY}"}],
        }
        await application.transfer.import_document(OPERATOR, {"channels": [blog]}, application.clock.now())
        yield application


def console_of(application: Application) -> Console:
    (surface,) = application.surfaces
    assert isinstance(surface, ConsoleSurface)
    return surface.console


async def pass_days(application: Application, days: int) -> None:
    await console_of(application).move_clock(lambda clock: clock.move(days * DAY))


def inbox(application: Application, persona: str) -> list[str]:
    session = console_of(application).sessions.named(persona)
    assert session is not None
    return [plain_text(entry.content.message) for entry in session.inbox if isinstance(entry.content, Reply)]


def about_the_blog(application: Application) -> list[str]:
    return [text for text in inbox(application, "maintainer") if "Museon blogi" in text]


async def test_a_post_settles_the_reminder_in_the_inbox_and_a_dead_feed_comes_into_the_digest(
    application: Application, feed: Feed
) -> None:
    feed.posts = [application.clock.now() - 12 * DAY]
    await pass_days(application, 20)
    asked = about_the_blog(application)
    assert asked
    assert all("✓" not in text for text in asked)
    assert any("Kanavalla ei näy päivityksiä" in text for text in asked), "the feed works, so it can say so"
    feed.posts.append(application.clock.now() + timedelta(minutes=5))
    await pass_days(application, 4)
    settled = about_the_blog(application)
    assert len(settled) == len(asked), "nothing new came"
    assert [text for text in settled if "✓ Museon blogi" not in text or "nähty lähteessä" not in text] == []

    feed.posts.clear()
    before = feed.asked
    await pass_days(application, 30)
    assert feed.asked > before
    assert len(about_the_blog(application)) == len(asked), "while it fails, nobody is reminded"
    digests = [text for text in inbox(application, "ict-secretary") if "Viikkokatsaus" in text]
    assert "Päivitysten lähdettä ei saada luettua (1)" in digests[-1]
    assert "Museon blogi: osoitteessa ei ole enää mitään" in digests[-1]


async def test_the_samples_addresses_are_never_asked(application: Application, feed: Feed) -> None:
    feed.posts = [application.clock.now()]
    reports = await application.services.watching.look(application.clock.now(), due_only=False, keep=False)
    assert list(reports) == ["blogi"]
