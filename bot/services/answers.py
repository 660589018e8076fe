"""Answers from the guideline: the section that says it, or the word that it does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.guideline import Edition, Guideline, Section, Subsection, Topic
from bot.domain.language import Language
from bot.domain.people import Actor, Person
from bot.knowledge.search import Decision, Explanation, Hit, Search
from bot.services.access import Access
from bot.services.delivery import Retry, Unreachable
from bot.services.notices import QuestionForSecretary
from bot.services.ports import Notifier, RegisterStore

QUESTION_LIMIT = 1000
"""Characters of a question that are read; nobody asks more in one breath."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the guideline says to a question, or the sections that come nearest.

    ``hits`` are never empty while the guideline has any text; ``quote`` is empty unless the decision is to answer.
    ``topic`` is what the question is about, where that is something known that the guideline does not cover.
    """

    question: str
    language: Language
    decision: Decision
    hits: tuple[Hit, ...]
    quote: tuple[str, ...]
    confidence: float
    edition: Edition
    topic: Topic | None = None

    @property
    def sections(self) -> tuple[Section, ...]:
        """The main sections, best first, each once."""
        return tuple({hit.section.id: hit.section for hit in self.hits}.values())


@dataclass(frozen=True, slots=True)
class Passage:
    """One whole subsection to read, in the language asked for or else in the binding one."""

    section: Section
    subsection: Subsection
    edition: Edition
    language: Language


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A question on its way to the ICT secretaries: whom it reached, and whom it did not."""

    reached: tuple[Person, ...]
    not_reached: tuple[Person, ...]


class Answers:
    """Answers questions on the guideline."""

    def __init__(
        self, guideline: Guideline, search: Search, store: RegisterStore, access: Access, notifier: Notifier
    ) -> None:
        self.guideline = guideline
        self._search = search
        self._store = store
        self._access = access
        self._notifier = notifier

    def ask(self, question: str, language: Language) -> Answer:
        """The guideline's answer in ``language``: the best passage, or the nearest sections where it does not say."""
        question = question[:QUESTION_LIMIT].strip()
        ranking = self._search.find(question, language)
        quote: tuple[str, ...] = ()
        if ranking.decision is Decision.ANSWER:
            quote = self._search.best_passage(question, ranking.hits[0].subsection, language)
        return Answer(
            question=question,
            language=language,
            decision=ranking.decision,
            hits=ranking.hits,
            quote=quote,
            confidence=ranking.confidence,
            edition=self.guideline.edition,
            topic=ranking.topic if ranking.decision is Decision.NOT_COVERED else None,
        )

    def explain(self, question: str, language: Language) -> Explanation:
        """Which words and examples carried the answer to ``question``."""
        return self._search.explain(question[:QUESTION_LIMIT].strip(), language)

    def passage(self, subsection_id: str, language: Language) -> Passage | None:
        """The subsection with this id, whole; None where the guideline has none."""
        located = self.guideline.locate(subsection_id, language)
        return Passage(*located, self.guideline.edition, language) if located else None

    def duty(self, name: str, language: Language) -> Passage | None:
        """The subsection that lays down the duty ``name``; None where the guideline does not lay it down."""
        subsection_id = self.guideline.duties.get(name)
        return self.passage(subsection_id, language) if subsection_id else None

    async def ask_secretary(self, actor: Actor, question: str, language: Language, at: datetime) -> Forwarded:
        """Bring a question to the ICT secretaries, who give guidance (guideline 3.4), with the nearest sections."""
        answer = self.ask(question, language)
        notice = QuestionForSecretary(actor.person, answer.question, answer.sections)
        secretaries = self._access.secretaries(await self._store.read())
        return await self._forward(secretaries, notice, at)

    async def _forward(self, people: Sequence[Person], notice: QuestionForSecretary, at: datetime) -> Forwarded:
        outcomes = [(person, await self._notifier.send(person, notice, at)) for person in people]
        failed = tuple(person for person, outcome in outcomes if isinstance(outcome, Retry | Unreachable))
        return Forwarded(tuple(person for person in people if person not in failed), failed)
