"""Somebody who keeps a channel no more may still get into its account: the responsible person is told so in the message
of the day, until somebody says that it is taken away."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bot.conversation.exchange import Outcome
from bot.domain.calendar.working_time import Days
from bot.domain.language import Language
from bot.domain.people import Actor
from bot.domain.reminders.notice import ReminderNotice
from bot.domain.reminders.presence import Absence
from bot.messages.model import Verb
from bot.messages.notices import render
from bot.messages.texts import texts_in
from bot.services.ports import Change
from bot.services.register.documents import FORMER_ACCESS
from bot.services.reminders.documents import ABSENCES
from tests.acceptance.keeping import SUPERIOR, leave
from tests.acceptance.people import GUEST, HEAD, ICT, MAINTAINER, OTHER, STAFF
from tests.acceptance.reminder_days import run
from tests.support.bot_in_memory import HELSINKI, Bot, labels, text_of
from tests.support.traces import is_named

FI, EN = Language.FI, Language.EN
MONDAY = datetime(2027, 1, 4, 12, 0, tzinfo=HELSINKI)
"""When people get reminders already; the Wednesday after it is a public holiday, and no half-year's month."""
TUESDAY = datetime(2027, 1, 5, 9, 0, tzinfo=HELSINKI)
CHANNEL = "kirjasto-instagram"
HEAD_ID, ICT_ID, GONE_ID = "slack-u0libhead", "slack-u0ict0001", "slack-u0lib0002"
HEADING, PRESS = "Poistettavat pääsyoikeudet", "Oikeus on poistettu"


async def removed(bot: Bot, who: str = "U0LIB0002") -> Outcome:
    """The ICT secretary takes a maintainer of the library's Instagram off the register."""
    bot.clock.at = MONDAY
    return await bot.said(ICT, f"muokkaa kirjaston instagram poista={who}")


async def told(bot: Bot, start: date, number: int) -> dict[date, set[str]]:
    """Who is told of access on each of so many days."""
    found = {}
    for day in (start + timedelta(days=n) for n in range(number)):
        arrived = await run(bot, datetime(day.year, day.month, day.day, 9, 0, tzinfo=HELSINKI))
        if people := {person for person, outcome in arrived.items() if HEADING in text_of(outcome)}:
            found[day] = people
    return found


async def now(bot: Bot, key: str) -> ReminderNotice:
    """What the message to the head of the library says now."""
    notice = await bot.application.services.reminder_answers.now(Actor(await bot.person(HEAD)), key)
    assert notice is not None
    return notice


def newest(bot: Bot, person: str = HEAD_ID, language: Language = FI) -> Outcome:
    notices = [one for one in bot.notifier.sent[person] if isinstance(one, ReminderNotice) and one.access]
    return Outcome(render(notices[-1], language))


@pytest.mark.parametrize("language", Language)
async def test_the_responsible_person_is_told_who_may_still_get_in_and_says_that_it_is_done(
    bot: Bot, language: Language
) -> None:
    texts = texts_in(language)
    await removed(bot)
    assert HEAD_ID in await run(bot, TUESDAY)
    shown = newest(bot, language=language)
    name = (await bot.person(OTHER)).label
    assert texts("access-since", name=name, since=MONDAY.date()) in text_of(shown)
    assert texts("access-ask") in text_of(shown)
    after = await bot.pressed(HEAD, shown, texts("button-access-taken"))
    assert after.replaces
    assert texts("access-done", channel="Kirjaston Instagram", name=name) in text_of(after)
    assert texts("button-access-taken") not in labels(after)
    assert await told(bot, date(2027, 1, 7), 40) == {}


async def test_it_comes_on_the_next_working_day_once_more_two_weeks_later_and_then_in_the_secretarys_week(
    bot: Bot,
) -> None:
    await removed(bot)
    assert await told(bot, date(2027, 1, 4), 50) == {date(2027, 1, 5): {HEAD_ID}, date(2027, 1, 19): {HEAD_ID}}
    weeks = [one.digest for one in bot.notifier.sent[ICT_ID] if isinstance(one, ReminderNotice) and one.digest]
    assert [one.id for one in weeks[-1].access] == [CHANNEL]


async def test_who_was_handed_over_from_is_told_of_and_the_open_duty_names_them_with_the_press(bot: Bot) -> None:
    bot.clock.at = MONDAY
    await bot.application.services.staffing.hand_over(
        Actor(await bot.person(OTHER)), CHANNEL, "slack:U0LIB0009", f"slack:{SUPERIOR}", MONDAY
    )
    shown = await bot.said(HEAD, "velvoitteet kirjaston instagram", locale=FI)
    assert "Pääsyoikeudet on tarkistettu: auki" in text_of(shown)
    done = await bot.pressed(HEAD, shown, PRESS)
    assert "Kirjaston Instagram: pääsyoikeus on poistettu" in text_of(done)
    again = await bot.said(HEAD, "velvoitteet kirjaston instagram", locale=FI)
    assert "Pääsyoikeudet on tarkistettu: auki" not in text_of(again)
    assert PRESS not in labels(again)


async def test_of_who_has_left_it_is_said_so_until_it_is_done_though_the_register_still_names_them(bot: Bot) -> None:
    bot.clock.at = MONDAY
    await leave(bot, OTHER, MONDAY.date())
    await run(bot, TUESDAY)
    assert "on lähtenyt (4.1.2027)" in text_of(newest(bot))
    await bot.pressed(HEAD, newest(bot), PRESS)
    assert await told(bot, date(2027, 1, 7), 40) == {}


async def test_for_a_responsible_person_who_is_away_the_ict_secretary_is_told(bot: Bot) -> None:
    await removed(bot)
    store = bot.application.store
    absence = Absence(HEAD_ID, Days(date(2027, 1, 5), date(2027, 1, 10)))
    await store.commit([Change.put(ABSENCES, "away", absence)], (await store.read()).version)
    found = await told(bot, date(2027, 1, 5), 10)
    assert found[date(2027, 1, 5)] == {ICT_ID}
    assert found[date(2027, 1, 11)] == {HEAD_ID}


async def test_the_responsible_person_who_was_replaced_is_not_told_of_themselves(bot: Bot) -> None:
    bot.clock.at = MONDAY
    await bot.said(ICT, f"muokkaa kirjaston instagram vastuu={MAINTAINER.partition(':')[2]}")
    assert await told(bot, date(2027, 1, 5), 3) == {date(2027, 1, 5): {"slack-u0lib0001"}}


@pytest.mark.parametrize("who", [STAFF, OTHER, GUEST])
async def test_nobody_else_says_that_it_is_done(bot: Bot, who: str) -> None:
    await removed(bot)
    await run(bot, TUESDAY)
    key = f"2027-01-05/{HEAD_ID}"
    await bot.pressed_old(who, Verb.ACCESS_TAKEN, key, CHANNEL, GONE_ID, guest=who == GUEST)
    assert PRESS in labels(Outcome(render(await now(bot, key), FI)))


async def test_once_their_data_are_erased_nothing_names_them_and_it_is_still_to_be_done(bot: Bot) -> None:
    bot.clock.at = MONDAY
    await removed(bot)
    await bot.said(ICT, "muokkaa kirjaston facebook poista=U0LIB0002")
    await run(bot, TUESDAY)
    person, store = await bot.person(OTHER), bot.application.store
    downloaded = await bot.pressed(OTHER, await bot.said(OTHER, "me", locale=EN), "Download my data")
    assert texts_in(EN)("data-former-access") in text_of(downloaded)
    question = await bot.pressed(OTHER, await bot.said(OTHER, "me", locale=EN), "Remove my data")
    await bot.pressed(OTHER, question, "Yes, remove my data")
    assert not is_named(person, await store.read())
    (kept,) = (await store.read()).of(FORMER_ACCESS).values()
    shown = Outcome(render(await now(bot, f"2027-01-05/{HEAD_ID}"), FI))
    assert "Henkilö, jonka tiedot on poistettu ei ole enää ylläpitäjä" in text_of(shown)
    await bot.pressed_old(HEAD, Verb.ACCESS_TAKEN, "", CHANNEL, kept.person)
    assert await told(bot, date(2027, 1, 19), 2) == {}
