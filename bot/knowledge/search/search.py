"""The subsections of the guideline that answer a question, best first, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np

from bot.domain.guideline import Guideline, Phrasing, Section, Subsection, Topic
from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.search.confidence import ANSWER_FROM, Answerability, decide
from bot.knowledge.search.matching import (
    Contribution,
    Labels,
    Match,
    Matcher,
    has_questions,
    is_long,
    matcher,
)
from bot.knowledge.search.quoting import passage, quotable
from bot.knowledge.search.similarity import TextIndex
from bot.knowledge.search.subjects import LinkedGuideline
from bot.memory import give_back

__all__ = ["Answerability", "Hit", "Ranking", "Search"]

_HITS_A_SECTION = 3
_FAMILIAR = 1.25
"""By how much more of a question another language must know to be searched instead of the one asked for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A subsection that may answer, with its main section; ``score`` is from 0 to 1."""

    section: Section
    subsection: Subsection
    score: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """What was found for one question, best first; ``confidence`` is 0 to 1.

    ``topic`` is what the question is about rather than any section, where that is something known; ``known`` is the
    share of the question that is known at all.
    """

    hits: tuple[Hit, ...]
    confidence: float
    topic: Topic | None = None
    known: float = 1.0

    @property
    def sections(self) -> tuple[str, ...]:
        """The ids of the main sections, best first, each once."""
        return tuple(dict.fromkeys(hit.section.id for hit in self.hits))

    @property
    def decision(self) -> Answerability:
        """Whether the best hit is an answer, the hits are worth showing as candidates, or the guideline is silent."""
        return decide(self.confidence, elsewhere=self.topic is not None)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What carried a ranking: the language searched, the words for the best subsection, the examples nearest."""

    language: Language
    words: tuple[Contribution, ...]
    examples: tuple[Contribution, ...]


class Search:
    """Finds subsections by the words of a question. Everything is built at the start; asking changes nothing."""

    def __init__(self, guideline: Guideline) -> None:
        filled = [language for language in guideline.edition.languages if guideline.sections.get(language)]
        self._binding = filled[0]
        self._labels = {language: Labels.of(guideline, language) for language in filled}
        self._places = {
            language: {one.id: (section, one) for section, one in labels.passages}
            for language, labels in self._labels.items()
        }
        self._topics = {
            language: {topic.id: topic for topic in labels.topics} for language, labels in self._labels.items()
        }
        self._words = {
            language: TextIndex([(one.text, "") for _, one in labels.passages], language)
            for language, labels in self._labels.items()
        }
        make: Callable[[Language], Matcher] = partial(matcher, guideline)
        languages = filled
        if self._is_strange(guideline):
            make = LinkedGuideline(guideline, dict(self._labels), self._binding).matcher
            languages = [*filled, *(language for language in Language if language not in filled)]
            for language in languages[len(filled) :]:  # asked in another language, it is shown as it is written
                self._labels[language] = self._labels[self._binding]
                self._places[language] = self._places[self._binding]
                self._words[language] = self._words[self._binding]
        # Only the binding language is waited for here; a question in another waits for it where it comes that early.
        pool = ThreadPoolExecutor(max_workers=1)
        self._matchers: dict[Language, Future[Matcher]] = {}
        for language in languages:
            self._matchers[language] = pool.submit(make, language)
            pool.submit(give_back)
        pool.shutdown(wait=False)
        self._matchers[self._binding].result()

    def find(self, question: str, language: Language, limit: int = 3) -> Ranking:
        """The best hits for ``question`` in ``limit`` main sections, at most three of each.

        Where the guideline has no text in ``language``, its binding language is searched. Where nothing matches, the
        hits are the guideline's first sections, with a confidence of 0.
        """
        language = self._served(language)
        searched, match = self.match(question, language)
        hits = tuple(self._hits(match, searched, language, limit))
        topic = match.topic and self._topics.get(language, {}).get(match.topic.id, match.topic)
        return Ranking(hits, match.confidence, topic, match.known)

    def explain(self, question: str, language: Language) -> Explanation:
        """Why the best hit of ``question`` is the best."""
        searched, match = self.match(question, self._served(language))
        found = self._matchers[searched].result()
        first = next(self._places_found(match, searched, 1))
        words = sorted(found.words(question, first), key=lambda reason: -abs(reason.weight))
        return Explanation(searched, tuple(words), tuple(found.examples(question)))

    def best_passage(self, question: str, subsection: Subsection, language: Language) -> tuple[str, ...]:
        """The sentences and list items of ``subsection`` to quote: all, or the two or three that fit ``question`` best.

        In the text's order and at most 60 words, except where one sentence alone is longer.
        """
        said, served = quotable(subsection), self._served(language)
        fits = self._matchers[served].result().fits(question, subsection)
        return passage(said, fits or self._words[served].overlaps(question, [one.text for one in said]))

    def _is_strange(self, guideline: Guideline) -> bool:
        """Whether nobody has written how staff ask for what this guideline says, so that it is linked to subjects."""
        phrasings = guideline.phrasings
        asked = any(has_questions(labels, phrasings.get(one, Phrasing())) for one, labels in self._labels.items())
        long = any(is_long(labels) for labels in self._labels.values())
        return not asked and not long and bool(common.subjects(self._binding))

    def _served(self, language: Language) -> Language:
        return language if language in self._matchers else self._binding

    def match(self, question: str, language: Language) -> tuple[Language, Match]:
        """In ``language``, or in another that knows more of the question: its language is easily mistaken."""
        match = self._matchers[language].result().match(question)
        if match.confidence >= ANSWER_FROM:
            return language, match
        others = [(one, other.result().match(question)) for one, other in self._matchers.items() if one != language]
        other, best = max(others, key=lambda pair: pair[1].known, default=(language, match))
        return (other, best) if best.known > _FAMILIAR * match.known else (language, match)

    def _hits(self, match: Match, searched: Language, language: Language, limit: int) -> Iterator[Hit]:
        """Best first, in ``language``, where that has the subsection."""
        for place in self._places_found(match, searched, limit):
            found = self._labels[searched].passages[place]
            yield Hit(*self._places[language].get(found[1].id, found), float(match.scores[place]))

    def _places_found(self, match: Match, searched: Language, limit: int) -> Iterator[int]:
        """The places of the best subsections: by main section, then by subsection, equals in the guideline's order."""
        labels = self._labels[searched]
        ends = [*labels.starts[1:], len(labels.passages)]
        for section in np.argsort(-match.pooled, kind="stable")[:limit]:
            start = int(labels.starts[section])
            order = np.argsort(-match.scores[start : ends[section]], kind="stable")
            yield from (start + int(place) for place in order[:_HITS_A_SECTION])
