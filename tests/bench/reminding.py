"""A round of reminders over many channels: all that it does besides sending."""

from __future__ import annotations

import gc
import tempfile
import time
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app.bootstrap import KEPT
from bot.domain.calendar.working_time import WorkingTime
from bot.domain.channels import Maintainer
from bot.domain.delivery import Delivered, Delivery
from bot.domain.evidence import Evidence, EvidenceKind
from bot.domain.people import Person, person_from_reference
from bot.services.access import Access
from bot.services.notices import Notice
from bot.services.ports import Event
from bot.services.reminders.outbox import Outbox
from bot.services.reminders.rounds import ReminderRounds, Rules
from bot.storage.embedded.stores import EmbeddedStores
from tests.bench.figures import Figure, Figures, percentile
from tests.bench.writing import a_channel
from tests.support.registers import put_in
from tests.support.surface import PlainSurface

SIZE, PEOPLE = 1_000, 300
AT = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo("Europe/Helsinki"))


async def reminder_figures() -> Figures:
    """The first round, in which half of the channels are due at once, those of the days after, and rounds in which
    nothing is left to do."""
    with tempfile.TemporaryDirectory() as folder:
        stores = await EmbeddedStores.open(Path(folder), kept=KEPT)
        try:
            reminding, outbox = await _reminding(stores)
            gc.collect()  # as ``serve`` does when it has started
            gc.freeze()
            everything = await _took(reminding, outbox, AT)
            days = [day for n in range(1, 90) if (day := AT + timedelta(days=n)).weekday() < 5]
            ordinary = [await _took(reminding, outbox, day) for day in days]
            again = [await _took(reminding, outbox, days[-1]) for _ in range(50)]
        finally:
            await stores.close()
    return {
        "reminder_run_first_1000": Figure(everything, "ms", "<= 200"),
        "reminder_run_day_p50_1000": Figure(percentile(ordinary, 50), "ms", "<= 200"),
        "reminder_run_day_p99_1000": Figure(percentile(ordinary, 99), "ms", "<= 200"),
        "reminder_run_nothing_due_p50_1000": Figure(percentile(again, 50), "ms", "<= 200"),
    }


class _Takes(PlainSurface):
    """A surface that takes everything."""

    async def send(self, person: Person, notice: Notice, at: datetime) -> Delivery:
        return Delivered()


async def _reminding(stores: EmbeddedStores) -> tuple[ReminderRounds, Outbox]:
    """The run over channels that were last updated at some time in the last half year, or will be asked about soon."""
    channels = tuple(
        replace(
            a_channel(number),
            responsible=f"person-{number % 97}",
            maintainers=tuple(Maintainer(f"person-{one % PEOPLE}") for one in (number, number * 7 + 1)),
            evidence=(Evidence(EvidenceKind.TOLD, AT.date() - timedelta(days=number % 180 - 90)),),
        )
        for number in range(SIZE)
    )
    people = (*(Person(f"person-{n}", f"Henkilö {n}") for n in range(PEOPLE)), person_from_reference("slack:U0ICT0001"))
    installed = AT - timedelta(days=200)
    await put_in(stores.kept, Event("bench", installed, "import"), channels, people)
    access = Access(("slack:U0ICT0001",))
    working = WorkingTime(ZoneInfo("Europe/Helsinki"))
    outbox = Outbox(stores.kept, access, _Takes(), opening=working.next_opening)
    return ReminderRounds(stores.kept, access, outbox, Rules(working, 14)), outbox


async def _took(reminding: ReminderRounds, outbox: Outbox, at: datetime) -> float:
    """Milliseconds of a round; what it posts is delivered outside of them."""
    begin = time.perf_counter()
    await reminding.run(at)
    took = (time.perf_counter() - begin) * 1000
    await outbox.deliver_due(at)
    return took
