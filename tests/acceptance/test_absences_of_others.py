"""Absences that the ICT secretary notes for somebody who can not: they are told, and may take them back."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.messages.model import Verb
from tests.acceptance.people import ICT, MAINTAINER, OTHER
from tests.acceptance.test_deeds_corrected import days_away
from tests.support.bot_in_memory import Bot, buttons, text_of

FI, SV, EN = Language


@pytest.mark.parametrize(
    ("language", "said", "start", "end"),
    [
        (FI, f"{OTHER} on kipeänä torstaihin asti", "2026-11-23", "2026-11-26"),
        (FI, f"merkitse {OTHER} lomalle 7.–11.12.", "2026-12-07", "2026-12-11"),
        (FI, "Kirjaston ylläpitäjä 2 on lomalla viikolla 50", "2026-12-07", "2026-12-13"),
        (SV, f"{OTHER} är sjuk till och med fredag", "2026-11-23", "2026-11-27"),
        (SV, f"anteckna att {OTHER} har semester 7–11 december", "2026-12-07", "2026-12-11"),
        (EN, f"{OTHER} is off sick until Wednesday", "2026-11-23", "2026-11-25"),
        (EN, f"please mark {OTHER} as away 7-11 December", "2026-12-07", "2026-12-11"),
    ],
)
async def test_the_secretary_notes_it_and_whoever_is_away_takes_it_back(
    bot: Bot, language: Language, said: str, start: str, end: str
) -> None:
    assert "Kirjaston ylläpitäjä 2" in text_of(await bot.said(ICT, said, locale=language))
    assert await days_away(bot, OTHER) == [(start, end)]
    notice = await bot.newest_notice(OTHER, language)
    assert "ICT-sihteeri" in text_of(notice)
    (back,) = [one for one in buttons(notice) if one.action.verb is Verb.CALL_OFF]
    await bot.pressed(OTHER, notice, back.label)
    assert await days_away(bot, OTHER) == []


async def test_the_history_says_who_noted_it(bot: Bot) -> None:
    await bot.said(ICT, f"{OTHER} on lomalla ensi viikon", locale=FI)
    assert "Kirjaston ylläpitäjä 2: poissaolo merkitty" in text_of(await bot.said(ICT, "historia", locale=FI))


async def test_other_days_take_the_place_of_those_that_were_told(bot: Bot) -> None:
    bot.conversation = "dm"
    await bot.said(ICT, f"{OTHER} on sairaana perjantaihin asti", locale=FI)
    await bot.said(ICT, "eiku keskiviikkoon", locale=FI)
    assert await days_away(bot, OTHER) == [("2026-11-23", "2026-11-25")]


@pytest.mark.parametrize(
    ("language", "said"),
    [(FI, f"{OTHER} on poissa toistaiseksi"), (SV, f"{OTHER} är ledig till mars"), (EN, f"{OTHER} is on leave")],
)
async def test_where_the_days_are_not_known_it_is_said_how_they_are_told(
    bot: Bot, language: Language, said: str
) -> None:
    await bot.said(ICT, said, locale=language)
    assert await days_away(bot, OTHER) == []


async def test_who_looks_after_no_channel_needs_no_absence(bot: Bot) -> None:
    assert "ei ole hoidettavia kanavia" in text_of(await bot.said(ICT, "slack:U0ADMIN09 on lomalla ensi viikon"))


@pytest.mark.parametrize("said", [f"{OTHER} on lomalla ensi viikon", f"{OTHER} is off sick until Friday"])
async def test_nobody_else_notes_it(bot: Bot, said: str) -> None:
    await bot.said(MAINTAINER, said)
    assert await days_away(bot, OTHER) == []
