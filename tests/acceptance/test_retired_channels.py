"""A retired channel: whoever asks for it, or tells of it, is told that it is retired."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.messages.model import Fields, Message, Verb
from tests.acceptance.keeping import version_of
from tests.acceptance.people import GUEST, ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, buttons, text_of

FI, SV, EN = Language
SAID = {
    FI: "Kirjaston Facebook on poistettu käytöstä.",
    SV: "Kirjaston Facebook har avslutats.",
    EN: "Kirjaston Facebook has been retired.",
}


@pytest.fixture
async def closed(bot: Bot) -> Bot:
    """A bot on a register in which the library's Facebook is retired, and its Instagram is not."""
    form = await bot.said(ICT, "lopeta kirjaston facebook", locale=FI)
    await bot.submitted(
        ICT, form, closing_access_by="U0LIBHEAD", closing_archive="Arkisto", closing_announcement="Verkkosivuilla"
    )
    return bot


@pytest.mark.parametrize("who", [STAFF, ICT, GUEST])
@pytest.mark.parametrize(
    ("language", "asked"),
    [
        (FI, "kenen on kirjaston face"),
        (FI, "kirjaston fb"),
        (SV, "vem ansvarar för bibliotekets facebook"),
        (EN, "who looks after the library's facebook"),
    ],
)
async def test_who_asks_for_a_retired_channel_sees_it_and_that_it_is_retired(
    closed: Bot, who: str, language: Language, asked: str
) -> None:
    card = await closed.said(who, asked, locale=language, guest=who == GUEST)
    assert text_of(card).startswith(SAID[language])
    assert isinstance(card.reply, Message)
    assert any(isinstance(block, Fields) for block in card.reply.blocks)
    forms = {one.action.args[0] for one in buttons(card) if one.action.verb == Verb.OPEN_FORM}
    assert forms == ({"edit"} if who == ICT else set())


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (FI, "päivitin tänään kirjaston facebookin"),
        (FI, "postasin eilen faceen"),
        (FI, "luovutan kirjaston facebookin"),
        (SV, "jag uppdaterade bibliotekets facebook i går"),
        (EN, "the library facebook was updated yesterday"),
    ],
)
async def test_who_tells_of_a_retired_channel_is_told_so_and_nothing_is_noted(
    closed: Bot, language: Language, told: str
) -> None:
    before = await version_of(closed)
    outcome = await closed.said(MAINTAINER, told, locale=language)
    assert text_of(outcome).startswith(SAID[language])
    assert await version_of(closed) == before
    (shown,) = (one for one in buttons(outcome) if one.action.verb == Verb.OWNER)
    assert SAID[language] in text_of(await closed.pressed(MAINTAINER, outcome, shown.label))


@pytest.mark.parametrize("order", ["muokkaa kirjaston facebook", "tauko kirjaston facebook", "lopeta kirjaston fb"])
async def test_orders_for_a_retired_channel_are_told_that_it_is_retired(closed: Bot, order: str) -> None:
    assert text_of(await closed.said(ICT, order, locale=FI)).startswith(SAID[FI])


async def test_what_is_told_of_another_channel_is_none_of_the_retired_one(closed: Bot) -> None:
    assert "on merkitty" in text_of(await closed.said(MAINTAINER, "päivitin eilen kirjaston instan", locale=FI))
    assert "Kunnan Facebook" in text_of(await closed.said(STAFF, "kuka vastaa kunnan facebookista", locale=FI))
    listed = text_of(await closed.said(STAFF, "kirjaston kanavat", locale=FI))
    assert "Kirjaston Facebook" not in listed
