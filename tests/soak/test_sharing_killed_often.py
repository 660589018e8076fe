"""Three hundred kills of bots that share a database, whose server is stopped ten times."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kills.sharing import kill_sharing


@pytest.mark.soak
async def test_three_hundred_kills_of_bots_that_share_a_database_lose_nothing_and_remind_nobody_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = await kill_sharing(tmp_path, kills=300, restarts=10, seed=2)
    with capsys.disabled():
        print(f"\n{tally}")  # noqa: T201 - the counts
    assert (tally.kills, tally.restarts) == (300, 10)
