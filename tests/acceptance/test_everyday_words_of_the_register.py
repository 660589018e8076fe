"""What hurried colleagues write about channels and their people comes to what they mean, and never to another deed."""

from __future__ import annotations

import pytest

from tests.acceptance.deciding import BOSS
from tests.acceptance.people import HEAD, ICT, MAINTAINER, OTHER, STAFF
from tests.support.bot_in_memory import Bot, form_of, labels, text_of


@pytest.mark.parametrize(
    "said",
    [
        "pistetään kirjaston facebook kiinni",
        "laittakaa se kirjaston face kiinni",
        "ta ner bibliotekets facebook",
        "please take the library's facebook offline",
    ],
)
async def test_a_channel_that_is_to_be_shut_is_not_registered(bot: Bot, said: str) -> None:
    assert form_of(await bot.said(ICT, said)).id == "retire"


@pytest.mark.parametrize(
    "said",
    [
        f"luovutan kirjaston facebookin {OTHER}:lle, esimies {HEAD} on antanut luvan",
        f"jag överlåter bibliotekets facebook till {OTHER}, chefen {HEAD} har gett lov",
        f"I'd hand the library's facebook to {OTHER}, my manager {HEAD} has approved",
    ],
)
async def test_a_channel_is_handed_over_with_a_superior_s_leave(bot: Bot, said: str) -> None:
    form = form_of(await bot.said(MAINTAINER, said))
    assert (form.id, form.values["to"], form.values["authorised_by"]) == ("handover", OTHER, HEAD)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("merkitse kunnan facebookin päätös 12.3.2025 § 14", "§ 14"),
        ("kommunens facebook: beslutet 12.3.2025 § 14", "§ 14"),
        ("note the decision of 12 March 2025, record 14/2025, on the municipality's facebook", "14/2025"),
    ],
)
async def test_a_decision_is_noted_on_its_channel(bot: Bot, said: str, number: str) -> None:
    form = form_of(await bot.said(ICT, said))
    values = form.values
    assert (form.id, values["decision_on"], values["decision_record"]) == ("edit", "2025-03-12", number)


@pytest.mark.parametrize(
    "said",
    [
        "onko mulle mitään kuitattavaa",
        "pitääkö minun hyväksyä jotain",
        "finns det något jag borde godkänna",
        "måste jag besluta om något",
        "is there anything I should approve",
        "do I have to sign anything",
    ],
)
async def test_whether_something_waits_for_ones_decision_is_told(bot: Bot, said: str) -> None:
    assert {"Ehdota kanavaa", "Föreslå en kanal", "Propose a channel"} & set(labels(await bot.said(BOSS, said)))
    assert "Kunnan Instagram, Kunnan Facebook" in text_of(await bot.said(BOSS, said))


@pytest.mark.parametrize(
    "said",
    [
        "kanavat vastuuhenkilöineen",
        "keitä kunnan somettajat on",
        "alla konton med ansvariga personer",
        "vilka sköter sociala medier hos oss",
        "our accounts and who is responsible for them",
        "who are the social media folks here",
    ],
)
async def test_the_channels_are_listed_with_their_people(bot: Bot, said: str) -> None:
    listed = text_of(await bot.said(STAFF, said))
    assert "Viestintäsuunnittelija" in listed
    assert "Nuorisotyöntekijä" in listed


@pytest.mark.parametrize(
    "said",
    [
        "perustettaisko kirjastolle tiktok, mitä se vaatii",
        "vi skulle behöva en egen tiktok på biblioteket, hur gör vi",
        "we need to open a tiktok for the library, where do I start",
    ],
)
async def test_who_would_like_a_channel_is_led_to_the_form(bot: Bot, said: str) -> None:
    assert {"Ehdota kanavaa", "Föreslå en kanal", "Propose a channel"} & set(labels(await bot.said(STAFF, said)))


async def test_a_channel_of_another_trade_is_not_the_one_that_is_wished_for(bot: Bot) -> None:
    assert "on jo rekisterissä" not in text_of(await bot.said(STAFF, "halutaan perustaa liikunnalle instagram"))


@pytest.mark.parametrize(
    ("said", "channel"),
    [
        ("mihin nuorten tiktok hävisi", "Nuorisopalvelujen TikTok"),
        ("mitä liikunnan youtubelle on tapahtunut", "Liikunnan vanha YouTube"),
        ("onko kirjaston insta enää elossa", "Kirjaston Instagram"),
        ("vad hände med bibliotekets instagram", "Kirjaston Instagram"),
        ("lever bibliotekets facebook fortfarande", "Kirjaston Facebook"),
        ("what happened to the library's instagram", "Kirjaston Instagram"),
        ("is the youth services' tiktok still alive", "Nuorisopalvelujen TikTok"),
    ],
)
async def test_what_has_become_of_a_channel_its_card_tells(bot: Bot, said: str, channel: str) -> None:
    shown = text_of(await bot.said(STAFF, said))
    assert channel in shown
    assert "http" in shown


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("koska kirjaston facebook hyväksyttiin ja kuka hyväksyi", "Rekisterissä ei ole tämän kanavan päätöstä"),
        ("vem godkände bibliotekets facebook", "Inget beslut"),
        ("when was the library's facebook approved", "No decision"),
    ],
)
async def test_when_and_by_whom_a_channel_was_approved(bot: Bot, said: str, told: str) -> None:
    assert told in text_of(await bot.said(STAFF, said))


@pytest.mark.parametrize(
    "said",
    [
        f"kirjaston facebookia hoitaa jatkossa {OTHER} mun sijasta",
        f"bibliotekets facebook sköts av {OTHER} i stället för mig från och med nu",
        f"{OTHER} looks after the library's facebook instead of me from now on",
    ],
)
async def test_who_comes_in_the_speaker_s_place_takes_the_channel_over(bot: Bot, said: str) -> None:
    form = form_of(await bot.said(MAINTAINER, said))
    assert (form.id, form.values["to"]) == ("handover", OTHER)
