"""What Elasticsearch's Finnish, Swedish and English analysers do: Snowball stems without stop words, and BM25.

The stop words are the bot's own lists, which are longer than Lucene's and so to the baseline's advantage.
"""

from __future__ import annotations

import math
import re
from collections import Counter

import Stemmer  # type: ignore[import-not-found]  # compiled, and has no stubs

from bot.domain.guideline import Guideline
from bot.domain.language import Language
from bot.language.stopwords import STOP_WORDS

_K1 = 1.2
_B = 0.75
_NAMES = {Language.FI: "finnish", Language.SV: "swedish", Language.EN: "english"}
_WORD = re.compile(r"\w+")


class SnowballBm25:
    """The main sections of a guideline in one language, found by their subsections' words."""

    def __init__(self, guideline: Guideline, language: Language) -> None:
        self._stemmer = Stemmer.Stemmer(_NAMES[language])
        self._ignored = STOP_WORDS[language]
        self._sections: list[str] = []
        self._documents: list[Counter[str]] = []
        for section, one in guideline.passages(language):
            self._sections.append(section.id)
            self._documents.append(Counter(self._terms(f"{section.title}\n{one.title}\n{one.text}")))
        self._lengths = [sum(document.values()) for document in self._documents]
        self._mean = sum(self._lengths) / len(self._lengths)
        self._having = Counter(term for document in self._documents for term in document)
        self._postings: dict[str, list[int]] = {}
        for place, document in enumerate(self._documents):
            for term in document:
                self._postings.setdefault(term, []).append(place)

    def sections(self, question: str) -> list[str]:
        """The ids of the main sections, best first."""
        scores: dict[int, float] = {}
        for term in set(self._terms(question)):
            having = self._having[term]
            rarity = math.log1p((len(self._documents) - having + 0.5) / (having + 0.5))
            for place in self._postings.get(term, ()):
                count = self._documents[place][term]
                length = 1 - _B + _B * self._lengths[place] / self._mean
                scores[place] = scores.get(place, 0.0) + rarity * count * (_K1 + 1) / (count + _K1 * length)
        order = sorted(scores, key=lambda place: (-scores[place], place))
        return list(dict.fromkeys(self._sections[place] for place in order))

    def _terms(self, text: str) -> list[str]:
        words = (word for word in _WORD.findall(text.lower()) if word not in self._ignored)
        stems: list[str] = self._stemmer.stemWords(list(words))
        return stems
