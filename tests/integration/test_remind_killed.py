"""``remind`` is killed while it brings reminders to Slack, and run again: nobody is left out, nobody is asked twice."""

from __future__ import annotations

from pathlib import Path

from tests.kills.remind import kill_remind

KILLS = 15


async def test_nobody_is_left_out_and_nobody_is_asked_twice_though_remind_is_killed(tmp_path: Path) -> None:
    tally = await kill_remind(tmp_path, kills=KILLS, seed=1)
    assert tally.kills.total() == KILLS
    assert tally.arrived > 0
    assert 0 < tally.uncertain <= KILLS
