"""What Slack sends again after a kill, or to another process on the same database, is not answered again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fake_slack import sending
from tests.fake_slack.server import FakeSlack, fake_slack
from tests.fake_slack.serving import Serving, import_register, serving
from tests.fake_slack.workspace import Json
from tests.support.postgres import cluster

STAFF = "U0STAFF01"


def question(slack: FakeSlack) -> Json:
    place, ts = slack.workspace.direct(STAFF).id, slack.workspace.ts()
    return sending.envelope(sending.message(STAFF, "kuka vastaa kirjaston instagramista", place=place, ts=ts))


def answers(slack: FakeSlack) -> int:
    """How many answers there are; a word that a kill has cut one off is none."""
    return sum("Kirjaston Instagram" in shown.words for shown in slack.workspace.shown)


async def answered(bot: Serving, envelope: Json, number: int) -> None:
    """Send the event, and another question, and return when there are so many answers in all."""
    assert (await bot.sender.event(envelope)).status == 200
    assert (await bot.sender.event(question(bot.slack))).status == 200
    await bot.slack.until(lambda: answers(bot.slack) >= number)


async def test_what_was_answered_before_a_kill_is_not_answered_after_it(tmp_path: Path) -> None:
    async with fake_slack() as slack:
        import_register(tmp_path)
        envelope = question(slack)
        async with serving(tmp_path, slack) as bot:
            await answered(bot, envelope, 2)
            bot.process.kill()
            await bot.process.wait()
        async with serving(tmp_path, slack) as bot:
            await answered(bot, envelope, 3)
            assert await bot.stop() == 0
        assert answers(slack) == 3


async def test_what_one_process_has_answered_the_other_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = cluster().new_database()
    monkeypatch.setenv("DATABASE_URL", url)
    import_register(tmp_path)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    async with (
        fake_slack() as slack,
        serving(tmp_path / "one", slack, DATABASE_URL=url) as one,
        serving(tmp_path / "two", slack, DATABASE_URL=url) as two,
    ):
        envelope = question(slack)
        await answered(one, envelope, 2)
        await answered(two, envelope, 3)
        assert await one.stop() == await two.stop() == 0
        assert answers(slack) == 3
