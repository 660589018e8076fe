"""Gaps: what the ICT secretary is shown of the questions that were not answered, and how they are answered at once."""

from __future__ import annotations

from datetime import timedelta

from bot.messages.model import Verb
from tests.acceptance.asking import ANSWER, OTHER_WORDS, QUESTION, asked, asked_secretary
from tests.acceptance.people import ICT, OTHER, STAFF
from tests.support.bot_in_memory import Bot, buttons, form_of, labels, text_of


async def test_gaps_are_grouped_redacted_and_answered_for_all_at_once(bot: Bot) -> None:
    await asked(bot, text="saako valtuuston kokouksen striimata youtubeen, soita 040 123 4567")
    await asked_secretary(bot, OTHER, "voiko valtuuston kokouksen striimata youtubeen")
    await asked(bot, text="mitä kahvinkeitin maksaa")

    report = await bot.said(ICT, "puutteet")
    assert "Vastausta vailla: 2" in text_of(report)
    assert "040" not in text_of(report)
    assert "kysytty 2 kertaa" in text_of(report)
    assert "yksi odottaa vastausta" in text_of(report)
    assert "U0LIB0002" not in text_of(report)

    form = await bot.pressed(ICT, report, "Vastaa", "striimata")
    assert "striimata youtubeen, soita •••" in text_of(form)
    done = await bot.submitted(ICT, form, answer=ANSWER, wordings=form_of(form).values["wordings"])
    assert "lähetettiin yhdelle odottajalle" in text_of(done)
    assert done.replaces
    assert "kahvinkeitin" in text_of(done), "what else waits stays on the list"
    assert ANSWER in text_of(await bot.newest_notice(OTHER))
    assert "Vastausta vailla: 1" in text_of(await bot.said(ICT, "puutteet"))
    assert ANSWER in text_of(await asked(bot, STAFF, OTHER_WORDS))


async def test_a_gap_that_wants_no_answer_is_taken_off_the_list_but_nobody_who_waits_is_forgotten(bot: Bot) -> None:
    await asked(bot, text="mitä kahvinkeitin maksaa")
    await asked_secretary(bot)
    report = await bot.said(ICT, "puutteet")
    assert [one.label for one in buttons(report) if one.action.verb is Verb.DISMISS_GAP] == ["mitä kahvinkeitin maksaa"]
    after = await bot.pressed(ICT, report, "Poista luettelosta")
    assert "kahvinkeitin" not in text_of(after)
    assert QUESTION in text_of(after)


async def test_an_answer_that_does_not_help_is_a_gap_too(bot: Bot) -> None:
    answer = await bot.said(STAFF, "kuka päättää uuden kanavan käyttöönotosta")
    reply = await bot.pressed(STAFF, answer, "Ei auttanut")
    assert not reply.replaces, "the answer stays to be read"
    assert "Kiitos palautteesta" in text_of(reply)
    assert labels(reply) == ["Kysy ICT-sihteeriltä"]
    await bot.pressed(STAFF, answer, "Ei auttanut")
    await bot.pressed(STAFF, answer, "Auttoi")
    report = text_of(await bot.said(ICT, "puutteet"))
    assert "kuka päättää uuden kanavan" in report
    assert "vastaus ei auttanut kerran" in report, "one vote a person"


async def test_what_was_answered_is_no_gap(bot: Bot) -> None:
    await bot.pressed(STAFF, await bot.said(STAFF, "kuka päättää uuden kanavan käyttöönotosta"), "Auttoi")
    assert "ei ole" in text_of(await bot.said(ICT, "puutteet"))


async def test_gaps_expire(bot: Bot) -> None:
    await asked(bot, text="mitä kahvinkeitin maksaa")
    await asked_secretary(bot)
    bot.clock.at += timedelta(days=90)
    report = text_of(await bot.said(ICT, "puutteet"))
    assert "kahvinkeitin" not in report
    assert QUESTION in report, "who was promised an answer still waits"


async def test_only_the_secretary_sees_gaps(bot: Bot) -> None:
    await asked(bot)
    assert "vain ICT-sihteeri" in text_of(await bot.said(STAFF, "puutteet"))
    for verb in (Verb.GAPS, Verb.ANSWER_GAP, Verb.DISMISS_GAP):
        assert "vain ICT-sihteeri" in text_of(await bot.pressed_old(OTHER, verb, "0"))
