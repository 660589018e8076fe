"""The subsections of the guideline that answer a question, best first, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from threading import Lock

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


class _Index:
    """What a guideline is searched by, in each language."""

    def __init__(self, guideline: Guideline) -> None:
        filled = [language for language in guideline.edition.languages if guideline.sections.get(language)]
        self.binding = filled[0]
        self.labels = {language: Labels.of(guideline, language) for language in filled}
        self.places = {
            language: {one.id: (section, one) for section, one in labels.passages}
            for language, labels in self.labels.items()
        }
        self.topics = {
            language: {topic.id: topic for topic in labels.topics} for language, labels in self.labels.items()
        }
        self.words = {
            language: TextIndex([(one.text, "") for _, one in labels.passages], language)
            for language, labels in self.labels.items()
        }
        make: Callable[[Language], Matcher] = partial(matcher, guideline)
        languages = filled
        if self._is_strange(guideline):
            make = LinkedGuideline(guideline, dict(self.labels), self.binding).matcher
            languages = [*filled, *(language for language in Language if language not in filled)]
            for language in languages[len(filled) :]:  # asked in another language, it is shown as it is written
                self.labels[language] = self.labels[self.binding]
                self.places[language] = self.places[self.binding]
                self.words[language] = self.words[self.binding]
        self.languages = tuple(languages)
        """Those that questions are matched in."""
        self._make = make
        self._matchers: dict[Language, Matcher] = {}
        self._learning = Lock()

    def matcher_of(self, language: Language) -> Matcher:
        """What matches questions in one of the ``languages``, learnt by whoever comes first."""
        with self._learning:
            if language not in self._matchers:
                self._matchers[language] = self._make(language)
                give_back()
            return self._matchers[language]

    @property
    def is_whole(self) -> bool:
        """Whether there is nothing left to learn."""
        return len(self._matchers) == len(self.languages)

    def _is_strange(self, guideline: Guideline) -> bool:
        """Whether nobody has written how staff ask for what this guideline says, so that it is linked to subjects."""
        phrasings = guideline.phrasings
        asked = any(has_questions(labels, phrasings.get(one, Phrasing())) for one, labels in self.labels.items())
        long = any(is_long(labels) for labels in self.labels.values())
        return not asked and not long and bool(common.subjects(self.binding))


class Search:
    """Finds subsections by the words of a question. What is asked first waits until a language is learnt, or all are
    where the answer is not plain, for seconds: whoever must not wait learns beforehand."""

    def __init__(self, guideline: Guideline) -> None:
        self._guideline = guideline
        self._building = Lock()
        self._built: _Index | None = None

    @property
    def is_learnt(self) -> bool:
        """Whether nobody who asks has to wait."""
        return self._built is not None and self._built.is_whole

    def learn(self) -> None:
        """Learn what is not learnt yet. Raises KnowledgeError where subjects cannot be read."""
        for language in self._index.languages:
            self._index.matcher_of(language)

    @property
    def _index(self) -> _Index:
        with self._building:
            if self._built is None:
                self._built = _Index(self._guideline)
            return self._built

    def find(self, question: str, language: Language, limit: int = 3) -> Ranking:
        """The best hits for ``question`` in ``limit`` main sections, at most three of each.

        Where the guideline has no text in ``language``, its binding language is searched. Where nothing matches, the
        hits are the guideline's first sections, with a confidence of 0.
        """
        language = self._served(language)
        searched, match = self.match(question, language)
        hits = tuple(self._hits(match, searched, language, limit))
        topic = match.topic and self._index.topics.get(language, {}).get(match.topic.id, match.topic)
        return Ranking(hits, match.confidence, topic, match.known)

    def explain(self, question: str, language: Language) -> Explanation:
        """Why the best hit of ``question`` is the best."""
        searched, match = self.match(question, self._served(language))
        found = self._index.matcher_of(searched)
        first = next(self._places_found(match, searched, 1))
        words = sorted(found.words(question, first), key=lambda reason: -abs(reason.weight))
        return Explanation(searched, tuple(words), tuple(found.examples(question)))

    def best_passage(self, question: str, subsection: Subsection, language: Language) -> tuple[str, ...]:
        """The sentences and list items of ``subsection`` to quote: all, or the two or three that fit ``question`` best.

        In the text's order and at most 60 words, except where one sentence alone is longer.
        """
        said, served = quotable(subsection), self._served(language)
        fits = self._index.matcher_of(served).fits(question, subsection)
        return passage(said, fits or self._index.words[served].overlaps(question, [one.text for one in said]))

    def _served(self, language: Language) -> Language:
        return language if language in self._index.languages else self._index.binding

    def match(self, question: str, language: Language) -> tuple[Language, Match]:
        """In ``language``, or in another that knows more of the question: its language is easily mistaken."""
        match = self._index.matcher_of(language).match(question)
        if match.confidence >= ANSWER_FROM:
            return language, match
        others = [
            (one, self._index.matcher_of(one).match(question)) for one in self._index.languages if one != language
        ]
        other, best = max(others, key=lambda pair: pair[1].known, default=(language, match))
        return (other, best) if best.known > _FAMILIAR * match.known else (language, match)

    def _hits(self, match: Match, searched: Language, language: Language, limit: int) -> Iterator[Hit]:
        """Best first, in ``language``, where that has the subsection."""
        for place in self._places_found(match, searched, limit):
            found = self._index.labels[searched].passages[place]
            yield Hit(*self._index.places[language].get(found[1].id, found), float(match.scores[place]))

    def _places_found(self, match: Match, searched: Language, limit: int) -> Iterator[int]:
        """The places of the best subsections: by main section, then by subsection, equals in the guideline's order."""
        labels = self._index.labels[searched]
        ends = [*labels.starts[1:], len(labels.passages)]
        for section in np.argsort(-match.pooled, kind="stable")[:limit]:
            start = int(labels.starts[section])
            order = np.argsort(-match.scores[start : ends[section]], kind="stable")
            yield from (start + int(place) for place in order[:_HITS_A_SECTION])
