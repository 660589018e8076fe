"""Thousands of signed requests that Slack would never send."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from tests.fake_slack.mutating import mutated
from tests.fake_slack.server import fake_slack
from tests.fake_slack.serving import import_register, serving

pytestmark = pytest.mark.soak


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_no_mutated_request_is_a_failure_of_ours(
    seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dice, statuses = random.Random(seed), Counter[int]()  # noqa: S311 - reproducible
    data = import_register(tmp_path)
    async with fake_slack() as slack:
        (tmp_path / "bot").mkdir()
        async with serving(tmp_path / "bot", slack, data=data) as bot:
            for _ in range(2400):
                body, content_type = mutated(dice)
                statuses[(await bot.sender.post(body, content_type)).status] += 1
            assert await bot.is_alive()
            log = bot.log
    with capsys.disabled():
        print(f"\n{statuses}")  # noqa: T201 - the counts are what one runs this for
    assert set(statuses) <= {200, 400, 404}
    assert "A request failed" not in log
