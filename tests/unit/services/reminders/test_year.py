"""Every hour of a year on the test register: nobody is told anything outside working time, and each is explained."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, date, datetime, timedelta

from bot.app.application import Application
from bot.app.bootstrap import OPERATOR, assemble
from bot.domain.delivery import Delivered, Delivery
from bot.domain.people import Person
from bot.domain.reminders.silence import Quiet
from bot.services.notices import Notice
from bot.settings import Settings
from bot.storage.memory import MemoryStores
from tests.support.bot_in_memory import HELSINKI, NOON, REGISTER, StoppedClock
from tests.support.surface import PlainSurface, SilentSurface

HOUR = timedelta(hours=1)
FROM = datetime(2027, 1, 1, tzinfo=HELSINKI).astimezone(UTC)
HOLIDAYS_ON_WEEKDAYS = {
    *(date(2027, 1, 1), date(2027, 1, 6), date(2027, 3, 26), date(2027, 3, 29), date(2027, 5, 6)),
    *(date(2027, 6, 25), date(2027, 12, 6), date(2027, 12, 24)),
}
EVES = {date(2027, 12, 23), date(2027, 12, 31), *(date(2027, 7, day) for day in range(5, 10))}


class Takes(PlainSurface):
    """A surface that takes everything."""

    async def send(self, person: Person, notice: Notice, at: datetime) -> Delivery:
        return Delivered()


async def _bot() -> Application:
    settings = Settings(
        ict_secretaries=("slack:U0ICT0001",),
        days_off="12-31, 2027-12-23, 2027-07-05..2027-07-09",  # type: ignore[arg-type]  # as in the environment
    )
    application = assemble(settings, MemoryStores(), clock=StoppedClock())
    application.surfaces.add(SilentSurface(Takes()))
    await application.transfer.import_document(OPERATOR, json.loads(REGISTER.read_text(encoding="utf-8")), NOON)
    return application


async def test_at_every_hour_of_a_year_a_dry_run_is_silent_outside_working_time_and_says_why() -> None:
    application = await _bot()
    silent: Counter[Quiet] = Counter()
    hours_with_something: Counter[int] = Counter()
    for hour in range(365 * 24):
        at = (FROM + hour * HOUR).astimezone(HELSINKI)
        due = await application.services.rounds.due(at)
        works = at.weekday() < 5 and at.date() not in HOLIDAYS_ON_WEEKDAYS | EVES
        for_all = [silence.why for silence in due.silences if silence.channel is None]
        if works and 9 <= at.hour < 16:
            assert due.reminders, "channels that nobody has updated for months, and nothing was sent yet"
            assert for_all == []
            hours_with_something[at.hour] += 1
        else:
            assert due.reminders == ()
            assert len(for_all) == 1
            silent[for_all[0]] += 1
    assert set(hours_with_something) == set(range(9, 16))
    working_days = 365 - 52 * 2 - len(HOLIDAYS_ON_WEEKDAYS) - len(EVES)
    assert hours_with_something[9] == working_days
    assert silent[Quiet.DAY_OFF] == (365 - working_days) * 24
    assert silent[Quiet.BEFORE_THE_HOUR] == working_days
    assert silent[Quiet.OUTSIDE_HOURS] == working_days * (24 - 8)


async def test_in_a_year_of_hourly_runs_nobody_has_two_messages_a_day_and_channels_fall_silent() -> None:
    application = await _bot()
    seen: Counter[tuple[str, date]] = Counter()
    items: Counter[tuple[str, str]] = Counter()
    for hour in range(365 * 24):
        at = (FROM + hour * HOUR).astimezone(HELSINKI)
        if at.hour in range(7, 18):
            done = await application.services.rounds.run(at)
            for reminder in done.reminders:
                seen[reminder.person, at.date()] += 1
                items.update((reminder.person, item.channel) for item in done.items_of(reminder))
            await application.outbox.deliver_due(at)
    assert max(seen.values()) == 1
    assert max(items.values()) <= 3
