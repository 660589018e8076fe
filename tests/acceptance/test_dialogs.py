"""Dialogs through ``handle``: every intent is replied to, in the language and to whom it should be."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.understanding.commands import Intent
from tests.acceptance.dialogs import DIALOGS
from tests.acceptance.people import ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, buttons, text_of

FI, SV, EN = Language.FI, Language.SV, Language.EN


@pytest.mark.parametrize(("who", "locale", "said", "intent", "replied"), DIALOGS)
async def test_what_is_said_is_replied_to(
    bot: Bot, who: str, locale: Language, said: str, intent: Intent, replied: list[str]
) -> None:
    outcome = await bot.said(who, said, locale=locale)
    assert outcome.understood is not None
    assert outcome.understood.intent == intent
    assert outcome.reply.language is locale
    for words in replied:
        assert words in text_of(outcome)


def test_every_intent_is_tried_in_every_language() -> None:
    tried = {(intent, locale) for _, locale, _, intent, _ in DIALOGS}
    assert tried == {(intent, locale) for intent in Intent for locale in Language}


async def test_the_help_names_only_what_the_person_can_do(bot: Bot) -> None:
    help_of = {who: text_of(await bot.said(who, "help", locale=EN)) for who in (STAFF, MAINTAINER, ICT)}
    assert "/some register" not in help_of[STAFF]
    assert "/some register" not in help_of[MAINTAINER]
    assert "I updated it" not in help_of[STAFF]
    assert "I updated it" in help_of[MAINTAINER]
    assert "/some register" in help_of[ICT]


async def test_an_answer_is_shared_at_a_press_and_only_what_shows_something(bot: Bot) -> None:
    answer = await bot.said(STAFF, "who owns the library's instagram")
    shared = await bot.pressed(STAFF, answer, "Share here")
    assert shared.visibility == "conversation"
    assert "Kirjastotoimenjohtaja" in text_of(shared)
    assert not [button for button in buttons(shared) if "Share" in button.label]


async def test_a_mention_is_answered_for_all_to_see_without_a_share_button(bot: Bot) -> None:
    outcome = await bot.said(STAFF, "who owns the library's instagram", private=False)
    assert outcome.visibility == "conversation"
    assert not [button for button in buttons(outcome) if "Share" in button.label]


async def test_a_chosen_language_is_used_where_the_text_does_not_tell(bot: Bot) -> None:
    me = await bot.said(STAFF, "minä", locale=FI)
    chosen = await bot.pressed(STAFF, me, "Svenska")
    assert chosen.reply.language is SV
    assert (await bot.said(STAFF, "🤷", locale=FI)).reply.language is SV
    assert (await bot.said(STAFF, "who owns instagram", locale=FI)).reply.language is EN


@pytest.mark.parametrize("said", ["minä", "omat", "historia", "rekisteröi", "peru", "päivitin eilen"])
async def test_what_is_about_a_person_stays_private_in_a_shared_conversation(bot: Bot, said: str) -> None:
    assert (await bot.said(ICT, said, private=False)).visibility == "private"
    assert (await bot.said(MAINTAINER, said, private=False)).visibility == "private"


async def test_a_handle_after_a_command_is_nobodys_account_to_check(bot: Bot) -> None:
    outcome = await bot.said(ICT, "lähtenyt @nimi", locale=FI)
    assert outcome.understood is not None
    assert outcome.understood.intent is Intent.LEFT
    assert "Merkitse lähteneeksi" in text_of(outcome)
