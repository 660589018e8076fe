"""Covers as they are agreed on: what can not be is refused at its field, and who is told."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.channels import HolidayCover
from bot.domain.language import Language
from bot.services.notices import CoverAgreed
from tests.acceptance.keeping import channel_of, errors, version_of
from tests.acceptance.people import MAINTAINER, OTHER
from tests.support.bot_in_memory import Bot, form_of, text_of

FI = Language.FI


@pytest.mark.parametrize(
    ("start", "end", "cover", "field"),
    [
        ("2026-12-10", "2026-12-01", "U0LIB0002", "end"),
        ("2026-11-01", "2026-11-22", "U0LIB0002", "end"),
        ("2026-12-01", "2027-12-02", "U0LIB0002", "end"),
        ("2026-12-01", "2026-12-10", "U0LIB0001", "cover"),
    ],
)
async def test_a_cover_that_can_not_be_is_shown_at_its_field(
    bot: Bot, start: str, end: str, cover: str, field: str
) -> None:
    form = await bot.said(MAINTAINER, "lomalla", locale=FI)
    before = await version_of(bot)
    again = await bot.submitted(MAINTAINER, form, start=start, end=end, cover=cover)
    assert list(errors(again)) == [field]
    assert form_of(again).values["start"] == start
    assert await version_of(bot) == before


async def test_a_cover_that_can_not_be_opens_the_form_when_it_is_said_in_words(bot: Bot) -> None:
    before = await version_of(bot)
    again = await bot.said(MAINTAINER, "olen lomalla 1.7.–31.7., sijainen slack:U0LIB0001", locale=FI)
    assert list(errors(again)) == ["cover"]
    assert "2027-07-01" in text_of(again)
    assert await version_of(bot) == before


async def test_a_later_agreement_replaces_what_it_overlaps_and_nothing_else(bot: Bot) -> None:
    for said in ("1.7.–10.7., sijainen slack:U0LIB0002", "1.8.–2.8., sijainen slack:U0LIB0002"):
        await bot.said(MAINTAINER, f"olen lomalla {said}", locale=FI)
    await bot.said(MAINTAINER, "olen lomalla 10.7.–31.7., sijainen slack:U0LIBHEAD", locale=FI)
    assert (await channel_of(bot)).holiday_covers == (
        HolidayCover(date(2027, 7, 1), date(2027, 7, 9), "slack-u0lib0002", "slack-u0lib0001"),
        HolidayCover(date(2027, 8, 1), date(2027, 8, 2), "slack-u0lib0002", "slack-u0lib0001"),
        HolidayCover(date(2027, 7, 10), date(2027, 7, 31), "slack-u0libhead", "slack-u0lib0001"),
    )


async def test_the_cover_is_told(bot: Bot) -> None:
    await bot.said(MAINTAINER, "olen lomalla 1.7.–31.7., sijainen slack:U0LIB0002", locale=FI)
    (notice,) = bot.notifier.sent["slack-u0lib0002"]
    assert isinstance(notice, CoverAgreed)
    words = text_of(await bot.newest_notice(OTHER))
    assert "1.7.2027–31.7.2027. Poissa on Kirjaston ylläpitäjä 1." in words
    assert "Kirjaston Facebook" in words


async def test_a_cover_whom_nothing_reached_is_named(bot: Bot) -> None:
    bot.notifier.unreachable.add("slack-u0lib0002")
    reply = await bot.said(MAINTAINER, "olen lomalla 1.7.–31.7., sijainen slack:U0LIB0002", locale=FI)
    assert "Viesti ei mennyt perille: Kirjaston ylläpitäjä 2" in text_of(reply)
