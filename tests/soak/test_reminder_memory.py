"""Ten thousand rounds: what they keep in memory does not grow."""

from __future__ import annotations

import gc
import tracemalloc
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar.working_time import WorkingTime
from bot.services.access import Access
from bot.services.privacy.forgetting import Forgetting
from bot.services.reminders.outbox import Outbox
from bot.services.reminders.rounds import ReminderRounds, Rules
from bot.storage.memory import MemoryStore
from tests.town.store import TownStore
from tests.town.town import Town
from tests.unit.services.reminders.test_simulation import START
from tests.unit.services.reminders.test_year import Takes

ZONE = ZoneInfo("Europe/Helsinki")
RUNS, WARM = 10_000, 2_000


@pytest.mark.soak
async def test_ten_thousand_rounds_leave_memory_as_it_was() -> None:
    town = Town.founded(Random(1), START, 60)  # noqa: S311 - a simulation, no secret
    working, store, access = WorkingTime(ZONE), TownStore(town), Access()
    outbox = Outbox(store, access, Takes(), opening=working.next_opening)
    reminding = ReminderRounds(store, access, outbox, Rules(working, 14))
    forgetting = Forgetting(store, MemoryStore(), log_days=90)
    tracemalloc.start()
    sizes = []
    for number in range(RUNS):
        at = datetime(2026, 1, 12, 9, tzinfo=ZONE) + timedelta(hours=number * 6)
        while town.today < at.date():
            town.next_day()
        await reminding.run(at)
        await outbox.deliver_due(at)
        await forgetting.run(at)
        if number >= WARM and number % 1_000 == 0:
            gc.collect()
            # People who join the town and days that were looked up stay; a round keeps nothing more.
            sizes.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    assert max(sizes) < 1.25 * sizes[0], sizes
