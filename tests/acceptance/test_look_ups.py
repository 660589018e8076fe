"""Who keeps which channel: what a look-up shows, to whom, and in which order."""

from __future__ import annotations

from bot.domain.language import Language
from tests.acceptance.people import GUEST, STAFF
from tests.support.bot_in_memory import Bot, labels, text_of

EN = Language.EN


async def test_several_owners_are_listed_with_the_municipality_first(bot: Bot) -> None:
    outcome = await bot.said(STAFF, "who owns instagram")
    text = text_of(outcome)
    assert (
        text.index("Kunnan Instagram") < text.index("Kirjaston Instagram") < text.index("Nuorisopalvelujen Instagram")
    )
    details = await bot.pressed(STAFF, outcome, "Nuorisopalvelujen Instagram")
    assert "Covering today: Nuorisotyön sijainen" in text_of(details)


async def test_a_channel_that_is_not_updated_is_shown_with_the_duty(bot: Bot) -> None:
    text = text_of(await bot.said(STAFF, "kuka vastaa kunnan facebookista"))
    assert "luku 4 Osallistumisen periaatteet" in text
    assert "1.10.2026" in text


async def test_a_platform_that_we_are_not_on_is_said_with_whom_to_ask(bot: Bot) -> None:
    text = text_of(await bot.said(STAFF, "kuka hoitaa telegramia"))
    assert "Rekisterissä ei ole tällaista kanavaa" in text
    assert "ICT-sihteeri" in text


async def test_guests_get_units_and_no_people(bot: Bot) -> None:
    refused = await bot.said(GUEST, "register", locale=EN, guest=True)
    assert "Only the ICT secretary" in text_of(refused)
    assert "ICT-sihteeri" not in text_of(refused)
    text = text_of(await bot.said(GUEST, "who owns the library's instagram", guest=True))
    assert "Library services" in text
    assert "Kirjastotoimenjohtaja" not in text
    assert "Kirjaston ylläpitäjä" not in text


async def test_what_waits_for_a_maintainer_comes_first(bot: Bot) -> None:
    outcome = await bot.said("slack:U0COMM001", "mine", locale=EN)
    assert "no recent word of one of these channels" in text_of(outcome)
    assert labels(outcome) == ["Updated", "Updated"]
    assert text_of(outcome).index("Kunnan Facebook") < text_of(outcome).index("Kunnan Instagram")


async def test_an_update_told_on_the_list_of_ones_channels_shows_there_and_leaves_the_others(bot: Bot) -> None:
    listed = await bot.said("slack:U0LIB0001", "omat")
    now = await bot.pressed("slack:U0LIB0001", listed, "Päivitetty", "Kirjaston Facebook")
    assert now.replaces
    assert "Kirjaston Facebook: päivityspäiväksi on merkitty 23.11.2026" in text_of(now)
    assert len(labels(now)) == len(labels(listed)) == 2


async def test_a_retired_channel_does_not_vanish_from_look_up(bot: Bot) -> None:
    text = text_of(await bot.said(STAFF, "kuka vastaa liikunnan youtubesta"))
    assert "Liikunnan vanha YouTube" in text
    assert "poistettu käytöstä" in text
