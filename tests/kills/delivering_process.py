"""A process that goes a round and delivers, made to be killed: each notice that arrives is a line in a file."""

from __future__ import annotations

import asyncio
import os
from datetime import datetime
from pathlib import Path

from bot.app.bootstrap import KEPT
from bot.domain.calendar.working_time import WorkingTime
from bot.domain.delivery import Delivered, Delivery
from bot.domain.people import Person
from bot.domain.reminders.notice import ReminderNotice
from bot.services.access import Access
from bot.services.notices import Notice
from bot.services.reminders.outbox import Outbox
from bot.services.reminders.rounds import ReminderRounds, Rules
from bot.storage.embedded.stores import EmbeddedStores
from tests.support.bot_in_memory import HELSINKI
from tests.support.surface import PlainSurface

ARRIVED = "arrived.txt"


class Slack(PlainSurface):
    """Takes each notice at once, and writes down which."""

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / ARRIVED, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    async def send(self, person: Person, notice: Notice, at: datetime) -> Delivery:
        if isinstance(notice, ReminderNotice):  # a report on what nobody knows of comes beside them
            os.write(self._file, f"{notice.key}\n".encode())
        return Delivered()


def deliver_until_killed(folder: Path, at: datetime) -> None:
    """What a bot does that is started ``at`` that time: settle what was left open, go the round, deliver."""
    asyncio.run(_reminder(folder, at))


async def _reminder(folder: Path, at: datetime) -> None:
    stores = await EmbeddedStores.open(folder, kept=KEPT)
    working, access = WorkingTime(HELSINKI), Access(("slack:U0ICT0001",))
    outbox = Outbox(stores.kept, access, Slack(folder), opening=working.next_opening)
    reminding = ReminderRounds(stores.kept, access, outbox, Rules(working, 14))
    await outbox.recover(at)
    await reminding.run(at)
    await outbox.deliver_due(at)
    await stores.close()
