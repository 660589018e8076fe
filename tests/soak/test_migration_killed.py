"""A hundred kills while files of version 1 become stores of today."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kills.migrating import kill_in_migration


@pytest.mark.soak
def test_a_hundred_kills_in_the_migration_lose_nothing(tmp_path: Path) -> None:
    assert kill_in_migration(tmp_path, kills=100, seed=2) == 100
