"""The report: who sees which channels in it, and how it says what is known of a day of the past."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.language import Language
from bot.domain.people import Actor, Role
from bot.messages.model import Message, Picture
from bot.messages.plain_text import plain_text
from bot.messages.texts import texts_in
from tests.acceptance.people import GUEST, HEAD, ICT, MAINTAINER, STAFF
from tests.acceptance.reminder_days import AT_START, days
from tests.support.bot_in_memory import NOON, Bot, text_of

DECIDER = "slack:U0BOSS001"
WORDS = {Language.FI: "raportti", Language.SV: "rapport", Language.EN: "report"}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("who", [ICT, DECIDER])
async def test_the_secretary_and_the_deciders_see_all_channels(bot: Bot, who: str, language: Language) -> None:
    texts, report = texts_in(language), text_of(await bot.said(who, WORDS[language], locale=language))
    assert f"{texts('report-total')}: 6" in report
    for part in ("platforms", "units", "duties", "reminders", "questions", "development"):
        assert texts(f"report-{part}") in report
    assert f"{texts('lacking-superiors-authorisation')}: " in report
    assert texts("duty-superiors-authorisation") not in report


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("who", "own"), [(HEAD, 2), ("slack:U0LIB0002", 1)])
async def test_others_see_the_channels_that_they_keep_and_nothing_of_the_questions(
    bot: Bot, who: str, own: int, language: Language
) -> None:
    texts, report = texts_in(language), text_of(await bot.said(who, WORDS[language], locale=language))
    assert f"{texts('report-total')}: {own}" in report
    assert texts("report-questions") not in report


@pytest.mark.parametrize("language", Language)
async def test_who_keeps_nothing_is_told_who_sees_it(bot: Bot, language: Language) -> None:
    refused = text_of(await bot.said(STAFF, WORDS[language], locale=language))
    assert texts_in(language)("not-allowed-report") in refused
    assert texts_in(language)("report-total") not in refused


@pytest.mark.parametrize(("who", "shown"), [(ICT, True), (DECIDER, True), (MAINTAINER, True), (STAFF, False)])
async def test_the_help_names_the_report_to_those_who_may_see_one(bot: Bot, who: str, *, shown: bool) -> None:
    assert ("/some raportti" in text_of(await bot.said(who, "apua"))) is shown


async def test_a_guest_sees_no_report_whoever_it_is(bot: Bot) -> None:
    for who in (GUEST, MAINTAINER, ICT):
        assert "Kanavia yhteensä" not in text_of(await bot.said(who, "raportti", guest=True))


async def test_a_report_names_nobody_but_by_their_office(bot: Bot) -> None:
    register = await bot.application.services.lookup.register()
    report = text_of(await bot.said(ICT, "raportti"))
    assert sorted(person.label for person in register.people.values() if person.label in report) == ["ICT-sihteeri"]


async def test_a_report_has_pictures_that_say_the_figures_of_today(bot: Bot) -> None:
    reply = (await bot.said(ICT, "raportti")).reply
    assert isinstance(reply, Message)
    pictures = [block for block in reply.blocks if isinstance(block, Picture)]
    assert [picture.said for picture in pictures] == [
        "Käytössä. 23.11.2026: 6.",
        "Avoimia velvoitteita. 23.11.2026: 17.",
    ]
    assert "23.11.2026: kanavia 6, niistä käytössä 6; avoimia velvoitteita 17" in plain_text(reply)


async def test_a_report_of_named_channels_counts_those(bot: Bot) -> None:
    assert "Kanavia yhteensä: 2\n" in text_of(await bot.said(ICT, "raportti kunnan instagram ja kunnan facebook"))


@pytest.mark.parametrize(
    ("text", "language"),
    [("raportti 23.11.", Language.FI), ("rapport 23.11.", Language.SV), ("report 23.11.", Language.EN)],
)
async def test_a_day_of_the_past_is_told_as_the_register_was_then(bot: Bot, text: str, language: Language) -> None:
    texts, before = texts_in(language), text_of(await bot.said(ICT, WORDS[language], locale=language))
    bot.clock.at = NOON + timedelta(days=90)
    person = await bot.person(ICT)
    secretary = Actor(person, frozenset({Role.ICT_SECRETARY}))
    keeping = bot.application.services.keeping
    await keeping.retire(secretary, "kunta-facebook", "slack:U0COMM001", "", "", bot.clock.at)
    then = text_of(await bot.said(ICT, text, locale=language))
    assert f"{texts('report-total')}: 6" in before
    assert f"{texts('report-total')}: 6" in then
    assert texts("report-note-past") in then
    assert texts("report-reminders") not in then
    assert f"{texts('report-total')}: 5" in text_of(await bot.said(ICT, WORDS[language], locale=language))


async def test_a_day_before_the_register_began_is_refused_with_the_first_that_it_knows(bot: Bot) -> None:
    assert "alkaa 23.11.2026" in text_of(await bot.said(ICT, "raportti 1.1.2020"))


async def test_a_day_ahead_is_told_as_of_today(bot: Bot) -> None:
    assert "kanavat 23.11.2026" in text_of(await bot.said(ICT, "raportti 1.1.2030"))


async def test_reminders_are_counted_with_their_answers(bot: Bot) -> None:
    await days(bot, AT_START, 3)
    before = text_of(await bot.said(MAINTAINER, "raportti"))
    assert ("Kanavasta kysytty: 3" in before, "Ei vastausta: 3" in before) == (True, True)
    await bot.said(MAINTAINER, "päivitin kirjaston facebookin")
    after = text_of(await bot.said(MAINTAINER, "raportti"))
    assert "Kanavasta kysytty: 3" in after
    assert "Päivitetty: 1" in after
    assert "Ei vastausta: 2" in after
