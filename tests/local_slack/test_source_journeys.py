"""What people see in Slack of channels that say themselves whether they are updated, on local-slack's page."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.driving import picture
from tests.fake_slack.serving import operator_environment
from tests.local_slack.driving import act_as, go_to, latest, write
from tests.local_slack.workspace import LIBRARIAN, PEOPLE, SECRETARY, LocalSlack, find_binary, local_slack, running
from tests.support.bot_in_memory import HELSINKI

pytestmark = pytest.mark.browser

FEED_PORT = 3100
"""Of a network in which nobody else is."""
INSTALLED = datetime(2026, 11, 23, 12, 0, tzinfo=HELSINKI)
"""A Monday. For two weeks only the ICT secretary gets to know what people would get."""
START, WEEK_LATER = date(2026, 12, 7), date(2026, 12, 14)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
BOT_ON_A_CLOCK = (sys.executable, "-m", "tests.local_slack.clocked_bot", INSTALLED.isoformat())
FEED = f"http://127.0.0.1:{FEED_PORT}/feed"

Publish = Callable[..., None]
"""Lets the feed have these posts; with none, it is gone."""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[LocalSlack]:
    with local_slack(
        find_binary(),
        tmp_path,
        BOT_ON_A_CLOCK,
        ready="/clock",
        SOME_DAYS_OFF="",
        SOME_INTERNAL_HOSTS=f"127.0.0.1:{FEED_PORT}",
    ) as workspace:
        yield workspace


@pytest.fixture
def publish(workspace: LocalSlack, tmp_path: Path) -> Iterator[Publish]:
    inside, environment = workspace.inside, operator_environment(tmp_path)
    command = (sys.executable, "-m", "tests.local_slack.feed", str(FEED_PORT))

    def posts(*moments: datetime) -> None:
        body = "\n".join(moment.isoformat() for moment in moments)
        assert inside.post(f"http://127.0.0.1:{FEED_PORT}/", {}, body) == 200

    with running(inside.start(command, log=tmp_path / "feed.log", folder=tmp_path, environment=environment)):
        inside.get(f"http://127.0.0.1:{FEED_PORT}/")
        yield posts


def nine(day: date) -> datetime:
    """A minute after reminders have gone out."""
    return datetime.combine(day, time(9, 1), HELSINKI)


async def inbox(page: Page, user: str) -> Locator:
    """Be that person, and look at the newest message that the bot has written to them."""
    await act_as(page, user)
    await go_to(page, PEOPLE[user])
    return latest(page)


async def test_a_post_in_the_feed_settles_the_reminder_and_a_dead_feed_comes_into_the_digest(
    page: Page, workspace: LocalSlack, publish: Publish
) -> None:
    old = INSTALLED - 20 * DAY
    publish(old)
    await act_as(page, SECRETARY)
    await go_to(page, "yleinen")
    await write(page, f"/some muokkaa kirjaston instagram lähde={FEED}")
    await expect(latest(page)).to_contain_text("kerron, mitä löytyi")

    workspace.move_clock(nine(START))
    reminder = await inbox(page, LIBRARIAN)
    await expect(reminder).to_contain_text("Kanavalla ei näy päivityksiä 20.11.2026 jälkeen")
    publish(old, nine(START) + HOUR)
    workspace.move_clock(nine(START + DAY))
    await expect(reminder).to_contain_text("Kirjaston Instagram: päivitys nähty lähteessä 7.12.2026")
    await picture(page, "slack-source-1-seen")

    publish()
    workspace.move_clock(nine(WEEK_LATER))
    digest = await inbox(page, SECRETARY)
    await expect(digest).to_contain_text("Päivitysten lähdettä ei saada luettua (1)")
    await expect(digest).to_contain_text("Kirjaston Instagram: osoitteessa ei ole enää mitään")
    await picture(page, "slack-source-2-digest")
