"""Which change an undo takes back, and which it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.language import Language
from bot.messages.model import Verb
from bot.services.register.documents import register_of
from tests.acceptance.keeping import channel_of, version_of
from tests.acceptance.people import HEAD, ICT, MAINTAINER, OTHER, STAFF
from tests.acceptance.reminder_days import AT_START, KEY, run
from tests.support.bot_in_memory import Bot, buttons, text_of

FI, EN = Language.FI, Language.EN


async def edit(bot: Bot, **values: str) -> None:
    form = await bot.said(ICT, "edit https://www.instagram.com/esimerkkikirjasto/", locale=EN)
    await bot.submitted(ICT, form, **values)


async def test_undo_twice_takes_back_two_changes(bot: Bot) -> None:
    before = await channel_of(bot)
    await edit(bot, name="First")
    await edit(bot, name="Second")
    for name in ("First", before.name):
        await bot.pressed(ICT, await bot.said(ICT, "undo", locale=EN), "Undo")
        assert (await channel_of(bot)).name == name
    assert "import" in text_of(await bot.said(ICT, "undo", locale=EN))
    assert replace(await channel_of(bot), version=before.version) == before


async def test_a_change_after_an_undo_is_the_next_to_take_back(bot: Bot) -> None:
    await edit(bot, name="First")
    await bot.pressed(ICT, await bot.said(ICT, "undo", locale=EN), "Undo")
    await edit(bot, name="Second")
    question = await bot.said(ICT, "undo", locale=EN)
    assert "Second" in text_of(question)
    await bot.pressed(ICT, question, "Undo")
    assert (await channel_of(bot)).name == "Kirjaston Instagram"


async def test_the_same_change_is_not_taken_back_twice(bot: Bot) -> None:
    await edit(bot, name="First")
    question = await bot.said(ICT, "undo", locale=EN)
    await bot.pressed(ICT, question, "Undo")
    before = await version_of(bot)
    assert "can no longer be undone" in text_of(await bot.pressed(ICT, question, "Undo"))
    assert await version_of(bot) == before


async def test_an_import_of_channels_is_not_undone_at_one_press(bot: Bot) -> None:
    question = await bot.said(ICT, "peru", locale=FI)
    assert "varmuuskopiosta" in text_of(question)
    assert not buttons(question)
    await bot.pressed_old(ICT, Verb.UNDO, "1")
    assert len(register_of(await bot.application.store.read()).listed()) == 6


async def test_to_undo_a_registration_is_said_to_retire_the_channel(bot: Bot) -> None:
    line = "register https://www.threads.net/@museum name=Museum Threads unit=Museopalvelut responsible=slack:U0MUSEUM1"
    await bot.said(ICT, line, locale=EN)
    question = await bot.said(ICT, "peru", locale=FI)
    assert "kanava poistetaan käytöstä" in text_of(question)
    await bot.pressed(ICT, question, "Peru")
    assert "Museum Threads" not in text_of(await bot.said(ICT, "list", locale=EN))


@pytest.mark.parametrize(
    "said", ["peru kunnan facebook", "ångra kommunens facebook", "undo the municipality's facebook"]
)
async def test_the_newest_change_to_the_channel_that_was_named_is_taken_back(bot: Bot, said: str) -> None:
    await bot.said(ICT, "muokkaa kunnan facebook päivitysväli=40")
    await edit(bot, name="First")
    question = await bot.said(ICT, said)
    assert "Kunnan Facebook" in text_of(question)
    assert "First" not in text_of(question)
    (undo,) = buttons(question)
    await bot.pressed(ICT, question, undo.label)
    register = register_of(await bot.application.store.read())
    assert register.channels["kunta-facebook"].update_interval_days is None
    assert register.channels["kirjasto-instagram"].name == "First"


async def test_of_a_channel_that_is_not_there_nothing_is_taken_back(bot: Bot) -> None:
    await edit(bot, name="First")
    assert not buttons(await bot.said(ICT, "peru museon tiktok"))


@pytest.mark.parametrize("said", ["peru", "kumoa kirjaston facebook", "fel kanal", "wrong channel"])
async def test_who_told_of_an_update_takes_it_back_and_is_asked_again(bot: Bot, said: str) -> None:
    reminder = (await run(bot, AT_START))[KEY]
    before = register_of(await bot.application.store.read()).channels["kirjasto-facebook"]
    answered = await bot.pressed(MAINTAINER, reminder, "Päivitetty tänään", "Kirjaston Facebook")
    assert "Päivitetty tänään" not in [one.label for one in buttons(answered) if "facebook" in str(one.action.args)]
    question = await bot.said(MAINTAINER, said)
    assert "Kirjaston Facebook" in text_of(question)
    (undo,) = buttons(question)
    await bot.pressed(MAINTAINER, question, undo.label)
    after = register_of(await bot.application.store.read()).channels["kirjasto-facebook"]
    assert after.evidence == before.evidence
    asked = await bot.said(MAINTAINER, "joo")
    assert "Kaikki (2)" in [one.label for one in buttons(asked)]
    await bot.application.deliver(bot.clock.at)
    assert "slack-u0lib0001" in bot.notifier.redrawn


async def test_nobody_takes_back_what_somebody_else_has_told_or_what_was_told_before_today(bot: Bot) -> None:
    await bot.said(MAINTAINER, "päivitin kirjaston instagramin")
    seq = (await bot.application.store.read()).seq
    told = await version_of(bot)
    for somebody in (OTHER, STAFF, HEAD):
        assert "vain ICT-sihteeri" in text_of(await bot.said(somebody, "peru", locale=FI))
        assert "vain ICT-sihteeri" in text_of(await bot.pressed_old(somebody, Verb.UNDO, str(seq)))
    bot.clock.at += timedelta(days=1)
    assert "vain ICT-sihteeri" in text_of(await bot.said(MAINTAINER, "peru", locale=FI))
    assert "vain ICT-sihteeri" in text_of(await bot.pressed_old(MAINTAINER, Verb.UNDO, str(seq)))
    assert await version_of(bot) == told


async def test_what_was_told_over_a_later_change_is_not_taken_back(bot: Bot) -> None:
    await bot.said(MAINTAINER, "päivitin kirjaston instagramin")
    await edit(bot, name="First")
    question = await bot.said(MAINTAINER, "peru", locale=FI)
    assert "ei voi enää perua" in text_of(await bot.pressed(MAINTAINER, question, "Peru muutos"))
