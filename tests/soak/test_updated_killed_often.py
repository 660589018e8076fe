"""Three hundred kills while reminders are answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kills.updating import kill_in_updates


@pytest.mark.soak
def test_three_hundred_kills_leave_no_half_of_an_answer(tmp_path: Path) -> None:
    kills, answers = kill_in_updates(tmp_path, kills=300, seed=2)
    assert kills == 300
    assert answers > 100
