"""A channel that was decided on is entered in the register once it was shown what is found at its address."""

from __future__ import annotations

import pytest

from bot.activity.model import Failure
from bot.domain.decisions import Waiting
from bot.domain.language import Language
from bot.knowledge.content import common
from bot.messages.texts import texts_in
from bot.services.register.documents import register_of
from bot.settings import Settings
from tests.acceptance.deciding import DECISION, enter, opened, proposal, up_to
from tests.acceptance.people import ICT
from tests.support.bot_in_memory import NOON, Bot, form_of, make_bot, text_of
from tests.support.staged import StagedOutside

WISH = {"platform": "youtube", "name": "Kirjaston YouTube"}
ADDRESS = "https://www.youtube.com/@uusikanava"


@pytest.fixture
def outside() -> StagedOutside:
    """A channel on YouTube has posted today."""
    staged = StagedOutside(common.platforms(Settings().knowledge_dir))
    staged.posts["youtube/@uusikanava"] = NOON
    return staged


@pytest.fixture
async def bot(outside: StagedOutside) -> Bot:
    return await make_bot(outside=outside)


@pytest.mark.parametrize(
    ("language", "found"),
    [
        (Language.FI, "Kokeilin osoitetta: ”Title of @uusikanava”, uusin päivitys 23.11.2026."),
        (Language.SV, "Title of @uusikanava"),
        (Language.EN, "Title of @uusikanava"),
    ],
)
async def test_what_is_found_at_the_address_is_shown_before_it_is_entered(
    bot: Bot, language: Language, found: str
) -> None:
    await up_to(bot, "enter", **WISH)
    asked = await bot.newest_notice(ICT, language)
    entering = await bot.pressed(ICT, asked, texts_in(language)("form-proposal-enter"))
    before = await bot.application.store.read()
    tried = await bot.submitted(ICT, entering, url=ADDRESS, purpose="Lukuvinkkejä videoina")
    assert found in form_of(tried).intro
    assert form_of(tried).values["purpose"] == "Lukuvinkkejä videoina"
    assert await bot.application.store.read() == before, "nothing is saved yet"

    saved = await bot.submitted(ICT, tried)
    assert texts_in(language)("registered") in text_of(saved)
    assert (await proposal(bot)).waits_for is None
    (channel,) = (
        one for one in register_of(await bot.application.store.read()).channels.values() if one.name == WISH["name"]
    )
    assert (channel.purpose, channel.decision.record) == ("Lukuvinkkejä videoina", DECISION["decision_record"])


async def test_another_address_is_tried_as_well(bot: Bot, outside: StagedOutside) -> None:
    outside.failing["youtube/@vaara"] = Failure.NO_ACCOUNT
    await up_to(bot, "enter", **WISH)
    wrong = await bot.submitted(ICT, await opened(bot, ICT, "enter"), url="https://www.youtube.com/@vaara")
    assert "Kokeilin osoitetta: tiliä ei löydy" in text_of(wrong)
    right = await bot.submitted(ICT, wrong, url=ADDRESS)
    assert "uusin päivitys" in text_of(right)
    assert (await proposal(bot)).waits_for is Waiting.ENTER
    await bot.submitted(ICT, right)
    assert (await proposal(bot)).waits_for is None


async def test_what_cannot_be_tried_is_entered_at_once(bot: Bot) -> None:
    await up_to(bot, "enter")
    await enter(bot)
    assert (await proposal(bot)).waits_for is None


async def test_who_was_slower_is_told_so_also_after_what_was_found(bot: Bot) -> None:
    await up_to(bot, "enter", **WISH)
    tried = await bot.submitted(ICT, await opened(bot, ICT, "enter"), url=ADDRESS)
    await bot.submitted(ICT, tried)
    assert texts_in(Language.FI)("proposal-moved-on") in text_of(await bot.submitted(ICT, tried))
