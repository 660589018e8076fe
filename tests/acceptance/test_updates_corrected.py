"""Corrections of the update that was just told: to a day before or after it, or that there was none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.evidence import newest
from bot.domain.language import Language
from bot.messages.model import Verb
from tests.acceptance.keeping import channel_of, version_of
from tests.acceptance.people import OTHER
from tests.support.bot_in_memory import Bot, buttons, text_of

FI, SV, EN = Language
INSTAGRAM = "kirjasto-instagram"
TODAY = date(2026, 11, 23)
TOLD = {FI: "päivitin instan tänään", SV: "jag uppdaterade insta i dag", EN: "I updated insta today"}


@pytest.fixture
async def talking(bot: Bot) -> Bot:
    """A bot with which somebody talks, so that what was just said counts."""
    bot.conversation = "dm"
    return bot


async def day_of(bot: Bot) -> date | None:
    last = newest((await channel_of(bot, INSTAGRAM)).evidence)
    return last.on if last else None


@pytest.mark.parametrize(
    ("language", "said", "days"),
    [
        (FI, "ei vaan edellisenä päivänä", 1),
        (FI, "väärä päivä, päivää aiemmin", 1),
        (FI, "eiku kaksi päivää aikaisemmin", 2),
        (FI, "siis edeltävänä päivänä", 1),
        (SV, "förlåt, dagen före", 1),
        (SV, "nej, dagen innan det", 1),
        (SV, "fel, två dagar tidigare", 2),
        (EN, "no, the previous day", 1),
        (EN, "wrong, a day earlier", 1),
        (EN, "sorry, two days before that", 2),
    ],
)
async def test_a_day_before_is_counted_from_the_one_that_was_told(
    talking: Bot, language: Language, said: str, days: int
) -> None:
    await talking.said(OTHER, TOLD[language], locale=language)
    assert await day_of(talking) == TODAY
    await talking.said(OTHER, said, locale=language)
    assert await day_of(talking) == TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("language", "said", "after"),
    [
        (FI, "päivitin instan eilen", "eiku seuraavana päivänä"),
        (SV, "uppdaterade insta i går", "nej, dagen efter"),
        (EN, "updated insta yesterday", "no, the next day"),
    ],
)
async def test_a_day_after_is_too(talking: Bot, language: Language, said: str, after: str) -> None:
    await talking.said(OTHER, said, locale=language)
    await talking.said(OTHER, after, locale=language)
    assert await day_of(talking) == TODAY


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FI, "ei se ollut mikään päivitys, poista merkintä"),
        (FI, "oikeastaan se ei ollutkaan päivitys"),
        (SV, "det var ju ingen uppdatering, stryk det"),
        (SV, "egentligen var det ingen uppdatering"),
        (EN, "sorry, that wasn't an update, delete it"),
        (EN, "there was no update at all"),
    ],
)
async def test_that_there_was_no_update_takes_it_back(talking: Bot, language: Language, said: str) -> None:
    before = await day_of(talking)
    await talking.said(OTHER, TOLD[language], locale=language)
    await talking.said(OTHER, said, locale=language)
    assert await day_of(talking) == before


@pytest.mark.parametrize("said", ["sorry, the day before", "nej dagen innan", "eiku edellisenä päivänä"])
async def test_where_nothing_was_told_a_day_before_changes_nothing(talking: Bot, said: str) -> None:
    before = await version_of(talking)
    assert text_of(await talking.said(OTHER, said))
    assert await version_of(talking) == before


async def test_small_talk_is_never_offered_as_what_may_be_meant(talking: Bot) -> None:
    """Nobody wants it done: who may have meant a deed, or none, is offered the deed and a question."""
    asked = await talking.said(OTHER, "sorry, the day before the day before", locale=EN)
    meant = [one.action.args[0] for one in buttons(asked) if one.action.verb is Verb.MEANT]
    assert meant
    assert not {"smalltalk", "unknown"} & {*meant}
