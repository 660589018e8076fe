"""Which subsection of a guideline a question is about, or which topic that the guideline does not cover."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from bot.domain.guideline import Guideline, Phrasing, Section, Subsection, Topic
from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.search.confidence import ANSWER_FROM, LinkSigns, Signs, confidence, confidence_of_share
from bot.knowledge.search.confirmed import phrasing_of
from bot.knowledge.search.learning.classifier import Classifier
from bot.knowledge.search.learning.kept import kept
from bot.knowledge.search.learning.synonyms import Synonyms
from bot.knowledge.search.learning.training import Example
from bot.knowledge.search.platform_names import load_names, without_platforms
from bot.knowledge.search.quoting import quotable
from bot.knowledge.search.similarity import TextIndex
from bot.language.analysis import phrase_words

Floats = npt.NDArray[np.float64]

_TEXT_WEIGHT: Final = 2.0
"""What a sentence of the guideline counts for in training, a question of staff's being 1."""
_EXAMPLES_SHOWN: Final = 5
_PLAIN_REST: Final = 0.6
"""How probable a subject of the rest of a question must be for the name of a platform to be passed over."""
_OF_PLATFORMS: Final = ("suitable-content", "uses-of-social-media", "channels-in-use", "why-social-media")
"""What is asked of a platform itself, so that the passage on it may answer: what it is for, and what goes there."""
_MOST_SUBSECTIONS: Final = 300
"""Labels that are trained on: more would take too long to learn."""


@dataclass(frozen=True, slots=True)
class Match:
    """What one language's guideline makes of a question.

    ``scores`` has one of each subsection, ``pooled`` one of each main section, both in the guideline's order. ``known``
    is the share of the question's features that is known, ``topic`` what it is about rather than any section, with the
    probability of that.
    """

    scores: Floats
    pooled: Floats
    confidence: float
    known: float
    topic: Topic | None = None
    topic_likely: float = 0.0
    signs: Signs | LinkSigns | None = None


Passages = Sequence[tuple[Section, Subsection]]
"""The subsections of a guideline, each with its main section, in its order."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What a question can be about in one language: the subsections, grouped by main section, then the topics."""

    passages: Passages
    topics: tuple[Topic, ...]
    starts: npt.NDArray[np.int64]

    @classmethod
    def of(cls, guideline: Guideline, language: Language, topics: tuple[Topic, ...] = ()) -> Labels:
        """Those of ``guideline`` in ``language``, and these ``topics``."""
        sections = [section for section in guideline.sections[language] if section.subsections]
        starts = np.cumsum([0, *(len(section.subsections) for section in sections)])[:-1]
        return cls([*guideline.passages(language)], topics, starts)


@dataclass(frozen=True, slots=True)
class Contribution:
    """A word or an example that speaks for what was found (above 0) or against it; ``label`` is an example's own."""

    text: str
    weight: float
    label: str = ""


class Matcher(Protocol):
    """A way to match questions."""

    labels: Labels
    """What they can be about."""

    def match(self, question: str) -> Match:
        """What ``question`` is about."""

    def words(self, question: str, subsection: int) -> list[Contribution]:
        """How much each word of ``question`` speaks for the subsection with this place in the guideline."""

    def examples(self, question: str) -> list[Contribution]:
        """What is known to have been asked, or is said, that is most like ``question``; takes a while."""
        return []

    def fits(self, question: str, subsection: Subsection) -> list[float]:
        """How well each sentence and list item of ``subsection`` answers; empty where only words tell."""
        return []


def beyond_platforms(question: str, match: Callable[[str], Match]) -> Match:
    """What ``match`` makes of ``question``.

    The name of a platform alone carries no answer: where the rest of the question is plainly about something that the
    guideline does not cover, so is all of it.
    """
    found = match(question)
    if found.confidence >= ANSWER_FROM and (rest := without_platforms(question)) != question:
        of_rest = match(rest)
        topic = of_rest.topic if of_rest.topic_likely >= _PLAIN_REST else None
        if topic is not None and not topic.off_topic and topic.id not in _OF_PLATFORMS:
            return of_rest
    return found


class TextMatcher(Matcher):
    """Matches the words of texts: of a guideline that has few or no questions of staff's, or very many sections."""

    def __init__(self, labels: Labels, phrasing: Phrasing, language: Language) -> None:
        self.labels = labels
        documents = [
            ("\n".join((one.title, one.text, *_asked(phrasing, one))), section.title)
            for section, one in labels.passages
        ]
        documents += [("\n".join((topic.title, *topic.asked)), "") for topic in labels.topics]
        self._index = TextIndex(documents, language)

    def match(self, question: str) -> Match:
        """By the share of the best score that the question could have had."""
        shares = self._index.score(question)
        count = len(self.labels.passages)
        scores, topics = shares[:count], shares[count:]
        pooled = np.maximum.reduceat(scores, self.labels.starts)
        best, beyond = float(pooled.max()), float(topics.max(initial=0.0))
        topic = self.labels.topics[int(topics.argmax())] if beyond > best else None
        return Match(scores, pooled, confidence_of_share(best, beyond), max(best, beyond), topic)

    def words(self, question: str, subsection: int) -> list[Contribution]:
        """By what each word shares with the subsection's text."""
        _, one = self.labels.passages[subsection]
        text = f"{one.title}\n{one.text}"
        return [Contribution(word, self._index.overlaps(word, [text])[0]) for word in phrase_words(question)]


class ExampleMatcher(Matcher):
    """Matches with what was learnt from the questions of staff's and the guideline's own sentences.

    A list item that has an id is told apart from the others of its list: its subsection is as probable as all of it.
    """

    def __init__(self, guideline: Guideline, language: Language) -> None:
        self._guideline = guideline
        self._language = language
        spoken = replace(guideline, sections={language: guideline.sections[language]})
        topics, self._classifier = kept(
            f"guideline-{language}", common.learnt_from(language), _learnt_from_questions, spoken, language
        )
        self.labels = Labels.of(guideline, language, topics)
        answers = [(one.id, *one.items_by_id) for _, one in self.labels.passages]
        self._starts = np.cumsum([0, *map(len, answers)])
        load_names()  # here, in a thread beside the event loop, rather than at the first question

    def match(self, question: str) -> Match:
        """By the probability of each label; a main section has that of all its subsections together."""
        return beyond_platforms(question, self._match)

    def _match(self, question: str) -> Match:
        found = self._classifier.classify(question)
        probabilities = found.probabilities.astype(np.float64)
        topics = probabilities[self._starts[-1] :]
        scores = np.add.reduceat(probabilities[: self._starts[-1]], self._starts[:-1])
        pooled = np.add.reduceat(scores, self.labels.starts)
        signs = Signs(lead(pooled), float(topics.sum()), found.known)
        likely = float(topics.max(initial=0.0))
        topic = self.labels.topics[int(topics.argmax())] if likely > pooled.max() else None
        return Match(scores, pooled, confidence(signs) if found.known else 0.0, found.known, topic, likely, signs)

    def words(self, question: str, subsection: int) -> list[Contribution]:
        """By the weights of what was learnt; synonyms are among the words."""
        first, end = self._starts[subsection : subsection + 2]
        label = first + int(self._classifier.classify(question).probabilities[first:end].argmax())
        return [Contribution(*pair) for pair in self._classifier.reasons(question, label).items()]

    def examples(self, question: str) -> list[Contribution]:
        """The five nearest, each with the id of its subsection, list item or topic."""
        labels, phrasing = spoken_of(self._guideline, self._language)
        ids = _ids(labels)
        return [
            Contribution(example.text, similarity, ids[example.label])
            for example, similarity in self._classifier.nearest(question, _examples(labels, phrasing), _EXAMPLES_SHOWN)
        ]

    def fits(self, question: str, subsection: Subsection) -> list[float]:
        """By the probability of the list items that have an id; without any, only words tell."""
        if not subsection.items_by_id:
            return []
        likely = dict(zip(_ids(self.labels), self._classifier.classify(question).probabilities.tolist(), strict=True))
        return [likely.get(one.id, 0.0) if one.id else 0.0 for one in quotable(subsection)]


def _learnt_from_questions(guideline: Guideline, language: Language) -> tuple[tuple[Topic, ...], Classifier]:
    """What ``guideline`` does not cover, without the lines that it is learnt from, and what tells all labels apart."""
    labels, phrasing = spoken_of(guideline, language)
    synonyms = Synonyms({**common.synonyms(language), **phrasing.synonyms}, language)
    classifier = Classifier(_examples(labels, phrasing), len(_ids(labels)), language, synonyms)
    return tuple(replace(topic, asked=()) for topic in labels.topics), classifier


def spoken_of(guideline: Guideline, language: Language) -> tuple[Labels, Phrasing]:
    """What ``guideline`` says and does not say, and how staff put it, also in the lines of subjects."""
    phrasing = phrasing_of(guideline, language)
    return Labels.of(guideline, language, phrasing.topics), phrasing


def _ids(labels: Labels) -> list[str]:
    """The id that each label of a question is known by: of a subsection, a list item or a topic."""
    passages = [identifier for _, one in labels.passages for identifier in (one.id, *one.items_by_id)]
    return passages + [topic.id for topic in labels.topics]


def _examples(labels: Labels, phrasing: Phrasing) -> list[Example]:
    """What is known to be about each label."""
    numbers = {identifier: label for label, identifier in enumerate(_ids(labels))}
    examples = []
    for _, one in labels.passages:
        said = [(one.id, one.title), *((part.id or one.id, part.text) for part in quotable(one))]
        asked = [(key, text) for key in (one.id, *one.items_by_id) for text in phrasing.asked.get(key, ())]
        examples += [Example(text, numbers[key]) for key, text in asked]
        examples += [Example(text, numbers[key], _TEXT_WEIGHT) for key, text in said]
    for label, topic in enumerate(labels.topics, start=len(numbers) - len(labels.topics)):
        examples += [Example(text, label) for text in (topic.title, *topic.asked)]
    return examples


def is_long(passages: Passages) -> bool:
    """Whether a guideline has more subsections than there is time to learn or to link."""
    return len(passages) > _MOST_SUBSECTIONS


def has_questions(passages: Passages, phrasing: Phrasing) -> bool:
    """Whether it is written for at least half of a guideline's subsections how staff ask for them."""
    return 2 * sum(bool(_asked(phrasing, one)) for _, one in passages) >= len(passages)


def matcher(guideline: Guideline, language: Language) -> Matcher:
    """The way to match that fits what the guideline has in ``language``, by what is in its folder alone."""
    passages, own = [*guideline.passages(language)], guideline.phrasings.get(language, Phrasing())
    # Where staff's own questions tell, the lines of subjects need not be read here.
    if not is_long(passages) and (
        has_questions(passages, own) or has_questions(passages, phrasing_of(guideline, language))
    ):
        return ExampleMatcher(guideline, language)
    return TextMatcher(*spoken_of(guideline, language), language)


def lead(pooled: Floats) -> float:
    """By how much the best section is before the next."""
    first, second = (*np.sort(pooled)[:-3:-1], 0.0)[:2]
    return float(first - second)


def _asked(phrasing: Phrasing, subsection: Subsection) -> list[str]:
    """How staff ask for ``subsection`` and its list items."""
    return [text for key in (subsection.id, *subsection.items_by_id) for text in phrasing.asked.get(key, ())]
