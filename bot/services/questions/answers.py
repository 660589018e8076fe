"""Answers from the guideline: the section that says it, or the word that it does not."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from bot.domain.guideline import Edition, Guideline, Section, Subsection, Topic
from bot.domain.language import Language
from bot.domain.people import without_people
from bot.knowledge.content import common
from bot.knowledge.search.matching import Contribution
from bot.knowledge.search.search import Answerability, Explanation, Hit, Search
from bot.knowledge.search.subject_model import subjects_of
from bot.language.analysis import says_something
from bot.language.lexicon import words_of
from bot.language.redaction import Secret, redacted
from bot.services.questions.book import Book, Passage
from bot.services.questions.documents import Entry

_Done = TypeVar("_Done")

QUESTION_LIMIT = 1000
"""Characters of a question that are read; nobody asks more in one breath."""
UNDERSTOOD_FROM: Final = 0.45
"""A question of which a lesser share is known is not understood, so that it cannot be said that the guideline is silent
on it. Of 700 questions of our own, the least known one has 0.48; names and what is no word have less."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """What is quoted of a subsection."""

    section: Section
    subsection: Subsection
    quote: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuidelineAnswer:
    """What the guideline says to a question, or the sections that come nearest.

    Where the question says nothing that could be looked for (``is_unclear``), it is asked back, and never said that the
    guideline is silent; ``hits`` are the nearest all the same. ``quote`` is empty unless the guideline answers, and in
    the language ``written``. Where the ICT secretary has answered the question, ``entry`` is that answer; ``near`` is
    one to something like it. ``no_more`` says that the guideline says no more on what was added to a question than it
    had said to that. ``key`` names the question in the log. ``topic`` is what the question is about where the
    guideline is silent on that: without it, silence is not proven, and it is asked back. ``secrets`` are what was found
    in the question, ``of_client`` says that it is about publishing something of a client; ``is_secret`` that
    ``secrecy``, what the guideline says on that, is the answer rather than to be told after it.
    """

    question: str
    language: Language
    decision: Answerability
    hits: tuple[Hit, ...]
    quote: tuple[str, ...]
    confidence: float
    edition: Edition
    written: Language
    is_unclear: bool = False
    topic: Topic | None = None
    entry: Entry | None = None
    near: Entry | None = None
    no_more: bool = False
    key: str = ""
    secrets: frozenset[Secret] = frozenset()
    of_client: bool = False
    is_secret: bool = False
    secrecy: tuple[Quoted, ...] = ()

    @property
    def sensitive(self) -> bool:
        """Whether the question must not be carried anywhere, not by a button either."""
        return bool(self.secrets) or self.of_client

    @property
    def sections(self) -> tuple[Section, ...]:
        """The main sections, best first, each once."""
        return tuple({hit.section.id: hit.section for hit in self.hits}.values())


def signals_in(text: str) -> set[str]:
    """What is said in ``text``, by the cues of ``knowledge/common``."""
    return common.cues().find(words_of(text)).names


class Answers:
    """Answers questions on the guideline."""

    def __init__(self, guideline: Guideline, search: Search) -> None:
        self.guideline = guideline
        self.book = Book(guideline)
        self._search = search
        self._learning = asyncio.Lock()

    async def learn(self) -> None:
        """Learn beside the event loop what answers questions. Raises KnowledgeError."""
        for language in Language:  # each by itself, so that a stop need not wait for all
            await asyncio.to_thread(self._search.learn, [language])

    async def when_learnt(self, work: Callable[[], _Done]) -> _Done:
        """What ``work`` gives, which asks here: beside the event loop while there is anything that it may have to learn
        first, which takes seconds, and one after the other, so that the rest need not. Raises KnowledgeError."""
        if not self._search.is_learnt:
            async with self._learning:
                if not self._search.is_learnt:
                    return await asyncio.to_thread(work)
        return work()

    def ask(self, question: str, language: Language) -> GuidelineAnswer:
        """The guideline's answer in ``language``: the best passage, or the nearest sections where it does not say."""
        question = question[:QUESTION_LIMIT].strip()
        asked = redacted(question)  # whom or what it names is no subject
        ranking = self._search.find(asked, language)
        decision, hits, topic = ranking.decision, ranking.hits, ranking.topic
        if topic and topic.off_topic and not signals_in(asked).isdisjoint(("social_media", "publish")):
            topic = None  # it may be about much, but not about something else altogether
        is_known = decision is Answerability.ANSWER or ranking.known >= UNDERSTOOD_FROM
        is_unclear = not (is_known and says_something(asked))
        if is_unclear:
            decision, topic = Answerability.CANDIDATES, None
        elif decision is Answerability.NOT_COVERED and topic is None:
            decision = Answerability.CANDIDATES  # a low score proves no silence
        quote: tuple[str, ...] = ()
        if decision is Answerability.ANSWER:
            quote = self.quote(asked, hits[0].subsection, language)
        return GuidelineAnswer(
            question=question,
            language=language,
            decision=decision,
            hits=hits,
            quote=quote,
            confidence=ranking.confidence,
            edition=self.guideline.edition,
            written=self.book.language_of(hits[0].subsection.id if hits else "", language),
            is_unclear=is_unclear,
            topic=topic if decision is Answerability.NOT_COVERED else None,
        )

    def quote(self, question: str, subsection: Subsection, language: Language) -> tuple[str, ...]:
        """What of ``subsection`` answers ``question`` best."""
        return self._search.best_passage(question, subsection, language)

    def explain(self, question: str, language: Language) -> Explanation:
        """Which words and examples carried the answer to ``question``."""
        return self._search.explain(without_people(question[:QUESTION_LIMIT].strip()), language)

    def subjects(self, question: str, language: Language) -> list[Contribution]:
        """What ``question`` is about, most probable first: subjects of guidelines in general, whatever this one has."""
        return subjects_of(without_people(question[:QUESTION_LIMIT].strip()), language)

    def duty(self, name: str, language: Language) -> Passage | None:
        """The subsection that lays down the duty ``name``; None where the guideline does not lay it down."""
        subsection_id = self.guideline.duties.get(name)
        return self.book.passage(subsection_id, language) if subsection_id else None
