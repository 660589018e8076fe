"""How similar texts are, by the features they share (stems and character 4-grams) and by how rare these are.

Two measures, each with its inverse document frequency (idf), of a feature that n of N texts have:

- `TextIndex`, for a question and longer texts: BM25, the sum over the question's features of
  ``idf · count · (k1 + 1) / (count + k1 · (1 - b + b · length / mean length))``. What a question shares with a sentence
  that is not indexed is the sum of idf alone (`TextIndex.overlaps`).
  ``idf = ln(1 + (N - n + 0.5) / (n + 0.5))``, here to the power of 1.5.
- `Similarity`, for short texts among each other: the cosine of their vectors of idf, ``x · y / (|x| |y|)``.
  ``idf = ln(1 + (N + 1) / n)``, which stays above 0 however few texts there are.

`cosine` compares two vectors by themselves, weighed by an idf of the caller's.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from bot.domain.language import Language
from bot.language.analysis import grams, question_words, stems, words

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

# Measured on public Finnish questions: rare features count for more than in plain BM25 (an exponent of 1), and long
# documents are held back a little more (b of 0.75).
IDF_EXPONENT: Final = 1.5
K1: Final = 1.5
B: Final = 0.8
CONTEXT_WEIGHT: Final = 0.5
"""What a word of a text's surroundings (its main section's title) counts for, its own words being 1."""
# Stems, though fewer, count for as much as grams: half of a similarity is whole words, half what compounds and slips of
# the finger leave of them.
_SHARES: Final = (0.5, 0.5)


def idf(having: npt.ArrayLike, total: int) -> Floats:
    """The inverse document frequency of features that ``having`` of ``total`` documents have, as BM25 has it."""
    having = np.asarray(having)
    found: Floats = np.log1p((total - having + 0.5) / (having + 0.5))
    return found


def cosine(one: Mapping[str, float], other: Mapping[str, float], weight: Callable[[str], float]) -> float:
    """The cosine (0 to 1) of two texts, given as counts of features; ``weight`` says what each of these counts for."""
    shared = sum(weight(feature) ** 2 * value * other[feature] for feature, value in one.items() if feature in other)
    lengths = [math.hypot(*(weight(feature) * value for feature, value in text.items())) for text in (one, other)]
    return float(shared / (lengths[0] * lengths[1] or 1.0))


@dataclass(frozen=True, slots=True)
class Postings:
    """The features of documents, as three columns sorted by feature: the number of the feature, that of a document that
    has it, and its weight there. ``numbers`` are those of the features; those of ``number`` stand from
    ``starts[number]`` to ``starts[number + 1]``."""

    numbers: Mapping[str, int]
    features: Integers
    documents: Integers
    weights: Floats
    starts: Integers
    size: int

    @classmethod
    def of(cls, documents: Sequence[Mapping[str, float]]) -> Postings:
        """Those of ``documents``, each given as the weight of each of its features."""
        numbers: dict[str, int] = {}
        rows: list[int] = []
        columns: list[int] = []
        values: list[float] = []
        for column, document in enumerate(documents):
            rows.extend(numbers.setdefault(feature, len(numbers)) for feature in document)
            columns.extend([column] * len(document))
            values.extend(document.values())
        features = np.array(rows, dtype=np.int64)
        order = np.argsort(features, kind="stable")
        starts = np.concatenate(([0], np.cumsum(np.bincount(features, minlength=len(numbers))))).astype(np.int64)
        return cls(
            numbers,
            features[order],
            np.array(columns, dtype=np.int64)[order],
            np.array(values, dtype=np.float64)[order],
            starts,
            len(documents),
        )

    @property
    def having(self) -> Integers:
        """How many documents have each feature."""
        return np.diff(self.starts)

    def known(self, features: Iterable[str]) -> list[int]:
        """The numbers of those of ``features`` that any document has, in the order given."""
        return [number for number in map(self.numbers.get, features) if number is not None]

    def sums(self, numbers: Sequence[int], factors: Floats | None = None) -> Floats:
        """For each document, the sum of its weights of these features, each times its own of ``factors``."""
        if not numbers:
            return np.zeros(self.size)
        spans = [slice(self.starts[number], self.starts[number + 1]) for number in numbers]
        documents = np.concatenate([self.documents[span] for span in spans])
        weights = np.concatenate([self.weights[span] for span in spans])
        if factors is not None:
            weights = weights * np.repeat(factors, [span.stop - span.start for span in spans])
        totals: Floats = np.bincount(documents, weights=weights, minlength=self.size).astype(np.float64)
        return totals


class BM25Scores(NamedTuple):
    """What one question scores: ``documents`` each, and the ``best`` sum that any text could have had."""

    documents: Floats
    best: float


class BM25:
    """BM25 over one kind of feature of documents, given as the weight of each (its count, or more for a heading)."""

    def __init__(self, documents: Sequence[Mapping[str, float]]) -> None:
        postings = Postings.of(documents)
        self._idf = idf(postings.having, postings.size) ** IDF_EXPONENT
        self._postings = replace(postings, weights=self._idf[postings.features] * _saturated(postings))
        weights, starts = self._postings.weights, self._postings.starts
        self._peaks = np.maximum.reduceat(weights, starts[:-1]) if len(weights) else np.zeros(0)
        # A feature that no document has: as rare as can be, once in a text of average length.
        self._unknown = float((idf([0], postings.size) ** IDF_EXPONENT)[0])

    def score(self, features: Iterable[str]) -> BM25Scores:
        """Score every document for a question's distinct ``features``.

        The best sum takes each feature's highest weight in any document; what no document has counts against the
        question too, so that a question about something else scores little of what it could.
        """
        # Not a set: its order, and with it the last bits of a sum, would differ from one run to the next.
        distinct = dict.fromkeys(features)
        known = self._postings.known(distinct)
        best = float(self._peaks[known].sum()) + self._unknown * (len(distinct) - len(known))
        return BM25Scores(self._postings.sums(known), best)

    def overlap(self, asked: Iterable[str], said: Iterable[str]) -> float:
        """The summed idf of the distinct features that ``asked`` shares with ``said``, indexed or not."""
        present = frozenset(said)
        return sum(self._idf_of(feature) for feature in dict.fromkeys(asked) if feature in present)

    def _idf_of(self, feature: str) -> float:
        number = self._postings.numbers.get(feature)
        return self._unknown if number is None else float(self._idf[number])


class TextIndex:
    """Scores texts for questions: by stems, which are precise, and 4-grams, which find compounds and typing errors."""

    def __init__(self, texts: Sequence[tuple[str, str]], language: Language) -> None:
        """Index ``texts``, each with its context."""
        self._language = language
        own = [_features(words(text, language), language) for text, _ in texts]
        context = [_features(words(surroundings, language), language) for _, surroundings in texts]
        self._kinds = [
            BM25([_weighed(text[kind], around[kind]) for text, around in zip(own, context, strict=True)])
            for kind in range(len(_SHARES))
        ]

    def score(self, question: str) -> Floats:
        """Each text's score, as a share (0 to 1) of the best that ``question`` could have had."""
        asked = _features(question_words(question, self._language), self._language)
        first, second = (kind.score(features) for kind, features in zip(self._kinds, asked, strict=True))
        shares: Floats = (first.documents + second.documents) / (first.best + second.best or 1.0)
        return np.minimum(shares, 1.0)  # the two sums are not added in the same order

    def overlaps(self, question: str, texts: Sequence[str]) -> list[float]:
        """How much each of ``texts``, which need not be indexed, shares with ``question``: the rarer, the more."""
        asked = _features(question_words(question, self._language), self._language)
        return [self._overlap(asked, _features(words(text, self._language), self._language)) for text in texts]

    def _overlap(self, asked: _Features, said: _Features) -> float:
        return sum(kind.overlap(*both) for kind, *both in zip(self._kinds, asked, said, strict=True))


class Similarity:
    """Compares a text with each of ``texts``. What is rare among these and in ``background`` counts for more."""

    def __init__(self, texts: Sequence[str], language: Language, background: Iterable[str] = ()) -> None:
        self._language = language
        self._size = len(texts)
        own, around = ([self._features(text) for text in some] for some in (texts, background))
        self._kinds = [
            _Cosine([one[kind] for one in own], [one[kind] for one in around]) for kind in range(len(_SHARES))
        ]

    def to(self, text: str) -> Floats:
        """How alike ``text`` is to each of the texts, from 0 to 1: 1 for the same words in any order."""
        similarity = np.zeros(self._size)
        for share, kind, features in zip(_SHARES, self._kinds, self._features(text), strict=True):
            similarity += share * kind.cosines(features)
        return np.minimum(similarity, 1.0)

    def _features(self, text: str) -> _Features:
        return _features(question_words(text, self._language), self._language)


class _Cosine:
    """The cosines of texts by one kind of feature."""

    def __init__(self, texts: Sequence[Sequence[str]], background: Sequence[Sequence[str]]) -> None:
        having = Counter(feature for text in (*texts, *background) for feature in set(text))
        total = len(texts) + len(background)
        self._unknown = float(np.log1p(total + 1))
        self._idf = {feature: float(np.log1p((total + 1) / count)) for feature, count in having.items()}
        self._postings = Postings.of([_of_length_1(self._vector(text)) for text in texts])

    def cosines(self, text: Sequence[str]) -> Floats:
        vector = self._vector(text)
        factors = [weight for feature, weight in vector.items() if feature in self._postings.numbers]
        return self._postings.sums(self._postings.known(vector), np.array(factors)) / _length(vector)

    def _vector(self, text: Sequence[str]) -> dict[str, float]:
        return {feature: self._idf.get(feature, self._unknown) for feature in dict.fromkeys(text)}


_Features = tuple[list[str], list[str]]
"""The stems and the 4-grams of the same words."""


def _features(found: list[str], language: Language) -> _Features:
    return stems(found, language), grams(found)


def _weighed(own: list[str], context: list[str]) -> dict[str, float]:
    weights: dict[str, float] = dict(Counter(own))
    for feature in context:
        weights[feature] = weights.get(feature, 0.0) + CONTEXT_WEIGHT
    return weights


def _saturated(postings: Postings) -> Floats:
    """Each posting's count, growing less and less with repetition, and less in long documents."""
    counts, documents = postings.weights, postings.documents
    if not len(counts):
        return counts
    lengths = np.bincount(documents, weights=counts, minlength=postings.size)
    saturated: Floats = counts * (K1 + 1) / (counts + K1 * (1 - B + B * lengths[documents] / lengths.mean()))
    return saturated


def _of_length_1(vector: Mapping[str, float]) -> dict[str, float]:
    length = _length(vector)
    return {feature: weight / length for feature, weight in vector.items()}


def _length(vector: Mapping[str, float]) -> float:
    return float(np.sqrt(sum(weight * weight for weight in vector.values()))) or 1.0
