"""The process is killed while it looks at sources; many more kills are in ``make soak``."""

from __future__ import annotations

from pathlib import Path

from tests.kills.looking import kill_in_looks


def test_a_kill_between_any_two_writes_of_a_look_leaves_nothing_by_halves_nor_told_or_asked_twice(
    tmp_path: Path,
) -> None:
    tally = kill_in_looks(tmp_path, kills=12, seed=2)
    assert tally.kills == 12
    assert tally.again > 0, "no kill fell before what was looked at was kept"
