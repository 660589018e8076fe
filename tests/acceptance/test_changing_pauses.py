"""Pauses that change, and pauses of all reminders that lie ahead: nothing is replaced or stopped without a word."""

from __future__ import annotations

import pytest

from bot.conversation.exchange import Outcome
from bot.domain.language import Language
from tests.acceptance.keeping import channel_of
from tests.acceptance.people import ICT, MAINTAINER
from tests.support.bot_in_memory import Bot, buttons, form_of, text_of

FI, SV, EN = Language
FACEBOOK = "kirjasto-facebook"
AGREED = {"start": "2026-12-07", "end": "2026-12-18"}


async def agreed(bot: Bot, named: str = "kirjaston facebook", **days: str) -> Outcome:
    return await bot.submitted(ICT, await bot.said(ICT, f"tauko {named}", locale=FI), **(days or AGREED))


def days_in(outcome: Outcome) -> tuple[str, str]:
    values = form_of(outcome).values
    return values.get("start", ""), values.get("end", "")


@pytest.mark.parametrize(
    "said",
    [
        "kirjaston facebookin tauko loppuukin jo 14.12.",
        "tauko päättyykin 14.12.",
        "pausen för bibliotekets facebook slutar redan den 14 december",
        "pausen upphör den 14 december",
        "the pause of the library's facebook ends early, on 14 December",
        "the pause ends already on 14 December",
    ],
)
async def test_a_pause_ends_sooner_and_begins_as_before(bot: Bot, said: str) -> None:
    await agreed(bot)
    form = await bot.said(ICT, said)
    assert (form_of(form).id, form_of(form).values["end"]) == ("resume", "2026-12-14")
    await bot.submitted(ICT, form)
    pause = (await channel_of(bot, FACEBOOK)).pause
    assert pause is not None
    assert (pause.start.isoformat(), pause.end.isoformat()) == ("2026-12-07", "2026-12-14")


@pytest.mark.parametrize(
    "said",
    [
        "kirjaston facebookin taukoa pidennetään 9.1. asti",
        "jatketaan taukoa 9.1. saakka",
        "pausen förlängs till den 9 januari",
        "bibliotekets facebook: pausen fortsätter till 9.1.",
        "extend the pause until 9 January",
        "the library facebook's pause continues until 9 January",
    ],
)
async def test_a_longer_pause_keeps_its_first_day_and_stops_no_other_reminders(bot: Bot, said: str) -> None:
    await agreed(bot)
    form = await bot.said(ICT, said)
    assert form_of(form).id == "pause"
    assert days_in(form) == ("2026-12-07", "2027-01-09")


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("taukoa jatketaan kahdella viikolla", ("2026-12-07", "2027-01-01")),
        ("siirretään taukoa viikolla", ("2026-12-14", "2026-12-25")),
        ("lyhennetään taukoa, viimeinen päivä on 11.12.", ("2026-12-07", "2026-12-11")),
        ("förkorta pausen med en vecka", ("2026-12-07", "2026-12-11")),
        ("shorten the pause by a week", ("2026-12-07", "2026-12-11")),
        ("bring the pause forward by two days", ("2026-12-05", "2026-12-16")),
        ("tauko alkaakin vasta 9.12.", ("2026-12-09", "2026-12-18")),
        ("förläng pausen med en vecka", ("2026-12-07", "2026-12-25")),
        ("skjut upp pausen med en vecka", ("2026-12-14", "2026-12-25")),
        ("pausen börjar först den 9 december", ("2026-12-09", "2026-12-18")),
        ("prolong the pause by a week", ("2026-12-07", "2026-12-25")),
        ("move the pause by a week", ("2026-12-14", "2026-12-25")),
        ("the pause starts later, on 9 December", ("2026-12-09", "2026-12-18")),
    ],
)
async def test_the_days_that_change_are_in_the_form(bot: Bot, said: str, days: tuple[str, str]) -> None:
    await agreed(bot)
    assert days_in(await bot.said(ICT, said)) == days


@pytest.mark.parametrize(
    "said",
    [
        "kirjaston facebook ei olekaan tauolla",
        "kirjaston facea ei laitetakaan tauolle",
        "kirjaston facebookin tauko perutaan",
        "ota tauko pois kirjaston facebookista",
        "kirjaston facebook onkin jo auki",
        "bibliotekets facebook ska inte ha paus",
        "bibliotekets facebook är inte längre på paus",
        "the library's facebook isn't on pause any more",
        "the library's facebook is not going on pause",
    ],
)
async def test_a_pause_that_is_none_after_all_is_ended(bot: Bot, said: str) -> None:
    await agreed(bot)
    assert form_of(await bot.said(ICT, said)).id == "resume"


@pytest.mark.parametrize(
    ("language", "said", "word"),
    [
        (FI, "kirjaston facebook tauolle 10.12.–31.12.", "yhdistetty"),
        (SV, "pausa bibliotekets facebook 10.12–31.12", "slagits ihop"),
        (EN, "pause the library's facebook from 10 December to 31 December", "joined"),
    ],
)
async def test_pauses_that_touch_become_one(bot: Bot, language: Language, said: str, word: str) -> None:
    await agreed(bot)
    form = await bot.said(ICT, said, locale=language)
    assert days_in(form) == ("2026-12-07", "2026-12-31")
    assert word in form_of(form).intro


@pytest.mark.parametrize(
    ("language", "said", "warning", "was"),
    [
        (FI, "kirjaston facebook tauolle 1.2.–10.2.", "korvaa", "Aiemmin"),
        (SV, "pausa bibliotekets facebook 1.2–10.2", "ersätts", "tidigare"),
        (EN, "pause the library's facebook from 1 February to 10 February", "replaces", "earlier"),
    ],
)
async def test_another_pause_does_not_replace_the_first_silently(
    bot: Bot, language: Language, said: str, warning: str, was: str
) -> None:
    await agreed(bot)
    form = await bot.said(ICT, said, locale=language)
    assert days_in(form) == ("2027-02-01", "2027-02-10")
    assert warning in form_of(form).intro
    assert was in text_of(await bot.submitted(ICT, form))


@pytest.mark.parametrize("said", ["tauko 24.12.–31.12.", "paus 24.12–31.12", "pause 24.12.–31.12."])
async def test_days_of_no_channel_stop_no_reminders_by_themselves(bot: Bot, said: str) -> None:
    asked = await bot.said(ICT, said)
    *channels, every = buttons(asked)
    assert len(channels) == 6
    form = await bot.pressed(ICT, asked, channels[0].label, "Kirjaston Facebook")
    assert (form_of(form).id, *days_in(form)) == ("pause", "2026-12-24", "2026-12-31")
    assert every.action.args[0] == "nudges-pause"


@pytest.mark.parametrize(
    ("language", "said", "words"),
    [
        (FI, "onko muistutukset päällä?", "24.12.2026"),
        (SV, "är påminnelserna igång?", "24 dec. 2026"),
        (EN, "are the reminders on?", "24 Dec 2026"),
    ],
)
async def test_a_planned_pause_of_all_reminders_is_shown(bot: Bot, language: Language, said: str, words: str) -> None:
    form = await bot.said(ICT, "keskeytä muistutukset 24.12.–26.12.", locale=FI)
    await bot.submitted(ICT, form)
    assert words in text_of(await bot.said(ICT, said, locale=language))


async def test_who_may_not_change_a_pause_asks_for_just_that(bot: Bot) -> None:
    await agreed(bot)
    await bot.pressed(MAINTAINER, await bot.said(MAINTAINER, "kirjaston facen taukoa jatketaan 9.1. asti"), "Pyydä")
    form = await bot.pressed(ICT, await bot.newest_notice(ICT, FI), "Tauko")
    assert days_in(form) == ("2026-12-07", "2027-01-09")
