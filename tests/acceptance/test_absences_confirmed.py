"""An absence that a sentence may have told otherwise is confirmed before its cover is told of it."""

from __future__ import annotations

import pytest

from tests.acceptance.keeping import channel_of
from tests.acceptance.people import MAINTAINER, OTHER
from tests.support.bot_in_memory import Bot, form_of, labels, text_of

UNSURE = [
    "olen lomalla 14.12. ja palaan 28.12., tuuraaja slack:U0LIB0002",
    "jag är på semester nästa vecka, slack:U0LIB0002 vikarierar",
    "I'm on holiday next week, slack:U0LIB0002 covers",
]


@pytest.mark.parametrize("said", UNSURE)
async def test_what_may_be_misread_is_confirmed_first(bot: Bot, said: str) -> None:
    asked = await bot.said(MAINTAINER, said)
    assert len(labels(asked)) == 2
    assert (await channel_of(bot)).holiday_covers == ()
    assert not bot.notifier.sent
    noted = await bot.pressed(MAINTAINER, asked, labels(asked)[0])
    assert noted.replaces
    (cover,) = (await channel_of(bot)).holiday_covers
    assert cover.start.month in (11, 12)


async def test_days_and_cover_that_were_understood_can_be_changed(bot: Bot) -> None:
    asked = await bot.said(MAINTAINER, UNSURE[0])
    form = form_of(await bot.pressed(MAINTAINER, asked, labels(asked)[1]))
    assert form.values["cover"] == "slack:U0LIB0002"
    assert form.values["start"] == "2026-12-14"


async def test_plain_days_with_a_cover_are_noted_at_once(bot: Bot) -> None:
    said = await bot.said(MAINTAINER, "poissa 14.12.–18.12., sijaisena slack:U0LIB0002")
    assert "Poissa 14.12.2026" in text_of(said)
    assert len((await channel_of(bot)).holiday_covers) == 1


async def test_whoever_tells_of_somebody_else_is_told_that_nothing_was_noted(bot: Bot) -> None:
    told = text_of(await bot.said(OTHER, "slack:U0LIB0001 lomalla 14.12.–18.12."))
    assert told.startswith("En merkinnyt henkilön Kirjaston ylläpitäjä 1 poissaoloa.")
    assert (await channel_of(bot)).holiday_covers == ()
