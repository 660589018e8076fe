"""Reaching the ICT secretary: who it is, a question sent at a press, a request that is seen before it goes."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.messages.model import Verb
from bot.messages.texts import texts_in
from bot.services.notices import DeedRequested, QuestionForSecretary
from tests.acceptance.people import ICT, MAINTAINER, STAFF
from tests.acceptance.reminder_days import AT_START, run
from tests.support.bot_in_memory import Bot, buttons, form_of, labels, text_of

FI, SV, EN = Language.FI, Language.SV, Language.EN
SECRETARY, BOSS = "slack-u0ict0001", "slack:U0BOSS001"
OTHER = "slack:U0LIB0002"


@pytest.mark.parametrize(
    ("language", "said", "question"),
    [
        (FI, "kysy ICT-sihteeriltä: käykö arvonta museon seinällä?", "käykö arvonta museon seinällä?"),
        (SV, "fråga ICT-sekreteraren om vi får ha en tävling", "om vi får ha en tävling"),
        (EN, "ask the ICT secretary, may we run a raffle", "may we run a raffle"),
        (FI, "pyydä ICT-sihteeriä käymään meillä", "pyydä ICT-sihteeriä käymään meillä"),
    ],
)
async def test_what_is_to_be_asked_is_shown_and_sent_at_a_press(
    bot: Bot, language: Language, said: str, question: str
) -> None:
    texts = texts_in(language)
    shown = await bot.said(STAFF, said, locale=language)
    assert question in text_of(shown)
    assert SECRETARY not in bot.notifier.sent
    await bot.pressed(STAFF, shown, texts("button-ask-secretary"))
    asked = bot.notifier.sent[SECRETARY][-1]
    assert isinstance(asked, QuestionForSecretary)
    assert asked.question == question


@pytest.mark.parametrize("said", ["kuka on ICT-sihteeri", "vem är ICT-sekreterare?", "who is the ICT secretary?"])
async def test_who_the_ict_secretary_is_is_told_to_staff_and_to_no_guest(bot: Bot, said: str) -> None:
    staff, guest = await bot.said(STAFF, said), await bot.said(STAFF, said, guest=True)
    assert f"{staff.reply.language}" == f"{guest.reply.language}"
    assert texts_in(staff.reply.language)("secretary-who") in text_of(staff)
    assert texts_in(guest.reply.language)("secretary") in text_of(guest)


@pytest.mark.parametrize("said", ["kysy ICT-sihteeriltä", "fråga ICT-sekreteraren", "ask the ICT secretary"])
async def test_who_has_not_said_what_to_ask_is_told_how(bot: Bot, said: str) -> None:
    shown = await bot.said(STAFF, said)
    assert texts_in(shown.reply.language)("secretary-how") in text_of(shown)
    assert not buttons(shown)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FI, "poistakaa kirjaston facebook käytöstä"),
        (SV, "avsluta bibliotekets facebook"),
        (EN, "please retire the library's facebook"),
    ],
)
async def test_a_request_says_what_is_asked_for_before_and_after_it_is_sent(
    bot: Bot, language: Language, said: str
) -> None:
    texts = texts_in(language)
    refused = await bot.said(STAFF, said, locale=language)
    reading = f"{texts('request-what')} {texts('form-retire')} – Kirjaston Facebook"
    assert reading in text_of(refused)
    sent = await bot.pressed(STAFF, refused, texts("button-request"))
    assert reading in text_of(sent)
    assert isinstance(bot.notifier.sent[SECRETARY][-1], DeedRequested)
    instead = await bot.pressed(STAFF, refused, texts("button-guideline-instead"))
    assert instead.understood
    assert instead.understood.reading.intent == "ask"


async def test_what_no_form_is_for_is_sent_as_a_question_that_can_be_answered(bot: Bot) -> None:
    refused = await bot.said(STAFF, "näytä muutoshistoria", locale=FI)
    await bot.pressed(STAFF, refused, texts_in(FI)("button-ask-secretary"))
    arrived = await bot.newest_notice(ICT)
    assert "näytä muutoshistoria" in text_of(arrived)
    assert texts_in(FI)("button-answer") in labels(arrived)


@pytest.mark.parametrize(
    "said",
    [
        *(
            "sain tappouhkauksen kirjaston facebookiin",
            "miten verkkosivuille linkitetään",
            "mulla on asiaa ICT-sihteerille",
        ),
        *("jag fick ett dödshot på bibliotekets facebook", "I got a death threat on the library's facebook"),
        *("milloin nuorten tiktok perustettiin", "onko kanavia joilla ei ole kahta ylläpitäjää"),
    ],
)
async def test_what_asks_or_tells_is_refused_as_no_order(bot: Bot, said: str) -> None:
    reply = await bot.said(STAFF, said)
    assert texts_in(reply.reply.language)("not-allowed-ict-secretary") not in text_of(reply)
    assert Verb.REQUEST not in [one.action.verb for one in buttons(reply)]


async def test_who_sees_all_channels_is_shown_their_duties_and_no_refusal(bot: Bot) -> None:
    reply = await bot.said(BOSS, "onko kanavia joilla ei ole kahta ylläpitäjää", locale=FI)
    assert "Alle kaksi voi päivittää" in text_of(reply)


@pytest.mark.parametrize(
    ("language", "said"),
    [(FI, "lopettakaa tuo muistuttelu"), (SV, "sluta tjata på mig"), (EN, "I get too many reminders")],
)
async def test_who_wants_fewer_reminders_is_told_how_and_asks_for_it_at_a_press(
    bot: Bot, language: Language, said: str
) -> None:
    texts = texts_in(language)
    told = await bot.said(MAINTAINER, said, locale=language)
    assert texts("reminders-fewer") in text_of(told)
    await bot.pressed(MAINTAINER, told, texts("button-request-interval"), "Kirjaston Facebook")
    requested = bot.notifier.sent[SECRETARY][-1]
    assert isinstance(requested, DeedRequested)
    assert requested.words == texts("request-interval-words")


@pytest.mark.parametrize("said", ["ei ole mitään päivitettävää", "vi har inget att publicera", "nothing new to tell"])
async def test_that_there_is_nothing_to_update_is_an_answer_to_a_reminder(bot: Bot, said: str) -> None:
    await run(bot, AT_START)
    reply = await bot.said(OTHER, said)
    assert texts_in(reply.reply.language)("reminder-no") in text_of(reply)


@pytest.mark.parametrize("said", ["mulla on sijaisena joku muu", "sijaisenani on toinen ylläpitäjä"])
async def test_who_tells_of_a_cover_comes_to_the_form_and_not_to_their_data(bot: Bot, said: str) -> None:
    assert form_of(await bot.said(MAINTAINER, said)).id == "away"
