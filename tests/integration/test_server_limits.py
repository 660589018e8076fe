"""Connections that keep the server waiting cost nobody else their answer."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from aiohttp import ClientSession

from tests.fake_slack.half_open import BODY, HEADERS, half_open, is_cut_off
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.serving import serving
from tests.fake_slack.workspace import User

pytestmark = pytest.mark.asyncio(loop_scope="module")
STAFF = "U0STAFF01"


@pytest.mark.parametrize("begun", [HEADERS, BODY, b""], ids=["headers", "body", "nothing"])
async def test_more_half_open_connections_than_files_keep_nobody_from_an_answer(
    slack: FakeSlack, imported: Path, tmp_path: Path, begun: bytes
) -> None:
    slack.workspace.users[STAFF] = User(STAFF, "Työntekijä")
    async with (
        serving(tmp_path, slack, data=imported, files=100) as bot,
        half_open(bot.port, 150, begun) as first,
    ):
        shown = await bot.somebody(STAFF).ask("kuka hoitaa instagramia")
        assert shown.words
        assert await is_cut_off(first[0])
        async with half_open(bot.port, 20, begun):
            assert await bot.is_alive()
        for _ in range(50):
            await bot.somebody(STAFF).command("apua")
        assert len(bot.log) < 20_000
        assert "Traceback" not in bot.log
        assert await bot.stop() == 0


async def test_hanging_up_in_the_middle_of_a_request_is_no_failure_of_ours(
    slack: FakeSlack, imported: Path, tmp_path: Path
) -> None:
    async with serving(tmp_path, slack, data=imported) as bot:
        for begun in (HEADERS, BODY, b"", b"\x16\x03\x01"):
            async with half_open(bot.port, 20, begun):
                pass
        assert await bot.is_alive()
        assert [record["levelname"] for record in bot.records if record["levelname"] != "INFO"] == []


async def test_no_answer_tells_what_the_server_is_made_of(slack: FakeSlack, imported: Path, tmp_path: Path) -> None:
    async with serving(tmp_path, slack, data=imported) as bot, ClientSession() as session:
        for path in ("healthz", "readyz", "nothing", "slack/events"):
            async with session.get(f"http://127.0.0.1:{bot.port}/{path}") as response:
                assert "Server" not in response.headers
        reader, writer = await asyncio.open_connection("127.0.0.1", bot.port)
        writer.write(b"no request at all\r\n\r\n")
        answer = await reader.read()
        writer.close()
        assert answer.startswith((b"HTTP/1.0 400", b"HTTP/1.1 400"))
        assert b"aiohttp" not in answer
        assert b"Python" not in answer
