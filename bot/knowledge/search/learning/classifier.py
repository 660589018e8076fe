"""Which label a short text belongs to, learnt from examples: multinomial logistic regression on the features of words.

It is trained once the bot has started, in some tenths of a second: whoever edits the examples has nothing to build.
Compared with the nearest example (k nearest neighbours), it finds the section of about one in eight more of questions
that it has not seen: it learns which words tell the labels apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np

from bot.domain.language import Language
from bot.knowledge.search.learning.sparse import Floats, Integers
from bot.knowledge.search.learning.synonyms import Synonyms
from bot.knowledge.search.learning.training import USUAL, Example, Schedule, Training, features_of, pairs, softmax
from bot.knowledge.search.similarity import cosine
from bot.language.analysis import phrase_words, word_features


@dataclass(frozen=True, slots=True)
class Classified:
    """The probability of each label, and which share of the text (0 to 1) any example has something of."""

    probabilities: Floats
    known: float


class Classifier:
    """Sorts texts into the labels 0, 1, …"""

    def __init__(
        self,
        examples: Sequence[Example],
        labels: int,
        language: Language,
        synonyms: Synonyms,
        schedule: Schedule = USUAL,
    ) -> None:
        self._language = language
        self._synonyms = synonyms
        training = Training(examples, language, synonyms)
        self._rows = training.rows
        self._idf = training.idf
        self._unknown = training.unknown
        self._weights = training.run(labels, schedule)

    def classify(self, text: str) -> Classified:
        """What ``text`` is about."""
        rows, values, known = self._known(self._features(text))
        return Classified(softmax(values @ self._weights.of_rows(rows)), known)

    def reasons(self, text: str, label: int) -> dict[str, float]:
        """How much each word of ``text``, each pair and each synonym speaks for ``label`` rather than for labels in
        general."""
        rows, values, _ = self._known(self._features(text))
        weights = self._weights.of_rows(rows)
        speaking = values * (weights[:, label] - weights.mean(axis=1))
        spoken = dict(zip(rows.tolist(), speaking.tolist(), strict=True))
        typed = phrase_words(text)
        units = [*self._synonyms.words(typed), *self._known_pairs(typed)]
        return {unit: self._spoken(unit, spoken) for unit in units}

    def kinship(self) -> Floats:
        """How alike the words are that speak for two labels: the cosine of their weights, for each pair of labels."""
        weights = self._weights.of_rows(slice(None))
        weights -= weights.mean(axis=1, keepdims=True)
        weights /= np.linalg.norm(weights, axis=0)
        kin: Floats = weights.T @ weights
        return kin

    def nearest(self, text: str, examples: Iterable[Example], count: int) -> list[tuple[Example, float]]:
        """Those of ``examples`` that are most like ``text``, with the cosine (0 to 1). Takes a while."""
        asked = self._features(text)
        cosines = [(one, cosine(asked, self._features(one.text), self._idf_of)) for one in examples]
        cosines.sort(key=lambda pair: -pair[1])
        return [pair for pair in cosines[:count] if pair[1] > 0]

    def _idf_of(self, feature: str) -> float:
        row = self._rows.of([feature])[0]
        return float(self._idf[row]) if row >= 0 else self._unknown

    def _spoken(self, unit: str, spoken: Mapping[int, float]) -> float:
        rows = self._rows.of(features_of(unit, self._language)).tolist()
        return sum(spoken.get(row, 0.0) for row in rows)

    def _known_pairs(self, typed: Sequence[str]) -> list[str]:
        together = pairs(typed)
        return list(compress(together, self._rows.of(together) >= 0))

    def _features(self, text: str) -> dict[str, float]:
        features: dict[str, float] = {}
        typed = phrase_words(text)
        for word, share in self._synonyms.words(typed).items():
            for feature, weight in word_features(word, self._language).items():
                features[feature] = features.get(feature, 0.0) + share * weight
        # A pair that is not known is nothing new: its words are there already.
        for pair in self._known_pairs(typed):
            features |= features_of(pair, self._language)
        return features

    def _known(self, features: Mapping[str, float]) -> tuple[Integers, Floats, float]:
        """The rows and values of the features that the examples have, of length 1 in all, and their share of all.

        What no example has does not shorten the text: it says nothing on which label is meant.
        """
        found, weights = self._rows.of(features), np.fromiter(features.values(), dtype=np.float32, count=len(features))
        has = found >= 0
        rows = found[has]
        values = weights[has] * self._idf[rows]
        square = float(values @ values)
        unknown = float(np.square(weights[~has] * self._unknown).sum())
        if square:
            values /= np.float32(np.sqrt(square))
        learnt = rows < len(self._weights.quantised)
        return rows[learnt], values[learnt], square / ((square + unknown) or 1.0)
