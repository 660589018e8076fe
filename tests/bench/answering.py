"""How long a question takes: to its sections alone, and through the whole conversation."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from bot.conversation.exchange import Incoming, Said
from bot.domain.guideline import Guideline, Prose, Section, Subsection
from bot.domain.language import Language
from bot.domain.people import Person
from bot.domain.register import Register
from bot.knowledge.content.loader import load
from bot.knowledge.search.learning.kept import keep_in
from bot.knowledge.search.search import Search
from bot.storage.memory import MemoryStore
from tests.bench.figures import Figure, Figures, percentile, timed
from tests.bench.writing import a_channel
from tests.conftest import KEPT, ROOT
from tests.support.bot_in_memory import NOON, Bot, make_bot
from tests.support.registers import state_of

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


HOSTILE = {
    "empty": "",
    "long": "kanava " * 15_000,
    "one_word": "a" * 100_000,
    "repeated": "kuka " * 20_000,
    "question_marks": "?" * 100_000,
    "marks": "a" + "\u0301" * 100_000,
    "ligatures": "\ufdfa" * 100_000,
    "emoji": "👩‍👩‍👧‍👦" * 10_000,
    "controls": "".join(map(chr, range(32))) * 3_000,
    "all_letters": "".join(map(chr, range(0x100, 0xD800))),
    "hangul": "한국어 " * 20_000,
    "line_breaks": "\n" * 100_000,
    "surrogates": "\ud800" * 100_000,
}
"""Texts that nobody types: none may take long."""


def search_figures() -> Figures:
    """A question's way to its sections, on the project's own guideline, and on one of 2,000 sections."""
    guideline = load(ROOT / "knowledge" / "suomussalmi")
    in_finnish = replace(guideline, sections={Language.FI: guideline.sections[Language.FI]})
    search = Search(guideline)
    search.learn()
    asked = [timed(lambda q=question: search.find(q, Language.FI)) for question in QUESTIONS for _ in range(250)]  # type: ignore[misc]
    hostile = {
        name: timed(lambda t=text, one=one: search.find(t, one))  # type: ignore[misc]
        for name, text in HOSTILE.items()
        for one in Language
    }
    many = Search(_of_many_sections())
    many.learn()
    found = [timed(lambda q=question: many.find(q, Language.FI)) for question in QUESTIONS for _ in range(25)]  # type: ignore[misc]
    return {
        "search_p50": Figure(percentile(asked, 50), "ms", "<= 1"),
        "search_p99": Figure(percentile(asked, 99), "ms", "<= 5"),
        "index_ready": Figure(min(_ready(in_finnish) for _ in range(5)), "ms", "<= 300"),
        "index_ready_all_languages": Figure(min(_ready(guideline) for _ in range(5)), "ms"),
        "index_ready_first": Figure(_ready(in_finnish, kept_in=None), "ms", "<= 400"),
        "search_hostile_slowest": Figure(max(hostile.values()), "ms", "<= 50"),
        "search_2000_sections_p50": Figure(percentile(found, 50), "ms", "<= 10"),
    }


def _ready(guideline: Guideline, kept_in: Path | None = KEPT) -> float:
    """Milliseconds until a search answers in all languages that the guideline is in; with nothing kept, it learns."""
    keep_in(kept_in)
    begin = time.perf_counter()
    Search(guideline).learn()
    taken = (time.perf_counter() - begin) * 1000
    keep_in(KEPT)
    return taken


def _of_many_sections() -> Guideline:
    """A guideline of 2,000 sections of 60 words each, made of the words of ours."""
    ours = load(ROOT / "knowledge" / "suomussalmi")
    words = " ".join(one.text for _, one in ours.passages(Language.FI)).split()
    chance = random.Random(0)  # noqa: S311  # no secret
    bodies = (" ".join(chance.choices(words, k=60)) for _ in range(2_000))
    sections = tuple(
        Section(str(number), f"Luku {number}", (Subsection(str(number), f"Luku {number}", (Prose(body),)),))
        for number, body in enumerate(bodies, 1)
    )
    return replace(ours, sections={Language.FI: sections}, phrasings={})


async def conversation_figures() -> Figures:
    """``who owns`` (200 different texts) and questions, through ``handle``, with 1,000 channels in the register."""
    channels = {channel.id: channel for channel in map(a_channel, range(1_000))}
    bot = await make_bot(store=MemoryStore(state_of(Register(channels, version=1))), register=None)
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
