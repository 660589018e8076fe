"""Answers that are there for everybody: found, edited, withdrawn, and listed."""

from __future__ import annotations

from datetime import timedelta

from bot.messages.model import Verb
from tests.acceptance.asking import ANSWER, OTHER_WORDS, QUESTION, asked, made_entry
from tests.acceptance.people import ICT, OTHER
from tests.support.bot_in_memory import Bot, buttons, form_of, labels, text_of


async def test_an_entry_is_edited_withdrawn_and_put_back_and_each_text_is_kept(bot: Bot) -> None:
    entry = await made_entry(bot)
    form = await bot.pressed(ICT, entry, "Muokkaa vastausta")
    bot.clock.at += timedelta(days=1)
    edited = await bot.submitted(ICT, form, answer="Ei toistaiseksi.", wordings="kokousvideo tubeen\n\n")
    assert "Ei toistaiseksi." in text_of(edited)
    assert ANSWER in text_of(edited), "the ICT secretary sees the earlier text"
    assert "23.11.2026" in text_of(edited)
    assert "Ei toistaiseksi." in text_of(await asked(bot, OTHER, "kokousvideo tubeen"))

    withdrawn = await bot.pressed(ICT, edited, "Poista vastaus käytöstä")
    assert "ei enää tarjota" in text_of(withdrawn)
    assert "Ei toistaiseksi." not in text_of(await asked(bot, OTHER, OTHER_WORDS))
    assert "vastauksia ei vielä ole" in text_of(await bot.said(OTHER, "vastaukset"))
    await bot.pressed(ICT, withdrawn, "Ota takaisin käyttöön")
    assert "Ei toistaiseksi." in text_of(await asked(bot, OTHER, OTHER_WORDS))


async def test_the_later_of_two_editors_sees_what_the_other_wrote(bot: Bot) -> None:
    entry = await made_entry(bot)
    mine, other = await bot.pressed(ICT, entry, "Muokkaa"), await bot.pressed(ICT, entry, "Muokkaa")
    await bot.submitted(ICT, other, answer="Ei voi.")
    again = await bot.submitted(ICT, mine, answer="Voi toki.")
    assert "Ei voi." in form_of(again).intro
    assert form_of(again).values["answer"] == "Voi toki."
    assert "Voi toki." in text_of(await bot.submitted(ICT, again))


async def test_entries_are_listed_for_staff_and_edited_by_the_secretary_alone(bot: Bot) -> None:
    await made_entry(bot)
    listed = await bot.said(OTHER, "vastaukset")
    shown = await bot.pressed(OTHER, listed, QUESTION)
    assert ANSWER in text_of(shown)
    assert "Muokkaa vastausta" not in labels(shown)
    (key,) = [one.action.args[0] for one in buttons(listed)]
    for verb, *args in ((Verb.EDIT_ENTRY, key), (Verb.WITHDRAW_ENTRY, key, "yes"), (Verb.RECORD_ENTRY, key)):
        assert "vain ICT-sihteeri" in text_of(await bot.pressed_old(OTHER, verb, *args))
    assert "Muokkaa vastausta" in labels(await bot.pressed(ICT, await bot.said(ICT, "vastaukset"), QUESTION))


async def test_an_entry_is_worth_a_look_where_it_is_only_near(bot: Bot) -> None:
    await made_entry(bot)
    near = await asked(bot, OTHER, "miten valtuuston kokousten tekstitys tehdään")
    assert ANSWER not in text_of(near)
    assert ANSWER in text_of(await bot.pressed(OTHER, near, "ICT-sihteeri: "))
