"""What was acknowledged and not yet answered when the bot was killed is told as interrupted, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fake_slack.misbehaving import Held
from tests.fake_slack.server import RESPONSE_URL, FakeSlack
from tests.fake_slack.serving import Serving, serving

pytestmark = pytest.mark.asyncio(loop_scope="module")

STAFF = "U0STAFF01"
OWNER = "kuka vastaa kirjaston instagramista"


@pytest.mark.parametrize("presses", [False, True])
async def test_somebody_whose_reply_is_under_way_at_a_kill_is_asked_to_try_again(
    slack: FakeSlack, imported: Path, tmp_path: Path, presses: bool
) -> None:
    held = Held()
    async with serving(tmp_path, slack, data=imported) as bot:
        asker = bot.somebody(STAFF)
        reply = await asker.ask(OWNER)
        for method in ("chat.postMessage", RESPONSE_URL):
            slack.misbehave(method, held)
        if presses:
            assert (await asker.press(reply, "Jaa tähän")).status == 200
        else:
            await asker.direct(OWNER)
        await held.begun.wait()
        bot.process.kill()
        await bot.process.wait()
    slack.behave()
    for _ in range(2):
        async with serving(tmp_path, slack) as bot:
            if not told(bot):
                await bot.somebody(STAFF).reads("yritä uudelleen")
            assert await bot.stop() == 0
    assert told(bot) == [slack.workspace.direct(STAFF).id]


def told(bot: Serving) -> list[str]:
    """In which conversations it was said that something was interrupted."""
    return [shown.place for shown in bot.slack.workspace.shown if "yritä uudelleen" in shown.text]


async def test_a_reply_that_goes_out_at_once_is_not_kept_and_one_that_has_gone_out_is_forgotten(
    own_bot: Serving,
) -> None:
    questions = own_bot.folder / "data" / "questions"
    asker = own_bot.somebody(STAFF)
    await asker.ask(OWNER)
    await asker.direct(OWNER)
    await asker.reads("Kirjaston Instagram")
    assert await own_bot.stop() == 0
    assert STAFF not in "".join(file.read_text(encoding="utf-8") for file in questions.iterdir() if file.is_file())
