"""Updates that are told in words: of several channels at once, corrected, taken back, or older than what is known."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.evidence import newest
from bot.domain.language import Language
from bot.messages.model import Verb
from tests.acceptance.keeping import channel_of, version_of
from tests.acceptance.people import HEAD, ICT, MAINTAINER, OTHER
from tests.support.bot_in_memory import Bot, buttons, text_of

FI, SV, EN = Language
INSTAGRAM, FACEBOOK = "kirjasto-instagram", "kirjasto-facebook"
KNOWN, TODAY = date(2026, 11, 20), date(2026, 11, 23)
SATURDAY, SUNDAY = date(2026, 11, 21), date(2026, 11, 22)


async def day_of(bot: Bot, channel_id: str) -> date | None:
    last = newest((await channel_of(bot, channel_id)).evidence)
    return last.on if last else None


async def days(bot: Bot) -> tuple[date | None, date | None]:
    """The days on which the library's Instagram and its Facebook were updated last."""
    return await day_of(bot, INSTAGRAM), await day_of(bot, FACEBOOK)


@pytest.fixture
async def talking(bot: Bot) -> Bot:
    """A bot with which somebody talks, so that what was just said counts."""
    bot.conversation = "dm"
    return bot


@pytest.mark.parametrize(
    ("language", "told", "noted"),
    [
        (FI, "laitoin instaan kuvan lauantaina ja faceen sunnuntaina", (SATURDAY, SUNDAY)),
        (FI, "päivitin eilen instan ja facen", (SUNDAY, SUNDAY)),
        (FI, "insta hoidettu eilen, face tänään", (SUNDAY, TODAY)),
        (FI, "insta tehty, face ei", (TODAY, KNOWN)),
        (FI, "face ei ehditty, insta eilen", (SUNDAY, KNOWN)),
        (FI, "päivitin facen mutta en instaa", (KNOWN, TODAY)),
        (SV, "jag uppdaterade facebook i går och instagram i dag", (TODAY, SUNDAY)),
        (SV, "instagram är gjort, facebook inte", (TODAY, KNOWN)),
        (EN, "I posted on Instagram yesterday and on Facebook on Saturday", (SUNDAY, SATURDAY)),
        (EN, "facebook done, instagram not yet", (KNOWN, TODAY)),
    ],
)
async def test_what_is_told_of_two_channels_is_noted_of_each(
    bot: Bot, language: Language, told: str, noted: tuple[date, date]
) -> None:
    await bot.said(MAINTAINER, told, locale=language)
    assert await days(bot) == noted


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (FI, "molemmat päivitetty eilen"),
        (FI, "päivitin kummatkin kanavat eilen"),
        (FI, "eilen hoidettu kumpikin"),
        (SV, "jag har uppdaterat båda i går"),
        (EN, "both were updated yesterday"),
    ],
)
async def test_both_are_all_where_somebody_keeps_two(bot: Bot, language: Language, told: str) -> None:
    await bot.said(MAINTAINER, told, locale=language)
    assert await days(bot) == (SUNDAY, SUNDAY)


async def test_of_more_channels_than_two_both_is_asked_back(bot: Bot) -> None:
    before = await version_of(bot)
    await bot.said(ICT, "päivitin molemmat", locale=FI)
    assert await version_of(bot) == before


@pytest.mark.parametrize(
    ("language", "told", "correction"),
    [
        (FI, "päivitin kirjaston instan tänään", "eikun lauantaina"),
        (FI, "päivitin kirjaston instan tänään", "siis toissapäivänä"),
        (FI, "päivitin kirjaston instan tänään", "21.11."),
        (SV, "jag uppdaterade bibliotekets instagram i dag", "nej, i förrgår"),
        (SV, "jag uppdaterade bibliotekets instagram i dag", "jag menade i lördags"),
        (EN, "I updated the library instagram today", "sorry, I meant on Saturday"),
        (EN, "I updated the library instagram today", "no wait, the day before yesterday"),
    ],
)
async def test_a_correction_to_an_earlier_day_is_kept(
    talking: Bot, language: Language, told: str, correction: str
) -> None:
    await talking.said(MAINTAINER, told, locale=language)
    assert await day_of(talking, INSTAGRAM) == TODAY
    await talking.said(MAINTAINER, correction, locale=language)
    assert await day_of(talking, INSTAGRAM) == SATURDAY


async def test_a_correction_may_be_corrected_once_more(talking: Bot) -> None:
    for said, noted in (("päivitin facen", TODAY), ("eikun lauantaina", SATURDAY), ("eiku eilen", SUNDAY)):
        await talking.said(MAINTAINER, said, locale=FI)
        assert await day_of(talking, FACEBOOK) == noted


@pytest.mark.parametrize("language", Language)
async def test_of_a_day_that_is_older_than_what_is_known_it_is_said_which_stays(bot: Bot, language: Language) -> None:
    told = {
        FI: "päivitin kirjaston facen 10.11.",
        SV: "jag uppdaterade bibliotekets facebook den 10 november",
        EN: "I updated the library facebook on 10 November",
    }
    said = text_of(await bot.said(MAINTAINER, told[language], locale=language))
    assert await day_of(bot, FACEBOOK) == KNOWN
    assert {FI: "20.11.2026", SV: "20 nov. 2026", EN: "20 Nov 2026"}[language] in said
    assert {FI: "uudempi", SV: "nyare", EN: "newer"}[language] in said


@pytest.mark.parametrize(
    ("language", "told", "not_so"),
    [
        (FI, "päivitin facen", "eikun en päivittänytkään"),
        (FI, "postasin tänään faceen", "eiku en postannutkaan"),
        (SV, "jag uppdaterade bibliotekets facebook", "jag menar, jag uppdaterade den inte"),
        (EN, "I updated the library facebook", "actually I didn't update it"),
    ],
)
async def test_what_was_not_done_after_all_is_taken_back(
    talking: Bot, language: Language, told: str, not_so: str
) -> None:
    await talking.said(MAINTAINER, told, locale=language)
    assert await day_of(talking, FACEBOOK) == TODAY
    await talking.said(MAINTAINER, not_so, locale=language)
    assert await day_of(talking, FACEBOOK) == KNOWN


async def test_what_was_noted_earlier_today_is_taken_back_at_a_press(bot: Bot) -> None:
    await bot.said(MAINTAINER, "päivitin facen", locale=FI)
    asked = await bot.said(MAINTAINER, "eikun en päivittänytkään", locale=FI)  # nothing was just said there
    assert [one.action.verb for one in buttons(asked)] == [Verb.UNDO]
    assert "mitään ei ole merkitty" in text_of(await bot.said(HEAD, "eikun en päivittänytkään", locale=FI))


@pytest.mark.parametrize(
    ("answer", "noted"),
    [
        ("face", (KNOWN, TODAY)),
        ("insta 22. marraskuuta", (SUNDAY, KNOWN)),
        ("molemmat", (TODAY, TODAY)),
        ("eikun en päivittänyt", (KNOWN, KNOWN)),
    ],
)
async def test_the_question_which_channel_was_updated_may_be_answered_in_words(
    talking: Bot, answer: str, noted: tuple[date, date]
) -> None:
    assert len(buttons(await talking.said(MAINTAINER, "päivitin", locale=FI))) == 2
    await talking.said(MAINTAINER, answer, locale=FI)
    assert await days(talking) == noted


async def test_a_day_after_that_question_is_the_day_of_the_update(talking: Bot) -> None:
    await talking.said(MAINTAINER, "postasin", locale=FI)
    asked = await talking.said(MAINTAINER, "22.11.", locale=FI)
    assert {one.action.args[1] for one in buttons(asked)} == {"2026-11-22"}
    assert "ei ole kohtaa 22.11." in text_of(await talking.said(OTHER, "22.11.", locale=FI))  # nobody has asked them


async def test_what_was_not_updated_is_not_noted_and_that_is_said(bot: Bot) -> None:
    before = await version_of(bot)
    for language, told in ((FI, "en ole vielä päivittänyt kirjaston facea"), (EN, "I haven't updated facebook yet")):
        assert "Kirjaston Facebook" in text_of(await bot.said(MAINTAINER, told, locale=language))
    assert await version_of(bot) == before


async def test_who_takes_back_what_others_tell_of_as_well_is_told_that_the_day_stays(bot: Bot) -> None:
    for who in (OTHER, MAINTAINER):
        await bot.said(who, "päivitin kirjaston instan", locale=FI)
    assert "Päivityspäivä ei muutu" in text_of(await bot.said(MAINTAINER, "peru se päivitys", locale=FI))
    await bot.said(MAINTAINER, "päivitin facen", locale=FI)
    assert "Päivityspäivä ei muutu" not in text_of(await bot.said(MAINTAINER, "peru se päivitys", locale=FI))
