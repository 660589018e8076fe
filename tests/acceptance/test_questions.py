"""A question that the guideline does not cover: asked, answered, brought back, and found by the next who asks."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.messages.model import Message, Verb
from bot.services.notices import AnswerArrived
from bot.services.questions.documents import OPEN
from tests.acceptance.asking import ANSWER, OTHER_WORDS, QUESTION, answered, asked, asked_secretary, made_entry
from tests.acceptance.people import ICT, OTHER, STAFF
from tests.support.bot_in_memory import Bot, button, form_of, labels, text_of


async def test_a_question_that_is_not_covered_goes_all_the_way_and_answers_the_next_who_asks(bot: Bot) -> None:
    not_covered = await asked(bot)
    sent = await bot.pressed(STAFF, not_covered, "Kysy ICT-sihteeriltä")
    assert "on lähetetty ICT-sihteerille" in text_of(sent)

    form = await bot.pressed(ICT, await bot.newest_notice(ICT), "Vastaa")
    assert QUESTION in text_of(form)
    assert "Lähimmät kohdat ohjeessa" in text_of(form)
    told = await bot.submitted(ICT, form, answer=ANSWER)
    assert told.replaces
    assert "lähetettiin kysyjälle" in text_of(told)

    arrived = await bot.newest_notice(STAFF)
    assert ANSWER in text_of(arrived)
    assert "ei ohjeen tekstiä" in text_of(arrived)
    thanks = await bot.pressed(STAFF, arrived, "Auttoi")
    assert thanks.replaces
    assert "Kiitos" in text_of(thanks)
    assert ANSWER in text_of(thanks)
    assert "Auttoi" not in labels(thanks)

    entry = await bot.pressed(ICT, told, "Lisää vastaus kaikille")
    assert "saavat nyt kaikki" in text_of(entry)
    found = await asked(bot, OTHER, OTHER_WORDS)
    assert ANSWER in text_of(found)
    assert QUESTION in text_of(found)
    assert "ICT-sihteerin vastaus 23.11.2026, ei ohjeen tekstiä" in text_of(found)


@pytest.mark.parametrize(
    ("language", "question", "other_words", "ask", "answer", "add"),
    [
        (
            Language.SV,
            "får vi strömma fullmäktiges möten på youtube",
            "kan fullmäktiges möte strömmas direkt på youtube",
            "ICT-sekreteraren",
            "Svara",
            "Lägg till svaret",
        ),
        (
            Language.EN,
            "may we stream the council meetings on youtube",
            "can a council meeting be streamed live on youtube",
            "Ask the ICT secretary",
            "Answer",
            "Add the answer",
        ),
    ],
)
async def test_the_loop_speaks_the_other_languages_as_well(
    bot: Bot, language: Language, question: str, other_words: str, ask: str, answer: str, add: str
) -> None:
    await bot.pressed(STAFF, await bot.said(STAFF, question, locale=language), ask)
    notice = await bot.newest_notice(ICT, language)
    told = await bot.submitted(ICT, await bot.pressed(ICT, notice, answer), answer="1234: OK.")
    await bot.pressed(ICT, told, add)
    assert "1234: OK." in text_of(await bot.said(OTHER, other_words, locale=language))


async def test_a_question_is_answered_once_and_the_second_secretary_sees_by_whom(bot: Bot) -> None:
    await asked_secretary(bot)
    notice = await bot.newest_notice(ICT)
    first, second = await bot.pressed(ICT, notice, "Vastaa"), await bot.pressed(ICT, notice, "Vastaa")
    await bot.submitted(ICT, first, answer=ANSWER)

    late = await bot.submitted(ICT, second, answer="Ei voi.")
    assert "on jo vastattu" in text_of(late)
    assert ANSWER in text_of(late)
    assert "on jo vastattu" in text_of(await bot.pressed(ICT, notice, "Vastaa"))
    (arrived,) = bot.notifier.sent[(await bot.person(STAFF)).id]
    assert isinstance(arrived, AnswerArrived)
    assert arrived.answer == ANSWER


async def test_the_same_question_of_the_same_person_is_sent_once(bot: Bot) -> None:
    await asked_secretary(bot)
    again = await asked_secretary(bot, text=f"  {QUESTION} ")
    assert "Olet jo lähettänyt" in text_of(again)
    assert len(bot.notifier.sent["slack-u0ict0001"]) == 1
    await asked_secretary(bot, OTHER)
    assert len(bot.notifier.sent["slack-u0ict0001"]) == 2


async def test_an_answer_that_does_not_arrive_is_for_the_secretary_to_tell(bot: Bot) -> None:
    await asked_secretary(bot)
    bot.notifier.unreachable.add((await bot.person(STAFF)).id)
    told = await answered(bot)
    assert "ei tavoittanut" in text_of(told)
    assert "U0STAFF01" in text_of(told)


async def test_what_is_wrong_in_the_answer_is_said_at_the_field_and_nothing_is_lost(bot: Bot) -> None:
    await asked_secretary(bot)
    form = await bot.pressed(ICT, await bot.newest_notice(ICT), "Vastaa")
    for values in ({"answer": " "}, {"answer": "salasana on Kesä2026!"}, {"answer": "x" * 2001}, {"section": "99.9"}):
        again = form_of(await bot.submitted(ICT, form, **{"answer": ANSWER, **values}))
        assert again.errors.keys() == values.keys()
        assert again.values == {**form_of(form).values, "answer": ANSWER, **values}
    assert bot.notifier.sent.keys() == {"slack-u0ict0001"}, "the asker is told nothing yet"


async def test_the_answer_may_belong_to_a_section_which_comes_with_it(bot: Bot) -> None:
    await made_entry(bot, section="7.5")
    found = await asked(bot, OTHER, OTHER_WORDS)
    section = await bot.pressed(OTHER, found, "Lue ohjeen kohta")
    assert "YouTube" in text_of(section)
    assert "luku 7" in text_of(section)
    assert isinstance((await bot.newest_notice(STAFF)).reply, Message)
    assert "YouTube" in text_of(await bot.pressed(STAFF, await bot.newest_notice(STAFF), "Lue ohjeen kohta"))


async def test_a_vote_in_a_conversation_leaves_the_answer_to_the_others(bot: Bot) -> None:
    answer = await bot.said(STAFF, "kuka päättää uuden kanavan käyttöönotosta", private=False)
    vote = button(answer, "Auttoi").action
    thanks = await bot.pressed_old(STAFF, vote.verb, *vote.args, private=False)
    assert not thanks.replaces
    assert "Kiitos" in text_of(thanks)


async def test_nobody_votes_for_the_asker(bot: Bot) -> None:
    await asked_secretary(bot)
    await answered(bot)
    key = button(await bot.newest_notice(STAFF), "Auttoi").action.args[1]
    thanks = await bot.pressed_old(OTHER, Verb.ARRIVED_FEEDBACK, "yes", key)
    assert ANSWER not in text_of(thanks), "what was said to one is not shown to another"
    (question,) = (await bot.application.questions.read()).of(OPEN).values()
    assert question.given is not None
    assert question.given.helped is None


async def test_a_question_that_is_not_covered_reaches_the_ict_secretary_at_a_press(bot: Bot) -> None:
    sent = await asked_secretary(bot, text="paljonko lounas maksaa tänään")
    assert "ICT-sihteeri" in text_of(sent)
    (notice,) = bot.notifier.sent["slack-u0ict0001"]
    assert "paljonko lounas maksaa tänään" in str(notice)


@pytest.mark.parametrize("verb", [verb for verb in Verb if verb not in (Verb.SAY, Verb.SHARE)])
@pytest.mark.parametrize("count", range(5))
async def test_a_press_on_what_is_gone_has_a_kind_reply(bot: Bot, verb: Verb, count: int) -> None:
    for who in (STAFF, ICT):
        outcome = await bot.pressed_old(who, verb, *["gone"] * count)
        assert "jokin meni pieleen" not in text_of(outcome)
