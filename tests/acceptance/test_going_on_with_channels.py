"""What is asked further of channels: on another service, of another unit, or something else of the same ones."""

from __future__ import annotations

import pytest

from tests.acceptance.people import ICT, STAFF
from tests.support.bot_in_memory import Bot, text_of


@pytest.fixture(autouse=True)
def _in_one_conversation(bot: Bot) -> None:
    bot.conversation = "dm"


async def last_of(bot: Bot, said: str, who: str = STAFF) -> str:
    """The reply to the last of the questions, which are parted by bars."""
    reply = ""
    for one in said.split("|"):
        reply = text_of(await bot.said(who, one.strip()))
    return reply


@pytest.mark.parametrize(
    "said",
    [
        "kuka hoitaa kirjaston instaa | entä facebookia?",
        "kenen vastuulla on kirjaston insta | no entä face",
        "vem har hand om bibliotekets instagram | och deras facebook?",
        "who looks after the library's instagram | what about its facebook?",
        "kuka hoitaa kirjaston facebookia | entä instaa? | entä face?",
    ],
)
async def test_another_service_is_asked_of_the_same_unit(bot: Bot, said: str) -> None:
    assert "facebook.com/esimerkkikirjasto" in await last_of(bot, said)


@pytest.mark.parametrize(
    "said",
    [
        "kuka hoitaa kirjaston facebookia | entä kunnan?",
        "vem sköter bibliotekets facebook | och kommunens?",
        "who runs the library's facebook | and the municipality's?",
    ],
)
async def test_the_municipality_s_is_asked_on_the_same_service(bot: Bot, said: str) -> None:
    assert "facebook.com/esimerkkikunta" in await last_of(bot, said)


@pytest.mark.parametrize(
    ("said", "cover"),
    [
        ("kuka hoitaa nuorison instaa | ja kuka sitä tuuraa?", "Sijainen tänään"),
        ("vem sköter ungdomens instagram | och vem vikarierar för dem?", "Vikarie i dag"),
        ("who runs the youth instagram | and who covers them?", "Covering today"),
        ("kuka hoitaa kirjaston instaa | entä facea? | kuka sille on sijaiseksi sovittu", "Sijaista ei ole sovittu"),
        ("vem sköter bibliotekets facebook | och vem är vikarie?", "Ingen vikarie har överenskommits"),
        ("who runs the library's facebook | who covers for them?", "No cover has been agreed"),
    ],
)
async def test_who_covers_is_told_of_the_channel_that_was_asked_about(bot: Bot, said: str, cover: str) -> None:
    assert cover in await last_of(bot, said)


async def test_of_several_follow_ups_the_last_one_is_gone_on_from(bot: Bot) -> None:
    reply = await last_of(bot, "kuka hoitaa kirjaston instaa | entä facea? | ja kuka sitä sijaistaa?")
    assert "Kirjaston Facebook" in reply


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("kuka hoitaa kirjaston instaa | milloin sitä on viimeksi päivitetty", "20.11.2026"),
        ("kuka hoitaa kirjaston instaa | kuka sen päätti", "päätöstä"),
        ("vem sköter bibliotekets instagram | när uppdaterades den senast", "20 nov. 2026"),
        ("vem sköter bibliotekets instagram | vem beslutade om den", "Inget beslut"),
        ("who runs the library's instagram | when was it last updated?", "20 Nov 2026"),
        ("who runs the library's instagram | is it up to date?", "20 Nov 2026"),
        ("list the library's channels | and their maintainers?", "Kirjaston ylläpitäjä 2"),
    ],
)
async def test_something_else_is_asked_of_the_same_channel(bot: Bot, said: str, told: str) -> None:
    reply = await last_of(bot, said)
    assert "Kirjaston Instagram" in reply
    assert told in reply


@pytest.mark.parametrize(
    "said",
    [
        "kuka hoitaa kirjaston instaa | saako sitä päivittää kotoa",
        "vem sköter bibliotekets instagram | hur ofta måste den uppdateras",
        "who runs the library's instagram | may it be updated from home?",
    ],
)
async def test_what_holds_for_every_channel_the_guideline_says(bot: Bot, said: str) -> None:
    assert "instagram.com/esimerkkikirjasto" not in await last_of(bot, said)


@pytest.mark.parametrize(
    "said",
    ["kuka hoitaa kirjaston instaa | mitkä ovat minun kanavani", "who runs the library's instagram | my channels"],
)
async def test_one_s_own_channels_are_others(bot: Bot, said: str) -> None:
    assert "instagram.com/esimerkkikirjasto" not in await last_of(bot, said, ICT)
