"""An answer of the ICT secretary's that is not for everybody: whoever asked has it, and the question waits no more."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.messages.texts import texts_in
from tests.acceptance.asking import ANSWER, OTHER_WORDS, QUESTION, answered, asked, asked_secretary, made_entry
from tests.acceptance.people import ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, text_of

TEXTS = texts_in(Language.FI)


async def test_whoever_was_answered_is_given_the_answer_when_asking_again(bot: Bot) -> None:
    await asked_secretary(bot)
    assert ANSWER not in text_of(await asked(bot))
    await answered(bot)
    for again in (QUESTION, f"{QUESTION.capitalize()}?"):
        shown = text_of(await asked(bot, text=again))
        assert TEXTS("answer-given") in shown
        assert ANSWER in shown


async def test_nobody_else_is_given_it_nor_to_another_question(bot: Bot) -> None:
    await asked_secretary(bot)
    await answered(bot)
    assert ANSWER not in text_of(await asked(bot, MAINTAINER))
    assert ANSWER not in text_of(await asked(bot, text="mistä saa kuvauslupalomakkeen huoltajille"))


async def test_where_others_read_along_it_is_not_shown(bot: Bot) -> None:
    await asked_secretary(bot)
    await answered(bot)
    assert ANSWER not in text_of(await bot.said(STAFF, QUESTION, locale=Language.FI, private=False))


@pytest.mark.parametrize("said", ["vastaukset", "svar", "answers"])
async def test_it_is_among_the_answers_of_whoever_asked(bot: Bot, said: str) -> None:
    await asked_secretary(bot)
    await answered(bot)
    own, others = await bot.said(STAFF, said), await bot.said(MAINTAINER, said)
    texts = texts_in(own.reply.language)
    assert texts("entries-own") in text_of(own)
    assert ANSWER in text_of(own)
    assert texts("entries-none") not in text_of(own)
    assert texts("entries-none") in text_of(others)
    assert ANSWER not in text_of(others)


async def test_made_an_answer_for_everybody_it_is_told_once(bot: Bot) -> None:
    await made_entry(bot)
    shown = text_of(await bot.said(STAFF, "vastaukset"))
    assert TEXTS("entries-own") not in shown
    assert QUESTION in shown


async def test_what_was_answered_to_one_is_no_gap_until_it_is_asked_anew(bot: Bot) -> None:
    await asked_secretary(bot)
    assert QUESTION in text_of(await bot.said(ICT, "puutteet"))
    await answered(bot)
    assert QUESTION not in text_of(await bot.said(ICT, "puutteet"))
    await asked(bot, MAINTAINER, OTHER_WORDS)
    assert OTHER_WORDS in text_of(await bot.said(ICT, "puutteet"))
