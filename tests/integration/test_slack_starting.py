"""What stops the bot from starting in Slack: one line that says what is wrong and what to do, with no secret in it."""

from __future__ import annotations

import asyncio
import re
import signal
from pathlib import Path

import pytest
from aiohttp import ClientSession

from tests.bench.starting import free_port
from tests.fake_slack.calling import PATIENCE
from tests.fake_slack.misbehaving import Broken, Fault, Html, RateLimited, Refused, Reset
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.serving import Serving, run, serving, start

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize("error", ["invalid_auth", "account_inactive", "token_revoked", "not_authed"])
async def test_a_token_that_slack_does_not_take_is_named(slack: FakeSlack, tmp_path: Path, error: str) -> None:
    slack.misbehave("auth.test", Refused(error))
    code, out, lines = await run(tmp_path, slack, "serve", PORT=str(free_port()))
    assert (code, out, len(lines)) == (2, "", 1), lines
    assert "SLACK_BOT_TOKEN" in lines[0]
    assert slack.token not in lines[0]
    assert slack.signing_secret not in lines[0]


async def test_a_good_start_says_that_it_is_ready_and_warns_of_nothing(bot: Serving) -> None:
    assert [record["message"] for record in bot.records if record["levelname"] != "INFO"] == []
    assert "Ready" in [record["message"] for record in bot.records]


async def test_a_start_without_anybody_who_keeps_the_register_is_warned_of(slack: FakeSlack, tmp_path: Path) -> None:
    async with serving(tmp_path, slack, SOME_ICT_SECRETARIES="") as bot:
        (warned,) = [one for one in bot.records if one["levelname"] == "WARNING"]
        assert warned["setting"] == "SOME_ICT_SECRETARIES"
        assert "Ready" in [one["message"] for one in bot.records]


@pytest.mark.parametrize("unset", ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"])
async def test_half_a_set_up_names_what_is_missing(slack: FakeSlack, tmp_path: Path, unset: str) -> None:
    code, out, lines = await run(tmp_path, slack, "serve", **{unset: ""}, PORT=str(free_port()))
    assert (code, out, len(lines)) == (2, "", 1), lines
    assert unset in lines[0]
    assert slack.calls == []


async def test_a_taken_port_is_said_in_one_line(slack: FakeSlack, tmp_path: Path) -> None:
    port = slack.base_url.rpartition(":")[2].strip("/")
    code, out, lines = await run(tmp_path, slack, "serve", PORT=port)
    assert (code, out) == (2, "")
    assert f"127.0.0.1:{port}" in lines[-1]
    assert "PORT" in lines[-1]


@pytest.mark.parametrize(
    "fault", [Broken(503), Html(), Reset(), Refused("fatal_error"), RateLimited(3600)], ids=lambda fault: str(fault)
)
async def test_a_slack_that_is_down_at_start_leaves_no_traceback(
    slack: FakeSlack, tmp_path: Path, fault: Fault
) -> None:
    """It may wait for Slack, or say so and stop; it has asked Slack, and does not fall over."""
    slack.misbehave("auth.test", fault)
    port = free_port()
    process = await start(tmp_path, slack, PORT=str(port))
    bot = Serving(process, port, tmp_path, slack)
    ended = asyncio.create_task(process.wait())
    try:
        async with asyncio.timeout(PATIENCE):
            asked = asyncio.create_task(slack.until(lambda: slack.called("auth.test")))
            await asyncio.wait({ended, asked}, return_when=asyncio.FIRST_COMPLETED)
            if not ended.done():
                process.terminate()
            assert await ended in (0, 2, -signal.SIGTERM)
    finally:
        if process.returncode is None:
            process.kill()
            await ended
    assert slack.called("auth.test"), "nobody asked Slack whether the token is right"
    assert "Traceback" not in bot.log
    assert slack.token not in bot.log


async def test_the_console_beside_slack_is_a_sandbox(slack: FakeSlack, imported: Path, tmp_path: Path) -> None:
    async with serving(tmp_path, slack, "--console", data=imported) as bot, ClientSession() as session:
        history = (tmp_path / "data" / "kept" / "history.jsonl").read_bytes()
        console = f"http://127.0.0.1:{bot.port}/console/"
        async with session.get(console) as page:
            token = re.search(r'name="token" value="([^"]+)"', await page.text())
        assert token is not None
        fields = {"token": token[1], "text": "muokkaa kirjaston facebook päivitysväli=30"}
        async with session.post(f"{console}say?as=ict-secretary", data=fields) as page:
            assert "Tiedot on tallennettu" in await page.text()
        reply = await bot.somebody("U0STAFF01").ask("kuka vastaa kirjaston instagramista")
        assert "Kirjastotoimenjohtaja" in reply.words
        assert (tmp_path / "data" / "kept" / "history.jsonl").read_bytes() == history
        assert not slack.called("chat.postMessage")
