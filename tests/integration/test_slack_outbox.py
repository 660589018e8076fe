"""What the bot tells people without being asked reaches them, though Slack or the bot itself is down for a while."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fake_slack.misbehaving import Broken, Fault, RateLimited, Refused, Reset
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.serving import Serving, serving

pytestmark = pytest.mark.asyncio(loop_scope="module")

SECRETARY, BOSS, LIBRARIAN = "U0ICT0001", "U0BOSS001", "U0LIB0001"
LINE = "rekisteröi https://www.threads.net/@esimerkkimuseo nimi=Museon Threads yksikkö=Museopalvelut"


async def appoint(bot: Serving) -> None:
    """Name somebody responsible for a channel, and somebody to look after it."""
    reply = await bot.somebody(SECRETARY).ask(f"{LINE} vastuu=<@{BOSS}> ylläpitäjät=<@{LIBRARIAN}>")
    assert "Museon Threads" in reply.words


async def test_a_notice_that_slack_did_not_take_goes_out_later_once(own_bot: Serving) -> None:
    boss, librarian = own_bot.somebody(BOSS), own_bot.somebody(LIBRARIAN)
    own_bot.slack.misbehave("chat.postMessage", RateLimited(1))
    await appoint(own_bot)
    for somebody in (boss, librarian):
        await somebody.reads("Museon Threads")
    assert await own_bot.stop() == 0
    assert (boss.unread, librarian.unread) == ([], [])


@pytest.mark.parametrize("fault", [Broken(503), RateLimited(3600), Refused("fatal_error"), Reset()], ids=str)
async def test_a_notice_survives_the_end_of_the_bot(
    slack: FakeSlack, imported: Path, tmp_path: Path, fault: Fault
) -> None:
    async with serving(tmp_path, slack, data=imported) as bot:
        boss = bot.somebody(BOSS)
        slack.misbehave("chat.postMessage", fault)
        await appoint(bot)
        await slack.until(lambda: slack.called("chat.postMessage"))
        bot.process.kill()
        await bot.process.wait()
    slack.behave()
    async with serving(tmp_path, slack) as bot:
        await boss.reads("Museon Threads")
        assert await bot.stop() == 0
    assert boss.unread == []


@pytest.mark.parametrize("word_of_slack", ["user_disabled", "cannot_dm_bot", "channel_not_found", "user_not_found"])
async def test_somebody_who_cannot_be_reached_is_told_of_to_the_ict_secretary(
    own_bot: Serving, word_of_slack: str
) -> None:
    secretary = own_bot.somebody(SECRETARY)
    own_bot.slack.misbehave("chat.postMessage", Refused(word_of_slack), times=1)
    await secretary.ask(f"{LINE} vastuu=<@{BOSS}>")
    told = await secretary.reads("Viesti ei mennyt perille")
    assert told.place == own_bot.slack.workspace.direct(SECRETARY).id
    assert "Kunnanjohtaja" in told.words
    assert word_of_slack not in told.words


async def test_notices_to_many_people_keep_to_slacks_pace(own_bot: Serving) -> None:
    """One message a second and conversation: nobody gets two at once, and nobody waits for the others."""
    people = [f"U0LIB000{number}" for number in (1, 2)] + [BOSS, "U0LIBHEAD", "U0STAFF01", "U0STAFF02", "U0STAFF03"]
    named = " ".join(f"<@{user}>" for user in people)
    everybody = [own_bot.somebody(user) for user in people]
    await own_bot.somebody(SECRETARY).ask(f"{LINE} vastuu=<@{BOSS}> ylläpitäjät={named}")
    for somebody in everybody:
        await somebody.reads("Museon Threads")
    assert await own_bot.stop() == 0
    assert [somebody.id for somebody in everybody if somebody.unread] == []
