"""Whom a change concerns hears of it: who goes, whose channel rests, and what is taken back."""

from __future__ import annotations

import pytest

from bot.conversation.exchange import Outcome
from bot.domain.language import Language
from tests.acceptance.people import HEAD, ICT, MAINTAINER, OTHER, STAFF
from tests.support.bot_in_memory import Bot, text_of

FI, SV, EN = Language
ALL = [FI, SV, EN]


async def submitted(bot: Bot, said: str, **values: str) -> Outcome:
    return await bot.submitted(ICT, await bot.said(ICT, said, locale=FI), **values)


async def undone(bot: Bot) -> None:
    await bot.pressed(ICT, await bot.said(ICT, "peru", locale=FI), "Peru")


async def told(bot: Bot, who: str, language: Language) -> str:
    return text_of(await bot.newest_notice(who, language))


@pytest.mark.parametrize(
    ("language", "words"),
    [(FI, "et ole enää kanavan ylläpitäjä"), (SV, "inte längre är administratör"), (EN, "no longer a maintainer")],
)
async def test_who_is_taken_off_a_channel_hears_so(bot: Bot, language: Language, words: str) -> None:
    saved = await submitted(bot, f"poista {MAINTAINER} kirjaston facesta", remove=MAINTAINER)
    shown = await told(bot, MAINTAINER, language)
    assert words in shown
    assert "Kirjaston Facebook" in shown
    assert "ei ole enää ylläpitäjää" in text_of(saved)


async def test_who_remains_on_a_channel_hears_nothing(bot: Bot) -> None:
    saved = await submitted(bot, f"poista {MAINTAINER} kirjaston instasta", remove=MAINTAINER)
    assert "ei ole enää ylläpitäjää" not in text_of(saved)
    await bot.application.outbox.deliver_due(bot.clock.at)
    assert (await bot.person(OTHER)).id not in bot.notifier.sent


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (FI, "et ole enää kanavan vastuuhenkilö"),
        (SV, "inte längre är ansvarig person"),
        (EN, "no longer the responsible"),
    ],
)
async def test_who_was_responsible_hears_that_another_is(bot: Bot, language: Language, words: str) -> None:
    await submitted(bot, "muuta kirjaston facebook", responsible=STAFF)
    assert words in await told(bot, HEAD, language)


@pytest.mark.parametrize(
    ("language", "rests", "over"),
    [
        (FI, "tauon 1.12.2026–31.12.2026", "ei ole tauolla"),
        (SV, "en paus", "inte är pausad"),
        (EN, "a pause of the channel", "is not paused"),
    ],
)
async def test_whose_channel_rests_hears_so_and_that_it_does_not(
    bot: Bot, language: Language, rests: str, over: str
) -> None:
    await submitted(bot, "tauko kirjaston facebook", start="2026-12-01", end="2026-12-31")
    assert rests in await told(bot, MAINTAINER, language)
    await submitted(bot, "lopeta kirjaston facebookin tauko")
    assert over in await told(bot, MAINTAINER, language)
    assert over in await told(bot, HEAD, language)


@pytest.mark.parametrize(
    ("language", "words"),
    [(FI, "pääsyoikeuksia ei pidä poistaa"), (SV, "ska inte tas bort"), (EN, "is not to be removed")],
)
async def test_who_was_to_take_the_access_away_hears_that_the_channel_is_kept(
    bot: Bot, language: Language, words: str
) -> None:
    closing = {"closing_access_by": STAFF, "closing_archive": "arkisto", "closing_announcement": "sivuilla"}
    await submitted(bot, "poista käytöstä kirjaston facebook", **closing)
    await undone(bot)
    for who in (STAFF, MAINTAINER, HEAD):
        assert words in await told(bot, who, language)


@pytest.mark.parametrize(
    ("language", "words", "superior"),
    [
        (FI, "et ole enää kanavan ylläpitäjä", "on perunut merkinnän"),
        (SV, "inte längre är administratör", "har återtagit"),
        (EN, "no longer a maintainer", "took back the note"),
    ],
)
async def test_who_was_added_and_their_superior_hear_that_it_was_taken_back(
    bot: Bot, language: Language, words: str, superior: str
) -> None:
    await submitted(bot, f"lisää {STAFF} kirjaston facebookiin", add=STAFF, authorised_by=HEAD)
    await undone(bot)
    assert words in await told(bot, STAFF, language)
    assert superior in await told(bot, HEAD, language)
