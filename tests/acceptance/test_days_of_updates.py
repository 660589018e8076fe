"""The day of an update as it is told in words: read where it can be, asked for where it can not, and never one that is
in what was published."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.evidence import newest
from bot.domain.language import Language
from tests.acceptance.keeping import channel_of, version_of
from tests.acceptance.people import MAINTAINER, OTHER
from tests.support.bot_in_memory import Bot, form_of

FI, SV, EN = Language
TODAY = date(2026, 11, 23)


async def day_of(bot: Bot) -> date | None:
    last = newest((await channel_of(bot, "kirjasto-instagram")).evidence)
    return last.on if last else None


@pytest.mark.parametrize(
    ("language", "told", "unread"),
    [
        (FI, "päivitin instan taannoin", "taannoin"),
        (FI, "päivitin instan viime syksynä", "syksynä"),
        (FI, "päivitin instan syyskuussa", "syyskuussa"),
        (FI, "päivitin instan tiistiana", "tiistiana"),
        (SV, "jag uppdaterade insta häromdagen", "häromdagen"),
        (SV, "uppdaterade insta i somras", "i somras"),
        (SV, "jag la ut något på insta för ett tag sen", "för ett tag sen"),
        (EN, "I updated insta a while ago", "a while ago"),
        (EN, "posted on insta in 2025", "in 2025"),
        (EN, "updated insta 33.10.", "33.10."),
    ],
)
async def test_a_time_that_gives_no_day_is_asked_about(bot: Bot, language: Language, told: str, unread: str) -> None:
    before = await version_of(bot)
    form = form_of(await bot.said(OTHER, told, locale=language))
    assert unread in form.intro
    assert not form.values.get("on")
    assert await version_of(bot) == before


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (FI, "julkaisin instassa kuvia 14.11. konsertista tänään"),
        (FI, "laitoin instaan loppiaisen aukioloajat"),
        (FI, "julkaisin instassa jutun 5.12. järjestettävistä markkinoista"),
        (SV, "jag la ut bilderna från den 14 november på insta i dag"),
        (SV, "jag publicerade ett inlägg om öppettiderna den 5 december på insta"),
        (EN, "I posted the photos of 14 November on insta today"),
        (EN, "posted about the fair on 5 December on insta"),
        (EN, "posted the opening hours for 24 December on insta"),
    ],
)
async def test_a_day_in_what_was_published_is_not_the_day_of_the_update(
    bot: Bot, language: Language, told: str
) -> None:
    await bot.said(OTHER, told, locale=language)
    assert await day_of(bot) == TODAY


@pytest.mark.parametrize(
    ("language", "told", "day"),
    [
        (FI, "päivitin instan lauantaina eiku sunnuntaina", date(2026, 11, 22)),
        (SV, "uppdaterade insta på lördag, förlåt, på söndagen", date(2026, 11, 22)),
        (EN, "I updated insta on Friday, I mean Saturday", date(2026, 11, 21)),
    ],
)
async def test_a_day_that_is_corrected_at_once_is_not_meant(bot: Bot, language: Language, told: str, day: date) -> None:
    await bot.said(OTHER, told, locale=language)
    assert await day_of(bot) == day


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (FI, "ajastettu julkaisu menee instaan keskiviikkona"),
        (EN, "the post is scheduled and goes out on insta on Wednesday"),
    ],
)
async def test_what_will_be_published_is_not_noted(bot: Bot, language: Language, told: str) -> None:
    before = await version_of(bot)
    await bot.said(OTHER, told, locale=language)
    assert await version_of(bot) == before


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (FI, "päivitin instan tänään, huomenna päivitän facen ja olen lomalla 7.–9.12., sijaisena slack:U0LIB0002"),
        (SV, "i dag hann jag inte, men jag är på semester 7–9.12, vikarie slack:U0LIB0002"),
        (EN, "busy today, and I am on holiday 7 to 9 December, cover slack:U0LIB0002"),
    ],
)
async def test_the_days_of_an_absence_are_those_in_its_own_clause(bot: Bot, language: Language, told: str) -> None:
    await bot.said(MAINTAINER, told, locale=language)
    covers = (await channel_of(bot, "kirjasto-instagram")).holiday_covers
    assert [(one.start, one.end) for one in covers] in ([], [(date(2026, 12, 7), date(2026, 12, 9))])
