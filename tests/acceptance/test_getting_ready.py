"""What every look-up needs is worked out at the start, not while somebody waits."""

from __future__ import annotations

import pytest

from bot.domain.accounts import address_book
from bot.domain.language import Language
from bot.understanding.channels.vocabulary import Vocabulary
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
