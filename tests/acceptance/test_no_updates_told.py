"""What sounds like an update and tells of none: whether there was one is asked, or it was only meant to be made."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from tests.acceptance.keeping import version_of
from tests.acceptance.people import OTHER, STAFF
from tests.acceptance.reminder_days import AT_START, DAY, run
from tests.support.bot_in_memory import Bot, text_of

FI, SV, EN = Language

ASKED = [
    (FI, "oonko mä jo päivittänyt instan"),
    (FI, "onko insta päivitetty viime viikolla?"),
    (FI, "julkaisinko instassa jotain perjantaina"),
    (FI, "ollaanko laitettu instaan jotain tänään"),
    (SV, "har vi uppdaterat insta den här veckan"),
    (SV, "är instagram uppdaterad?"),
    (SV, "la jag ut något på insta i går"),
    (SV, "blev insta uppdaterat i fredags?"),
    (EN, "have we posted on insta this week?"),
    (EN, "was insta updated last week"),
    (EN, "did I post anything on instagram yesterday"),
    (EN, "has anyone updated insta yet"),
]
MEANT = [
    (FI, "olisin julkaissut instassa eilen mutta netti ei toiminut"),
    (FI, "aioin laittaa instaan kuvan eilen"),
    (FI, "olisi pitänyt päivittää insta perjantaina"),
    (SV, "jag skulle ha lagt ut något på insta i går"),
    (SV, "vi borde ha uppdaterat insta i fredags"),
    (EN, "I would have posted on insta yesterday but the wifi was down"),
    (EN, "we should have updated insta on Friday"),
    (EN, "I was supposed to post on insta yesterday"),
]


@pytest.mark.parametrize(("language", "said"), [*ASKED, *MEANT])
async def test_no_update_is_noted(bot: Bot, language: Language, said: str) -> None:
    before = await version_of(bot)
    await bot.said(OTHER, said, locale=language)
    assert await version_of(bot) == before


@pytest.mark.parametrize(("language", "said"), [*ASKED, *MEANT])
async def test_nor_in_answer_to_a_reminder(bot: Bot, language: Language, said: str) -> None:
    await run(bot, AT_START + 7 * DAY)
    before = await version_of(bot)
    await bot.said(OTHER, said, locale=language)
    assert await version_of(bot) == before


@pytest.mark.parametrize(("language", "said"), ASKED)
async def test_whoever_asks_is_shown_when_it_was(bot: Bot, language: Language, said: str) -> None:
    for person in (OTHER, STAFF):
        assert "2026" in text_of(await bot.said(person, said, locale=language))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FI, "instahan on päivitetty"),
        (SV, "har uppdaterat insta"),
        (SV, "i går uppdaterade jag insta"),
        (EN, "have updated insta"),
    ],
)
async def test_what_only_looks_like_a_question_is_noted(bot: Bot, language: Language, said: str) -> None:
    before = await version_of(bot)
    await bot.said(OTHER, said, locale=language)
    assert await version_of(bot) != before
