"""The subsections of the guideline that answer a question, best first, and how sure that is."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from threading import Lock

import numpy as np

from bot.domain.guideline import Guideline, Phrasing, Section, Subsection, Topic
from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.search.confidence import ANSWER_FROM, Answerability, decide
from bot.knowledge.search.matching import Contribution, Match, Matcher, has_questions, is_long, matcher, spoken_of
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


@dataclass(frozen=True, slots=True)
class _Learnt:
    """What questions in one language are answered by. Where the guideline has no text in it, passages are in its
    binding language: asked in another language, it is shown as it is written."""

    matcher: Matcher
    places: Mapping[str, tuple[Section, Subsection]]
    topics: Mapping[str, Topic]
    words: TextIndex


class _Index:
    """What a guideline is searched by, in each language: learnt by whoever comes first."""

    def __init__(self, guideline: Guideline) -> None:
        self._guideline = guideline
        self._written = [language for language in guideline.edition.languages if guideline.sections.get(language)]
        self.binding = self._written[0]
        self.languages: Sequence[Language] = self._written
        """Those that questions are matched in."""
        self._make: Callable[[Language], Matcher] = partial(matcher, guideline)
        if _is_strange(guideline, self._written):
            labels = {language: spoken_of(guideline, language)[0] for language in self._written}
            self._make = LinkedGuideline(guideline, labels, self.binding).matcher
            self.languages = [*self._written, *(one for one in Language if one not in labels)]
        self._learnt: dict[Language, _Learnt] = {}
        self._learning = Lock()

    def of(self, language: Language) -> _Learnt:
        """What questions in one of the ``languages`` are answered by."""
        if language not in self._learnt:
            with self._learning:
                if language not in self._learnt:
                    self._learnt[language] = self._learn(language)
                    give_back()
        return self._learnt[language]

    def has_learnt(self, language: Language) -> bool:
        """Whether nothing of ``language`` is left to learn."""
        return language in self._learnt or language not in self.languages

    def _learn(self, language: Language) -> _Learnt:
        written = language if language in self._written else self.binding
        matcher = self._make(language)
        labels = matcher.labels
        return _Learnt(
            matcher,
            {one.id: (section, one) for section, one in labels.passages},
            {topic.id: topic for topic in labels.topics} if written is language else {},
            TextIndex([(one.text, "") for _, one in labels.passages], written),
        )


def _is_strange(guideline: Guideline, written: Sequence[Language]) -> bool:
    """Whether nobody has written how staff ask for what this guideline says, so that it is linked to subjects."""
    passages = {language: [*guideline.passages(language)] for language in written}
    asked = any(has_questions(some, guideline.phrasings.get(one, Phrasing())) for one, some in passages.items())
    return not asked and not any(map(is_long, passages.values())) and bool(common.subject_ids())


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
        return self._built is not None and all(map(self._built.has_learnt, Language))

    def learn(self, languages: Iterable[Language] = Language) -> None:
        """Learn what is not learnt yet of ``languages``. Raises KnowledgeError where subjects cannot be read."""
        for language in languages:
            if not self._index.has_learnt(language):
                self._index.of(language)

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
        topic = match.topic and self._index.of(language).topics.get(match.topic.id, match.topic)
        return Ranking(hits, match.confidence, topic, match.known)

    def explain(self, question: str, language: Language) -> Explanation:
        """Why the best hit of ``question`` is the best."""
        searched, match = self.match(question, self._served(language))
        found = self._index.of(searched).matcher
        first = next(self._places_found(match, searched, 1))
        words = sorted(found.words(question, first), key=lambda reason: -abs(reason.weight))
        return Explanation(searched, tuple(words), tuple(found.examples(question)))

    def best_passage(self, question: str, subsection: Subsection, language: Language) -> tuple[str, ...]:
        """The sentences and list items of ``subsection`` to quote: all, or the two or three that fit ``question`` best.

        In the text's order and at most 60 words, except where one sentence alone is longer.
        """
        said, served = quotable(subsection), self._served(language)
        learnt = self._index.of(served)
        fits = learnt.matcher.fits(question, subsection)
        return passage(said, fits or learnt.words.overlaps(question, [one.text for one in said]))

    def _served(self, language: Language) -> Language:
        return language if language in self._index.languages else self._index.binding

    def match(self, question: str, language: Language) -> tuple[Language, Match]:
        """In ``language``, or in another that knows more of the question: its language is easily mistaken."""
        match = self._index.of(language).matcher.match(question)
        if match.confidence >= ANSWER_FROM:
            return language, match
        others = [
            (one, self._index.of(one).matcher.match(question)) for one in self._index.languages if one != language
        ]
        other, best = max(others, key=lambda pair: pair[1].known, default=(language, match))
        return (other, best) if best.known > _FAMILIAR * match.known else (language, match)

    def _hits(self, match: Match, searched: Language, language: Language, limit: int) -> Iterator[Hit]:
        """Best first, in ``language``, where that has the subsection."""
        for place in self._places_found(match, searched, limit):
            found = self._index.of(searched).matcher.labels.passages[place]
            yield Hit(*self._index.of(language).places.get(found[1].id, found), float(match.scores[place]))

    def _places_found(self, match: Match, searched: Language, limit: int) -> Iterator[int]:
        """The places of the best subsections: by main section, then by subsection, equals in the guideline's order."""
        labels = self._index.of(searched).matcher.labels
        ends = [*labels.starts[1:], len(labels.passages)]
        for section in np.argsort(-match.pooled, kind="stable")[:limit]:
            start = int(labels.starts[section])
            order = np.argsort(-match.scores[start : ends[section]], kind="stable")
            yield from (start + int(place) for place in order[:_HITS_A_SECTION])
