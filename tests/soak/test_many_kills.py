"""Some hundred kills, counted by where they fell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kills.committing import Tally, assert_each_phase_was_hit, kill_at_random
from tests.kills.stores import KINDS

pytestmark = pytest.mark.soak


@pytest.mark.parametrize("kind", KINDS)
def test_four_hundred_kills_lose_nothing(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    total = Tally()
    for seed in range(8):  # a new store each time: a long history takes long to check
        (tmp_path / str(seed)).mkdir()
        total += kill_at_random(kind, tmp_path / str(seed), times=50, seed=seed)

    with capsys.disabled():
        print(f"\n{kind}: {total}")  # noqa: T201 - the counts are what one runs this for
    assert total.kills == 400
    assert_each_phase_was_hit(total)
