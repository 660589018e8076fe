"""Answers from the guideline: the section that says it, or the word that it does not."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.guideline import Edition, Guideline, Section, Subsection, Topic
from bot.domain.language import Language
from bot.domain.people import without_people
from bot.knowledge.search.matching import Contribution
from bot.knowledge.search.search import Answerability, Explanation, Hit, Search
from bot.knowledge.search.subjects import subjects_of
from bot.services.questions.documents import Entry

QUESTION_LIMIT = 1000
"""Characters of a question that are read; nobody asks more in one breath."""


@dataclass(frozen=True, slots=True)
class GuidelineAnswer:
    """What the guideline says to a question, or the sections that come nearest.

    ``hits`` are never empty while the guideline has any text; ``quote`` is empty unless the guideline answers. Where
    the ICT secretary has answered the question, ``entry`` is that answer; ``near`` is one to something like it. ``key``
    names the question in the log. A ``sensitive`` question must not be carried anywhere, not by a button either.
    ``topic`` is what the question is about, where that is something known that the guideline does not cover.
    """

    question: str
    language: Language
    decision: Answerability
    hits: tuple[Hit, ...]
    quote: tuple[str, ...]
    confidence: float
    edition: Edition
    topic: Topic | None = None
    entry: Entry | None = None
    near: Entry | None = None
    key: str = ""
    sensitive: bool = False

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


class Answers:
    """Answers questions on the guideline."""

    def __init__(self, guideline: Guideline, search: Search) -> None:
        self.guideline = guideline
        self._search = search

    def ask(self, question: str, language: Language) -> GuidelineAnswer:
        """The guideline's answer in ``language``: the best passage, or the nearest sections where it does not say."""
        question = question[:QUESTION_LIMIT].strip()
        asked = without_people(question)
        ranking = self._search.find(asked, language)
        quote: tuple[str, ...] = ()
        if ranking.decision is Answerability.ANSWER:
            quote = self._search.best_passage(asked, ranking.hits[0].subsection, language)
        return GuidelineAnswer(
            question=question,
            language=language,
            decision=ranking.decision,
            hits=ranking.hits,
            quote=quote,
            confidence=ranking.confidence,
            edition=self.guideline.edition,
            topic=ranking.topic if ranking.decision is Answerability.NOT_COVERED else None,
        )

    def explain(self, question: str, language: Language) -> Explanation:
        """Which words and examples carried the answer to ``question``."""
        return self._search.explain(without_people(question[:QUESTION_LIMIT].strip()), language)

    def subjects(self, question: str, language: Language) -> list[Contribution]:
        """What ``question`` is about, most probable first: subjects of guidelines in general, whatever this one has."""
        return subjects_of(without_people(question[:QUESTION_LIMIT].strip()), language)

    def passage(self, subsection_id: str, language: Language) -> Passage | None:
        """The subsection with this id, whole; None where the guideline has none."""
        located = self.guideline.locate(subsection_id, language)
        return Passage(*located, self.guideline.edition, language) if located else None

    def duty(self, name: str, language: Language) -> Passage | None:
        """The subsection that lays down the duty ``name``; None where the guideline does not lay it down."""
        subsection_id = self.guideline.duties.get(name)
        return self.passage(subsection_id, language) if subsection_id else None
