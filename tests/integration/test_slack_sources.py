"""In Slack: what is known meanwhile, from a source or from somebody else, shows in the messages that were sent."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.domain.people import Actor
from bot.services.activity import watching
from bot.services.register.documents import register_of
from tests.fake_slack.calling import PATIENCE
from tests.fake_slack.on_a_clock import BotOnAClock, on_a_clock
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.workspace import Shown
from tests.integration.test_slack_reminders import INSTALLED, MAINTAINER, SECOND, START, nine
from tests.support.local_feed import Feed, local_feed

pytestmark = pytest.mark.asyncio(loop_scope="module")

HOUR = timedelta(hours=1)


@pytest_asyncio.fixture(loop_scope="module")
async def feed() -> AsyncIterator[Feed]:
    async with local_feed() as feed:
        yield feed


@pytest_asyncio.fixture(loop_scope="module")
async def bot(slack: FakeSlack, tmp_path: Path, feed: Feed) -> AsyncIterator[BotOnAClock]:
    async with on_a_clock(tmp_path, slack, INSTALLED, internal_hosts=(feed.host,)) as bot:
        await bot.somebody("U0ICT0001").ask(f"muokkaa kirjaston instagram lähde={feed.url}")
        feed.posts = [INSTALLED - timedelta(days=20)]
        await bot.application.look(INSTALLED)
        await bot.settle()
        yield bot


async def reminders(bot: BotOnAClock) -> tuple[Shown, Shown]:
    arrived = await bot.round(nine(START))
    return arrived[MAINTAINER], arrived[SECOND]


async def test_a_post_in_the_feed_settles_what_both_maintainers_were_asked(bot: BotOnAClock, feed: Feed) -> None:
    both = await reminders(bot)
    assert all("Kirjaston Instagram" in one.words and "nähty" not in one.words for one in both)
    feed.posts.append(nine(START) + HOUR)
    assert await bot.round(nine(START) + 2 * HOUR) == {}, "no other message says it"
    assert [one.edits for one in both] == [1, 1]
    assert all("päivitys nähty lähteessä 7.12.2026" in one.words for one in both)
    feed.posts.append(nine(START) + 3 * HOUR)
    assert await bot.round(nine(START) + 4 * HOUR) == {}
    assert [one.edits for one in both] == [1, 1], "once is enough"


async def test_what_one_maintainer_has_told_the_other_is_not_asked_any_more(bot: BotOnAClock) -> None:
    own, others = await reminders(bot)
    person = await bot.application.services.people.by_identity(f"slack:{MAINTAINER}")
    answers = bot.application.services.reminder_answers
    await answers.told(Actor(person), ["kirjasto-instagram"], START, bot.clock.at)
    await bot.settle()
    assert (own.edits, others.edits) == (1, 1)
    assert "merkitty päivitetyksi 7.12.2026" in others.words


async def test_the_modal_shows_what_is_found_at_the_address_and_then_saves(
    bot: BotOnAClock, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "_A_MOMENT", PATIENCE)  # of a machine that does much else besides
    feed.posts = [INSTALLED - timedelta(days=3)]
    secretary = bot.somebody("U0ICT0001")
    line = "rekisteröi https://www.tiktok.com/@museo nimi=Museon TikTok yksikkö=Museo vastuu=<@U0LIBHEAD>"
    await secretary.command(f"{line} lähde={feed.url}")
    view = await secretary.modal("Kokeilin osoitetta: ”Kirjasto”, uusin päivitys 20.11.2026")
    channels = register_of(await bot.application.store.read()).channels.values()
    assert all(one.name != "Museon TikTok" for one in channels), "nothing is saved yet"
    assert (await secretary.submit(view)).status == 200
    await secretary.sees("Kanava on lisätty rekisteriin")
