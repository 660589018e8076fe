"""How long a question takes: to its sections alone, and through the whole conversation."""

from __future__ import annotations

import time
from collections.abc import Iterable

from bot.conversation.exchange import Incoming, Said
from bot.domain.language import Language
from bot.domain.people import Person
from bot.domain.register import Register
from bot.knowledge.loader import load
from bot.knowledge.search import Search
from bot.storage.memory import MemoryRegisterStore
from tests.bench.figures import Figure, Figures, percentile, timed
from tests.bench.writing import a_channel
from tests.bot_in_memory import NOON, Bot, make_bot
from tests.conftest import ROOT

QUESTIONS = (
    "kuka päättää uuden kanavan avaamisesta",
    "pitääkö asukkaiden viesteihin vastata",
    "vem ansvarar för innehållet på sidan",
    "får jag använda sociala medier under arbetstid",
    "may I share somebody else's picture",
    "what is the weather like",
    "mikä on kunnan tärkein sähköinen kanava",
    "saako vapaa-ajalla kirjoittaa omalla nimellä",
)


def search_figures() -> Figures:
    """A question's way to its sections, on the project's own guideline."""
    guideline = load(ROOT / "knowledge")
    ready = min(timed(lambda: Search(guideline)) for _ in range(5))
    search = Search(guideline)
    asked = [timed(lambda q=question: search.find(q, Language.FI)) for question in QUESTIONS for _ in range(250)]  # type: ignore[misc]
    return {
        "search_p50": Figure(percentile(asked, 50), "ms", "<= 1"),
        "search_p99": Figure(percentile(asked, 99), "ms", "<= 5"),
        "index_ready": Figure(ready, "ms", "<= 300"),
    }


async def conversation_figures() -> Figures:
    """``who owns`` (200 different texts) and questions, through ``handle``, with 1,000 channels in the register."""
    channels = {channel.id: channel for channel in map(a_channel, range(1_000))}
    bot = await make_bot(store=MemoryRegisterStore(Register(channels, version=1)), register=None)
    owners = [f"who owns {channels[f'channel-{number * 5}'].name}" for number in range(200)]
    owns = await _handled(bot, owners)
    asked = await _handled(bot, QUESTIONS * 25)
    return {
        "handle_who_owns_p50": Figure(percentile(owns, 50), "ms"),
        "handle_who_owns_p99": Figure(percentile(owns, 99), "ms"),
        "handle_question_p50": Figure(percentile(asked, 50), "ms"),
        "handle_question_p99": Figure(percentile(asked, 99), "ms"),
    }


async def _handled(bot: Bot, texts: Iterable[str]) -> list[float]:
    took = []
    for text in texts:
        begin = time.perf_counter()
        await bot.application.conversation.handle(Incoming(Person("bench"), Said(text), NOON))
        took.append((time.perf_counter() - begin) * 1000)
    return took
