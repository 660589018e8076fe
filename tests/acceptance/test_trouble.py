"""An account in trouble: what to do, who has access, whom to tell; a log, closed with what was learnt."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.conversation.exchange import Outcome
from bot.domain.language import Language
from bot.domain.people import Actor, Role
from bot.domain.trouble import TroubleKind
from bot.knowledge.content import common
from bot.messages.model import Verb
from bot.messages.texts import texts_in
from bot.messages.trouble import trouble
from bot.services.trouble import TROUBLES
from tests.acceptance.keeping import errors
from tests.acceptance.people import HEAD, ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, labels, text_of

FI = Language.FI
CHANNEL = "kirjasto-facebook"
SAID = {
    Language.FI: "tili on kaapattu kirjaston facebook",
    Language.SV: "kontot har kapats bibliotekets facebook",
    Language.EN: "account hijacked library facebook",
}


async def opened(bot: Bot, who: str = MAINTAINER, kind: str = "Tili on kaapattu") -> str:
    return text_of(await bot.pressed(who, await bot.said(who, SAID[FI], locale=FI), kind))


@pytest.mark.parametrize("language", Language)
async def test_a_hijacked_account_is_dealt_with_from_the_first_word_to_what_was_learnt(
    bot: Bot, language: Language
) -> None:
    texts = texts_in(language)
    asked = await bot.said(MAINTAINER, SAID[language], locale=language)
    assert texts("trouble-what") in text_of(asked)
    case = await bot.pressed(MAINTAINER, asked, texts("button-trouble-hijacked"))
    shown = text_of(case)
    assert "https://www.facebook.com/hacked" in shown
    found = common.report_pages()["facebook", TroubleKind.HIJACKED].found
    assert found
    assert texts("trouble-address-found", on=found) in shown
    assert f"{texts('trouble-holders')}: Kirjastotoimenjohtaja, Kirjaston ylläpitäjä 1" in shown
    told_on = "Kirjaston Instagram, Kunnan Instagram, Kunnan Facebook"
    assert texts("trouble-step-tell", channels=told_on) in shown
    form = await bot.pressed(MAINTAINER, case, texts("button-trouble-log"))
    case = await bot.submitted(MAINTAINER, form, text="Viestintä ja ICT-sihteeri tietävät")
    assert "Kirjaston ylläpitäjä 1: Viestintä ja ICT-sihteeri tietävät" in text_of(case)
    form = await bot.pressed(MAINTAINER, case, texts("button-trouble-close"))
    closed = await bot.submitted(MAINTAINER, form, learnt="Kaksivaiheinen kirjautuminen kaikille")
    assert texts("trouble-closed", channel="Kirjaston Facebook") in text_of(closed)
    again = text_of(await bot.said(MAINTAINER, SAID[language], locale=language))
    assert "Kaksivaiheinen kirjautuminen kaikille" in again
    assert texts("trouble-what") in again


@pytest.mark.parametrize("language", Language)
async def test_the_secretary_and_the_channels_people_are_told_once_and_it_is_shown_who(
    bot: Bot, language: Language
) -> None:
    asked = await bot.said(STAFF, SAID[FI], locale=FI)
    for _ in range(2):
        case = await bot.pressed(STAFF, asked, "Tili on kaapattu")
        bot.clock.at += timedelta(minutes=5)
    texts = texts_in(language)
    for who in (ICT, HEAD, MAINTAINER):
        told = await bot.newest_notice(who, language)
        assert len(bot.notifier.sent[(await bot.person(who)).id]) == 1
        assert texts("notice-trouble") in text_of(told)
        assert texts("button-trouble-hijacked") in text_of(told)
        shown = await bot.pressed(who, told, texts("button-trouble-show"))
        assert texts("button-trouble-log") in labels(shown)
    assert (await bot.person(STAFF)).id not in bot.notifier.sent
    names = "Kirjastotoimenjohtaja, Kirjaston ylläpitäjä 1, ICT-sihteeri"
    assert f"{texts_in(FI)('trouble-told')}: {names}" in text_of(case)


async def test_who_can_not_be_reached_is_not_said_to_have_been_told(bot: Bot) -> None:
    bot.notifier.unreachable.add((await bot.person(HEAD)).id)
    assert f"{texts_in(FI)('trouble-told')}: ICT-sihteeri" in await opened(bot)


async def test_who_has_left_is_not_told_and_a_cover_is(bot: Bot) -> None:
    register = await bot.application.services.lookup.register()
    head = Actor(register.person("slack-u0libhead"))
    today = bot.clock.at.date()
    staffing = bot.application.services.staffing
    await staffing.agree_cover(head, today, today, STAFF, bot.clock.at)
    secretary = Actor(await bot.person(ICT), frozenset({Role.ICT_SECRETARY}))
    await staffing.mark_left(secretary, MAINTAINER, today, bot.clock.at)
    await opened(bot, ICT)
    (case,) = (await bot.application.store.read()).of(TROUBLES).values()
    assert case.told == ("slack-u0libhead", (await bot.person(STAFF)).id)


async def test_a_fake_account_is_reported_and_told_of_in_its_own_words(bot: Bot) -> None:
    shown = await opened(bot, kind="Joku esiintyy meinä")
    assert texts_in(FI)("trouble-words-fake", channel="Kirjaston Facebook") in shown
    assert common.report_pages()["facebook", TroubleKind.FAKE].url in shown


async def test_where_no_page_is_known_the_services_own_way_is_named(bot: Bot) -> None:
    await opened(bot)
    view = await bot.application.services.troubles.view(Actor(await bot.person(ICT)), CHANNEL, bot.clock.now())
    assert texts_in(FI)("verify-step-report") in text_of(Outcome(trouble(view, {}, texts_in(FI))))


async def test_anybody_of_the_staff_opens_a_case_once_and_its_keepers_handle_it(bot: Bot) -> None:
    seen = await bot.pressed(STAFF, await bot.said(STAFF, SAID[FI], locale=FI), "Tili on kaapattu")
    assert "Kirjaa, mitä on tehty" not in labels(seen)
    for who in (HEAD, ICT):
        again = await bot.said(who, SAID[FI], locale=FI)
        assert "Mitä on tapahtunut?" not in text_of(again)
        assert "Tapaus on ohi" in labels(again)


async def test_what_is_closed_is_logged_no_more_and_a_kind_that_is_none_opens_nothing(bot: Bot) -> None:
    form = await bot.pressed_old(ICT, Verb.OPEN_FORM, "trouble-log", CHANNEL, "")
    assert texts_in(FI)("trouble-over") in text_of(await bot.submitted(ICT, form, text="jotain"))
    pressed = await bot.pressed_old(ICT, Verb.TROUBLE_OPEN, CHANNEL, "nonsense")
    assert texts_in(FI)("stale-button") in text_of(pressed)


async def test_passwords_and_nothing_at_all_are_refused_in_the_log(bot: Bot) -> None:
    await opened(bot)
    form = await bot.pressed_old(ICT, Verb.OPEN_FORM, "trouble-log", CHANNEL, "")
    for text in ("", "uusi salasana: Kesa2026!"):
        assert "text" in errors(await bot.submitted(ICT, form, text=text))


async def test_where_no_channel_is_named_ones_own_are_offered(bot: Bot) -> None:
    offered = await bot.said(HEAD, "tili on kaapattu", locale=FI)
    assert "Minkä kanavan tilistä on kyse?" in text_of(offered)
    chosen = await bot.pressed(HEAD, offered, "Valitse", "Kirjaston Facebook")
    assert "Ongelmatilanne: Kirjaston Facebook" in text_of(chosen)
    assert texts_in(FI)("trouble-name-it") in text_of(await bot.said(STAFF, "valetili", locale=FI))


async def test_what_was_learnt_is_forgotten_after_two_years(bot: Bot) -> None:
    await opened(bot)
    form = await bot.pressed_old(ICT, Verb.OPEN_FORM, "trouble-close", CHANNEL, "")
    await bot.submitted(ICT, form, learnt="Kaksivaiheinen kirjautuminen")
    for days, known in ((730, True), (731, False)):
        bot.clock.at = bot.clock.at.replace(year=2026, month=11, day=23) + timedelta(days=days)
        await bot.application.forgetting.run(bot.clock.at)
        assert ("Kaksivaiheinen" in text_of(await bot.said(ICT, SAID[FI], locale=FI))) is known
