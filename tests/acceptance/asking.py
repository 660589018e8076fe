"""A question that the guideline does not cover, as far as a test needs it: asked, sent on, answered, made an entry."""

from __future__ import annotations

from bot.conversation.exchange import Outcome
from bot.domain.language import Language
from tests.acceptance.people import ICT, STAFF
from tests.support.bot_in_memory import Bot

QUESTION = "voiko valtuuston kokouksen striimata youtubeen"
OTHER_WORDS = "saako valtuuston kokouksia striimata suorana youtubessa"
ANSWER = "Kyllä voi. Varaa striimaus kaksi viikkoa ennen kokousta viestinnästä: viestinta@example.fi."


async def asked(bot: Bot, who: str = STAFF, text: str = QUESTION, *, guest: bool = False) -> Outcome:
    return await bot.said(who, text, locale=Language.FI, guest=guest)


async def asked_secretary(bot: Bot, who: str = STAFF, text: str = QUESTION) -> Outcome:
    return await bot.pressed(who, await asked(bot, who, text), "Kysy ICT-sihteeriltä")


async def answered(bot: Bot, **values: str) -> Outcome:
    form = await bot.pressed(ICT, await bot.newest_notice(ICT), "Vastaa")
    return await bot.submitted(ICT, form, **{"answer": ANSWER, **values})


async def made_entry(bot: Bot, **values: str) -> Outcome:
    await asked_secretary(bot)
    return await bot.pressed(ICT, await answered(bot, **values), "Lisää vastaus kaikille")
