"""A thousand kills of ``serve`` under signed load."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kills.serving import kill_serving


@pytest.mark.soak
async def test_a_thousand_kills_of_serve_lose_nothing_and_leave_nobody_without_a_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = await kill_serving(tmp_path, kills=1000, seed=2)
    with capsys.disabled():
        print(f"\n{tally}")  # noqa: T201 - the counts
    assert tally.kills.total() == 1000
    assert len(tally.notices) >= 7, "something that people are told of was not done"
    assert tally.left_waiting > 0
