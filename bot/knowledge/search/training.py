"""Examples as numbers, and what is learnt from them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.domain.language import Language
from bot.knowledge.search.sparse import Floats, Integers, SparseMatrix
from bot.knowledge.search.synonyms import Synonyms
from bot.language.analysis import phrase_words, word_features

# Set by cross-validation on staff's questions in knowledge/; anything near does as well.
STEPS: Final = 5
RATE: Final = 0.4
SCALE: Final = 5.0
"""The length of a text: all are as long as each other, however many words they have."""
_EVENING: Final = 0.5
"""How far labels of many examples give way to those of few: 0 not at all, 1 until all count for the same."""
_PAIR_WEIGHT: Final = 0.7
"""What two words next to each other count for, the stem of a word being 1."""
_AT_ONCE: Final = 70
_PAIRS_FROM: Final = 2
"""In how many examples a pair must be: of the rest, hardly one is met again."""


HalfFloats = npt.NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the label it belongs to; ``weight`` says how much it counts in training."""

    text: str
    label: int
    weight: float = 1.0


def pairs(words: Sequence[str]) -> list[str]:
    """Each two of the words that stand next to each other (``kuka päättää``): they tell more than apart."""
    return [f"{first} {second}" for first, second in pairwise(words)]


def features_of(unit: str, language: Language) -> Mapping[str, float]:
    """What a word or a pair is compared by, with weights: a pair by itself alone."""
    return {unit: _PAIR_WEIGHT} if " " in unit else word_features(unit, language)


class Training:
    """The examples as numbers: which words and pairs each has, and which features each of those.

    Kept apart, a step costs a fifth of what it costs on the features of every example.
    """

    def __init__(self, examples: Sequence[Example], language: Language, synonyms: Synonyms) -> None:
        self.rows: dict[str, int] = {}
        self.examples: list[Example] = []
        numbers: dict[str, int] = {}
        frequent = _frequent_pairs(examples)
        # Into arrays at once: thousands of small lists and dictionaries would leave memory in pieces for good.
        said, owned, shared = array("q"), array("q"), array("f")
        for example in examples:
            words = phrase_words(example.text)
            if not words:  # it would have no length
                continue
            spoken = synonyms.words(words) | {pair: 1.0 for pair in pairs(words) if pair in frequent}
            for unit, share in spoken.items():
                owned.append(len(self.examples))
                said.append(numbers.setdefault(unit, len(numbers)))
                shared.append(share)
            self.examples.append(example)
        worn, meant, weighed = array("q"), array("q"), array("f")
        for unit, number in numbers.items():
            for feature, weight in features_of(unit, language).items():
                worn.append(number)
                meant.append(self.rows.setdefault(feature, len(self.rows)))
                weighed.append(weight)
        owners, units, shares = _integers(owned), _integers(said), _floats(shared)
        wearers, features, weights = _integers(worn), _integers(meant), _floats(weighed)
        count = len(self.examples)
        used = np.bincount(units, minlength=len(numbers))
        having = np.bincount(features, weights=used[wearers], minlength=len(self.rows))
        having = np.minimum(having, count)
        self.rarity = np.log1p((count - having + 0.5) / (having + 0.5)).astype(np.float32)
        self.unknown = float(np.log1p((count + 0.5) / 0.5))
        values = weights * self.rarity[features]
        squares = np.bincount(wearers, weights=values**2, minlength=len(numbers))
        lengths = np.sqrt(np.bincount(owners, weights=squares[units] * shares**2, minlength=count))
        scaled = (shares * SCALE / lengths[owners]).astype(np.float32)
        self._said = SparseMatrix(owners, units, scaled, (count, len(numbers)))
        self._said_by = SparseMatrix(units, owners, scaled, (len(numbers), count))
        self._meant = SparseMatrix(wearers, features, values, (len(numbers), len(self.rows)))
        self._meant_by = SparseMatrix(features, wearers, values, (len(self.rows), len(numbers)))

    def run(self, labels: int) -> HalfFloats:
        """The weight of each feature for each label, in a text of length 1.

        By gradient steps on the likelihood, few as early stopping. In half precision, no probability changes in its
        third place, and three languages take 10 MB less.
        """
        own = [example.label for example in self.examples]
        wanted = np.zeros((len(self.examples), labels), dtype=np.float32)
        wanted[np.arange(len(self.examples)), own] = 1
        counts = np.bincount(own, minlength=labels)[own]
        evened = (len(self.examples) / labels / counts) ** _EVENING
        rated = RATE / SCALE * evened * [example.weight for example in self.examples]
        rates = rated.astype(np.float32)[:, None]
        # Some labels at a time: all at once would take several times the memory.
        width = -(-labels // -(-labels // _AT_ONCE))
        blocks = [slice(start, start + width) for start in range(0, labels, width)]
        weights = [np.zeros((len(self.rows), wanted[:, block].shape[1]), dtype=np.float32) for block in blocks]
        expected = np.full_like(wanted, 1 / labels)  # at first all labels are alike
        for step in range(STEPS):
            if step:
                expected = softmax(np.hstack([self._said.dot(self._meant.dot(one)) for one in weights]))
            errors = rates * (wanted - expected)
            for one, block in zip(weights, blocks, strict=True):
                one += self._meant_by.dot(self._said_by.dot(np.ascontiguousarray(errors[:, block])))
        return np.hstack([(SCALE * one).astype(np.float16) for one in weights])


def _frequent_pairs(examples: Sequence[Example]) -> frozenset[str]:
    """The pairs that are met often enough to tell something."""
    counts = Counter(pair for example in examples for pair in set(pairs(phrase_words(example.text))))
    return frozenset(pair for pair, count in counts.items() if count >= _PAIRS_FROM)


def _integers(values: array[int]) -> Integers:
    return np.frombuffer(values, dtype=np.int64)


def _floats(values: array[float]) -> Floats:
    return np.frombuffer(values, dtype=np.float32)


def softmax(logits: Floats) -> Floats:
    """The probabilities of the labels, along the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return shares
