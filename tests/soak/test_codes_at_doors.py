"""Thousands of personal identity codes at all doors: none gets in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.doors import try_all_doors, written_codes

CODES = 15_600


@pytest.mark.soak
async def test_no_code_of_thousands_gets_in_by_any_door(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert await try_all_doors(tmp_path, written_codes(CODES, seed=2), caplog) == CODES
