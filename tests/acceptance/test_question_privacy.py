"""What is personal in a question: warned of, left out, or shown to nobody else; and what a guest may know."""

from __future__ import annotations

import logging

import pytest

from bot.conversation.actions import encode
from bot.messages.model import Verb
from bot.services.notices import QuestionForSecretary
from bot.services.questions.documents import ASKED, OPEN
from tests.acceptance.asking import ANSWER, OTHER_WORDS, QUESTION, answered, asked, asked_secretary
from tests.acceptance.people import GUEST, ICT, OTHER, STAFF
from tests.support.bot_in_memory import Bot, buttons, labels, text_of

CODE = "131052-308T"
"""The population register's own example."""


@pytest.mark.parametrize("secret", [CODE, "salasana on Tunturi2026"])
@pytest.mark.parametrize("text", [QUESTION, "kuka päättää uuden kanavan käyttöönotosta", "kuka hoitaa instagramia"])
async def test_what_nobody_should_send_is_warned_of_and_kept_nowhere(
    bot: Bot, caplog: pytest.LogCaptureFixture, text: str, secret: str
) -> None:
    caplog.set_level(logging.DEBUG)
    outcome = await asked(bot, text=f"{text} {secret}")
    named, other = ("henkilötunnus", "salasana") if secret == CODE else ("salasana", "henkilötunnus")
    assert named in text_of(outcome)
    assert other not in text_of(outcome), "what was found is named, and nothing else"
    word = secret.split()[-1]
    assert word not in text_of(outcome)
    assert all(word not in encode(one.action) for one in buttons(outcome))
    assert "Kysy ICT-sihteeriltä" not in labels(outcome)

    forced = await bot.pressed_old(STAFF, Verb.ASK_SECRETARY, f"{text} {secret}")
    assert named in text_of(forced)
    await bot.application.settle()
    documents = await bot.application.questions.read()
    assert not documents.of(ASKED)
    assert not documents.of(OPEN)
    assert not bot.notifier.sent
    assert word not in caplog.text + "".join(str(vars(record)) for record in caplog.records)


async def test_a_sensitive_mention_is_warned_of_in_private(bot: Bot) -> None:
    outcome = await bot.said(STAFF, f"saako julkaista {CODE}", private=False)
    assert outcome.visibility == "private"


async def test_a_sensitive_question_that_the_guideline_answers_is_still_answered(bot: Bot) -> None:
    outcome = await asked(bot, text=f"kuka päättää uuden kanavan käyttöönotosta? {CODE}")
    assert "kunnanjohtaja" in text_of(outcome)
    assert "Kysy ICT-sihteeriltä" not in labels(outcome)


async def test_the_log_knows_what_was_asked_and_not_who(bot: Bot) -> None:
    await asked(bot, text="saako osoitteen Kauppakatu 3 B 12 tai etunimi@example.fi julkaista slack:U0LIB0002")
    await bot.application.settle()
    (kept,) = (await bot.application.questions.read()).of(ASKED).values()
    assert kept.question == "saako osoitteen ••• tai ••• julkaista •••"
    assert "U0" not in str(kept)


async def test_ways_to_reach_somebody_are_left_out_of_what_is_passed_on_and_that_is_said(bot: Bot) -> None:
    sent = await asked_secretary(bot, text="saako numeron 040 123 4567 julkaista kunnan tubessa")
    assert "Jätin kysymyksestä pois yhteystietoja" in text_of(sent)
    notice = bot.notifier.sent["slack-u0ict0001"][0]
    assert isinstance(notice, QuestionForSecretary)
    assert notice.question == "saako numeron ••• julkaista kunnan tubessa"


async def test_me_shows_the_questions_that_are_kept_with_my_name(bot: Bot) -> None:
    await asked_secretary(bot)
    assert QUESTION in text_of(await bot.said(STAFF, "minä"))
    assert QUESTION not in text_of(await bot.said(OTHER, "minä"))


async def test_a_guest_may_ask_the_secretary_but_is_told_no_names_and_shown_no_entries(bot: Bot) -> None:
    sent = await bot.pressed(GUEST, await asked(bot, GUEST, guest=True), "Kysy ICT-sihteeriltä", guest=True)
    assert "U0ICT0001" not in text_of(sent)
    await bot.pressed(ICT, await answered(bot), "Lisää vastaus kaikille")
    arrived = await bot.newest_notice(GUEST)
    assert ANSWER in text_of(arrived)
    assert "Vastaaja" not in text_of(arrived)
    assert ANSWER not in text_of(await asked(bot, GUEST, OTHER_WORDS, guest=True))
    assert "vain kunnan omalle henkilöstölle" in text_of(await bot.said(GUEST, "vastaukset", guest=True))
    (entry,) = await bot.application.services.entries.all()
    assert "vain kunnan omalle" in text_of(await bot.pressed_old(GUEST, Verb.ENTRY, entry.id, guest=True))
