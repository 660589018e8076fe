"""``serve`` is killed while people do things with it; a thousand more kills are in ``make soak``."""

from __future__ import annotations

from pathlib import Path

from tests.kills.serving import kill_serving


async def test_a_kill_of_serve_loses_nothing_and_nobody_is_left_without_a_word(tmp_path: Path) -> None:
    tally = await kill_serving(tmp_path, kills=15, seed=1)
    assert tally.kills.total() == 15
    assert tally.acknowledged > 0
