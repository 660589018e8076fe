"""Reminders about several channels, answered in words of each by itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.evidence import newest
from bot.domain.language import Language
from bot.messages.model import Verb
from tests.acceptance.keeping import channel_of
from tests.acceptance.people import MAINTAINER
from tests.acceptance.reminder_days import AT_START, KEY, START, latest, run
from tests.support.bot_in_memory import Bot, buttons, text_of

FI, SV, EN = Language
KNOWN = date(2026, 11, 20)


@pytest.fixture
async def asked(bot: Bot) -> Bot:
    """A bot that has just asked the maintainer about both of the library's channels."""
    bot.conversation = "dm"
    await run(bot, AT_START)
    return bot


async def noted(bot: Bot) -> tuple[date, date]:
    """The days on which the library's Instagram and its Facebook were updated last."""
    found = [newest((await channel_of(bot, one)).evidence) for one in ("kirjasto-instagram", "kirjasto-facebook")]
    first, second = (one.on if one else date.min for one in found)
    return first, second


@pytest.mark.parametrize(
    ("language", "said", "ago"),
    [
        (FI, "insta 4. joulukuuta, face eilen", (3, 1)),
        (FI, "facessa eilen, insta ei vielä", (None, 1)),
        (FI, "insta 5.12.", (2, None)),
        (SV, "facebook i går", (None, 1)),
        (EN, "instagram yesterday, facebook not", (1, None)),
    ],
)
async def test_each_channel_may_be_answered_by_its_name(
    asked: Bot, language: Language, said: str, ago: tuple[int | None, int | None]
) -> None:
    await asked.said(MAINTAINER, said, locale=language)
    assert await noted(asked) == tuple(KNOWN if n is None else START - timedelta(days=n) for n in ago)


async def test_of_what_was_not_done_it_is_asked_when_to_ask_again(asked: Bot) -> None:
    again = await asked.said(MAINTAINER, "insta tehty, face ei", locale=FI)
    assert "Kirjaston Facebook: päivitystä ei merkitty" in text_of(again)
    assert Verb.REMINDERS_LATER in {one.action.verb for one in buttons(again)}


@pytest.mark.parametrize(
    ("answer", "said", "day"),
    [
        ("joo", "on merkitty", START),
        ("kyllä, eilen", "on merkitty", START - timedelta(days=1)),
        ("ei", "Milloin", KNOWN),
    ],
)
async def test_after_one_was_answered_at_a_press_a_bare_answer_is_for_the_other(
    asked: Bot, answer: str, said: str, day: date
) -> None:
    await asked.pressed(MAINTAINER, latest(asked, KEY), buttons(latest(asked, KEY))[0].label)
    assert said in text_of(await asked.said(MAINTAINER, answer, locale=FI))
    assert await noted(asked) == (START, day)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FI, "muistuta instasta torstaina ja facesta perjantaina"),
        (SV, "påminn mig om instagram på torsdag och om facebook på fredag"),
        (EN, "remind me about instagram on Thursday and about facebook on Friday"),
    ],
)
async def test_two_reminders_are_put_off_each_to_its_own_day(asked: Bot, language: Language, said: str) -> None:
    told = text_of(await asked.said(MAINTAINER, said, locale=language))
    days = {FI: ("10.12.2026", "11.12.2026"), SV: ("10 dec.", "11 dec."), EN: ("10 Dec", "11 Dec")}[language]
    first, second = (told.index(day) for day in days)
    assert first < second
    assert told.index("Kirjaston Instagram") < told.index("Kirjaston Facebook")
