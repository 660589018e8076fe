"""Somebody answers *Updated* while the process is killed; many more kills are in ``make soak``."""

from __future__ import annotations

from pathlib import Path

from tests.kills.updating import kill_in_updates


def test_a_kill_between_any_two_writes_of_an_answer_leaves_neither_half_alone(tmp_path: Path) -> None:
    kills, answers = kill_in_updates(tmp_path, kills=20, seed=1)
    assert kills == 20
    assert answers > 0
