"""An account in trouble: what to do, who has access, whom to tell; a log, closed with what was learnt."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.language import Language
from bot.messages.model import Verb
from bot.messages.texts import texts_in
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
    assert texts("trouble-unchecked") in shown
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


async def test_a_fake_account_is_reported_and_told_of_in_its_own_words(bot: Bot) -> None:
    shown = await opened(bot, kind="Joku esiintyy meinä")
    assert texts_in(FI)("trouble-words-fake", channel="Kirjaston Facebook") in shown
    assert texts_in(FI)("verify-step-report") in shown, "no page is known for this, so the service's own way is named"


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
    assert "Tili vaikeuksissa: Kirjaston Facebook" in text_of(chosen)
    assert texts_in(FI)("trouble-name-it") in text_of(await bot.said(STAFF, "valetili", locale=FI))


async def test_what_was_learnt_is_forgotten_after_two_years(bot: Bot) -> None:
    await opened(bot)
    form = await bot.pressed_old(ICT, Verb.OPEN_FORM, "trouble-close", CHANNEL, "")
    await bot.submitted(ICT, form, learnt="Kaksivaiheinen kirjautuminen")
    for days, known in ((730, True), (731, False)):
        bot.clock.at = bot.clock.at.replace(year=2026, month=11, day=23) + timedelta(days=days)
        await bot.application.forgetting.run(bot.clock.at)
        assert ("Kaksivaiheinen" in text_of(await bot.said(ICT, SAID[FI], locale=FI))) is known
