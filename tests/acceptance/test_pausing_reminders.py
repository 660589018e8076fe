"""Reminders begin, pause and go on when the ICT secretary says so."""

from __future__ import annotations

import pytest

from bot.conversation.forms.form import Form
from bot.domain.language import Language
from bot.messages.model import Verb
from tests.acceptance.people import ICT, STAFF
from tests.acceptance.reminder_days import AT_START, DAY, KEY, days, run
from tests.support.bot_in_memory import Bot, buttons, labels, text_of

FI, SV, EN = Language


async def test_all_reminders_can_be_paused_and_go_on(bot: Bot) -> None:
    digest = (await run(bot, AT_START))["slack-u0ict0001"]
    form = await bot.pressed(ICT, digest, "Keskeytä muistutukset")
    wrong = await bot.submitted(ICT, form, start="2026-12-08", end="2026-12-01")
    assert isinstance(wrong.reply, Form)
    paused = await bot.submitted(ICT, form, start="2026-12-08", end="2026-12-31")
    assert "8.12.2026–31.12.2026" in text_of(paused)
    assert "Viikkokatsaus" in text_of(paused)
    assert await days(bot, AT_START + DAY, 10) == {}
    ended = await bot.pressed(ICT, paused, "Lopeta tauko")
    assert "lähetetään taas" in text_of(ended)
    assert "Viikkokatsaus" in text_of(ended), "what else stands there stays"
    assert "Lopeta tauko" not in labels(ended)
    assert await days(bot, AT_START + 11 * DAY, 5)


async def test_a_pause_that_lies_ahead_is_taken_back_before_it_begins(bot: Bot) -> None:
    form = await bot.pressed(ICT, await bot.said(ICT, "paus"), "Pausa", "Påminnelser")
    paused = await bot.submitted(ICT, form, start="2026-12-05", end="2026-12-31")
    await bot.pressed(ICT, paused, "Avsluta pausen")
    assert KEY in await run(bot, AT_START)


async def test_the_button_of_an_older_message_that_names_no_reminder_ends_the_pause(bot: Bot) -> None:
    form = await bot.pressed(ICT, await bot.said(ICT, "tauko", locale=FI), "Keskeytä", "Muistutukset")
    await bot.submitted(ICT, form, start="2026-11-23", end="2026-12-31")
    assert "lähetetään taas" in text_of(await bot.pressed_old(ICT, Verb.REMINDERS_RESUME))
    assert KEY in await run(bot, AT_START)


async def test_a_pause_of_no_channel_offers_the_pause_of_all_reminders(bot: Bot) -> None:
    form = await bot.pressed(ICT, await bot.said(ICT, "tauko", locale=FI), "Keskeytä", "Muistutukset")
    paused = await bot.submitted(ICT, form, start="2026-12-01", end="2026-12-31")
    assert "1.12.2026–31.12.2026" in text_of(paused)
    assert await run(bot, AT_START) == {}
    bot.clock.at = AT_START
    again = await bot.said(ICT, "jatka muistutuksia", locale=FI)
    await bot.pressed(ICT, again, "Lopeta tauko", "1.12.2026–31.12.2026")
    assert await run(bot, AT_START)


@pytest.mark.parametrize("said", ["käynnistä muistutukset", "sätt i gång påminnelserna", "please resume the reminders"])
async def test_the_ict_secretary_lets_reminders_begin_in_words(bot: Bot, said: str) -> None:
    (start, _) = buttons(await bot.said(ICT, said))
    begun = await bot.pressed(ICT, await bot.said(ICT, said), start.label)
    assert "2026" in text_of(begun)
    assert len(buttons(await bot.said(ICT, said))) == 1
    assert Verb.REQUEST in [one.action.verb for one in buttons(await bot.said(STAFF, said))]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FI, "kytke muistutukset takaisin päälle"),
        (FI, "jatketaan muistutuksia taas"),
        (SV, "slå på påminnelserna igen"),
        (SV, "återuppta påminnelserna"),
        (EN, "switch reminders back on please"),
        (EN, "resume the reminders"),
    ],
)
async def test_the_pause_that_goes_on_ends_where_reminders_are_turned_on_again(
    bot: Bot, language: Language, said: str
) -> None:
    form = await bot.said(ICT, "muistutukset tauolle 23.11.–11.12.", locale=FI)
    await bot.submitted(ICT, form)
    switch, now = bot.application.services.reminder_switch, bot.clock.now()
    assert (await switch.standing(now)).pause
    await bot.said(ICT, said, locale=language)
    assert (await switch.standing(now)).pause is None
