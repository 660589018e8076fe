"""An answer from the guideline shows where to go from it."""

from __future__ import annotations

import pytest

from bot.messages.texts import texts_in
from tests.acceptance.people import STAFF
from tests.support.bot_in_memory import Bot, labels, text_of


@pytest.mark.parametrize(
    "text",
    [
        "kuka päättää uuden kanavan käyttöönotosta",
        "vem beslutar om att ta i bruk en ny kanal",
        "who decides whether a new channel is taken into use",
    ],
)
async def test_who_asks_who_decides_on_a_channel_can_propose_one_and_a_guest_can_not(bot: Bot, text: str) -> None:
    told = await bot.said(STAFF, text)
    propose = texts_in(told.reply.language)("form-propose")
    assert propose in labels(told)
    assert propose not in labels(await bot.said(STAFF, text, guest=True))


@pytest.mark.parametrize(
    "text",
    [
        "saako asiakkaan nimen julkaista facebookissa, se on jo siellä",
        "jag publicerade av misstag en patients uppgifter, vad nu",
        "I have published the name of a patient by mistake, what now",
    ],
)
async def test_who_has_published_a_clients_details_is_told_what_to_do_at_once(bot: Bot, text: str) -> None:
    told = await bot.said(STAFF, text)
    assert texts_in(told.reply.language)("secrecy-published") in text_of(told)
