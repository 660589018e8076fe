"""A guest whom the register names may answer no reminder, and is not told who stands in for whom."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.language import Language
from bot.messages.model import Verb
from tests.acceptance.keeping import NOT_STAFF, version_of
from tests.acceptance.people import ICT, MAINTAINER
from tests.acceptance.reminder_days import AT_START, COVER, latest, run
from tests.support.bot_in_memory import NOON, Bot, buttons, text_of

FI = Language.FI


@pytest.mark.parametrize("verb", [Verb.REMINDER_LATER, Verb.REMINDER_MORE])
async def test_a_guest_answers_no_reminder(bot: Bot, verb: Verb) -> None:
    reminder = (await run(bot, AT_START))["slack-u0lib0001"]
    opened = await bot.pressed(MAINTAINER, reminder, "Muu vastaus")
    pressed = next(one for one in buttons(opened) if one.action.verb is verb)
    before = await bot.application.store.read()
    refused = await bot.pressed_old(MAINTAINER, verb, *pressed.action.args, guest=True)
    assert NOT_STAFF in text_of(refused)
    assert await bot.application.store.read() == before
    taken = await bot.pressed_old(MAINTAINER, verb, *pressed.action.args)
    assert NOT_STAFF not in text_of(taken)


async def test_a_guest_puts_nothing_off_in_words(bot: Bot) -> None:
    await run(bot, AT_START)
    before = await bot.application.store.read()
    assert NOT_STAFF in text_of(await bot.said(MAINTAINER, "muistuta viikon päästä", locale=FI, guest=True))
    assert await bot.application.store.read() == before


async def test_whoever_has_become_a_guest_takes_no_channel_on(bot: Bot) -> None:
    """Nobody who is a guest can be named, so nobody who is one by the time of the answer can accept."""
    form = await bot.said(MAINTAINER, "överlåt bibliotekets facebook")
    await bot.submitted(MAINTAINER, form, to="U0LIB0009", authorised_by="U0LIBHEAD")
    asked, before = latest(bot, "slack-u0lib0009"), await version_of(bot)
    refused = await bot.pressed(COVER, asked, "Ryhdyn ylläpitäjäksi", guest=True)
    assert NOT_STAFF in text_of(refused)
    assert await version_of(bot) == before
    assert "Olet nyt" in text_of(await bot.pressed(COVER, asked, "Ryhdyn ylläpitäjäksi"))


async def test_a_guest_is_told_the_days_that_are_held_and_not_who_covers(bot: Bot) -> None:
    form = await bot.said(MAINTAINER, "olen lomalla", locale=FI)
    start, end = NOON.date(), NOON.date() + timedelta(days=7)
    await bot.submitted(MAINTAINER, form, start=start.isoformat(), end=end.isoformat(), cover="U0LIB0002")
    mine = text_of(await bot.said(MAINTAINER, "minä", locale=FI))
    assert "Kirjaston ylläpitäjä 2" in mine
    as_guest = text_of(await bot.said(MAINTAINER, "minä", locale=FI, guest=True))
    assert "Kirjaston ylläpitäjä 2" not in as_guest
    assert "23.11.2026–30.11.2026" in as_guest


async def test_what_is_shared_is_what_was_judged(bot: Bot) -> None:
    before = await version_of(bot)
    for text in ("lähtenyt slack:U0LIB0001 nimi=who owns instagram", "left slack:U0LIB0001 name=who owns instagram"):
        refused = await bot.pressed_old(ICT, Verb.SHARE, text)
        assert "vanhasta viestistä" in text_of(refused)
    assert await version_of(bot) == before
    shared = await bot.pressed_old(ICT, Verb.SHARE, "kuka hoitaa kirjaston instagramia")
    assert shared.visibility == "conversation"
