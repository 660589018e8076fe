"""The heartbeat: a monitor hears of each round, and nothing suffers where it does not."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.app.heartbeat import Heartbeat
from bot.app.rounds import Rounds
from tests.bench.starting import free_port
from tests.fake_slack.server import fake_slack
from tests.fake_slack.serving import run, serving
from tests.support.bot_in_memory import Bot, make_bot
from tests.support.monitor import KEY, monitor


async def go_rounds(bot: Bot, heartbeat: Heartbeat, *, number: int = 1, fails: bool = False) -> int:
    """Go so many rounds as ``serve`` does, and give the number of those that were gone."""
    application, gone = replace(bot.application, heartbeat=heartbeat), 0

    async def go(at: object) -> None:
        nonlocal gone
        gone += 1
        if gone == number:
            rounds.stop()
        if fails:
            raise OSError("no space is left")

    async def wait(stopping: asyncio.Event, seconds: float) -> None:
        bot.clock.at += timedelta(seconds=seconds)

    rounds = Rounds(go, bot.clock, application.settings.working, wait=wait, after=application.after_round)
    await rounds.run()
    await application.settle()
    return gone


async def test_a_round_that_went_well_is_one_beat() -> None:
    async with monitor() as outside:
        await go_rounds(await make_bot(), Heartbeat(outside.url))
        assert outside.heard == [""]


async def test_a_round_that_failed_is_told_as_a_failure() -> None:
    async with monitor() as outside:
        await go_rounds(await make_bot(), Heartbeat(outside.url), fails=True)
        assert outside.heard == ["/fail"]


@pytest.mark.parametrize(
    ("address", "heard"), [("/", "/fail"), ("?create=1", "/fail?create=1"), ("/?a=b%2Fc", "/fail?a=b/c")]
)
async def test_what_else_is_in_the_address_stays_in_it(address: str, heard: str) -> None:
    async with monitor() as outside:
        await Heartbeat(outside.url + address).beat(well=False)
        assert [one.replace("%2F", "/") for one in outside.heard] == [heard]


@pytest.mark.parametrize("status", [301, 404, 500])
async def test_a_monitor_that_does_not_take_it_is_logged_once_an_outage_and_without_its_key(
    status: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with monitor() as outside:
        heartbeat = Heartbeat(outside.url)
        for answer in (status, status, status, 200, status):
            outside.status = answer
            await heartbeat.beat(well=True)
        assert outside.heard == [""] * 5
    told = [(one.levelname, one.__dict__.get("why")) for one in caplog.records if one.name == "bot.app.heartbeat"]
    assert told == [("WARNING", f"status {status}"), ("INFO", None), ("WARNING", f"status {status}")]
    assert KEY not in caplog.text


async def test_where_the_monitor_is_down_the_rounds_go_on(caplog: pytest.LogCaptureFixture) -> None:
    url = f"http://127.0.0.1:{free_port()}/{KEY}"
    assert await go_rounds(await make_bot(), Heartbeat(url), number=3) == 3
    (told,) = [one for one in caplog.records if one.name == "bot.app.heartbeat"]
    assert told.__dict__["why"] == "ClientConnectorError"
    assert all(KEY not in str(one.__dict__) for one in caplog.records)


async def test_a_monitor_that_hangs_holds_up_no_round_and_is_given_up(caplog: pytest.LogCaptureFixture) -> None:
    async with monitor() as outside:
        outside.held = asyncio.Event()
        assert await go_rounds(await make_bot(), Heartbeat(outside.url, limit=0.1), number=3) == 3
        outside.held.set()
    (told,) = [one for one in caplog.records if one.name == "bot.app.heartbeat"]
    assert told.__dict__["why"] == "TimeoutError"


async def test_serve_beats_after_its_first_round_and_shows_it_in_its_figures(tmp_path: Path) -> None:
    async with (
        monitor() as outside,
        fake_slack() as slack,
        serving(tmp_path, slack, SOME_HEARTBEAT_URL=outside.url) as bot,
        ClientSession() as session,
    ):
        assert await outside.until_heard(1) == [""]
        async with session.get(f"http://127.0.0.1:{bot.port}/metrics") as response:
            assert 'somebot_rounds_total{outcome="done"} 1' in await response.text()
        assert KEY not in bot.log


async def test_remind_beats_for_a_round_of_now_and_for_no_other(tmp_path: Path) -> None:
    async with monitor() as outside, fake_slack() as slack:
        for options, beats in (((), 1), (("--at", "2026-12-01T09:00"), 1), (("--dry-run",), 1)):
            code, _, errors = await run(tmp_path, slack, "remind", *options, SOME_HEARTBEAT_URL=outside.url)
            assert code == 0, errors
            assert len(outside.heard) == beats


async def test_doctor_does_not_beat(tmp_path: Path) -> None:
    async with monitor() as outside, fake_slack() as slack:
        _, out, _ = await run(tmp_path, slack, "doctor", SOME_HEARTBEAT_URL=outside.url)
        assert outside.heard == []
    assert "SOME_HEARTBEAT_URL" in out
    assert KEY not in out
