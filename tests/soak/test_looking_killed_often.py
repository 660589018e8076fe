"""Three hundred kills while sources are looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kills.looking import kill_in_looks


@pytest.mark.soak
def test_three_hundred_kills_leave_no_look_by_halves_and_nothing_told_or_asked_twice(tmp_path: Path) -> None:
    tally = kill_in_looks(tmp_path, kills=300, seed=1)
    print(tally)  # noqa: T201
    assert tally.kills == 300
    assert tally.again > 0
