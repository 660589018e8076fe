"""Sharing where it is not known who reads along: what only our own people may know is asked for first."""

from __future__ import annotations

import pytest

from bot.conversation.exchange import Incoming, Outcome, Pressed, Visibility
from bot.domain.language import Language
from bot.messages.model import Action, Verb
from bot.messages.texts import texts_in
from tests.acceptance.people import STAFF
from tests.support.bot_in_memory import Bot, button, labels, text_of

OWNER = {
    Language.FI: "kuka hoitaa kirjaston instagramia",
    Language.SV: "vem sköter bibliotekets instagram",
    Language.EN: "who looks after the library instagram",
}
KEEPER = "Kirjastotoimenjohtaja"


async def shares(bot: Bot, action: Action, *, guest: bool = False, overheard: bool = False) -> Outcome:
    incoming = Incoming(
        await bot.person(STAFF),
        Pressed(action),
        bot.clock.now(),
        guest=guest,
        overheard=overheard,
        may_be_overheard=True,
    )
    return await bot.application.conversation.handle(incoming)


@pytest.mark.parametrize("language", Language)
async def test_names_are_shared_when_the_person_says_so_and_else_what_is_public(bot: Bot, language: Language) -> None:
    texts, action = texts_in(language), Action(Verb.SHARE, (OWNER[language],), language)
    asked = await shares(bot, action)
    assert asked.visibility is Visibility.PRIVATE
    assert asked.replaces, "so that it is not shared once more from there"
    assert labels(asked) == [texts("button-share-all"), texts("button-share-public")]
    for key, named in (("button-share-all", True), ("button-share-public", False)):
        shared = await shares(bot, button(asked, texts(key)).action)
        assert shared.visibility is Visibility.CONVERSATION
        assert "Kirjaston Instagram" in text_of(shared)
        assert (KEEPER in text_of(shared)) is named


async def test_where_others_are_known_to_read_along_no_word_of_the_person_counts(bot: Bot) -> None:
    asked = await shares(bot, Action(Verb.SHARE, (OWNER[Language.FI],), Language.FI))
    shared = await shares(bot, button(asked, "Jaa kaikki").action, overheard=True)
    assert KEEPER not in text_of(shared)


async def test_what_is_public_and_what_a_guest_was_told_is_shared_without_a_question(bot: Bot) -> None:
    rule = Action(Verb.SHARE, ("saako somea käyttää työajalla",), Language.FI)
    assert (await shares(bot, rule)).visibility is Visibility.CONVERSATION
    owner = Action(Verb.SHARE, (OWNER[Language.FI],), Language.FI)
    assert (await shares(bot, owner, guest=True)).visibility is Visibility.CONVERSATION
