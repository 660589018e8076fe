"""Who cannot, will not or wants a person is no one in distress; who is, is met with care."""

from __future__ import annotations

import pytest

from bot.conversation.forms.decisions import DECLINE, REFUSE
from tests.acceptance.deciding import BOSS, SUPERIOR, up_to
from tests.acceptance.people import STAFF
from tests.support.bot_in_memory import Bot, form_of, text_of

CARE = ("Kuulostaa raskaalta", "Det låter tungt", "That sounds hard")


@pytest.mark.parametrize(
    "said",
    [
        "emmä voi",
        "en pysty keskiviikkona",
        "ei nyt käy",
        "miksei muka?",
        "tää excel tappaa mut",
        "kauhea härdelli töissä tänään",
        "sori en voi",
        "nej det kan jag inte",
        "kan inte på onsdag",
        "det funkar inte för mig",
        "varför skulle jag inte?",
        "den här skrivaren tar livet av mig",
        "rena cirkusen på kontoret idag",
        "sorry I can't",
        "can't do Wednesday",
        "that won't be possible",
        "why wouldn't I?",
        "this spreadsheet is killing me",
        "it's a madhouse at work today",
        "I'm afraid I can't make it",
    ],
)
async def test_an_everyday_refusal_is_no_distress(bot: Bot, said: str) -> None:
    assert not text_of(await bot.said(STAFF, said)).startswith(CARE)


@pytest.mark.parametrize(
    "said",
    [
        "en kestä enää, haluaisin vaan kadota",
        "olen aivan loppu ja itken joka ilta",
        "en näe tässä enää mitään järkeä",
        "jag är helt slut och gråter varje kväll",
        "jag vill bara försvinna",
        "jag kan inte mer, allt är mörkt",
        "I'm completely burnt out and cry every night",
        "I can't go on like this, I just want it to end",
        "I feel so hopeless",
    ],
)
async def test_who_is_in_distress_is_met_with_care(bot: Bot, said: str) -> None:
    await up_to(bot, "decide")
    assert text_of(await bot.said(BOSS, said)).startswith(CARE)
    assert text_of(await bot.said(STAFF, said)).startswith(CARE)


REFUSALS = [
    "blokkaan tän",
    "tyrmään tämän heti",
    "tää ehdotus loppuu tähän",
    "en päästä tätä eteenpäin",
    "jag stoppar det här nu",
    "det blir stopp för det här",
    "jag dödar det här förslaget",
    "I'm blocking this one",
    "I'm stopping this right here",
    "I'm killing this proposal",
    "not letting this one through",
]


@pytest.mark.parametrize("said", REFUSALS)
async def test_who_decides_against_something_is_not_in_distress(bot: Bot, said: str) -> None:
    assert not text_of(await bot.said(BOSS, said)).startswith(CARE)
    await up_to(bot, "decide")
    form = form_of(await bot.said(BOSS, said))
    assert form.id == DECLINE


@pytest.mark.parametrize("said", ["torppaan tän", "det här går inte igenom", "hard no from me"])
async def test_nor_is_who_does_not_authorise_it(bot: Bot, said: str) -> None:
    await up_to(bot, "authorise")
    assert form_of(await bot.said(SUPERIOR, said)).id == REFUSE


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("ei, kanavia on jo ihan tarpeeksi", "Ei, kanavia on jo ihan tarpeeksi"),
        ("nej, vi har ingen som sköter den", "Nej, vi har ingen som sköter den"),
        ("no, nobody has time to run it", "No, nobody has time to run it"),
        ("ei ennen kuin työaika on sovittu", "Ei ennen kuin työaika on sovittu"),
    ],
)
async def test_why_it_is_refused_stands_in_the_form(bot: Bot, said: str, why: str) -> None:
    await up_to(bot, "decide")
    form = form_of(await bot.said(BOSS, said))
    assert (form.id, form.values["words"]) == (DECLINE, why)


@pytest.mark.parametrize(
    "said",
    [
        "haluaisin jutella oikealle ihmiselle",
        "voisko joku soittaa mulle",
        "kan jag få tala med en riktig människa",
        "kan någon ringa upp mig",
        "I'd rather speak to a real person",
        "could someone call me",
    ],
)
async def test_who_wants_a_person_is_led_to_one(bot: Bot, said: str) -> None:
    assert "ICT" in text_of(await bot.said(STAFF, said))
