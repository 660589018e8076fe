"""What Slack takes away from the bot is named where its operator looks, with what to do: ``/readyz`` and ``doctor``."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from aiohttp import ClientSession

from tests.fake_slack.server import FakeSlack
from tests.fake_slack.serving import Serving, run, serving
from tests.fake_slack.workspace import Json

pytestmark = pytest.mark.asyncio(loop_scope="module")

STAFF = "U0STAFF01"
OWNER = "kuka vastaa kirjaston instagramista"
REFUSALS = {
    "invalid_auth": "copy the Bot User OAuth Token",
    "token_revoked": "install it again",
    "account_inactive": "install it again",
}


async def until(bot: Serving, what: Callable[[int, Json], bool]) -> Json:
    """What ``/readyz`` says, once ``what`` is true of the status and the answer."""
    async with asyncio.timeout(20), ClientSession() as session:
        while True:
            async with session.get(f"http://127.0.0.1:{bot.port}/readyz") as response:
                answer: Json = await response.json()
                if what(response.status, answer):
                    return answer
            await asyncio.sleep(0)


async def ready(bot: Serving, status: int, *words: str) -> Json:
    """What ``/readyz`` says, once it answers with ``status`` and has ``words``."""
    return await until(bot, lambda told, answer: told == status and all(one in str(answer) for one in words))


async def all_is_well(bot: Serving) -> None:
    """Wait until ``/readyz`` has nothing to say."""
    await until(bot, lambda told, answer: (told, answer) == (200, {"status": "ready"}))


async def ask(bot: Serving) -> None:
    """Ask something in a direct message, which the bot has to call Slack to answer, and wait until it has."""
    before = len(bot.slack.called("chat.postMessage"))
    await bot.somebody(STAFF).direct(OWNER)
    await bot.slack.until(lambda: len(bot.slack.called("chat.postMessage")) > before)


async def test_a_token_of_no_use_is_named_with_what_to_do_until_it_is_accepted_again(own_bot: Serving) -> None:
    for code, advice in REFUSALS.items():
        own_bot.slack.token_refused = code
        await ask(own_bot)
        await ready(own_bot, 503, code, advice)
        own_bot.slack.token_refused = ""
        await ask(own_bot)
        await all_is_well(own_bot)
    assert own_bot.log.count("Nothing can be said in Slack any more") == len(REFUSALS)


async def test_where_the_bot_may_not_speak_any_more_it_is_not_ready(own_bot: Serving) -> None:
    own_bot.slack.scopes.discard("chat:write")
    await ask(own_bot)
    await ready(own_bot, 503, "chat:write", "cannot say anything", "install it again")
    own_bot.slack.scopes.add("chat:write")
    await ask(own_bot)
    await all_is_well(own_bot)


async def test_a_permission_that_the_rest_works_without_is_named_and_the_bot_is_ready(own_bot: Serving) -> None:
    own_bot.slack.scopes.discard("users:read")
    for _ in range(2):
        await ask(own_bot)
    answer = await ready(own_bot, 200, "users:read")
    assert [limit for limit in answer["limits"] if "everybody is taken for a guest" in limit] == answer["limits"]
    assert own_bot.log.count("may not do all that the bot does") == 1
    own_bot.slack.scopes.add("users:read")
    await ask(own_bot)
    await all_is_well(own_bot)


async def test_a_permission_that_is_missing_from_the_start_is_named(slack: FakeSlack, tmp_path: Path) -> None:
    slack.scopes.discard("commands")
    async with serving(tmp_path, slack) as bot:
        await ready(bot, 200, "commands is missing", "there is no slash command")


@pytest.mark.parametrize("code", REFUSALS)
async def test_doctor_says_what_to_do_about_a_token_of_no_use(slack: FakeSlack, tmp_path: Path, code: str) -> None:
    slack.token_refused = code
    _, out, _ = await run(tmp_path, slack, "doctor")
    assert code in out
    assert REFUSALS[code] in out


async def test_doctor_says_which_permission_to_give_where_people_can_not_be_looked_up(
    slack: FakeSlack, tmp_path: Path
) -> None:
    slack.scopes.discard("users:read")
    _, out, _ = await run(tmp_path, slack, "doctor")
    (told,) = [line for line in out.splitlines() if "U0ICT0001 could not be looked up" in line]
    assert "users:read" in told
    assert "try again" not in told


async def test_requests_that_are_signed_with_another_secret_are_told_of_until_one_is_right(
    slack: FakeSlack, tmp_path: Path
) -> None:
    async with serving(tmp_path, slack) as bot:
        asker = bot.somebody(STAFF)
        await bot.sender.post(b"scan", headers={"X-Slack-Signature": None})
        await all_is_well(bot)
        for _ in range(2):
            assert (await asker.command(OWNER, secret="of another app")).status == 401
        await ready(bot, 200, "2 requests were refused", "SLACK_SIGNING_SECRET")
        await asker.ask(OWNER)
        await asker.command(OWNER, secret="of another app")
        await all_is_well(bot)
