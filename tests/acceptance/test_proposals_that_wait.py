"""Of a proposal that waits, the superior is reminded once in the message of the day; then the ICT secretary hears."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bot.domain.calendar.working_time import Days
from bot.domain.reminders.notice import ReminderNotice
from bot.domain.reminders.presence import Absence
from bot.services.ports import Change
from bot.services.reminders.documents import ABSENCES
from tests.acceptance.deciding import SUPERIOR, authorise, propose
from tests.acceptance.people import ICT
from tests.acceptance.reminder_days import run
from tests.support.bot_in_memory import HELSINKI, Bot, labels, text_of

STILL = "Nämä ehdotukset odottavat vielä"
HEAD, SECRETARY = "slack-u0libhead", "slack-u0ict0001"
MONDAY = datetime(2027, 1, 4, 12, 0, tzinfo=HELSINKI)
"""When people get reminders already; the Wednesday after it is a public holiday."""


async def told(bot: Bot, start: date, number: int) -> dict[date, set[str]]:
    """Who is told on each day that proposals wait, over so many days from ``start`` on."""
    found = {}
    for day in (start + timedelta(days=n) for n in range(number)):
        arrived = await run(bot, datetime(day.year, day.month, day.day, 9, 0, tzinfo=HELSINKI))
        if people := {person for person, outcome in arrived.items() if STILL in text_of(outcome)}:
            found[day] = people
    return found


async def test_the_superior_is_reminded_once_after_three_working_days_and_the_secretary_told_after_eight(
    bot: Bot,
) -> None:
    bot.clock.at = MONDAY
    await propose(bot)
    assert await told(bot, date(2027, 1, 5), 40) == {date(2027, 1, 8): {HEAD}, date(2027, 1, 15): {SECRETARY}}
    (reminder,) = (one for one in bot.notifier.sent[HEAD] if isinstance(one, ReminderNotice) and one.proposals)
    assert [line.name for line in reminder.proposals] == ["Kirjaston TikTok"]


async def test_from_the_reminder_the_superior_authorises(bot: Bot) -> None:
    bot.clock.at = MONDAY
    await propose(bot)
    arrived = await run(bot, datetime(2027, 1, 8, 9, 0, tzinfo=HELSINKI))
    shown = await bot.pressed(SUPERIOR, arrived[HEAD], "Näytä", "Kirjaston TikTok")
    assert "Valtuutan" in labels(shown)


async def test_of_what_was_authorised_in_time_nobody_is_reminded_until_the_decision_is_late(bot: Bot) -> None:
    bot.clock.at = MONDAY
    await propose(bot)
    await authorise(bot)
    assert await told(bot, date(2027, 1, 5), 30) == {date(2027, 1, 15): {SECRETARY}}


@pytest.mark.parametrize("away_until", [date(2027, 1, 8), date(2027, 3, 1)])
async def test_for_a_superior_who_is_away_the_ict_secretary_hears(bot: Bot, away_until: date) -> None:
    bot.clock.at = MONDAY
    await propose(bot)
    store = bot.application.store
    absence = Absence(HEAD, Days(date(2027, 1, 5), away_until))
    await store.commit([Change.put(ABSENCES, "away", absence)], (await store.read()).version)
    found = await told(bot, date(2027, 1, 5), 20)
    assert found[date(2027, 1, 8)] == {SECRETARY}
    back = {day for day, people in found.items() if HEAD in people}
    assert back == ({date(2027, 1, 11)} if away_until < date(2027, 2, 1) else set())
    form = await bot.pressed(ICT, await bot.said(ICT, "ehdotukset"), "Näytä")
    assert "Nimeä käsittelijä" in labels(form)
