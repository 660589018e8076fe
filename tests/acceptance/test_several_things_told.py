"""Several things told in one message: the first is done, and none of the others is dropped without a word."""

from __future__ import annotations

import pytest

from tests.acceptance.keeping import channel_of
from tests.acceptance.people import MAINTAINER
from tests.support.bot_in_memory import Bot, form_of, labels, text_of


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("olen poissa 14.12.–18.12. ja julkaisin tänään instaan", "olen poissa 14.12.–18.12."),
        ("Moi! Päivitin instagramin aamulla, sitten olen lomalla 14.12.–18.12.", "sitten olen lomalla 14.12.–18.12."),
        ("jag har uppdaterat instagram idag och är på semester 14–18.12", "är på semester 14–18.12"),
        ("I updated instagram today, and I am away 14–18 December", "I am away 14–18 December"),
        ("I updated instagram today. Who looks after the youth tiktok?", "Who looks after the youth tiktok?"),
    ],
)
async def test_an_update_is_noted_and_what_else_was_told_is_a_press_away(bot: Bot, said: str, other: str) -> None:
    outcome = await bot.said(MAINTAINER, said)
    assert labels(outcome) == [other]
    assert [str(evidence.on) for evidence in (await channel_of(bot)).evidence][-1] == "2026-11-23"


async def test_the_other_thing_is_done_at_its_press(bot: Bot) -> None:
    outcome = await bot.said(MAINTAINER, "päivitin instagramin tänään ja olen lomalla 14.12.–18.12.")
    form = form_of(await bot.pressed(MAINTAINER, outcome, labels(outcome)[0]))
    assert (form.values["start"], form.values["end"]) == ("2026-12-14", "2026-12-18")


async def test_people_are_named_in_what_else_was_told(bot: Bot) -> None:
    outcome = await bot.said(MAINTAINER, "päivitin instan tänään ja olen lomalla 14.–18.12., sijaisena slack:U0LIB0002")
    assert labels(outcome) == ["olen lomalla 14.–18.12., sijaisena Kirjaston ylläpitäjä 2"]


async def test_a_form_says_what_else_was_told(bot: Bot) -> None:
    outcome = await bot.said(MAINTAINER, "olen lomalla 14.12.–18.12. ja luovutan facebookin slack:U0LIB0002")
    assert "luovutan facebookin" in form_of(outcome).intro


@pytest.mark.parametrize("said", ["insta ja face päivitetty tänään", "päivitin instan tänään, kuvia tuli kymmenen"])
async def test_one_thing_told_in_two_clauses_stays_one(bot: Bot, said: str) -> None:
    outcome = await bot.said(MAINTAINER, said)
    assert labels(outcome) == []
    assert "23.11.2026" in text_of(outcome)
