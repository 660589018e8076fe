"""The subsections of the guideline that answer a question, best first, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from bot.domain.guideline import Guideline, Paragraph, Section, Subsection
from bot.domain.language import Language
from bot.knowledge.sentences import passage, sentences
from bot.knowledge.textindex import TextIndex

# Set on 64 questions of our own in three languages, 24 of them on what the guideline does not say. Between 0.25 and
# 0.30, what it covers is told apart best from what it does not (0.78 and 0.75 balanced), and the best hit is right for
# about four of five that it covers; under 0.15 hardly anything that it covers is left.
ANSWER_FROM: Final = 0.28
CANDIDATES_FROM: Final = 0.18


class Decision(StrEnum):
    """What to do with what was found."""

    ANSWER = "answer"
    CANDIDATES = "candidates"
    NOT_COVERED = "not_covered"


@dataclass(frozen=True, slots=True)
class Hit:
    """A subsection that may answer, with its main section; ``score`` is the share of the best possible, 0 to 1."""

    section: Section
    subsection: Subsection
    score: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """What was found for one question, best first; ``confidence`` is 0 to 1."""

    hits: tuple[Hit, ...]
    confidence: float

    @property
    def sections(self) -> tuple[str, ...]:
        """The ids of the main sections, best first, each once."""
        return tuple(dict.fromkeys(hit.section.id for hit in self.hits))

    @property
    def decision(self) -> Decision:
        """Whether the best hit is an answer, the hits are worth showing as candidates, or the guideline is silent."""
        if self.confidence >= ANSWER_FROM:
            return Decision.ANSWER
        return Decision.CANDIDATES if self.confidence >= CANDIDATES_FROM else Decision.NOT_COVERED


class Search:
    """Finds subsections by the words of a question. Everything is built at the start; asking changes nothing."""

    def __init__(self, guideline: Guideline) -> None:
        filled = [language for language in guideline.edition.languages if guideline.sections.get(language)]
        self._binding = filled[0]
        self._passages = {language: tuple(guideline.passages(language)) for language in filled}
        self._indexes = {
            language: TextIndex([(f"{one.title}\n{one.text}", section.title) for section, one in passages], language)
            for language, passages in self._passages.items()
        }

    def find(self, question: str, language: Language, limit: int = 3) -> Ranking:
        """The best hits for ``question``, from the best down to the last that belongs to ``limit`` main sections.

        Where the guideline has no text in ``language``, its binding language is searched. Where nothing matches, the
        hits are the guideline's first sections, with a confidence of 0.
        """
        searched = self._searched(language)
        hits = tuple(self._hits(question, searched, limit))
        return Ranking(hits, hits[0].score)

    def best_passage(self, question: str, subsection: Subsection, language: Language) -> tuple[str, ...]:
        """The sentences and list items of ``subsection`` to quote: all, or the two or three that fit ``question`` best.

        In the text's order and at most 60 words, except where one sentence alone is longer.
        """
        index = self._indexes[self._searched(language)]
        texts = _texts(subsection)
        return passage(texts, index.overlaps(question, texts))

    def _searched(self, language: Language) -> Language:
        return language if language in self._indexes else self._binding

    def _hits(self, question: str, language: Language, limit: int) -> Iterator[Hit]:
        """Best first, equals in the guideline's order."""
        scores = self._indexes[language].score(question)
        seen: set[str] = set()
        for position in np.argsort(-scores, kind="stable"):
            section, subsection = self._passages[language][position]
            seen.add(section.id)
            if len(seen) > limit:
                return
            yield Hit(section, subsection, float(scores[position]))


def _texts(subsection: Subsection) -> list[str]:
    """What can be quoted of a subsection: each sentence of its paragraphs, each item of its lists."""
    texts: list[str] = []
    for part in subsection.body:
        texts.extend(sentences(part.text) if isinstance(part, Paragraph) else part.items)
    return texts
