"""Examples as numbers, and what is learnt from them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

from bot.domain.language import Language
from bot.knowledge.search.learning.sparse import Floats, Integers, SparseMatrix
from bot.knowledge.search.learning.synonyms import Synonyms
from bot.knowledge.search.similarity import idf
from bot.language.analysis import phrase_words, word_features

SCALE: Final = 5.0
"""The length of a text: all are as long as each other, however many words they have."""
_PAIR_WEIGHT: Final = 0.7
"""What two words next to each other count for, the stem of a word being 1."""
_AT_ONCE: Final = 70
_PAIRS_FROM: Final = 2
"""In how many examples a pair must be: of the rest, hardly one is met again."""
_FEATURES_FROM: Final = 2
"""How often a feature must be in examples to be learnt from: of the rest, which are half of all, it is only known that
they have been met."""
_MANY: Final = 10_000
"""So many examples are enough for that: of fewer, each feature is needed."""
_LARGEST: Final = np.iinfo(np.int8).max
_MIXING: Final = np.uint32(2654435761)
"""Knuth's multiplier, by which numbers that are near come to lie far apart."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long is learnt, in ``steps`` of a length given by ``rate``; and how far labels of many examples give way to
    those of few: with an ``evening`` of 0 not at all, with 1 until all count for the same.

    ``dropout`` is the share of each example's words that a step leaves out, others in each: so no label rests on one
    word alone. With many examples it finds one or two in a hundred more of what it has not seen.
    """

    steps: int = 5
    evening: float = 0.5
    rate: float = 0.4
    dropout: float = 0.0


USUAL: Final = Schedule()
"""Set by cross-validation on staff's questions in knowledge/; anything near does as well."""


class FeatureRows:
    """The row of each feature, found by a checksum: the features themselves take twenty times the memory.

    Less than one in a hundred thousand features that no example has is taken for another that one has.
    """

    def __init__(self, features: Iterable[str], rows: Integers) -> None:
        """``features`` with the row of each."""
        sums = _checksums(features)
        order = np.argsort(sums, kind="stable")
        self._rows = rows[order].astype(np.int32)
        self._sums = sums[order]

    def of(self, features: Iterable[str]) -> Integers:
        """The row of each of ``features``, -1 for one that has none."""
        sums = _checksums(features)
        places = np.minimum(np.searchsorted(self._sums, sums), len(self._sums) - 1)
        return np.where(self._sums[places] == sums, self._rows[places], -1)


def _checksums(features: Iterable[str]) -> npt.NDArray[np.uint32]:
    return np.array([_checksum(feature) for feature in features], dtype=np.uint32)


def _checksum(feature: str) -> int:
    return crc32(feature.encode())


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each feature (a row) for each label (a column), in a text of length 1.

    Quantised: a byte each, times a ``step`` of the label's own. Of 1,000 questions it changed what came first for one,
    and it takes half the memory of half precision.
    """

    quantised: npt.NDArray[np.int8]
    step: Floats

    @classmethod
    def of(cls, blocks: Sequence[Floats]) -> Weights:
        """Those of the labels of one block after the other."""
        steps = [np.maximum(np.abs(one).max(axis=0) / _LARGEST, np.finfo(np.float32).tiny) for one in blocks]
        rounded = [np.rint(one / step).astype(np.int8) for one, step in zip(blocks, steps, strict=True)]
        return cls(np.hstack(rounded), (SCALE * np.concatenate(steps)).astype(np.float32))

    def of_rows(self, rows: Integers | slice) -> Floats:
        """Those of some features."""
        return self.quantised[rows] * self.step


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


class _Entries:
    """The entries of a sparse matrix in three columns. Arrays from the start: thousands of small lists and dictionaries
    would leave memory in pieces for good."""

    def __init__(self) -> None:
        self._rows, self._columns, self._values = array("q"), array("q"), array("f")

    def add(self, row: int, column: int, value: float) -> None:
        self._rows.append(row)
        self._columns.append(column)
        self._values.append(value)

    def columns(self) -> tuple[Integers, Integers, Floats]:
        rows, columns = (np.frombuffer(numbers, dtype=np.int64) for numbers in (self._rows, self._columns))
        return rows, columns, np.frombuffer(self._values, dtype=np.float32)


class Training:
    """The examples as numbers, in two sparse matrices: which share of which unit (a word, a synonym or a pair) each
    example has, and which weight of which feature each unit has.

    Kept apart, a step costs a fifth of what it costs on the features of every example.
    """

    def __init__(self, examples: Sequence[Example], language: Language, synonyms: Synonyms) -> None:
        self._rows: dict[str, int] = {}
        self.examples: list[Example] = []
        self._numbers: dict[str, int] = {}
        example_of, unit_of, share = self._add_examples(examples, synonyms).columns()
        self._own_numbers = _own_numbers(self.examples, self._numbers, example_of, unit_of)
        unit_having, feature_of, weight = self._add_features(language).columns()
        count, units, features = len(self.examples), len(self._numbers), len(self._rows)
        used = np.bincount(unit_of, minlength=units)
        having = np.bincount(feature_of, weights=used[unit_having], minlength=features)
        kept = having >= (_FEATURES_FROM if count >= _MANY else 1)
        self._kept = int(kept.sum())
        self._places = np.empty(features, dtype=np.int64)
        self._places[np.argsort(~kept, kind="stable")] = np.arange(features)
        feature_of = self._places[feature_of]
        self.idf = np.empty(features, dtype=np.float32)
        self.idf[self._places] = idf(np.minimum(having, count), count)
        self.unknown = float(idf(0, count))
        value = weight * self.idf[feature_of]
        squares = np.bincount(unit_having, weights=value**2, minlength=units)
        length = np.sqrt(np.bincount(example_of, weights=squares[unit_of] * share**2, minlength=count))
        scaled = (share * SCALE / length[example_of]).astype(np.float32)
        self._units_of_examples = SparseMatrix(example_of, unit_of, scaled, (count, units))
        self._examples_of_units = SparseMatrix(unit_of, example_of, scaled, (units, count))
        learnt = feature_of < self._kept
        of_units, of_features, values = unit_having[learnt], feature_of[learnt], value[learnt]
        self._features_of_units = SparseMatrix(of_units, of_features, values, (units, self._kept))
        self._units_of_features = SparseMatrix(of_features, of_units, values, (self._kept, units))

    @property
    def rows(self) -> FeatureRows:
        """The row that each feature has: those that are learnt from come first."""
        return FeatureRows(self._rows, self._places)

    def _add_examples(self, examples: Sequence[Example], synonyms: Synonyms) -> _Entries:
        """Number the examples and their units; gives the share of each unit in each example."""
        frequent = _frequent_pairs(examples)
        entries = _Entries()
        for example in examples:
            words = phrase_words(example.text)
            if not words:  # it would have no length
                continue
            spoken = synonyms.words(words) | {pair: 1.0 for pair in pairs(words) if _checksum(pair) in frequent}
            for unit, share in spoken.items():
                entries.add(len(self.examples), self._numbers.setdefault(unit, len(self._numbers)), share)
            self.examples.append(example)
        return entries

    def _add_features(self, language: Language) -> _Entries:
        """Number the features of the units; gives the weight of each feature in each unit."""
        entries = _Entries()
        for unit, number in self._numbers.items():
            for feature, weight in features_of(unit, language).items():
                entries.add(number, self._rows.setdefault(feature, len(self._rows)), weight)
        return entries

    def run(self, labels: int, schedule: Schedule) -> Weights:
        """The weights, by gradient steps on the likelihood, few as early stopping."""
        own = [example.label for example in self.examples]
        wanted = np.zeros((len(self.examples), labels), dtype=np.float32)
        wanted[np.arange(len(self.examples)), own] = 1
        counts = np.bincount(own, minlength=labels)[own]
        evened = (len(self.examples) / labels / counts) ** schedule.evening
        rated = schedule.rate / SCALE * evened * [example.weight for example in self.examples]
        rates = rated.astype(np.float32)[:, None]
        # Some labels at a time: all at once would take several times the memory.
        width = -(-labels // -(-labels // _AT_ONCE))
        blocks = [slice(start, start + width) for start in range(0, labels, width)]
        weights = [np.zeros((self._kept, wanted[:, block].shape[1]), dtype=np.float32) for block in blocks]
        expected = np.full_like(wanted, 1 / labels)  # at first all labels are alike
        for step in range(schedule.steps):
            kept = self._kept_words(schedule.dropout, step)
            if step:
                expected = softmax(
                    np.hstack([self._units_of_examples.dot(self._features_of_units.dot(one), kept) for one in weights])
                )
            errors = rates * (wanted - expected)
            for one, block in zip(weights, blocks, strict=True):
                speaking = self._examples_of_units.dot(np.ascontiguousarray(errors[:, block]), kept)
                one += self._units_of_features.dot(speaking)
        return Weights.of(weights)

    def _kept_words(self, dropout: float, step: int) -> Floats | None:
        """What each unit of each example counts for in one step: nothing if it is left out, the others so much more
        that an example is as long as before."""
        if not dropout:
            return None
        mixed = (self._own_numbers + np.uint32(step + 1)) * _MIXING
        mixed = (mixed ^ (mixed >> np.uint32(15))) * _MIXING
        is_kept = mixed >= dropout * 2**32
        return is_kept.astype(np.float32) / np.float32(1 - dropout)


def _own_numbers(
    examples: Sequence[Example], units: Iterable[str], example_of: Integers, unit_of: Integers
) -> npt.NDArray[np.uint32]:
    """A number for each unit of each example, by which it is drawn what a step leaves out: their own, so that an
    example more or less changes nothing for the others."""
    return _checksums(one.text for one in examples)[example_of] ^ (_checksums(units)[unit_of] * _MIXING)


def _frequent_pairs(examples: Sequence[Example]) -> frozenset[int]:
    """The checksums of the pairs that are met often enough to tell something: all of them would take much memory."""
    met = array("I")
    for example in examples:
        met.extend(map(_checksum, set(pairs(phrase_words(example.text)))))
    sums, counts = np.unique(np.frombuffer(met, dtype=np.uint32), return_counts=True)
    return frozenset(sums[counts >= _PAIRS_FROM].tolist())


def softmax(logits: Floats) -> Floats:
    """The probabilities of the labels, along the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return shares
