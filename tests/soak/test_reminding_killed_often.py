"""A hundred kills while reminders are delivered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kills.delivering import kill_in_delivery


@pytest.mark.soak
def test_a_hundred_kills_leave_nothing_out_and_bring_nothing_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arrived, uncertain = 0, 0
    for seed in range(10):
        (tmp_path / str(seed)).mkdir()
        came, open_ones = kill_in_delivery(tmp_path / str(seed), kills=10, seed=seed)
        arrived, uncertain = arrived + came, uncertain + open_ones
    with capsys.disabled():
        print(f"\n100 kills: {arrived} notices arrived once, {uncertain} are uncertain")  # noqa: T201 - the counts
    assert 0 < uncertain <= 100
