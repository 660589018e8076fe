"""What is kept of people in proposals: they get it, and it goes with them."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.messages.model import Verb
from tests.acceptance.deciding import BOSS, WISH, decide, key_of, proposals, propose, say
from tests.acceptance.people import HEAD, ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, text_of
from tests.support.traces import is_named

OTHER = "slack:U0OTHER01"
"""A superior who keeps no channel."""


async def underway(bot: Bot) -> None:
    await propose(bot, superior="U0OTHER01")
    await say(bot, OTHER, "authorise", "Vain kesällä.")
    await decide(bot)


async def erased(bot: Bot, who: str) -> str:
    asked = await bot.pressed(who, await bot.said(who, "me", locale=Language.EN), "Remove my data")
    return text_of(await bot.pressed(who, asked, "Yes, remove my data"))


async def test_who_proposes_gets_the_whole_proposal_and_nobody_else_in_it(bot: Bot) -> None:
    await underway(bot)
    text = text_of(await bot.pressed(STAFF, await bot.said(STAFF, "me", locale=Language.EN), "Download my data"))
    assert all(word in text for word in (WISH["audience"], WISH["why"], "Kirjaston TikTok", "Vain kesällä."))
    for other in (OTHER, BOSS, HEAD, MAINTAINER, ICT):
        assert not is_named(await bot.person(other), text)


async def test_the_superior_gets_their_part(bot: Bot) -> None:
    await underway(bot)
    text = text_of(await bot.pressed(OTHER, await bot.said(OTHER, "me", locale=Language.EN), "Download my data"))
    assert "Vain kesällä." in text
    assert not is_named(await bot.person(STAFF), text)


@pytest.mark.parametrize(("who", "left"), [(STAFF, 0), (OTHER, 1)])
async def test_proposals_go_with_who_made_them_and_stay_without_whoever_was_only_in_them(
    bot: Bot, who: str, left: int
) -> None:
    await underway(bot)
    person = await bot.person(who)
    assert is_named(person, await bot.application.store.read())
    assert "have been removed" in await erased(bot, who)
    assert not is_named(person, await bot.application.store.read())
    assert len(await proposals(bot)) == left
    if left:
        assert "Päätetty" in text_of(await bot.pressed_old(ICT, Verb.PROPOSAL, await key_of(bot)))
