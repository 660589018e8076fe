"""Lists are of the channels that were asked for, and the day of an update is told before anything else."""

from __future__ import annotations

import pytest

from tests.acceptance.people import GUEST, ICT, OTHER, STAFF
from tests.support.bot_in_memory import Bot, text_of


@pytest.mark.parametrize(
    "said",
    [
        "mitkä tilit on lakkautettu",
        "mitkä kanavat eivät ole enää käytössä",
        "vilka konton har avvecklats",
        "vilka kanaler är inte längre i bruk",
        "which accounts have been discontinued",
        "which pages are out of use",
    ],
)
async def test_channels_out_of_use_are_listed(bot: Bot, said: str) -> None:
    told = text_of(await bot.said(ICT, said))
    assert "Liikunnan vanha YouTube" in told
    assert "Kirjaston" not in told


@pytest.mark.parametrize(
    "said",
    [
        "mitkä kanavat ovat yhden ihmisen varassa",
        "vilka kanaler har endast en administratör",
        "which channels have just one person",
    ],
)
async def test_channels_that_one_person_looks_after_are_listed(bot: Bot, said: str) -> None:
    told = text_of(await bot.said(ICT, said))
    assert "Kirjaston Facebook" in told
    assert "Kirjaston Instagram" not in told


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("mistä kanavista puuttuu linkki", "verkkosivuil"),
        ("vilka kanaler är inte länkade", "webbplats"),
        ("which channels have no link on the website", "website"),
    ],
)
async def test_channels_that_are_not_linked_are_another_list_than_unknown_accounts(
    bot: Bot, said: str, word: str
) -> None:
    told = text_of(await bot.said(ICT, said))
    assert word in told
    assert not any(other in told for other in ("jotka puuttuisivat rekisteristä", "saknas i registret", "missing from"))


@pytest.mark.parametrize("said", ["näytä kaikki ylläpitäjät", "visa alla administratörer", "show all admins"])
async def test_who_looks_after_channels_is_listed_with_people_but_for_guests(bot: Bot, said: str) -> None:
    assert "Kirjaston ylläpitäjä 1" in text_of(await bot.said(STAFF, said))
    assert "Kirjaston ylläpitäjä 1" not in text_of(await bot.said(GUEST, said, guest=True))


@pytest.mark.parametrize(
    "said", ["montako kanavaa oli 2023", "hur många kanaler fanns det 2023", "how many channels did we have in 2023"]
)
async def test_a_year_that_is_not_known_is_said_to_narrow_nothing(bot: Bot, said: str) -> None:
    told = text_of(await bot.said(ICT, said))
    assert any(word in told for word in ("En osannut rajata", "Jag kunde inte avgränsa", "I could not narrow"))


@pytest.mark.parametrize(
    ("who", "said", "told"),
    [
        (STAFF, "koska kunnan facea on viimeksi päivitetty", "Kunnan Facebook: "),
        (STAFF, "miksi kunnan facebook on niin hiljaa", "Kunnan Facebook: "),
        (OTHER, "millon me viimeks päivitettiin insta", "Kirjaston Instagram: "),
        (STAFF, "när postade kommunen senast på sin facebook", "Kunnan Facebook: "),
        (STAFF, "varför är det så tyst på kommunens facebook", "Kunnan Facebook: "),
        (OTHER, "när uppdaterade jag insta", "Kirjaston Instagram: "),
        (STAFF, "when was the last post on the municipality facebook", "Kunnan Facebook: "),
        (STAFF, "why is the municipality's facebook dead", "Kunnan Facebook: "),
        (OTHER, "when did we last update instagram", "Kirjaston Instagram: "),
    ],
)
async def test_when_a_channel_was_updated_is_told_first(bot: Bot, who: str, said: str, told: str) -> None:
    assert text_of(await bot.said(who, said)).startswith(told)


@pytest.mark.parametrize(
    "said", ["milloin mun pitää päivittää insta", "när ska jag uppdatera insta", "when must I update instagram"]
)
async def test_by_when_a_channel_is_to_be_updated_is_told(bot: Bot, said: str) -> None:
    assert "Kirjaston Instagram" in text_of(await bot.said(OTHER, said))


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("postade just på bibliotekets insta", "Tack!"),
        ("la just ut en bild på insta", "Tack!"),
        ("laitoin just kuvan instaan", "Kiitos!"),
    ],
)
async def test_a_word_that_several_languages_share_makes_no_text_english(bot: Bot, said: str, word: str) -> None:
    assert text_of(await bot.said(OTHER, said)).startswith(word)
