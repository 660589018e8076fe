"""What asks the same in another language is the same gap, and one answer serves all languages, with a label."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.services.questions.answers import Answers
from tests.acceptance.people import ICT, OTHER, STAFF
from tests.support.bot_in_memory import Bot, form_of, make_bot, text_of
from tests.support.invented import guideline, search

ONE_GAP = [
    ("montako hashtagia yhteen julkaisuun laitetaan", Language.FI),
    ("hur många hashtaggar ska ett inlägg ha", Language.SV),
    ("how many hashtags should a post have", Language.EN),
]
ANSWER = "Enintään kolme."


async def answered(bot: Bot) -> None:
    for question, language in ONE_GAP:
        await bot.said(STAFF, question, locale=language)
    form = await bot.pressed(ICT, await bot.said(ICT, "puutteet"), "Vastaa")
    values = form_of(form).values
    await bot.submitted(ICT, form, answer=ANSWER, wordings=values["wordings"])


async def test_what_asks_the_same_in_three_languages_is_one_gap_with_all_wordings(bot: Bot) -> None:
    for question, language in ONE_GAP:
        await bot.said(STAFF, question, locale=language)
    await bot.said(STAFF, "saako ehdokas jakaa vaalimainoksen sivulla")
    report = await bot.said(ICT, "puutteet")
    assert "Vastausta vailla: 2" in text_of(report)
    assert "kysytty 3 kertaa" in text_of(report)
    assert "vaalimainoksen" in text_of(report)


async def test_the_same_subject_in_other_words_of_one_language_is_one_gap(bot: Bot) -> None:
    for question in ("montako hashtagia laitetaan", "kuinka monta hashtagia julkaisussa on hyvä olla"):
        await bot.said(STAFF, question)
    assert "Vastausta vailla: 1" in text_of(await bot.said(ICT, "puutteet"))


async def test_an_answered_gap_is_closed_in_all_languages(bot: Bot) -> None:
    await answered(bot)
    assert "ei ole" in text_of(await bot.said(ICT, "puutteet"))


@pytest.mark.parametrize(
    ("question", "language", "label"),
    [
        ("hur många hashtaggar behövs", Language.SV, "ICT-sekreterarens svar"),
        ("what is a good number of hashtags", Language.EN, "given below as it is"),
    ],
)
async def test_an_answer_serves_askers_of_other_languages_and_is_labelled(
    bot: Bot, question: str, language: Language, label: str
) -> None:
    await bot.said(STAFF, ONE_GAP[0][0])
    form = await bot.pressed(ICT, await bot.said(ICT, "puutteet"), "Vastaa")
    await bot.submitted(ICT, form, answer=ANSWER)
    reply = text_of(await bot.said(OTHER, question, locale=language))
    assert ANSWER in reply
    assert label in reply
    finnish = text_of(await bot.said(OTHER, "kuinka monta hashtagia laitetaan", locale=Language.FI))
    assert ANSWER in finnish
    assert "sellaisenaan" not in finnish


async def test_an_answer_is_no_answer_to_another_subject_in_another_language(bot: Bot) -> None:
    await answered(bot)
    assert ANSWER not in text_of(await bot.said(OTHER, "may we use emojis in replies", locale=Language.EN))


async def test_an_answer_that_arrives_in_another_language_says_so(bot: Bot) -> None:
    question, language = ONE_GAP[1]
    await bot.pressed(STAFF, await bot.said(STAFF, question, locale=language), "Fråga ICT-sekreteraren")
    form = await bot.pressed(ICT, await bot.newest_notice(ICT), "Vastaa")
    await bot.submitted(ICT, form, answer=ANSWER, language="fi")
    assert "på finska" in text_of(await bot.newest_notice(STAFF, Language.SV))


@pytest.mark.parametrize(
    ("question", "language", "label", "title"),
    [
        ("hur ofta ska lösenordet bytas", Language.SV, "endast på finska", "Käyttäjätunnukset ja tietoturva"),
        ("who decides on opening a new channel", Language.EN, "in Finnish only", "Kanavan perustaminen"),
    ],
)
async def test_a_guideline_in_one_language_is_quoted_as_it_is_and_framed_in_the_askers(
    question: str, language: Language, label: str, title: str
) -> None:
    bot = await make_bot(answers=Answers(guideline("a"), search("a")))
    reply = text_of(await bot.said(STAFF, question, locale=language))
    assert label in reply
    assert title in reply, "titles are not translated"
    assert "translation" not in reply
    assert "översättning" not in reply
