"""Texts of one language, searched by their stems and their character 4-grams together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np

from bot.domain.language import Language
from bot.knowledge.search.index import Floats, Index
from bot.language.analysis import grams, question_words, stems, words

CONTEXT_WEIGHT: Final = 0.5
"""What a word of a text's surroundings (its main section's title) counts for, its own words being 1."""

_Features = tuple[list[str], list[str]]
"""The stems and the 4-grams of the same words."""
_KINDS = 2


class TextIndex:
    """Scores texts for questions: by stems, which are precise, and 4-grams, which find compounds and typing errors."""

    def __init__(self, texts: Sequence[tuple[str, str]], language: Language) -> None:
        """Index ``texts``, each with its context."""
        self._language = language
        own = [self._features(words(text, language)) for text, _ in texts]
        context = [self._features(words(surroundings, language)) for _, surroundings in texts]
        self._indexes = [
            Index([_weighed(text[kind], around[kind]) for text, around in zip(own, context, strict=True)])
            for kind in range(_KINDS)
        ]

    def score(self, question: str) -> Floats:
        """Each text's score, as a share (0 to 1) of the best that ``question`` could have had."""
        asked = self._features(question_words(question, self._language))
        first, second = (index.score(features) for index, features in zip(self._indexes, asked, strict=True))
        shares: Floats = (first.documents + second.documents) / (first.best + second.best or 1.0)
        return np.minimum(shares, 1.0)  # the two sums are not added in the same order

    def overlaps(self, question: str, texts: Sequence[str]) -> list[float]:
        """How much each of ``texts``, which need not be indexed, shares with ``question``: the rarer, the more."""
        asked = self._features(question_words(question, self._language))
        return [self._overlap(asked, self._features(words(text, self._language))) for text in texts]

    def _overlap(self, asked: _Features, said: _Features) -> float:
        return sum(index.overlap(*both) for index, *both in zip(self._indexes, asked, said, strict=True))

    def _features(self, found: list[str]) -> _Features:
        return stems(found, self._language), grams(found)


def _weighed(own: list[str], context: list[str]) -> dict[str, float]:
    weights: dict[str, float] = dict(Counter(own))
    for feature in context:
        weights[feature] = weights.get(feature, 0.0) + CONTEXT_WEIGHT
    return weights
