"""A hundred kills while somebody is erased, and a town that has lived for a year."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kills.erasing import kill_in_erasing
from tests.town.erasing import erase_in_a_town

pytestmark = pytest.mark.soak


def test_a_hundred_kills_leave_all_or_nothing(tmp_path: Path) -> None:
    nothing, done = kill_in_erasing(tmp_path, kills=100, seed=2)
    assert nothing + done == 100
    assert min(nothing, done) > 5


async def test_after_a_year_nothing_is_found_of_somebody_who_was_erased(tmp_path: Path) -> None:
    await erase_in_a_town(tmp_path, 365, seed=4)
