"""Hundreds of half-open connections, for as long as it takes the server to tire of them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.fake_slack.half_open import BODY, HEADERS, half_open, is_cut_off
from tests.fake_slack.server import fake_slack
from tests.fake_slack.serving import import_register, serving
from tests.fake_slack.workspace import User

pytestmark = pytest.mark.soak
STAFF = "U0STAFF01"


@pytest.mark.parametrize("begun", [HEADERS, BODY], ids=["headers", "body"])
@pytest.mark.parametrize(("files", "count"), [(300, 415), (1024, 1100)])
async def test_the_bot_answers_all_the_while(
    files: int, count: int, begun: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = import_register(tmp_path)
    (tmp_path / "bot").mkdir()
    async with fake_slack() as slack:
        slack.workspace.users[STAFF] = User(STAFF, "Työntekijä")
        async with serving(tmp_path / "bot", slack, data=data, files=files) as bot:
            somebody, slowest = bot.somebody(STAFF), 0.0
            worked, start = bot.worked_seconds, time.monotonic()
            while time.monotonic() - start < 30:
                async with half_open(bot.port, count, begun) as readers:
                    for _ in range(5):
                        asked = time.monotonic()
                        await somebody.ask("kuka hoitaa instagramia")
                        slowest = max(slowest, time.monotonic() - asked)
                    assert [await is_cut_off(reader) for reader in readers] == [True] * count
            share = (bot.worked_seconds - worked) / (time.monotonic() - start)
            log = bot.log
    with capsys.disabled():
        print(f"\n{files} files, {count} connections: slowest {slowest:.3f} s, CPU {share:.0%}, log {len(log)} bytes")  # noqa: T201
    assert slowest < 3
    assert len(log) < 2**20
    assert share < 0.5
    assert "Traceback" not in log
