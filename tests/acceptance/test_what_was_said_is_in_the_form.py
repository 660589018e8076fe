"""What somebody said stands in the form that comes of it, or is told as not known: nothing is dropped silently."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from tests.acceptance.people import ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, buttons, form_of, text_of

FI, SV, EN = Language.FI, Language.SV, Language.EN


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("kirjaston instagramin uusi nimi on Lukupiiri", "Lukupiiri"),
        ("vaihda kunnan facebookin nimeksi ”Nuorisotalon uutiset”", "Nuorisotalon uutiset"),
        ("bibliotekets facebook heter numera Läsesalen", "Läsesalen"),
        ("ändra namnet på kommunens facebook till Ungdomsgården", "Ungdomsgården"),
        ("the library's instagram is now called Reading Corner", "Reading Corner"),
        ("change the name of the library's instagram to Reading Corner", "Reading Corner"),
        ("rename the youth services' tiktok to Library talks", "Library talks"),
    ],
)
async def test_a_new_name_is_in_the_form_and_names_no_other_channel(bot: Bot, said: str, name: str) -> None:
    form = form_of(await bot.said(ICT, said))
    assert (form.id, form.values["name"]) == ("edit", name)
    assert not form.errors


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("muuta kunnan facebookin päivitysväliksi 10 päivää", "10"),
        ("kunnan facebook: päivitysväli 3 viikkoa", "21"),
        ("ändra uppdateringsintervallet för kommunens facebook till 10 dagar", "10"),
        ("change the update interval of the library's facebook to two weeks", "14"),
    ],
)
async def test_an_interval_is_in_the_form(bot: Bot, said: str, days: str) -> None:
    assert form_of(await bot.said(ICT, said)).values["update_interval_days"] == days


async def test_a_new_address_is_in_the_form(bot: Bot) -> None:
    form = form_of(await bot.said(ICT, "muuta kirjaston facebookin osoitteeksi https://www.facebook.com/lukupiiri"))
    assert form.values["url"] == "https://www.facebook.com/lukupiiri"


@pytest.mark.parametrize(
    "said",
    [
        "laita kunnan facebook tauolle tammikuuksi",
        "pausa kommunens facebook i januari",
        "pause the library's facebook in january",
    ],
)
async def test_a_pause_of_a_month_is_in_the_form(bot: Bot, said: str) -> None:
    values = form_of(await bot.said(ICT, said)).values
    assert (values["start"], values["end"]) == ("2027-01-01", "2027-01-31")


@pytest.mark.parametrize(
    "said",
    [
        "muistutukset tauolle 24.12.–26.12.",
        "tauota kaikki muistutukset jouluksi",
        "pausa påminnelserna över jul",
        "pause all the reminders over christmas",
    ],
)
async def test_days_without_any_reminders_are_in_the_form(bot: Bot, said: str) -> None:
    form = form_of(await bot.said(ICT, said))
    assert (form.id, form.values["start"], form.values["end"]) == ("nudges-pause", "2026-12-24", "2026-12-26")


@pytest.mark.parametrize(
    "said",
    [
        "siirrä kirjaston facebook slack:U0LIB0002:lle",
        "luovutan kirjaston facebookin U0LIB0002:lle",
        "luovutan kirjaston facebookin henkilölle Kirjaston ylläpitäjä 2",
        "jag överlåter bibliotekets facebook till Kirjaston ylläpitäjä 2",
        "I hand the library's facebook over to Kirjaston ylläpitäjä 2",
    ],
)
async def test_who_takes_over_is_in_the_form_mentioned_or_called_by_name(bot: Bot, said: str) -> None:
    assert form_of(await bot.said(MAINTAINER, said)).values["to"] == "slack:U0LIB0002"


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("luovutan kirjaston facebookin Kaisalle", "Kaisalle"),
        ("en hoida enää kirjaston facea, kaisa hoitaa", "kaisa"),
        ("jag lämnar över bibliotekets facebook till Kajsa", "Kajsa"),
        ("I am handing the library's facebook over to Kajsa", "Kajsa"),
    ],
)
async def test_a_name_that_nobody_is_known_by_is_told(bot: Bot, said: str, word: str) -> None:
    form = form_of(await bot.said(MAINTAINER, said))
    assert "to" not in form.values
    assert word in form.intro


async def test_no_name_is_told_where_none_was_said(bot: Bot) -> None:
    for said in ("luovutan kirjaston facebookin", "jag ansvarar inte längre för bibliotekets facebook"):
        assert "\n" not in form_of(await bot.said(MAINTAINER, said)).intro
    assert not form_of(await bot.said(ICT, "muistutukset tauolle joulukuuksi")).intro


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("uusi kanava: nuorison snapchat, vastuuhenkilö U0LIB0002", "Nuorison Snapchat"),
        ("ny kanal: bibliotekets youtube, ansvarig person U0LIB0002", "Bibliotekets YouTube"),
        ("new channel: library youtube, responsible U0LIB0002", "Library YouTube"),
    ],
)
async def test_a_new_channels_name_and_person_are_in_the_form(bot: Bot, said: str, name: str) -> None:
    form = form_of(await bot.said(ICT, said))
    assert (form.id, form.values["name"], form.values["responsible"]) == ("register", name, "slack:U0LIB0002")


@pytest.mark.parametrize(
    "said", ["lopetan kunnalla 31.12.", "jag slutar på kommunen 31.12", "my last day is 30 December"]
)
async def test_who_leaves_and_when_is_in_the_form_that_comes_of_the_request(bot: Bot, said: str) -> None:
    refused = await bot.said(MAINTAINER, said)
    request = next(one for one in buttons(refused) if one.action.args[:1] == ("left",))
    await bot.pressed(MAINTAINER, refused, request.label)
    arrived = await bot.newest_notice(ICT)
    form = form_of(await bot.pressed(ICT, arrived, "Merkitse lähteneeksi"))
    assert (form.values["person"], form.values["on"]) == ("slack:U0LIB0001", "2026-12-31")


async def test_who_asks_to_become_a_maintainer_is_in_the_form_that_comes_of_the_request(bot: Bot) -> None:
    refused = await bot.said(STAFF, "lisää minut kirjaston facebookin ylläpitäjäksi", locale=FI)
    await bot.pressed(STAFF, refused, "Pyydä ICT-sihteeriltä")
    form = form_of(await bot.pressed(ICT, await bot.newest_notice(ICT), "Ylläpitäjät"))
    assert form.values["add"] == "slack:U0STAFF01"
    assert "Kirjaston Facebook" in text_of(await bot.said(STAFF, "kirjaston facebook"))


@pytest.mark.parametrize(
    ("said", "on", "record"),
    [
        ("kunnan facebookista päätettiin 14.2.2025 § 31", "2025-02-14", "§ 31"),
        ("nuorison tiktokin päätösnumero on § 8", "", "§ 8"),
        ("päätös kirjaston instagramista on tehty 2.6.2026", "2026-06-02", ""),
        ("beslutet om kommunens facebook fattades 14.2.2025, 31 §", "2025-02-14", "31 §"),
        ("the municipality's facebook was decided on 14 February 2025, record number 31/2025", "2025-02-14", "31/2025"),
    ],
)
async def test_a_decision_told_in_words_is_in_the_form(bot: Bot, said: str, on: str, record: str) -> None:
    form = form_of(await bot.said(ICT, said))
    assert form.id == "edit"
    assert (form.values.get("decision_on", ""), form.values.get("decision_record", "")) == (on, record)


async def test_who_decided_is_in_the_form_where_a_decision_is_told(bot: Bot) -> None:
    said = "kunnan facebookista päätettiin 14.2.2025, päättäjänä <@U0LIBHEAD>"
    assert form_of(await bot.said(ICT, said)).values["decision_by"] == "slack:U0LIBHEAD"
