"""A process that is killed while it writes; many more kills are in ``make soak``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kills.committing import kill_at_random
from tests.kills.stores import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_a_writer_that_is_killed_at_any_moment_loses_nothing_it_has_acknowledged(kind: str, tmp_path: Path) -> None:
    tally = kill_at_random(kind, tmp_path, times=60, seed=1)

    assert tally.kills == 60
    assert tally.acknowledged > 0
