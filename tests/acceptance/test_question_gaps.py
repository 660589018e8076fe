"""Gaps: what the ICT secretary is shown of the questions that were not answered, and how they are answered at once."""

from __future__ import annotations

from datetime import timedelta

from bot.conversation.exchange import Outcome
from bot.domain.language import Language
from bot.messages.model import Message, Verb, plain_text
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

    position = next(n for n, one in enumerate(buttons(report)) if "striimata" in _paragraph_above(report, n))
    form = await bot.pressed_old(ICT, Verb.ANSWER_GAP, *buttons(report)[position].action.args)
    assert "striimata youtubeen, soita •••" in text_of(form)
    done = await bot.submitted(ICT, form, answer=ANSWER, wordings=form_of(form).values["wordings"])
    assert "lähetettiin yhdelle odottajalle" in text_of(done)
    assert ANSWER in text_of(await bot.newest_notice(OTHER))
    assert "Vastausta vailla: 1" in text_of(await bot.said(ICT, "puutteet"))
    assert ANSWER in text_of(await asked(bot, STAFF, OTHER_WORDS))


def _paragraph_above(report: Outcome, number: int) -> str:
    """The text of the gap whose button is the one with that number."""
    assert isinstance(report.reply, Message)
    seen = -1
    above = ""
    for block in report.reply.blocks:
        if found := getattr(block, "buttons", ()):
            seen += len(found)
            if seen >= number:
                return above
        else:
            above = plain_text(Message((block,), Language.FI))
    return above


async def test_a_gap_that_wants_no_answer_is_taken_off_the_list_but_nobody_who_waits_is_forgotten(bot: Bot) -> None:
    await asked(bot, text="mitä kahvinkeitin maksaa")
    await asked_secretary(bot)
    report = await bot.said(ICT, "puutteet")
    assert labels(report).count("Poista luettelosta") == 1
    after = await bot.pressed(ICT, report, "Poista luettelosta")
    assert "kahvinkeitin" not in text_of(after)
    assert QUESTION in text_of(after)


async def test_an_answer_that_does_not_help_is_a_gap_too(bot: Bot) -> None:
    answer = await bot.said(STAFF, "kuka päättää uuden kanavan käyttöönotosta")
    reply = await bot.pressed(STAFF, answer, "Ei auttanut")
    assert reply.replaces
    assert "Kiitos palautteesta" in text_of(reply)
    assert "kunnanjohtaja" in text_of(reply), "the answer stays to be read"
    assert "Ei auttanut" not in labels(reply)
    await bot.pressed(STAFF, answer, "Ei auttanut")
    await bot.pressed(STAFF, answer, "Vastaus auttoi")
    report = text_of(await bot.said(ICT, "puutteet"))
    assert "kuka päättää uuden kanavan" in report
    assert "vastaus ei auttanut kerran" in report, "one vote a person"


async def test_what_was_answered_is_no_gap(bot: Bot) -> None:
    await bot.pressed(STAFF, await bot.said(STAFF, "kuka päättää uuden kanavan käyttöönotosta"), "Vastaus auttoi")
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
