"""Of a proposal that waits, whoever it waits for is reminded once in the message of the day; then somebody who can go
on without them hears."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bot.domain.calendar.working_time import Days
from bot.domain.decisions import Waiting
from bot.domain.people import person_from_reference
from bot.domain.reminders.notice import ReminderNotice
from bot.domain.reminders.presence import Absence
from bot.services.ports import Change
from bot.services.reminders.documents import ABSENCES
from tests.acceptance.deciding import BOSS, PROPOSER, SUPERIOR, authorise, propose, say, up_to
from tests.acceptance.people import ICT
from tests.acceptance.reminder_days import run
from tests.support.bot_in_memory import HELSINKI, Bot, labels, text_of

STILL = "Nämä ehdotukset odottavat vielä"
HEAD, SECRETARY, DECIDER = "slack-u0libhead", "slack-u0ict0001", "slack-u0boss001"
PROPOSER_ID = person_from_reference(PROPOSER).id
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
    late = {date(2027, 1, 12): {DECIDER}, date(2027, 1, 15): {SECRETARY}}
    assert await told(bot, date(2027, 1, 5), 30) == late
    (reminder,) = (one for one in bot.notifier.sent[DECIDER] if isinstance(one, ReminderNotice))
    assert [(line.name, line.waits_for) for line in reminder.proposals] == [("Kirjaston TikTok", Waiting.DECIDE)]


async def test_from_the_reminder_the_decider_decides(bot: Bot) -> None:
    bot.clock.at = MONDAY
    await propose(bot)
    await authorise(bot)
    arrived = await run(bot, datetime(2027, 1, 12, 9, 0, tzinfo=HELSINKI))
    shown = await bot.pressed(BOSS, arrived[DECIDER], "Näytä", "Kirjaston TikTok")
    assert "Hyväksy käyttöönotto" in labels(shown)


async def test_of_a_question_that_nobody_answers_the_proposer_is_reminded_once_and_then_who_has_asked(bot: Bot) -> None:
    bot.clock.at = MONDAY
    await up_to(bot, "answer")
    late = {date(2027, 1, 8): {PROPOSER_ID}, date(2027, 1, 15): {DECIDER}}
    assert await told(bot, date(2027, 1, 5), 30) == late


async def test_who_has_asked_is_reminded_of_the_answer_they_got(bot: Bot) -> None:
    bot.clock.at = MONDAY
    await up_to(bot, "answer")
    await say(bot, PROPOSER, "answer", "Kirjaston nuorisotiimi.")
    late = {date(2027, 1, 12): {DECIDER}, date(2027, 1, 15): {SECRETARY}}
    assert await told(bot, date(2027, 1, 5), 30) == late


async def test_each_time_that_it_waits_is_reminded_of(bot: Bot) -> None:
    bot.clock.at = MONDAY
    await up_to(bot, "answer")
    assert await told(bot, date(2027, 1, 5), 5) == {date(2027, 1, 8): {PROPOSER_ID}}
    await say(bot, PROPOSER, "answer", "Kirjaston nuorisotiimi.")
    await say(bot, BOSS, "ask", "Kuinka monta heitä on?")
    again = await told(bot, date(2027, 1, 11), 6)
    assert again == {date(2027, 1, 13): {PROPOSER_ID}}


async def test_for_deciders_who_are_away_the_ict_secretary_hears(bot: Bot) -> None:
    bot.clock.at = MONDAY
    await up_to(bot, "decide")
    store = bot.application.store
    absence = Absence(DECIDER, Days(date(2027, 1, 5), date(2027, 2, 28)))
    await store.commit([Change.put(ABSENCES, "away", absence)], (await store.read()).version)
    assert await told(bot, date(2027, 1, 5), 30) == {date(2027, 1, 12): {SECRETARY}}


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
