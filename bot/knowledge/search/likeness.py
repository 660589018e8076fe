"""How alike short texts of one language are: the cosine of their stems and character 4-grams, weighed by rarity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from bot.domain.language import Language
from bot.language.analysis import grams, question_words, stems

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

# Stems, though fewer, count for as much as grams: half of a likeness is whole words, half what compounds and slips of
# the finger leave of them.
_SHARES = (0.5, 0.5)


class Likeness:
    """Compares a text with each of ``texts``. What is rare among these and in ``background`` counts for more."""

    def __init__(self, texts: Sequence[str], language: Language, background: Iterable[str] = ()) -> None:
        self._language = language
        self._size = len(texts)
        own = [self._features(text) for text in texts]
        around = [self._features(text) for text in background]
        self._kinds = [_Kind([one[kind] for one in own], [one[kind] for one in around]) for kind in range(len(_SHARES))]

    def to(self, text: str) -> Floats:
        """How alike ``text`` is to each of the texts, from 0 to 1: 1 for the same words in any order."""
        likeness = np.zeros(self._size)
        for share, kind, features in zip(_SHARES, self._kinds, self._features(text), strict=True):
            likeness += share * kind.cosines(features)
        return np.minimum(likeness, 1.0)

    def _features(self, text: str) -> tuple[list[str], list[str]]:
        found = question_words(text, self._language)
        return stems(found, self._language), grams(found)


class _Kind:
    """One kind of feature of the texts, as postings."""

    def __init__(self, texts: Sequence[Sequence[str]], background: Sequence[Sequence[str]]) -> None:
        counts = Counter(feature for text in (*texts, *background) for feature in set(text))
        total = len(texts) + len(background)
        self._unknown = float(np.log1p(total + 1))
        self._rarity = {feature: float(np.log1p((total + 1) / count)) for feature, count in counts.items()}
        self._size = len(texts)
        postings: dict[str, list[tuple[int, float]]] = {}
        for place, text in enumerate(texts):
            weights = self._weights(text)
            length = _length(weights.values())
            for feature, weight in weights.items():
                postings.setdefault(feature, []).append((place, weight / length))
        self._postings = {
            feature: (np.array([place for place, _ in found]), np.array([weight for _, weight in found]))
            for feature, found in postings.items()
        }

    def cosines(self, text: Sequence[str]) -> Floats:
        weights = self._weights(text)
        found = [(self._postings[feature], weight) for feature, weight in weights.items() if feature in self._postings]
        if not found:
            return np.zeros(self._size)
        places: Integers = np.concatenate([places for (places, _), _ in found])
        products = np.concatenate([values * weight for (_, values), weight in found])
        summed: Floats = np.bincount(places, weights=products, minlength=self._size).astype(np.float64)
        return summed / _length(weights.values())

    def _weights(self, text: Sequence[str]) -> dict[str, float]:
        return {feature: self._rarity.get(feature, self._unknown) for feature in dict.fromkeys(text)}


def _length(weights: Iterable[float]) -> float:
    return float(np.sqrt(sum(weight * weight for weight in weights))) or 1.0
