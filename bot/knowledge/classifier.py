"""Which label a short text belongs to, learnt from examples: multinomial logistic regression on the features of words.

It is trained when the bot starts, in a tenth of a second, so that whoever edits the examples has nothing to build.
Compared with the nearest example (k nearest neighbours), it finds the section of about one in eight more of questions
that it has not seen: it learns which words tell the labels apart.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.domain.language import Language
from bot.knowledge.analysis import word_features
from bot.knowledge.sparse import Floats, Integers, SparseMatrix
from bot.knowledge.synonyms import Synonyms

# Set by cross-validation on staff's questions in knowledge/; anything near does as well.
STEPS: Final = 8
RATE: Final = 0.5
SCALE: Final = 5.0
"""The length of a text: all are as long as each other, however many words they have."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the label it belongs to; ``weight`` says how much it counts in training."""

    text: str
    label: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Classified:
    """The probability of each label, and which share of the text (0 to 1) any example has something of."""

    probabilities: Floats
    known: float


class Classifier:
    """Sorts texts into the labels 0, 1, …"""

    def __init__(self, examples: Sequence[Example], labels: int, language: Language, synonyms: Synonyms) -> None:
        self._language = language
        self._synonyms = synonyms
        self._examples = examples
        training = _Training(examples, language, synonyms)
        self._rows = training.rows
        self._rarity = training.rarity
        self._unknown = training.unknown
        self._weights = training.run(labels)

    def classify(self, text: str) -> Classified:
        """What ``text`` is about."""
        rows, values, known = self._known(self._features(text))
        return Classified(_softmax(values @ self._weights[rows]), known)

    def reasons(self, text: str, label: int) -> dict[str, float]:
        """How much each word of ``text`` and each synonym speaks for ``label`` rather than for labels in general."""
        rows, values, _ = self._known(self._features(text))
        weights = self._weights[rows]
        speaking = values * (weights[:, label] - weights.mean(axis=1))
        spoken = dict(zip(rows.tolist(), speaking.tolist(), strict=True))
        return {word: self._spoken(word, spoken) for word in self._synonyms.words(text)}

    def nearest(self, text: str, count: int) -> list[tuple[int, float]]:
        """The examples that are most like ``text``, by their places, with the cosine (0 to 1). Takes a while."""
        asked = self._features(text)
        cosines = [_cosine(asked, self._features(example.text), self._rarity_of) for example in self._examples]
        order = sorted(range(len(cosines)), key=lambda place: -cosines[place])
        return [(place, cosines[place]) for place in order[:count] if cosines[place] > 0]

    def _rarity_of(self, feature: str) -> float:
        return float(self._rarity[self._rows[feature]]) if feature in self._rows else self._unknown

    def _spoken(self, word: str, spoken: Mapping[int, float]) -> float:
        rows = (self._rows.get(feature, -1) for feature in word_features(word, self._language))
        return sum(spoken.get(row, 0.0) for row in rows)

    def _features(self, text: str) -> dict[str, float]:
        features: dict[str, float] = {}
        for word, share in self._synonyms.words(text).items():
            for feature, weight in word_features(word, self._language).items():
                features[feature] = features.get(feature, 0.0) + share * weight
        return features

    def _known(self, features: Mapping[str, float]) -> tuple[Integers, Floats, float]:
        """The rows and values of the features that the examples have, and their share of all.

        What no example has does not shorten the text: it says nothing on which label is meant.
        """
        known = [(row, weight) for one, weight in features.items() if (row := self._rows.get(one)) is not None]
        rows = np.array([row for row, _ in known], dtype=np.int64)
        values = np.array([weight for _, weight in known], dtype=np.float32) * self._rarity[rows]
        square = float(values @ values)
        unknown = sum((weight * self._unknown) ** 2 for one, weight in features.items() if one not in self._rows)
        if square:
            values *= SCALE / np.sqrt(square)
        return rows, values, square / ((square + unknown) or 1.0)


class _Training:
    """The examples as numbers: which words each has, and which features each word.

    Kept apart, a step costs a fifth of what it costs on the features of every example.
    """

    def __init__(self, examples: Sequence[Example], language: Language, synonyms: Synonyms) -> None:
        self.rows: dict[str, int] = {}
        numbers: dict[str, int] = {}
        spoken = [synonyms.words(example.text) for example in examples]
        # A text without any word would have no length.
        self._examples = examples = [one for one, words in zip(examples, spoken, strict=True) if words]
        said = [[numbers.setdefault(word, len(numbers)) for word in words] for words in spoken if words]
        shares = np.array([share for words in spoken for share in words.values()], dtype=np.float32)
        meant = [word_features(word, language) for word in numbers]
        owners, words = _pairs(said)
        wearers, features = _pairs([[self.rows.setdefault(one, len(self.rows)) for one in each] for each in meant])
        used = np.bincount(words, minlength=len(numbers))
        having = np.bincount(features, weights=used[wearers], minlength=len(self.rows))
        having = np.minimum(having, len(examples))
        self.rarity = np.log1p((len(examples) - having + 0.5) / (having + 0.5)).astype(np.float32)
        self.unknown = float(np.log1p((len(examples) + 0.5) / 0.5))
        weights = np.array([weight for each in meant for weight in each.values()], dtype=np.float32)
        values = weights * self.rarity[features]
        squares = np.bincount(wearers, weights=values**2, minlength=len(numbers))
        lengths = np.sqrt(np.bincount(owners, weights=squares[words] * shares**2, minlength=len(examples)))
        scaled = (shares * SCALE / lengths[owners]).astype(np.float32)
        self._said = SparseMatrix(owners, words, scaled, (len(examples), len(numbers)))
        self._said_by = SparseMatrix(words, owners, scaled, (len(numbers), len(examples)))
        self._meant = SparseMatrix(wearers, features, values, (len(numbers), len(self.rows)))
        self._meant_by = SparseMatrix(features, wearers, values, (len(self.rows), len(numbers)))

    def run(self, labels: int) -> Floats:
        """The weight of each feature for each label: gradient steps on the likelihood, few as early stopping."""
        wanted = np.zeros((len(self._examples), labels), dtype=np.float32)
        wanted[np.arange(len(self._examples)), [example.label for example in self._examples]] = 1
        rates = RATE / SCALE * np.array([[example.weight] for example in self._examples], dtype=np.float32)
        weights = np.zeros((len(self.rows), labels), dtype=np.float32)
        expected = np.full_like(wanted, 1 / labels)  # at first all labels are alike
        for step in range(STEPS):
            if step:
                expected = _softmax(self._said.dot(self._meant.dot(weights)))
            weights += self._meant_by.dot(self._said_by.dot(rates * (wanted - expected)))
        return weights


def _pairs(lists: Sequence[Sequence[int]]) -> tuple[Integers, Integers]:
    """Each number of each list, with which list it is in, as two columns: the list and the number."""
    owners = np.repeat(np.arange(len(lists)), [len(one) for one in lists])
    return owners, np.array([number for one in lists for number in one], dtype=np.int64)


def _cosine(one: Mapping[str, float], other: Mapping[str, float], rarity: Callable[[str], float]) -> float:
    shared = sum(rarity(feature) ** 2 * value * other[feature] for feature, value in one.items() if feature in other)
    lengths = [math.hypot(*(rarity(feature) * value for feature, value in text.items())) for text in (one, other)]
    return float(shared / (lengths[0] * lengths[1] or 1.0))


def _softmax(logits: Floats) -> Floats:
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return shares
