"""Three hundred kills while channels go from a wish to the register."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kills.deciding import kill_while_deciding

pytestmark = pytest.mark.soak


def test_three_hundred_kills_leave_no_half_step_and_nobody_asked_twice(tmp_path: Path) -> None:
    kills, _ = kill_while_deciding(tmp_path, kills=300, seed=3)
    assert kills == 300
