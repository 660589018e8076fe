"""Corrections of the absence, the update, the later reminder or the pause that was just told: it is changed, and not
told twice."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.language import Language
from bot.domain.people import Actor
from bot.understanding.commands import Intent
from tests.acceptance.keeping import channel_of, version_of
from tests.acceptance.people import ICT, MAINTAINER, OTHER
from tests.acceptance.reminder_days import AT_START, run
from tests.support.bot_in_memory import Bot, form_of, text_of

FI, SV, EN = Language
FACEBOOK, INSTAGRAM, YOUTH = "kirjasto-facebook", "kirjasto-instagram", "nuoriso-instagram"
AWAY = {FI: "olen lomalla 7.–11.12.", SV: "jag är ledig 7–11 december", EN: "I'm on leave 7-11 December"}


@pytest.fixture
async def talking(bot: Bot) -> Bot:
    """A bot with which somebody talks, so that what was just said counts."""
    bot.conversation = "dm"
    return bot


async def days_away(bot: Bot, who: str = MAINTAINER) -> list[tuple[str, str]]:
    services = bot.application.services
    held = await services.absences.held_on(await services.lookup.register(), Actor(await bot.person(who)))
    return [(str(one.start), str(one.end)) for one in held.away]


async def told_of(bot: Bot, channel: str) -> list[date]:
    """The days of updates since the register was made."""
    return [one.on for one in (await channel_of(bot, channel)).evidence if one.on > date(2026, 11, 20)]


@pytest.mark.parametrize(
    ("language", "said", "start", "end"),
    [
        (FI, "eikun 15.12. asti", "2026-12-07", "2026-12-15"),
        (FI, "korjaus: 9.12. alkaen", "2026-12-09", "2026-12-11"),
        (FI, "anteeksi, 8.–10.12. piti olla", "2026-12-08", "2026-12-10"),
        (FI, "eiku viikkoa myöhemmin", "2026-12-14", "2026-12-18"),
        (SV, "nej, till den 15", "2026-12-07", "2026-12-15"),
        (SV, "rättelse: från och med den 9", "2026-12-09", "2026-12-11"),
        (SV, "förlåt, 8–10 december skulle det vara", "2026-12-08", "2026-12-10"),
        (EN, "no wait, until the 15th", "2026-12-07", "2026-12-15"),
        (EN, "sorry, from 9 December I mean", "2026-12-09", "2026-12-11"),
        (EN, "wrong, 8-10 December", "2026-12-08", "2026-12-10"),
    ],
)
async def test_an_absence_that_was_noted_goes_to_the_days_that_were_meant(
    talking: Bot, language: Language, said: str, start: str, end: str
) -> None:
    form = await talking.said(MAINTAINER, AWAY[language], locale=language)
    await talking.submitted(MAINTAINER, form)
    await talking.said(MAINTAINER, said, locale=language)
    assert await days_away(talking) == [(start, end)]


@pytest.mark.parametrize(
    ("language", "said"),
    [(FI, "siis 15.12. saakka"), (SV, "jag menade till 15 december"), (EN, "I meant until 15 December")],
)
async def test_an_absence_that_waits_for_its_form_is_shown_with_the_other_days(
    talking: Bot, language: Language, said: str
) -> None:
    await talking.said(MAINTAINER, AWAY[language], locale=language)
    values = form_of(await talking.said(MAINTAINER, said, locale=language)).values
    assert (values["start"], values["end"]) == ("2026-12-07", "2026-12-15")
    assert await days_away(talking) == []


@pytest.mark.parametrize(("language", "said"), [(FI, "eiku 14.12."), (SV, "nej, den 14"), (EN, "make that the 14th")])
async def test_where_it_may_be_either_end_the_form_asks(talking: Bot, language: Language, said: str) -> None:
    form = await talking.said(MAINTAINER, AWAY[language], locale=language)
    await talking.submitted(MAINTAINER, form)
    form = await talking.said(MAINTAINER, said, locale=language)
    assert (form_of(form).values["start"], form_of(form).values["end"]) == ("2026-12-07", "2026-12-14")
    assert await days_away(talking) == [("2026-12-07", "2026-12-11")]
    await talking.submitted(MAINTAINER, form)
    assert await days_away(talking) == [("2026-12-07", "2026-12-14")]


async def test_a_cover_goes_with_it_or_is_another_one(talking: Bot) -> None:
    await talking.said(MAINTAINER, f"olen lomalla 7.–11.12., sijainen {OTHER}", locale=FI)
    await talking.said(MAINTAINER, "eiku 14.12. asti", locale=FI)
    (cover,) = (await channel_of(talking)).holiday_covers
    assert (cover.person, cover.end) == ("slack-u0lib0002", date(2026, 12, 14))
    await talking.said(MAINTAINER, "eikun sijaisena slack:U0YOUTH03", locale=FI)
    (cover,) = (await channel_of(talking)).holiday_covers
    assert (cover.person, cover.end) == ("slack-u0youth03", date(2026, 12, 14))


@pytest.mark.parametrize(
    ("language", "told", "said"),
    [
        (FI, "päivitin kirjaston facen eilen", "ei facen vaan instan"),
        (FI, "päivitin kirjaston facen eilen", "väärä kanava, insta piti olla"),
        (SV, "jag uppdaterade bibliotekets facebook i går", "inte facebook utan instagram"),
        (SV, "jag uppdaterade bibliotekets facebook i går", "fel kanal, jag menade instagram"),
        (EN, "I updated the library's facebook yesterday", "not facebook, instagram"),
        (EN, "I updated the library's facebook yesterday", "instagram, not facebook"),
        (EN, "I updated the library's facebook yesterday", "sorry, the instagram I mean"),
    ],
)
async def test_an_update_is_of_the_channel_that_was_meant(
    talking: Bot, language: Language, told: str, said: str
) -> None:
    await talking.said(MAINTAINER, told, locale=language)
    assert await told_of(talking, FACEBOOK) == [date(2026, 11, 22)]
    await talking.said(MAINTAINER, said, locale=language)
    assert (await told_of(talking, FACEBOOK), await told_of(talking, INSTAGRAM)) == ([], [date(2026, 11, 22)])


async def test_one_correction_follows_another(talking: Bot) -> None:
    await talking.said(MAINTAINER, "I updated the library's instagram today", locale=EN)
    for said in ("sorry, yesterday I mean", "not instagram, facebook", "no, on Saturday"):
        await talking.said(MAINTAINER, said, locale=EN)
    assert (await told_of(talking, INSTAGRAM), await told_of(talking, FACEBOOK)) == ([], [date(2026, 11, 21)])


async def test_another_unit_keeps_the_service(talking: Bot) -> None:
    await talking.said(ICT, "päivitin kirjaston instan", locale=FI)
    await talking.said(ICT, "ei kirjaston vaan nuorisopalvelujen", locale=FI)
    assert await told_of(talking, INSTAGRAM) == []
    assert date(2026, 11, 23) in await told_of(talking, YOUTH)


@pytest.mark.parametrize(
    ("language", "told", "said", "day"),
    [
        (FI, "muistuta viikon päästä", "eiku kahden viikon päästä", "21.12.2026"),
        (SV, "påminn mig på fredag", "nej, på torsdag menade jag", "10 dec. 2026"),
        (EN, "remind me on Friday", "sorry, Thursday I mean", "10 Dec 2026"),
    ],
)
async def test_a_reminder_comes_on_the_day_that_was_meant(
    talking: Bot, language: Language, told: str, said: str, day: str
) -> None:
    await run(talking, AT_START)
    await talking.said(OTHER, told, locale=language)
    assert day in text_of(await talking.said(OTHER, said, locale=language))


@pytest.mark.parametrize(
    ("language", "told", "said", "other"),
    [
        (FI, "kirjaston facebook tauolle 1.–15.12.", "eiku 10.12. asti", "ei facebook vaan instagram"),
        (SV, "pausa bibliotekets facebook 1–15 december", "nej, till den 10", "inte facebook utan instagram"),
        (EN, "pause the library's facebook 1-15 December", "sorry, until the 10th", "no, the library's instagram"),
    ],
)
async def test_a_pause_is_shortened_or_goes_to_another_channel(
    talking: Bot, language: Language, told: str, said: str, other: str
) -> None:
    await talking.submitted(ICT, await talking.said(ICT, told, locale=language))
    await talking.submitted(ICT, await talking.said(ICT, said, locale=language))
    pause = (await channel_of(talking, FACEBOOK)).pause
    assert pause is not None
    assert (pause.start, pause.end) == (date(2026, 12, 1), date(2026, 12, 10))
    form = await talking.said(ICT, other, locale=language)
    assert "Kirjaston Facebook" in form_of(form).intro
    await talking.submitted(ICT, form)
    assert (await channel_of(talking, FACEBOOK)).pause is None
    assert (await channel_of(talking, INSTAGRAM)).pause == pause


async def test_a_pause_of_all_reminders_takes_the_place_of_the_one_that_was_told(talking: Bot) -> None:
    await talking.submitted(ICT, await talking.said(ICT, "muistutukset tauolle 21.12.–6.1.", locale=FI))
    await talking.submitted(ICT, await talking.said(ICT, "eiku 3.1. asti", locale=FI))
    standing = await talking.application.services.reminder_switch.standing(talking.clock.now())
    assert [(one.start, one.end) for one in standing.planned] == [(date(2026, 12, 21), date(2027, 1, 3))]


@pytest.mark.parametrize(
    "said",
    [
        "siis kuka hoitaa kirjaston instaa?",
        "eiku ei mitään",
        "nej, vad säger anvisningarna om bilder",
        "sorry, what is the guideline",
        "eiku päivitin kirjaston instan eilen",
    ],
)
async def test_what_asks_or_tells_something_else_changes_no_absence(talking: Bot, said: str) -> None:
    await talking.submitted(MAINTAINER, await talking.said(MAINTAINER, AWAY[FI], locale=FI))
    await talking.said(MAINTAINER, said)
    assert await days_away(talking) == [("2026-12-07", "2026-12-11")]


async def test_after_a_question_nothing_is_corrected(talking: Bot) -> None:
    """ "Siis 5.2" is a part of the guideline then, and no day."""
    await talking.submitted(MAINTAINER, await talking.said(MAINTAINER, AWAY[FI], locale=FI))
    await talking.said(MAINTAINER, "lue luku 5", locale=FI)
    read = (await talking.said(MAINTAINER, "tarkoitin 5.2", locale=FI)).understood
    assert read is not None
    assert (read.intent, read.reading.part) == (Intent.READ, "5.2")
    assert await days_away(talking) == [("2026-12-07", "2026-12-11")]


@pytest.mark.parametrize("said", ["eiku 15.12. asti", "inte facebook utan instagram", "sorry, until Friday"])
async def test_where_nothing_was_told_nothing_is_changed(talking: Bot, said: str) -> None:
    before = await version_of(talking)
    assert text_of(await talking.said(MAINTAINER, said))
    assert (await version_of(talking), await days_away(talking)) == (before, [])
