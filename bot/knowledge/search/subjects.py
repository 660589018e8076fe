"""How any guideline is answered: its sentences and staff's questions are both about subjects, which are learnt once.

Each sentence, list item and heading of a guideline is *linked* to the subjects it speaks of, with the probability that
the classifier gives. A question gives a distribution over subjects in its own language, and is answered where the
subjects meet:

    score(sentence) = sum over subjects of p(subject | question) * link(subject, sentence) + leaning + words shared
    link(subject, sentence) = q(subject | sentence) / (max over sentences of q(subject | sentence) + EVEN)
    leaning = the square of the cosine between log p(subject | question) and log p(subject | sentence), where above 0

where q is p, and in part that of a subject's neighbours, the subjects of like words: a question on one of two near
subjects still finds the sentence that was taken to be about the other. The leaning tells where no subject is
probable: what speaks for and against each is alike. So a guideline for which nobody has written a line is answered,
also in languages that it is not written in.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.domain.guideline import Guideline, Phrasing, Subsection, Topic
from bot.domain.language import Language
from bot.knowledge.search.confidence import ANSWER_FROM, LinkSigns, confidence
from bot.knowledge.search.confirmed import Links, speaks_of
from bot.knowledge.search.matching import Contribution, Labels, Match, Matcher, TextMatcher, beyond_platforms, lead
from bot.knowledge.search.platform_names import without_platforms
from bot.knowledge.search.quoting import Quotable, quotable
from bot.knowledge.search.subject_model import SubjectModel, subject_model

Floats = npt.NDArray[np.float64]

# Set on invented guidelines of our own (tests/data/strangers), which the subjects' authors had not seen.
_HEADINGS: Final = 0.35
"""What the headings above a sentence count for, the sentence itself counting for the rest."""
_CONTEXT: Final = 0.3
"""What a sentence counts for when read with what stands above it, when read alone counting for the rest."""
_NEAR: Final = 0.2
"""What a subject's neighbours count for in a sentence, the subject itself counting for the rest."""
_EVEN: Final = 0.15
"""How far a subject that no sentence is much about stays weak: with 0 the best sentence would always be a full link."""
_LEANING: Final = 0.2
"""What it counts for that question and sentence lean to the same subjects, beside those that are probable."""
_IMPROBABLE: Final = 1e-5
"""Less probable than that, subjects are all alike."""
_WORDS: Final = 0.15
"""What the words that question and subsection share count for, beside the subjects they share."""
_BEST: Final = np.array([1.0, 0.3, 0.1])
"""What the best sentences of a section count for, best first: a section that says more of it is the better one."""
SPOKEN_OF: Final = 0.25
"""A subject that the best sentence is less about than that is one that the guideline is silent on."""
_PLAIN: Final = 0.3
"""A question is plainly about a subject that is at least that probable."""
_PLAINLY_ELSEWHERE: Final = 0.5
"""A question has plainly nothing to do with social media where that is at least as probable as that it has."""
_HARDLY: Final = 0.12
_DOUBT: Final = 0.5
"""Where a guideline hardly speaks of the subjects of a question, it is at most even that any sentence answers it. Of
one that is on no plain subject, half of that is little: it is spread over many."""
_WORD_FOR_WORD: Final = 0.9
"""What has as much of the words that it could share with a question is asked for in the guideline's own words."""
_LEAST: Final = 0.01
"""Less of a question's subjects than that says no more than nothing of them."""
_FEW: Final = 50
_COMMON: Final = 100
"""How many sentences a short guideline has, and a common one; beyond these, fewer or more tell nothing."""


class LinkTable:
    """How much each sentence of a guideline in one language speaks of each subject, and what a person has confirmed."""

    def __init__(self, labels: Labels, model: SubjectModel, confirmed: Links) -> None:
        # A subsection without text speaks through its heading alone.
        self.said = [quotable(one) or [Quotable("")] for _, one in labels.passages]
        self.rows = [len(some) for some in self.said]
        self.starts = np.cumsum([0, *self.rows])[:-1]
        alone, whole, above = self._read([f"{section.title} {one.title}" for section, one in labels.passages], model)
        self.spoken = _together(alone, whole, above)
        """By sentence and subject."""
        self._leaning = _together(_leaning(alone), _leaning(whole), _leaning(above))
        for label, subject in enumerate(model.subjects):
            if (passages := confirmed.get(subject.id)) is not None:
                some = [speaks_of(one, passages) or [one.id in passages] for _, one in labels.passages]
                self.spoken[:, label] = np.concatenate(some)
        self.covered: Floats = self.spoken.max(axis=0)
        """For each subject, how much the sentence that is most about it is about it."""
        near = (1 - _NEAR) * self.spoken + _NEAR * self.spoken @ model.neighbours.T
        self.weights: Floats = near / (near.max(axis=0) + _EVEN)

    def views(self, asked: Floats) -> tuple[Floats, Floats]:
        """How well each sentence answers a question on subjects as probable as ``asked``, in two parts, to be added: by
        the probable subjects, and by what all of them lean to."""
        linked: Floats = self.weights @ asked
        leaning: Floats = np.maximum(self._leaning @ _leaning(asked), 0)
        return linked, _LEANING * leaning**2

    def _read(self, headings: Sequence[str], model: SubjectModel) -> tuple[Floats, Floats, Floats]:
        """The probability of each subject by each sentence alone, by it below its headings, and by these alone."""
        alone = [_probabilities(model, one.text) for some in self.said for one in some]
        whole = [
            _probabilities(model, f"{heading} {one.lead_in or ''} {one.text}")
            for heading, some in zip(headings, self.said, strict=True)
            for one in some
        ]
        above = np.repeat([_probabilities(model, heading) for heading in headings], self.rows, axis=0)
        return np.array(alone), np.array(whole), above


class SubjectMatcher(Matcher):
    """Matches a question in one language with a guideline in the same or another one, by subjects."""

    def __init__(self, labels: Labels, links: LinkTable, model: SubjectModel, words: TextMatcher | None) -> None:
        """``words`` compares words as well, where question and guideline are of one language."""
        self.labels = labels
        self._links = links
        self._model = model
        self._words = words

    def match(self, question: str) -> Match:
        """By the subjects that the question shares with each sentence, and by words."""
        return beyond_platforms(question, self._match)

    def _match(self, question: str) -> Match:
        found = self._model.classify(question)
        # Of a question of which nothing is known, nothing is probable.
        asked = found.probabilities.astype(np.float64) * (found.known > 0)
        worded = self._words.match(question) if self._words else None
        views = self._links.views(asked)
        shared = _WORDS * np.repeat(worded.scores, self._links.rows) if worded else 0.0
        sentences = np.minimum(sum(views) + shared, 1.0)
        scores = np.maximum.reduceat(sentences, self._links.starts)
        pooled = self._pooled(sentences)
        covered = float(self._links.covered @ asked)
        signs = LinkSigns(
            covered=math.log(_LEAST + covered),
            lead=lead(pooled),
            brevity=math.log(_COMMON / min(max(len(sentences), _FEW), _COMMON)),
            accord=float(np.mean([self._section_of(int(one.argmax())) == int(pooled.argmax()) for one in views])),
            plain=float(asked.max()),
            elsewhere=float(asked @ self._model.off_topic),
        )
        sure = confidence(signs) if found.known else 0.0
        hardly = covered < (_HARDLY if asked.max() >= _PLAIN else _HARDLY / 2)
        if hardly and without_platforms(question) == question:
            sure = min(sure, _DOUBT)
        if worded and worded.scores.max() >= _WORD_FOR_WORD:
            sure = max(sure, ANSWER_FROM)
        silence = None
        if sure < ANSWER_FROM:
            silence = (worded and worded.topic) or self._silence(question, asked)
        return Match(scores, pooled, sure, found.known, silence, float(asked.max()), signs)

    def words(self, question: str, subsection: int) -> list[Contribution]:
        """By the words that speak for the question's first subject."""
        label = int(self._model.classify(question).probabilities.argmax())
        return [Contribution(*pair) for pair in self._model.reasons(question, label).items()]

    def examples(self, question: str) -> list[Contribution]:
        """The subjects that the question is most about, with their probabilities."""
        return self._model.most_probable(question)

    def fits(self, question: str, subsection: Subsection) -> list[float]:
        """How well each sentence and list item of ``subsection`` answers."""
        places = (place for place, (_, one) in enumerate(self.labels.passages) if one is subsection)
        place = next(places, None)
        if place is None:  # it is in another language
            return []
        asked = self._model.classify(question).probabilities.astype(np.float64)
        start = int(self._links.starts[place])
        linked, leaning = self._links.views(asked)
        return [float(one) for one in (linked + leaning)[start : start + self._links.rows[place]]]

    def _section_of(self, sentence: int) -> int:
        return int(np.searchsorted(self._links.starts[self.labels.starts], sentence, side="right")) - 1

    def _pooled(self, sentences: Floats) -> Floats:
        """A score for each main section, by its best sentences."""
        first = self._links.starts[self.labels.starts]
        ends = [*first[1:], len(sentences)]
        best = [np.sort(sentences[start:end])[::-1][: len(_BEST)] for start, end in zip(first, ends, strict=True)]
        pooled: Floats = np.array([some @ _BEST[: len(some)] for some in best]) / _BEST.sum()
        return pooled

    def _silence(self, question: str, asked: Floats) -> Topic | None:
        """The subject of the question, where the guideline says nothing about it and names no topic of its own. What
        names a platform has to do with social media."""
        off_topic = self._model.off_topic
        if without_platforms(question) != question:
            asked = asked * ~off_topic
        together = float(asked @ off_topic)  # what is off topic may be so in several ways
        is_elsewhere = together >= _PLAINLY_ELSEWHERE
        likely = asked * (off_topic if is_elsewhere else ~off_topic)
        label = int(likely.argmax())
        plain = is_elsewhere or float(likely[label]) >= _PLAIN
        return self._model.subjects[label].topic if plain and self._links.covered[label] < SPOKEN_OF else None


class LinkedGuideline:
    """A guideline with its links in each of its languages, and a matcher for whoever asks in any language."""

    def __init__(self, guideline: Guideline, labels: Mapping[Language, Labels], binding: Language) -> None:
        self._guideline = guideline
        self._labels = labels
        self._binding = binding
        self._links: dict[Language, LinkTable] = {}

    def matcher(self, language: Language) -> SubjectMatcher:
        """For questions in ``language``, with the guideline in the same, or else in its binding one."""
        written = language if language in self._labels else self._binding
        labels, phrasing = self._labels[written], self._guideline.phrasings.get(written, Phrasing())
        # Words alone take too much for off topic, which the subjects tell.
        near = replace(labels, topics=tuple(one for one in labels.topics if not one.off_topic))
        words = TextMatcher(near, phrasing, written) if written is language else None
        return SubjectMatcher(labels, self.table(written), subject_model(language), words)

    def table(self, language: Language) -> LinkTable:
        """How much each sentence in ``language``, which the guideline has, speaks of each subject."""
        if language not in self._links:
            self._links[language] = LinkTable(self._labels[language], subject_model(language), self._guideline.links)
        return self._links[language]


def _probabilities(model: SubjectModel, text: str) -> Floats:
    return model.classify(text).probabilities.astype(np.float64)


def _together(alone: Floats, whole: Floats, above: Floats) -> Floats:
    """A sentence by itself, below its headings, and these, as one."""
    read: Floats = (1 - _HEADINGS) * ((1 - _CONTEXT) * alone + _CONTEXT * whole) + _HEADINGS * above
    return read


def _leaning(probabilities: Floats) -> Floats:
    """What speaks for and against each subject, as vectors of length 1."""
    logs = np.log(np.maximum(probabilities / _IMPROBABLE, 1))
    logs -= logs.mean(axis=-1, keepdims=True)
    unit: Floats = logs / np.maximum(np.linalg.norm(logs, axis=-1, keepdims=True), np.finfo(np.float64).tiny)
    return unit
