"""Ways out of a channel: with nobody who goes on, and past a superior who has not authorised it."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.services.notices import AuthorisationDenied
from bot.understanding.commands import Intent
from tests.acceptance.keeping import SUPERIOR, channel_of, errors
from tests.acceptance.people import HEAD, ICT, MAINTAINER, OTHER, STAFF
from tests.support.bot_in_memory import Bot, form_of, labels, text_of

FI, EN = Language.FI, Language.EN


@pytest.mark.parametrize(
    "text",
    [
        "haluan luopua kirjaston facebookista",
        "en ole enää vastuussa kirjaston facebookista",
        "en hoida enää kirjaston facebookia",
        "jag vill inte sköta bibliotekets facebook",
        "en haluaisi enää päivittää kirjaston facebookia",
        "jag vill inte längre uppdatera bibliotekets facebook",
        "I no longer want to look after the library's facebook",
        "jag är inte längre ansvarig för bibliotekets facebook",
        "I want to give up the library's facebook",
        "I am no longer responsible for the library's facebook",
    ],
)
async def test_who_wants_out_gets_the_form_that_hands_the_channel_over(bot: Bot, text: str) -> None:
    outcome = await bot.said(MAINTAINER, text, locale=FI)
    assert outcome.understood is not None
    assert outcome.understood.intent is Intent.HANDOVER
    assert form_of(outcome).id == "handover"


@pytest.mark.parametrize("who", [MAINTAINER, ICT])
@pytest.mark.parametrize("said", ["luovuta foobar", "hand over foobar", "luovuta @olematon"])
async def test_words_that_name_no_channel_bring_the_choice_of_channels(bot: Bot, who: str, said: str) -> None:
    asked_back = await bot.said(who, said, locale=FI)
    assert said.split()[-1] in text_of(asked_back)
    assert "Kirjaston Instagram" in text_of(asked_back)
    assert form_of(await bot.pressed(who, asked_back, labels(asked_back)[0])).id == "handover"


async def test_who_keeps_one_channel_gets_its_form_with_what_was_not_understood(bot: Bot) -> None:
    outcome = await bot.said(OTHER, "luovuta foobar", locale=FI)
    assert form_of(outcome).intro.startswith("Kirjaston Instagram")
    assert "foobar" in errors(outcome)["to"]


async def test_who_keeps_no_channel_gets_no_form_that_hands_one_over(bot: Bot) -> None:
    assert "En ymmärtänyt" in text_of(await bot.said(STAFF, "luovuta foobar", locale=FI))


async def test_who_knows_no_successor_says_so_and_the_ict_secretary_has_it_on_the_list(bot: Bot) -> None:
    form = await bot.said(MAINTAINER, "haluan luopua kirjaston facebookista", locale=FI)
    assert list(errors(await bot.submitted(MAINTAINER, form))) == ["to", "authorised_by"]
    told = await bot.submitted(MAINTAINER, form, no_successor="yes")
    assert "kerroin ICT-sihteerille" in text_of(told)
    assert "slack-u0lib0001" in (await channel_of(bot, "kirjasto-facebook")).maintainer_ids
    notice = await bot.newest_notice(ICT)
    assert "Kirjaston ylläpitäjä 1 haluaa luopua" in text_of(notice)
    assert labels(notice) == ["Ylläpitäjät", "Poista käytöstä"]
    listed = "Ylläpitäjä haluaa luopua (1): Kirjaston Facebook (Kirjaston ylläpitäjä 1)"
    assert listed in text_of(await bot.said(ICT, "tarkastus", locale=FI))
    staff = await bot.pressed(ICT, notice, "Ylläpitäjät")
    await bot.submitted(ICT, staff, add="U0LIB0002", authorised_by=SUPERIOR, remove="U0LIB0001")
    assert "haluaa luopua" not in text_of(await bot.said(ICT, "tarkastus", locale=FI))


@pytest.mark.parametrize("text", ["haluan kirjaston facebookin", "tarvitsen kirjaston facebookin"])
async def test_a_channel_that_there_is_is_no_new_one(bot: Bot, text: str) -> None:
    reply = await bot.said(MAINTAINER, text, locale=FI)
    assert "on jo rekisterissä: Kirjaston Facebook" in text_of(reply)
    assert labels(reply)[:2] == ["Näytä: Kirjaston Facebook", "Luovuta: Kirjaston Facebook"]
    assert form_of(await bot.pressed(MAINTAINER, reply, "Luovuta")).id == "handover"
    assert not any(label.startswith("Luovuta") for label in labels(await bot.said(STAFF, text, locale=FI)))


async def test_a_superior_who_has_not_authorised_it_objects_with_one_press(bot: Bot) -> None:
    form = await bot.said(MAINTAINER, "luovutan kirjaston facebookin slack:U0LIB0002", locale=FI)
    await bot.submitted(MAINTAINER, form, authorised_by=SUPERIOR)
    notice = await bot.newest_notice(HEAD)
    assert "Kirjaston ylläpitäjä 1 ilmoitti, että olet valtuuttanut henkilön Kirjaston ylläpitäjä 2" in text_of(notice)
    for _ in range(2):
        assert "et ole antanut valtuutusta" in text_of(await bot.pressed(HEAD, notice, "En ole valtuuttanut"))
    (denied,) = bot.notifier.sent["slack-u0ict0001"]
    assert isinstance(denied, AuthorisationDenied)
    assert "Kirjastotoimenjohtaja ei ole valtuuttanut" in text_of(await bot.newest_notice(ICT))
    assert "ei ole enää voimassa" in text_of(await bot.pressed(STAFF, notice, "En ole valtuuttanut"))


async def test_whom_the_ict_secretary_names_as_the_superior_hears_of_it_too(bot: Bot) -> None:
    form = await bot.pressed(ICT, await bot.said(ICT, "kuka hoitaa kirjaston facebookia", locale=FI), "Ylläpitäjät")
    await bot.submitted(ICT, form, add="U0LIB0002", authorised_by=SUPERIOR)
    notice = await bot.newest_notice(HEAD)
    assert "ilmoitti, että olet valtuuttanut" in text_of(notice)
    await bot.pressed(HEAD, notice, "En ole valtuuttanut")
    assert isinstance(bot.notifier.sent["slack-u0ict0001"][-1], AuthorisationDenied)
