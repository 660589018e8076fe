"""A hundred kills of ``remind`` while it brings reminders to Slack."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kills.remind import kill_remind


@pytest.mark.soak
async def test_a_hundred_kills_of_remind_leave_nobody_out_and_ask_nobody_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = await kill_remind(tmp_path, kills=100, seed=2)
    with capsys.disabled():
        print(f"\n{tally}")  # noqa: T201 - the counts
    assert tally.kills.total() == 100
    assert len(tally.kills) == 6, "no kill fell on one of the points"
    assert 0 < tally.uncertain <= 100
