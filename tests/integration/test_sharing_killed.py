"""Bots that share a database are killed while people write; three hundred kills more are in ``make soak``."""

from __future__ import annotations

from pathlib import Path

from tests.kills.sharing import kill_sharing


async def test_kills_of_bots_that_share_a_database_lose_nothing_and_remind_nobody_twice(tmp_path: Path) -> None:
    tally = await kill_sharing(tmp_path, kills=5, restarts=1, seed=1)
    assert (tally.kills, tally.restarts) == (5, 1)
    assert tally.acknowledged > 0
    assert tally.reminded > 0
