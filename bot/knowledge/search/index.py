"""Which documents hold a question's features: BM25 over one kind of feature, kept as sparse postings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

# Measured on public Finnish questions: rare features count for more than in plain BM25 (an exponent of 1), and long
# documents are held back a little more (b of 0.75).
IDF_EXPONENT: Final = 1.5
K1: Final = 1.5
B: Final = 0.8


@dataclass(frozen=True, slots=True)
class Scores:
    """What one question scores: ``documents`` each, and the ``best`` sum that any text could have had."""

    documents: Floats
    best: float


class Index:
    """BM25 over documents that are given as the weight of each of their features (its count, or more for a heading)."""

    def __init__(self, documents: Sequence[Mapping[str, float]]) -> None:
        self._size = len(documents)
        self._rows: dict[str, int] = {}
        rows, columns, counts = self._entries(documents)
        frequency = np.bincount(rows, minlength=len(self._rows)).astype(np.int64)
        self._idf = self._rarity(frequency)
        weights = self._idf[rows] * _saturated(columns, counts, self._size)
        order = np.argsort(rows, kind="stable")
        self._columns = columns[order]
        self._weights = weights[order]
        self._starts = np.concatenate(([0], np.cumsum(frequency)))
        self._peaks = np.maximum.reduceat(self._weights, self._starts[:-1]) if len(rows) else np.zeros(0)
        # A feature that no document has: as rare as can be, once in a text of average length.
        self._unknown = float(self._rarity(np.zeros(1, dtype=np.int64))[0])

    def _entries(self, documents: Sequence[Mapping[str, float]]) -> tuple[Integers, Integers, Floats]:
        """Feature, document and count of every posting, in three columns."""
        rows: list[int] = []
        columns: list[int] = []
        counts: list[float] = []
        for column, document in enumerate(documents):
            rows.extend(self._rows.setdefault(feature, len(self._rows)) for feature in document)
            columns.extend([column] * len(document))
            counts.extend(document.values())
        return np.array(rows, dtype=np.int64), np.array(columns, dtype=np.int64), np.array(counts, dtype=np.float64)

    def _rarity(self, frequency: Integers) -> Floats:
        rarity: Floats = np.log1p((self._size - frequency + 0.5) / (frequency + 0.5)) ** IDF_EXPONENT
        return rarity

    def score(self, features: Iterable[str]) -> Scores:
        """Score every document for a question's distinct ``features``.

        The best sum takes each feature's highest weight in any document; what no document has counts against the
        question too, so that a question about something else scores little of what it could.
        """
        # Not a set: its order, and with it the last bits of a sum, would differ from one run to the next.
        distinct = dict.fromkeys(features)
        known = [row for row in map(self._rows.get, distinct) if row is not None]
        best = float(self._peaks[known].sum()) + self._unknown * (len(distinct) - len(known))
        spans = [slice(self._starts[row], self._starts[row + 1]) for row in known]
        if not spans:
            return Scores(np.zeros(self._size), best)
        columns = np.concatenate([self._columns[span] for span in spans])
        weights = np.concatenate([self._weights[span] for span in spans])
        totals: Floats = np.bincount(columns, weights=weights, minlength=self._size).astype(np.float64)
        return Scores(totals, best)

    def overlap(self, asked: Iterable[str], said: Iterable[str]) -> float:
        """The summed rarity of the distinct features that ``asked`` shares with ``said``, indexed or not."""
        present = frozenset(said)
        return sum(self.rarity(feature) for feature in dict.fromkeys(asked) if feature in present)

    def rarity(self, feature: str) -> float:
        """How rare a feature is in the documents; the rarest are those that none has."""
        row = self._rows.get(feature)
        return self._unknown if row is None else float(self._idf[row])


def _saturated(columns: Integers, counts: Floats, size: int) -> Floats:
    """Each posting's count, growing less and less with repetition, and less in long documents."""
    if not size or not len(counts):
        return counts
    lengths = np.bincount(columns, weights=counts, minlength=size)
    saturated: Floats = counts * (K1 + 1) / (counts + K1 * (1 - B + B * lengths[columns] / lengths.mean()))
    return saturated
