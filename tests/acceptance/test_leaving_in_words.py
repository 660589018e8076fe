"""Leaving as it is told: the day it means, who may be meant, and what is only asked or not certain."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.exchange import Outcome
from bot.domain.language import Language
from bot.messages.model import Verb
from tests.acceptance.keeping import version_of
from tests.acceptance.people import ICT, MAINTAINER, OTHER
from tests.support.bot_in_memory import Bot, buttons, form_of, text_of

FI, SV, EN = Language
WHO = "slack:U0LIB0001"


def asked(outcome: Outcome) -> tuple[str, ...]:
    """Who is to be marked, from which day, and the successor."""
    return next(one.action.args for one in buttons(outcome) if one.action.verb is Verb.MARK_LEFT)


@pytest.mark.parametrize(
    ("language", "said", "day"),
    [
        (FI, f"{WHO} irtisanoutui keskiviikkona", date(2026, 11, 18)),
        (FI, f"{WHO} jäi eläkkeelle 30.10.", date(2026, 10, 30)),
        (FI, f"{WHO} ei ole enää meillä töissä", date(2026, 11, 23)),
        (SV, f"{WHO} arbetar inte här längre sedan den 2 november", date(2026, 11, 2)),
        (SV, f"{WHO} slutade för tre månader sen", date(2026, 8, 25)),
        (SV, f"{WHO} avgick i torsdags", date(2026, 11, 19)),
        (EN, f"{WHO} retired last Thursday", date(2026, 11, 19)),
        (EN, f"{WHO} stopped working for us on 30 October", date(2026, 10, 30)),
        (EN, f"{WHO} finished on Tuesday", date(2026, 11, 17)),
        (FI, f"{WHO} jää eläkkeelle 1.3.", date(2027, 3, 1)),
        (SV, f"{WHO} går i pension den 1 mars", date(2027, 3, 1)),
        (EN, f"{WHO} retires on 1 March", date(2027, 3, 1)),
    ],
)
async def test_the_day_is_as_the_verb_tells(bot: Bot, language: Language, said: str, day: date) -> None:
    assert asked(await bot.said(ICT, said, locale=language))[:2] == (WHO, day.isoformat())


@pytest.mark.parametrize(
    ("language", "said", "day"),
    [
        (FI, f"{WHO} viimeinen työpäivä on 11.12.", date(2026, 12, 12)),
        (FI, f"{WHO} on töissä vielä 11.12. asti", date(2026, 12, 12)),
        (SV, f"{WHO} har sin sista arbetsdag den 11 december", date(2026, 12, 12)),
        (SV, f"{WHO} jobbar här till 11.12", date(2026, 12, 12)),
        (EN, f"the last day of {WHO} is 11 December", date(2026, 12, 12)),
        (EN, f"{WHO} works here until 11 December", date(2026, 12, 12)),
    ],
)
async def test_on_their_last_day_they_are_still_here(bot: Bot, language: Language, said: str, day: date) -> None:
    assert asked(await bot.said(ICT, said, locale=language))[:2] == (WHO, day.isoformat())


@pytest.mark.parametrize("said", [f"{WHO} lähti viime keväänä", f"{WHO} slutade i fjol", f"{WHO} left some time ago"])
async def test_a_time_that_gives_no_day_is_asked_about(bot: Bot, said: str) -> None:
    form = form_of(await bot.said(ICT, said))
    assert form.id == "left"
    assert form.intro


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FI, f"{WHO} saattaa irtisanoutua"),
        (FI, f"ehkä {WHO} lopettaa kesällä"),
        (SV, f"{WHO} slutar kanske efter nyår"),
        (SV, f"{WHO} funderar på att sluta"),
        (EN, f"{WHO} might quit next year"),
        (EN, f"maybe {WHO} retires in March"),
    ],
)
async def test_what_is_not_certain_is_no_order(bot: Bot, language: Language, said: str) -> None:
    before = await version_of(bot)
    reply = await bot.said(ICT, said, locale=language)
    assert not [one for one in buttons(reply) if one.action.verb is Verb.MARK_LEFT]
    assert {FI: "varmoja", SV: "säkert", EN: "certain"}[language] in text_of(reply)
    assert await version_of(bot) == before


@pytest.mark.parametrize(
    ("language", "said", "answer"),
    [
        (FI, f"lähtikö {WHO}?", "ei ole merkitty lähteneeksi"),
        (FI, f"onkohan {WHO} vielä talossa", "ei ole merkitty lähteneeksi"),
        (SV, f"har {WHO} gått i pension?", "inte antecknat"),
        (SV, f"arbetar {WHO} fortfarande här?", "inte antecknat"),
        (EN, f"did {WHO} quit?", "not marked"),
        (EN, f"is {WHO} still with us?", "not marked"),
    ],
)
async def test_whether_somebody_has_left_is_answered(bot: Bot, language: Language, said: str, answer: str) -> None:
    assert answer in text_of(await bot.said(ICT, said, locale=language))
    await bot.pressed(ICT, await bot.said(ICT, f"lähtenyt {WHO}", locale=FI), "Merkitse lähteneeksi")
    assert "2026" in text_of(await bot.said(ICT, said, locale=language))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FI, f"{WHO} on lopettanut ja slack:U0STAFF01 ottaa kirjaston facebookin"),
        (SV, f"{WHO} har slutat, slack:U0STAFF01 tar över bibliotekets facebook"),
        (EN, f"{WHO} has left and slack:U0STAFF01 takes over the library's facebook"),
    ],
)
async def test_who_takes_over_is_the_second_who_is_named(bot: Bot, language: Language, said: str) -> None:
    who, _, successor = asked(await bot.said(ICT, said, locale=language))
    assert (who, successor) == (WHO, "slack:U0STAFF01")


async def test_people_are_told_apart_in_the_order_in_which_they_are_named(bot: Bot) -> None:
    reply = await bot.said(ICT, "Kirjaston ylläpitäjä 2 on lähtenyt, Kirjaston ylläpitäjä 1 jatkaa", locale=FI)
    assert "Merkitäänkö Kirjaston ylläpitäjä 2 lähteneeksi" in text_of(reply)


@pytest.mark.parametrize(
    ("language", "said", "on"),
    [
        (FI, "olen irtisanoutunut, viimeinen työpäiväni on 8.1.", "2027-01-09"),
        (SV, "jag har sagt upp mig, sista dagen är 8.1", "2027-01-09"),
        (EN, "I have resigned and I finish on 8 January", "2027-01-08"),
        (EN, "I'm starting a new job on 8 January", "2027-01-08"),
    ],
)
async def test_whoever_leaves_is_in_the_form_that_they_ask_for(
    bot: Bot, language: Language, said: str, on: str
) -> None:
    refused = await bot.said(MAINTAINER, said, locale=language)
    request = next(one for one in buttons(refused) if one.action.args[:1] == ("left",))
    await bot.pressed(MAINTAINER, refused, request.label)
    form = form_of(await bot.pressed(ICT, await bot.newest_notice(ICT), "Merkitse lähteneeksi"))
    assert (form.values["person"], form.values["on"]) == (WHO, on)


async def test_who_only_thinks_of_leaving_asks_for_nothing(bot: Bot) -> None:
    reply = await bot.said(OTHER, "I'm thinking of leaving in the spring", locale=EN)
    assert not buttons(reply)
