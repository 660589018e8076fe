"""What tests of proposals share: who is who, and the way of one up to a step."""

from __future__ import annotations

from bot.conversation.exchange import Outcome
from bot.domain.decisions import Proposal
from bot.domain.language import Language
from bot.messages.model import Verb
from bot.services.decisions.cases import PROPOSALS
from tests.acceptance.people import HEAD, ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot

BOSS = "slack:U0BOSS001"
"""The municipal manager, who decides."""
PROPOSER, SUPERIOR = STAFF, HEAD
WISH = {
    "platform": "tiktok",
    "name": "Kirjaston TikTok",
    "unit": "Sivistyspalvelut",
    "purpose": "Lukuvinkkejä nuorille",
    "audience": "yläkoululaiset",
    "why": "He eivät seuraa Facebookia.",
    "maintainers": "U0LIB0001 U0NEW0001",
    "weekly_hours": "3",
    "superior": "U0LIBHEAD",
}
"""A wish that will do: one of the maintainers keeps channels already."""
DECISION = {"decision_record": "Kj 12/2026", "responsible": "U0LIBHEAD"}
ADDRESS = "https://www.tiktok.com/@kirjasto"

__all__ = ["BOSS", "ICT", "MAINTAINER", "PROPOSER", "SUPERIOR"]


async def proposals(bot: Bot) -> dict[str, Proposal]:
    return dict((await bot.application.store.read()).of(PROPOSALS))


async def key_of(bot: Bot) -> str:
    """The key of the one proposal that there is."""
    (key,) = await proposals(bot)
    return key


async def proposal(bot: Bot) -> Proposal:
    return (await proposals(bot))[await key_of(bot)]


async def propose(bot: Bot, **values: str) -> Outcome:
    form = await bot.pressed_old(PROPOSER, Verb.PROPOSE, "Sivistyspalvelut", "")
    return await bot.submitted(PROPOSER, form, **{**WISH, **values})


async def opened(bot: Bot, who: str, form: str, *, guest: bool = False) -> Outcome:
    """What comes of the press that opens a form of the proposal."""
    return await bot.pressed_old(who, Verb.PROPOSAL_FORM, f"proposal-{form}", await key_of(bot), guest=guest)


async def authorise(bot: Bot) -> Outcome:
    return await bot.pressed_old(SUPERIOR, Verb.PROPOSAL_AUTHORISE, await key_of(bot))


async def say(bot: Bot, who: str, form: str, words: str) -> Outcome:
    return await bot.submitted(who, await opened(bot, who, form), words=words)


async def decide(bot: Bot, who: str = BOSS, **values: str) -> Outcome:
    return await bot.submitted(who, await opened(bot, who, "decide"), **{**DECISION, **values})


async def enter(bot: Bot, **values: str) -> Outcome:
    return await bot.submitted(ICT, await opened(bot, ICT, "enter"), **{"url": ADDRESS, **values})


async def up_to(bot: Bot, step: str, **values: str) -> None:
    """Take the proposal as far as to just before ``step``: ``authorise``, ``decide``, ``answer`` or ``enter``."""
    await propose(bot, **values)
    if step != "authorise":
        await authorise(bot)
    if step == "answer":
        await say(bot, BOSS, "ask", "Kuka vastaa kommentteihin?")
    if step == "enter":
        await decide(bot)


def notices_to(bot: Bot, person: str) -> list[str]:
    """The kinds of the notices that the person has got about proposals."""
    kinds = [notice.kind for notice in bot.notifier.sent.get(person, [])]
    return [kind for kind in kinds if kind.startswith("case_")]


FI = Language.FI
