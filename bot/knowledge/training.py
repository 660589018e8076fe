"""Examples as numbers, and what is learnt from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from bot.domain.language import Language
from bot.knowledge.analysis import phrase_words, word_features
from bot.knowledge.sparse import Floats, Integers, SparseMatrix
from bot.knowledge.synonyms import Synonyms

# Set by cross-validation on staff's questions in knowledge/; anything near does as well.
STEPS: Final = 5
RATE: Final = 0.4
SCALE: Final = 5.0
"""The length of a text: all are as long as each other, however many words they have."""
_EVENING: Final = 0.5
"""How far labels of many examples give way to those of few: 0 not at all, 1 until all count for the same."""
_PAIR_WEIGHT: Final = 0.7
"""What two words next to each other count for, the stem of a word being 1."""
_PAIRS_FROM: Final = 2
"""In how many examples a pair must be: of the rest, hardly one is met again."""


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
        numbers: dict[str, int] = {}
        typed = [phrase_words(example.text) for example in examples]
        # A text without any word would have no length.
        self.examples = examples = [one for one, words in zip(examples, typed, strict=True) if words]
        spoken = _with_pairs([words for words in typed if words], synonyms)
        said = [[numbers.setdefault(unit, len(numbers)) for unit in units] for units in spoken]
        shares = np.array([share for units in spoken for share in units.values()], dtype=np.float32)
        meant = [features_of(unit, language) for unit in numbers]
        owners, units = _columns(said)
        wearers, features = _columns([[self.rows.setdefault(one, len(self.rows)) for one in each] for each in meant])
        used = np.bincount(units, minlength=len(numbers))
        having = np.bincount(features, weights=used[wearers], minlength=len(self.rows))
        having = np.minimum(having, len(examples))
        self.rarity = np.log1p((len(examples) - having + 0.5) / (having + 0.5)).astype(np.float32)
        self.unknown = float(np.log1p((len(examples) + 0.5) / 0.5))
        weights = np.array([weight for each in meant for weight in each.values()], dtype=np.float32)
        values = weights * self.rarity[features]
        squares = np.bincount(wearers, weights=values**2, minlength=len(numbers))
        lengths = np.sqrt(np.bincount(owners, weights=squares[units] * shares**2, minlength=len(examples)))
        scaled = (shares * SCALE / lengths[owners]).astype(np.float32)
        self._said = SparseMatrix(owners, units, scaled, (len(examples), len(numbers)))
        self._said_by = SparseMatrix(units, owners, scaled, (len(numbers), len(examples)))
        self._meant = SparseMatrix(wearers, features, values, (len(numbers), len(self.rows)))
        self._meant_by = SparseMatrix(features, wearers, values, (len(self.rows), len(numbers)))

    def run(self, labels: int) -> Floats:
        """The weight of each feature for each label, in a text of length 1.

        By gradient steps on the likelihood, few as early stopping.
        """
        own = [example.label for example in self.examples]
        wanted = np.zeros((len(self.examples), labels), dtype=np.float32)
        wanted[np.arange(len(self.examples)), own] = 1
        counts = np.bincount(own, minlength=labels)[own]
        evened = (len(self.examples) / labels / counts) ** _EVENING
        rated = RATE / SCALE * evened * [example.weight for example in self.examples]
        rates = rated.astype(np.float32)[:, None]
        weights = np.zeros((len(self.rows), labels), dtype=np.float32)
        expected = np.full_like(wanted, 1 / labels)  # at first all labels are alike
        for step in range(STEPS):
            if step:
                expected = softmax(self._said.dot(self._meant.dot(weights)))
            weights += self._meant_by.dot(self._said_by.dot(rates * (wanted - expected)))
        weights *= SCALE
        return weights


def _with_pairs(typed: Sequence[Sequence[str]], synonyms: Synonyms) -> list[dict[str, float]]:
    """The words of each text with what each counts for, and those of its pairs that are met often enough."""
    paired = [dict.fromkeys(pairs(words), 1.0) for words in typed]
    counts = Counter(pair for text in paired for pair in text)
    return [
        synonyms.words(words) | {pair: share for pair, share in text.items() if counts[pair] >= _PAIRS_FROM}
        for words, text in zip(typed, paired, strict=True)
    ]


def _columns(lists: Sequence[Sequence[int]]) -> tuple[Integers, Integers]:
    """Each number of each list, with which list it is in, as two columns: the list and the number."""
    owners = np.repeat(np.arange(len(lists)), [len(one) for one in lists])
    return owners, np.array([number for one in lists for number in one], dtype=np.int64)


def softmax(logits: Floats) -> Floats:
    """The probabilities of the labels, along the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return shares
