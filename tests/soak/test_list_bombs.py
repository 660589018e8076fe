"""Lists of the largest size that can be sent: each is refused within a minute, and no memory is lost to it."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.lists.reading_apart import read_apart
from bot.lists.sheets import UnreadableFileError
from bot.services.register.lists.transfer import InvalidImportError, Transfer
from bot.storage.memory import MemoryStore
from tests.unit.lists import bombs
from tests.unit.lists.support import REAL_PLATFORMS
from tests.unit.services.support import AT, SECRETARY

pytestmark = pytest.mark.soak
BAD = {"name": 7, "platform": [], "url": {}, "responsible": None, "maintainers": [{"person": 1}] * 5, "more": "x"}

BOMBS: dict[str, Callable[[Path], Path]] = {
    "a row far below": bombs.row_far_below,
    "7 million empty rows": lambda folder: bombs.empty_rows(folder, 7_000_000),
    "3 million cells in a row": lambda folder: bombs.cells_in_a_row(folder, 3_200_000),
    "one text in each cell": lambda folder: bombs.one_text_in_each_cell(folder, 20_000),
    "300,000 bad rows": lambda folder: bombs.json_rows(folder, 300_000, BAD),
    "as many bad rows as may be": lambda folder: bombs.json_rows(folder, 20_000, BAD),
    "14 million values": lambda folder: bombs.many_values(folder, 14_000_000),
    "nested without end": lambda folder: bombs.nested_json(folder, 20_000_000),
    "wide": lambda folder: bombs.wide_csv(folder, 120_000, 190),
}


@pytest.mark.parametrize("what", BOMBS)
async def test_the_import_ends_within_a_minute(what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, start = BOMBS[what](tmp_path), time.monotonic()
    with pytest.raises((UnreadableFileError, InvalidImportError)) as refused:
        await Transfer(MemoryStore(), REAL_PLATFORMS).preview(SECRETARY, read_apart(path), AT)
    took, memory = time.monotonic() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    with capsys.disabled():
        print(f"\n{what}: {took:.1f} s, {memory} MiB here: {str(refused.value)[:90]}")  # noqa: T201
    assert took < 60
