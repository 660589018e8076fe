"""Before people get reminders: the ICT secretary has one preview, which follows the days, and hears when it ends."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.conversation.exchange import Outcome
from bot.domain.language import Language
from bot.domain.reminders.notice import Beginning, ReminderNotice
from bot.messages.model import Verb
from bot.messages.notices import render
from bot.messages.plain_text import plain_text
from tests.acceptance.people import ICT
from tests.acceptance.reminder_days import AT_START, DAY, FI, days, run
from tests.support.bot_in_memory import HELSINKI, Bot, labels, text_of

FIRST = datetime(2026, 11, 24, 9, 0, tzinfo=HELSINKI)
"""The first working day on which somebody would get something."""
LAST = datetime(2026, 12, 4, 9, 0, tzinfo=HELSINKI)
"""The last working day on which nobody gets anything: a Friday, before Independence Day and the start."""
SECRETARY = "slack-u0ict0001"
HEADING = "Muistutusten esikatselu"
WORDS = {
    Language.FI: ("Muistutukset alkavat", "7.12.2026 klo\u00a09.00", "Keskeytä muistutukset"),
    Language.SV: ("Påminnelserna börjar", "7 dec. 2026 kl.\u00a09.00", "Pausa påminnelserna"),
    Language.EN: ("Reminders begin", "7 Dec 2026 at 09:00", "Pause the reminders"),
}
TO_HOW_MANY = {
    Language.FI: ("ei muistuteta ketään", "yksi henkilö. Muistutus koskee yhtä kanavaa", "2 henkilöä"),
    Language.SV: ("påminns ingen", "en person då en påminnelse. Påminnelsen gäller en kanal", "2 personer"),
    Language.EN: (
        "nobody is reminded",
        "one person gets a reminder then. The reminder is about one channel",
        "2 people",
    ),
}


def shown_to_secretary(bot: Bot) -> list[Outcome]:
    """What stands in the ICT secretary's messages now, oldest first."""
    places = (place for place, owner in bot.notifier.owners.items() if owner == SECRETARY)
    notices = (bot.notifier.shown[place] for place in places)
    return [Outcome(render(one, FI)) for one in notices if isinstance(one, ReminderNotice)]


def shown_previews(bot: Bot) -> list[Outcome]:
    return [one for one in shown_to_secretary(bot) if HEADING in text_of(one)]


def words_of(bot: Bot) -> list[ReminderNotice]:
    """What the ICT secretary got that says when reminders begin."""
    return [one for one in bot.notifier.sent[SECRETARY] if isinstance(one, ReminderNotice) and one.begins]


def days_in(text: str) -> list[date]:
    """The days at the ends of a preview's lines."""
    found = (re.search(r" – (\d+)\.(\d+)\.(\d+)$", line) for line in text.splitlines())
    return [date(*map(int, reversed(one.groups()))) for one in found if one]


async def test_what_people_would_get_gathers_in_one_preview_the_newest_first(bot: Bot) -> None:
    arrived = await days(bot, FIRST, 11)
    with_preview = [day for day, found in arrived.items() if HEADING in text_of(found[SECRETARY])]
    assert with_preview == [FIRST.date()]
    assert all(set(found) == {SECRETARY} for found in arrived.values())
    (preview,) = shown_previews(bot)
    shown = days_in(text_of(preview))
    assert shown == sorted(shown, reverse=True)
    assert len(set(shown)) > 2
    assert "Aloita muistutukset" in labels(preview)


async def test_a_long_preview_says_how_many_more_there_are(bot: Bot) -> None:
    await days(bot, FIRST, 11)
    (notice,) = [one.preview for one in bot.notifier.shown.values() if isinstance(one, ReminderNotice) and one.preview]
    many = replace(notice, would_get=notice.would_get * 3)
    text = plain_text(render(ReminderNotice("key", preview=many), FI))
    assert len(days_in(text)) == 12
    assert f"ja {len(many.would_get) - 12} muuta" in text


async def test_the_same_hour_gone_again_redraws_nothing(bot: Bot) -> None:
    await days(bot, FIRST, 4)
    redrawn, state = list(bot.notifier.redrawn), await bot.application.store.read()
    assert redrawn
    for hour in range(1, 5):
        assert await run(bot, FIRST + 3 * DAY + timedelta(hours=hour)) == {}
    assert bot.notifier.redrawn == redrawn
    assert await bot.application.store.read() is state


async def test_once_the_day_has_come_the_preview_says_so_and_offers_nothing_any_more(bot: Bot) -> None:
    await days(bot, FIRST, 11)
    assert await run(bot, AT_START)
    (preview,) = shown_previews(bot)
    assert "Muistutuksia lähetetään 7.12.2026 alkaen" in text_of(preview)
    assert "alkavat itsestään" not in text_of(preview)
    assert "Aloita muistutukset" not in labels(preview)
    redrawn = len(bot.notifier.redrawn)
    await run(bot, AT_START + DAY)
    assert len(bot.notifier.redrawn) == redrawn


async def test_a_start_pressed_elsewhere_shows_on_the_preview(bot: Bot) -> None:
    await run(bot, FIRST)
    bot.clock.at = FIRST + timedelta(hours=2)
    await bot.pressed(ICT, await bot.said(ICT, "tauko"), "Aloita")
    (preview,) = shown_previews(bot)
    assert "Muistutuksia lähetetään 25.11.2026 alkaen" in text_of(preview)
    assert "Aloita muistutukset" not in labels(preview)


async def test_a_start_in_a_pause_names_the_first_day_after_it(bot: Bot) -> None:
    await run(bot, FIRST)
    bot.clock.at = FIRST + timedelta(hours=2)
    form = await bot.pressed(ICT, await bot.said(ICT, "tauko"), "Keskeytä")
    await bot.submitted(ICT, form, start="25.11.2026", end="27.11.2026")
    (preview,) = shown_previews(bot)
    started = await bot.pressed(ICT, preview, "Aloita muistutukset")
    assert "Muistutuksia lähetetään 30.11.2026 alkaen" in text_of(started)
    assert await days(bot, FIRST + DAY, 3) == {}
    assert "slack-u0comm001" in await run(bot, FIRST + 6 * DAY)


@pytest.mark.parametrize("language", Language)
async def test_on_the_last_working_day_before_the_start_there_is_a_word(bot: Bot, language: Language) -> None:
    await days(bot, FIRST, 10)
    await run(bot, LAST)
    word = bot.notifier.sent[SECRETARY][-1]
    message = render(word, language)
    assert all(words in f"{plain_text(message)} {labels(Outcome(message))}" for words in WORDS[language])


@pytest.mark.parametrize("people", [0, 1, 2])
@pytest.mark.parametrize("language", Language)
def test_the_word_says_of_nobody_one_or_more_what_it_would_of_them(language: Language, people: int) -> None:
    begins = Beginning(AT_START.date(), AT_START.time(), people, people)
    said = plain_text(render(ReminderNotice("key", begins=begins), language))
    assert TO_HOW_MANY[language][people] in said


async def test_the_word_comes_once_and_says_how_many_are_asked_about_how_many_channels(bot: Bot) -> None:
    before = await days(bot, FIRST, 10)
    assert not [found for found in before.values() if "Muistutukset alkavat" in text_of(found[SECRETARY])]
    word = text_of((await run(bot, LAST))[SECRETARY])
    for hour in range(1, 7):
        assert await run(bot, LAST + timedelta(hours=hour)) == {}
    await run(bot, AT_START)
    sent = [notice for notices in bot.notifier.sent.values() for notice in notices]
    asked = [one for one in sent if isinstance(one, ReminderNotice) and one.lines]
    channels = {line.channel for one in asked for line in one.lines}
    assert f"saa silloin {len(asked)} henkilöä. Muistutukset koskevat {len(channels)} kanavaa." in word


async def test_a_pause_from_the_word_moves_the_day_in_it_and_back(bot: Bot) -> None:
    word = (await run(bot, LAST))[SECRETARY]
    form = await bot.pressed(ICT, word, "Keskeytä muistutukset")
    paused = await bot.submitted(ICT, form, start="7.12.2026", end="11.12.2026")
    assert "lähetetään 14.12.2026 klo" in text_of(paused)
    assert "ei lähetetä kenellekään 7.12.2026–11.12.2026" in text_of(paused)
    resumed = await bot.pressed(ICT, paused, "Lopeta tauko")
    assert "lähetetään 7.12.2026 klo" in text_of(resumed)


async def test_a_pause_asked_for_in_words_moves_the_day_in_the_word_and_the_preview(bot: Bot) -> None:
    await days(bot, FIRST, 11)
    form = await bot.pressed(ICT, await bot.said(ICT, "tauko"), "Keskeytä")
    await bot.submitted(ICT, form, start="7.12.2026", end="11.12.2026")
    told = "\n".join(map(text_of, shown_to_secretary(bot)))
    assert "lähetetään 14.12.2026 klo" in told
    assert "itsestään 14.12.2026" in told
    assert "7.12.2026" not in told
    assert await days(bot, AT_START, 5) == {}
    assert "slack-u0comm001" in await run(bot, AT_START + 7 * DAY)


async def test_a_pause_over_the_start_moves_the_word_and_what_the_preview_says(bot: Bot) -> None:
    await run(bot, FIRST)
    bot.clock.at = FIRST + timedelta(hours=2)
    form = await bot.pressed(ICT, await bot.said(ICT, "tauko"), "Keskeytä")
    await bot.submitted(ICT, form, start="3.12.2026", end="8.12.2026")
    arrived = await days(bot, FIRST + DAY, 14)
    words = [day for day, found in arrived.items() if "Muistutukset alkavat" in text_of(found[SECRETARY])]
    assert words == [date(2026, 12, 2)]
    assert "9.12.2026 klo" in text_of(arrived[words[0]][SECRETARY])
    (preview,) = shown_previews(bot)
    assert "itsestään 9.12.2026" in text_of(preview)


async def test_a_pause_that_is_called_off_brings_no_second_word_of_the_same_day(bot: Bot) -> None:
    await run(bot, FIRST)
    bot.clock.at = FIRST + timedelta(hours=2)
    form = await bot.pressed(ICT, await bot.said(ICT, "tauko"), "Keskeytä")
    await bot.submitted(ICT, form, start="4.12.2026", end="4.12.2026")
    assert "lähetetään 7.12.2026 klo" in text_of((await run(bot, LAST - DAY))[SECRETARY])
    await bot.pressed_old(ICT, Verb.REMINDERS_RESUME, "")
    await run(bot, LAST)
    assert len(words_of(bot)) == 1


async def test_whoever_has_let_reminders_begin_gets_no_word(bot: Bot) -> None:
    await run(bot, FIRST)
    noon = FIRST + 2 * DAY + timedelta(hours=3)
    bot.clock.at = noon
    (preview,) = shown_previews(bot)
    await bot.pressed(ICT, preview, "Aloita muistutukset")
    assert await run(bot, noon + timedelta(hours=1)) == {}
    assert "slack-u0comm001" in await run(bot, FIRST + 3 * DAY)
    assert words_of(bot) == []
