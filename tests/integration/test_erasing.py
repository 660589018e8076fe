"""Somebody is taken out of all that is kept, at one stroke; everything else is as it was."""

from __future__ import annotations

from pathlib import Path

from tests.kills.erasing import kill_in_erasing
from tests.town.erasing import erase_in_a_town


async def test_of_somebody_who_was_erased_nothing_is_found_and_of_others_all(tmp_path: Path) -> None:
    await erase_in_a_town(tmp_path, 30, seed=3)


def test_a_kill_at_any_moment_leaves_all_or_nothing(tmp_path: Path) -> None:
    assert sum(kill_in_erasing(tmp_path, kills=8, seed=1)) == 8
