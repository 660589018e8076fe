"""The process is killed while channels go from a wish to the register; more kills are in ``make soak``."""

from __future__ import annotations

from pathlib import Path

from bot.domain.decisions import Move
from tests.kills.deciding import kill_while_deciding


def test_a_kill_between_any_two_writes_leaves_no_half_step_and_nobody_asked_twice(tmp_path: Path) -> None:
    kills, reached = kill_while_deciding(tmp_path, kills=40, seed=1)
    assert kills == 40
    assert min(reached[move] for move in (Move.PROPOSED, Move.AUTHORISED, Move.DECIDED, Move.ENTERED)) > 0
