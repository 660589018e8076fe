"""No personal identity code gets in by any door, however it is spelled."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.doors import try_all_doors, written_codes

CODES = 300


async def test_no_code_gets_in_by_any_door(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert await try_all_doors(tmp_path, written_codes(CODES, seed=1), caplog) == CODES
