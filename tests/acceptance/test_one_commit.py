"""A reply that changes several things changes them in one commit: a kill leaves all of them or none."""

from __future__ import annotations

from collections.abc import Sequence

from bot.services.ports import Change, Event, State
from bot.services.reminders.documents import HANDOVERS, REMINDERS
from bot.services.reminders.entries import OUTBOX
from bot.storage.memory import MemoryStore
from tests.acceptance.people import OTHER
from tests.acceptance.reminder_days import AT_START, run
from tests.support.bot_in_memory import make_bot


class RecordingStore(MemoryStore):
    """Knows which collections each of its commits touched."""

    def __init__(self) -> None:
        super().__init__()
        self.touched: list[set[str]] = []

    async def commit(self, changes: Sequence[Change], expected_version: int, event: Event | None = None) -> State:
        after = await super().commit(changes, expected_version, event)
        self.touched.append({change.collection.name for change in changes})
        return after


async def test_not_mine_any_more_and_the_answer_to_the_reminder_are_one_commit() -> None:
    store = RecordingStore()
    bot = await make_bot(store=store)
    reminder = (await run(bot, AT_START))["slack-u0lib0002"]
    form = await bot.pressed(OTHER, reminder, "Ei ole enää minun")
    await bot.submitted(OTHER, form, to="U0LIB0009", authorised_by="U0LIBHEAD")
    proposing = [names for names in store.touched if HANDOVERS.name in names]
    assert len(proposing) == 1
    assert proposing[0] >= {HANDOVERS.name, REMINDERS.name, OUTBOX.name}
