"""Whatever people type: a reply that every surface can show, nothing happens by itself, and nothing is logged."""

from __future__ import annotations

import json
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.actions import decode, encode
from bot.conversation.exchange import Incoming, Pressed, Said, Submitted
from bot.domain.language import Language
from bot.messages.model import Action, Verb
from tests.acceptance.people import GUEST, MAINTAINER, STAFF
from tests.acceptance.wild import GOOD_VALUES, PERSONAS, Talk, locales, personas, some_examples, texts
from tests.support.bot_in_memory import buttons

MARK = "kryptoniittiparsakaali"

HUGE = {
    "nothing": "",
    "NUL": "\0" * 10_000,
    "digits": "9" * 10_000,
    "quotation marks": '"' * 10_000,
    "backslashes": "kuka päättää " + "\\" * 10_000,
    "questions": "kuka päättää kanavasta? " * 420,
    "owners": "who owns instagram " + "x" * 10_000,
    "proposal": "haluaisimme perustaa kanavan " + '"\\' * 5_000,
    "emoji": "👩‍👩‍👧‍👦" * 1_000,
    "marks": "e" + "\u0301" * 10_000,
    "brackets": "[" * 5_000 + "]" * 5_000,
    "dashes": "1.7.–" * 2_000,
    "mentions": "lomalla " + "<@U0LIB0002|x> " * 700,
    "unclosed": "<@" * 5_000,
    "address": "onko https://www.instagram.com/" + "a/" * 5_000 + " meidän",
    "handle": "onko @" + "a" * 10_000 + " meidän",
    "fluent": "{ $x }" * 1_700,
    "words": " ".join(f"sana{number}" for number in range(1_200)),
}


@given(text=texts, who=personas, locale=locales, private=st.booleans())
@some_examples
async def test_any_text_has_a_reply_that_can_be_shown(
    talk: Talk, text: str, who: str, locale: Language | None, private: bool
) -> None:
    talk.store.rewind()
    outcome = await talk.reply(who, Said(text), locale, private=private)
    assert outcome.understood is not None
    json.dumps(dict(outcome.understood.args))


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
async def test_a_text_of_ten_thousand_characters_has_a_reply_that_can_be_shown(talk: Talk, text: str) -> None:
    for who in PERSONAS:
        outcome = await talk.reply(who, Said(text))
        for button in buttons(outcome):
            await talk.reply(who, Pressed(decode(encode(button.action))))


@given(text=texts, locale=locales, private=st.booleans())
@some_examples
async def test_nothing_that_staff_or_guests_type_changes_the_register(
    talk: Talk, text: str, locale: Language | None, private: bool
) -> None:
    talk.store.rewind()
    for who in (STAFF, GUEST):
        await talk.reply(who, Said(text), locale, private=private)
    assert await talk.store.read() == talk.store.beginning
    assert await talk.store.history() == []
    assert talk.bot.notifier.sent == {}


@given(text=texts)
@some_examples
async def test_only_her_own_commands_let_a_maintainer_change_the_register_by_words(talk: Talk, text: str) -> None:
    talk.store.rewind()
    outcome = await talk.reply(MAINTAINER, Said(text))
    assert outcome.understood is not None
    whats = [entry.event.what for entry in await talk.store.history()]
    assert whats in ([], [outcome.understood.intent])
    assert set(whats) <= {"updated", "away"}


@given(text=texts, who=personas)
@some_examples
async def test_nothing_that_is_typed_is_logged(
    talk: Talk, caplog: pytest.LogCaptureFixture, text: str, who: str
) -> None:
    talk.store.rewind()
    caplog.set_level(logging.DEBUG)
    caplog.clear()
    said = f"{text} {MARK}"
    await talk.reply(who, Said(said))
    await talk.reply(who, Pressed(Action(Verb.ASK_SECRETARY, (said,), Language.FI)))
    await talk.reply(who, Pressed(Action(Verb.OWNER, (said,), Language.FI)))
    await talk.reply(who, Submitted("register", ("fi",), {**GOOD_VALUES, "name": said, "responsible": said}))
    person = await talk.bot.person(who)
    talk.store.broken = said
    await talk.bot.application.conversation.handle(Incoming(person, Said(said), talk.bot.clock.now()))
    assert caplog.records, "what went wrong is logged, without the words"
    assert MARK not in caplog.text
    assert MARK not in "".join(str(vars(record)) for record in caplog.records)
