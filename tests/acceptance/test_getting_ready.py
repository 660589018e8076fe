"""What every look-up needs is worked out at the start, not while somebody waits."""

from __future__ import annotations

import asyncio
import threading

import pytest

from bot.domain.accounts import address_book
from bot.domain.language import Language
from bot.knowledge.search.learning import kept
from bot.understanding.channels.vocabulary import Vocabulary
from bot.understanding.learnt import intent_model
from tests.acceptance.people import STAFF
from tests.support.bot_in_memory import NOON, Bot, text_of


async def test_after_the_start_a_look_up_works_nothing_out_that_grows_with_the_register(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bot.application.start(NOON)
    made: list[object] = []
    monkeypatch.setattr(Vocabulary, "of", lambda *arguments: made.append(arguments))
    monkeypatch.setattr(address_book, "_made", lambda *arguments: made.append(arguments))
    for said in ("kuka hoitaa kirjaston instagramia", "onko https://www.instagram.com/esimerkkikirjasto meidän"):
        assert "Kirjaston Instagram" in text_of(await bot.said(STAFF, said, locale=Language.FI))
    assert made == []


@pytest.mark.parametrize(
    "said",
    [
        "juttu josta eilen puhuttiin pitäisi nyt hoitaa",
        "tauko vai sulkeminen, kumpi on sallittu",  # begins as a command does
    ],
)
async def test_who_writes_before_all_is_learnt_waits_for_it_beside_the_event_loop_and_is_answered(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    await intent_model.learn()
    monkeypatch.setattr(kept, "_folder", None)
    at_leisure = text_of(await bot.said(STAFF, said, locale=Language.FI))
    learnt, by = dict(intent_model._LEARNT), dict[Language, list[threading.Thread]]()

    def model_of(language: Language) -> intent_model.IntentModel:
        by.setdefault(language, []).append(threading.current_thread())
        return learnt[language]

    monkeypatch.setattr(intent_model, "_LEARNT", {})
    monkeypatch.setattr(intent_model, "IntentModel", model_of)
    outcomes = await asyncio.gather(*(bot.said(STAFF, said, locale=Language.FI) for _ in range(3)))
    assert {text_of(outcome) for outcome in outcomes} == {at_leisure}
    assert [*by] == [Language.FI], "others are not waited for"
    (threads,) = by.values()
    assert len(threads) == 1, "learnt once for all who wait"
    assert threads[0] is not threading.main_thread()


async def test_a_command_waits_for_nothing_that_is_learnt(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intent_model, "_LEARNT", {})
    assert "Kirjaston Instagram" in text_of(await bot.said(STAFF, "kanavat kirjasto", locale=Language.FI))
    assert intent_model._LEARNT == {}
