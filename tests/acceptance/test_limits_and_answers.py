"""Limits that were said hold, and what was not meant is not told: one's own days, one unit's channels, one person's."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.messages.model import Verb
from tests.acceptance.people import HEAD, ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, buttons, make_bot, text_of
from tests.support.staged import StagedWebsite

FI, SV, EN = Language


@pytest.mark.parametrize(
    ("language", "said", "words"),
    [
        (FI, "koska mulla on loma", "Sinulle ei ole merkitty poissaoloja"),
        (FI, "omat lomat", "Sinulle ei ole merkitty poissaoloja"),
        (SV, "när är jag ledig", "Ingen frånvaro har antecknats för dig"),
        (SV, "min egen frånvaro", "Ingen frånvaro har antecknats för dig"),
        (EN, "when am I away", "You have no absences noted"),
        (EN, "do I have any absences", "You have no absences noted"),
    ],
)
async def test_who_asks_for_their_own_absences_hears_of_no_one_else_s(
    bot: Bot, language: Language, said: str, words: str
) -> None:
    assert text_of(await bot.said(MAINTAINER, said, locale=language)) == words + "."


async def test_one_s_own_absences_stand_without_one_s_own_name(bot: Bot) -> None:
    await bot.submitted(MAINTAINER, await bot.said(MAINTAINER, "olen lomalla 1.12.–5.12.", locale=FI))
    shown = text_of(await bot.said(MAINTAINER, "milloin olen lomalla", locale=FI))
    assert "• 1.12.2026–5.12.2026" in shown
    assert "Kirjaston ylläpitäjä" not in shown


@pytest.mark.parametrize(
    ("language", "said", "words"),
    [
        (FI, "mikä odottaa minua", "Mikään ei odota sinua."),
        (SV, "väntar något på mig", "Ingenting väntar på dig."),
        (EN, "what is waiting for me", "Nothing is waiting for you."),
    ],
)
async def test_where_nothing_waits_that_is_said(bot: Bot, language: Language, said: str, words: str) -> None:
    assert text_of(await bot.said(STAFF, said, locale=language)).startswith(words)


async def test_that_all_is_well_is_said_of_what_was_looked_at(bot: Bot) -> None:
    shown = text_of(await bot.said(HEAD, "onko kirjaston kanavissa kaikki kunnossa", locale=FI))
    assert "näistä kanavista" in shown
    assert "Kirjaston Facebook" in shown
    assert "Kunnan" not in shown


@pytest.mark.parametrize(
    "said",
    [
        "haluaisin puhua jonkun oikean ihmisen kanssa",
        "saako täällä puhua ihmiselle",
        "voisko joku soittaa mulle",
        "kan jag få tala med en människa",
        "kan någon ringa mig",
        "may I speak with a real person",
        "could somebody call me",
    ],
)
async def test_who_wants_a_human_reaches_the_secretary(bot: Bot, said: str) -> None:
    assert Verb.ASK_SECRETARY in [one.action.verb for one in buttons(await bot.said(STAFF, said))]
    assert "ICT-sihteeri" in text_of(await bot.said(STAFF, said))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("https://kunta.example/kirjasto", "omilla verkkosivuilla"),
        ("onko www.palvelut.kunta.example kunnan sivu", "omilla verkkosivuilla"),
        ("är https://kunta.example vår", "egen webbplats"),
        ("is https://kunta.example/en ours", "own website"),
    ],
)
async def test_the_municipality_s_own_website_is_ours(said: str, words: str) -> None:
    bot = await make_bot(website=StagedWebsite())
    language = FI if "omilla" in words else SV if "egen" in words else EN
    assert words in text_of(await bot.said(STAFF, said, locale=language))


async def test_what_merely_ends_like_our_website_is_not_ours() -> None:
    bot = await make_bot(website=StagedWebsite())
    assert "omilla" not in text_of(await bot.said(STAFF, "https://valekunta.example/kirjasto", locale=FI))


@pytest.mark.parametrize(
    "said",
    [
        "mistä sen näkee että tili on aito kunnan sivu",
        "tuli kunnan nimissä viesti että olen saanut palkinnon arvonnasta",
    ],
)
async def test_the_words_of_a_sentence_are_no_account_s_name(bot: Bot, said: str) -> None:
    assert "ei ole kunnan rekisterissä" not in text_of(await bot.said(STAFF, said, locale=FI))


@pytest.mark.parametrize(
    "said", ["raportti lokakuulta", "raportti viime kuulta", "rapport för oktober", "report for October"]
)
async def test_a_report_is_of_the_month_that_was_said(bot: Bot, said: str) -> None:
    shown = text_of(await bot.said(ICT, said))
    assert any(word in shown for word in ("Siltä päivältä", "om den dagen", "of that day"))


@pytest.mark.parametrize(
    "said", [f"mitä {MAINTAINER} ylläpitää", f"vad sköter {MAINTAINER}", f"what does {MAINTAINER} maintain"]
)
async def test_the_channels_of_one_person_are_listed(bot: Bot, said: str) -> None:
    shown = text_of(await bot.said(ICT, said))
    assert "Kirjaston Facebook" in shown
    assert "Kunnan" not in shown
