"""The newest changes are read some at a time, and the beginning of the history is looked for once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.channels import ChannelId
from bot.services.ports import HistoryEntry
from bot.services.register.changes import newest_of
from bot.storage.memory import MemoryStore
from tests.support.registers import put_in
from tests.unit.storage.support import EVENT, INSTAGRAM


class AskedStore(MemoryStore):
    """Counts how often its history is asked for."""

    asked = 0

    async def history(
        self, *channels: ChannelId, newest: int | None = None, before: int | None = None
    ) -> Sequence[HistoryEntry]:
        """As its parent."""
        self.asked += 1
        return await super().history(*channels, newest=newest, before=before)


@pytest.mark.parametrize(("changes", "times"), [(0, 1), (3, 1), (99, 1), (100, 2), (230, 3)])
async def test_of_a_channel_that_changed_seldom_all_is_read_at_once(changes: int, times: int) -> None:
    store = AskedStore()
    for number in range(changes):
        await put_in(store, EVENT, [replace(INSTAGRAM, name=f"{number}")])

    found = await newest_of(store, [INSTAGRAM.id], 1_000)

    assert [entry.seq for entry in found] == list(range(1, changes + 1))
    assert store.asked == times
