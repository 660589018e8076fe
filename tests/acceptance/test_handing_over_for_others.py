"""Hand-overs and people by their roles in the sentence: nobody becomes what another was to be."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from tests.acceptance.people import HEAD, ICT, MAINTAINER, OTHER, STAFF
from tests.support.bot_in_memory import Bot, form_of, text_of

FI, SV, EN = Language
INSTAGRAM = "kirjasto-instagram"


@pytest.mark.parametrize(
    "said",
    [
        f"siirretään kirjaston instagram {MAINTAINER}:lta {STAFF}:lle",
        f"{MAINTAINER} antaa kirjaston instan {STAFF}:lle",
        f"laita kirjaston instagramiin {STAFF} {MAINTAINER}:n tilalle",
        f"flytta bibliotekets instagram från {MAINTAINER} till {STAFF}",
        f"{STAFF} tar över bibliotekets instagram av {MAINTAINER}",
        f"ersätt {MAINTAINER} med {STAFF} på bibliotekets instagram",
        f"transfer the library's instagram from {MAINTAINER} to {STAFF}",
        f"{STAFF} takes over the library's instagram from {MAINTAINER}",
        f"on the library's instagram, replace {MAINTAINER} with {STAFF}",
    ],
)
async def test_who_gives_goes_and_who_takes_comes(bot: Bot, said: str) -> None:
    form = form_of(await bot.said(ICT, said))
    assert (form.id, form.values["remove"], form.values["add"]) == ("maintainers", MAINTAINER, STAFF)
    await bot.submitted(ICT, await bot.said(ICT, said), authorised_by=HEAD)
    register = await bot.application.services.lookup.register()
    assert {register.person(one).references[0] for one in register.channels[INSTAGRAM].maintainer_ids} == {OTHER, STAFF}


@pytest.mark.parametrize(
    ("language", "said", "word"),
    [
        (FI, f"luovuta kirjaston facebook {MAINTAINER}:lle", "jo kanavan ylläpitäjä"),
        (SV, f"lämna över bibliotekets facebook till {MAINTAINER}", "redan administratör"),
        (EN, f"hand the library's facebook over to {MAINTAINER}", "maintains the channel already"),
    ],
)
async def test_a_channel_is_not_handed_over_to_who_has_it(bot: Bot, language: Language, said: str, word: str) -> None:
    outcome = await bot.submitted(ICT, await bot.said(ICT, said, locale=language), authorised_by=HEAD)
    assert word in form_of(outcome).errors["to"]


@pytest.mark.parametrize(
    "said",
    [
        f"merkitse {MAINTAINER} lähteneeksi ja luovuta kanavat {OTHER}:lle",
        f"{MAINTAINER} har slutat, {OTHER} tar över kanalerna",
        f"mark {MAINTAINER} as gone, the channels go to {OTHER}",
    ],
)
async def test_a_leaver_may_have_a_successor(bot: Bot, said: str) -> None:
    question = text_of(await bot.said(ICT, said))
    assert "Kirjaston ylläpitäjä 1" in question.split("\n")[0]
    assert "Kirjaston ylläpitäjä 2" in question


@pytest.mark.parametrize(
    "said",
    [
        f"{OTHER} alkaa myös hoitaa kirjaston facea",
        f"voisiko {OTHER} aloittaa kans facen päivittämisen",
        f"{OTHER} ska också sköta bibliotekets facebook",
        f"can {OTHER} help update our facebook, as a second maintainer?",
    ],
)
async def test_a_second_maintainer_takes_nothing_from_the_first(bot: Bot, said: str) -> None:
    shown = text_of(await bot.said(MAINTAINER, said))
    assert any(word in shown for word in ("Pyyntö: Ylläpitäjät", "Begäran: Administratörer", "Request: Maintainers"))


@pytest.mark.parametrize(
    "said",
    [
        f"{OTHER} luovuttaa kirjaston instan {STAFF}:lle",
        f"{OTHER} lämnar över bibliotekets instagram till {STAFF}",
        f"{OTHER} hands the library's instagram over to {STAFF}",
    ],
)
async def test_what_is_another_s_is_no_one_else_s_to_give(bot: Bot, said: str) -> None:
    shown = text_of(await bot.said(MAINTAINER, said))
    assert any(word in shown for word in ("Pyyntö: Ylläpitäjät", "Begäran: Administratörer", "Request: Maintainers"))


@pytest.mark.parametrize(
    "said",
    [
        f"lisää {STAFF} kirjaston facebookiin ja poista {MAINTAINER} sieltä",
        f"ta bort {MAINTAINER} från bibliotekets facebook och lägg till {STAFF}",
        f"add {STAFF} to the library's facebook and remove {MAINTAINER}",
    ],
)
async def test_one_comes_and_another_goes(bot: Bot, said: str) -> None:
    values = form_of(await bot.said(ICT, said)).values
    assert (values["add"], values["remove"]) == (STAFF, MAINTAINER)


@pytest.mark.parametrize(
    "said",
    [
        f"luovutan facebookin {OTHER}:lle, valtuutuksen antoi {HEAD}",
        f"jag lämnar över facebook till {OTHER}, fullmakt av {HEAD}",
        f"I hand our facebook over to {OTHER}, approved by {HEAD}",
    ],
)
async def test_who_authorised_a_hand_over_is_in_the_form(bot: Bot, said: str) -> None:
    values = form_of(await bot.said(MAINTAINER, said)).values
    assert (values["to"], values["authorised_by"]) == (OTHER, HEAD)


@pytest.mark.parametrize(
    "said",
    [
        f"lisää {STAFF} kirjaston facebookiin ja poista Kirjaston ylläpitäjä 1 sieltä",
        f"{STAFF} i stället för Kirjaston ylläpitäjä 1 på bibliotekets facebook",
        f"replace Kirjaston ylläpitäjä 1 with {STAFF} on the library's facebook",
    ],
)
async def test_one_is_mentioned_and_another_called_by_name(bot: Bot, said: str) -> None:
    values = form_of(await bot.said(ICT, said)).values
    assert (values["add"], values["remove"]) == (STAFF, MAINTAINER)


async def test_all_channels_of_somebody_are_handed_over_at_once(bot: Bot) -> None:
    form = form_of(await bot.said(ICT, f"siirrä kaikki kanavat {MAINTAINER}:lta {OTHER}:lle"))
    assert (form.id, form.values["to"]) == ("handover-all", OTHER)
