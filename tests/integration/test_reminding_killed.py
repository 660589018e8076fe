"""The process is killed while it delivers: nothing is left out, nothing comes twice."""

from __future__ import annotations

from pathlib import Path

from tests.kills.delivering import kill_in_delivery


def test_some_kills_while_reminders_are_delivered(tmp_path: Path) -> None:
    arrived, uncertain = kill_in_delivery(tmp_path, kills=4, seed=1)
    assert arrived > 0
    assert uncertain <= 4, "at most the one in flight at each kill"
