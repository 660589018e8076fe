"""Questions that were answered beside the guideline, found again when somebody asks them in other words."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.language import Language
from bot.knowledge.confidence import confidence_of_entry
from bot.knowledge.textindex import TextIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """An answered question as it is searched: the ways it was asked, and the answer, in one language."""

    id: str
    language: Language
    asked: tuple[str, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class EntryHit:
    """An entry that may answer; ``confidence`` is from 0 to 1."""

    entry: Entry
    confidence: float


class EntryIndex:
    """Searches the entries of one language. How rare a word is, is taken from the guideline: entries are few."""

    def __init__(self, entries: Sequence[Entry], words: TextIndex) -> None:
        self._words = words
        self._entries = entries
        self._asked: list[tuple[int, float]] = []
        self._askings: dict[str, list[int]] = {}
        self._texts: dict[str, set[int]] = {}
        for place, entry in enumerate(entries):
            for text in entry.asked:
                features = words.rarities(text)
                for feature in features:
                    self._askings.setdefault(feature, []).append(len(self._asked))
                self._asked.append((place, _total(features)))
            for text in (*entry.asked, entry.answer):
                for feature in words.rarities(text):
                    self._texts.setdefault(feature, set()).add(place)

    def find(self, question: str) -> EntryHit | None:
        """The entry that is most like ``question``; None where none shares a word with it."""
        features = self._words.rarities(question)
        total = _total(features)
        if not total:
            return None
        shared: dict[int, float] = {}
        covered: dict[int, float] = {}
        for feature, rarity in features.items():
            for asking in self._askings.get(feature, ()):
                shared[asking] = shared.get(asking, 0.0) + rarity
            for place in self._texts.get(feature, ()):
                covered[place] = covered.get(place, 0.0) + rarity
        likest: dict[int, float] = {}
        for asking, amount in shared.items():
            place, length = self._asked[asking]
            likest[place] = max(likest.get(place, 0.0), amount / math.sqrt(total * length))
        # Half for a question that is like it, half for what the entry, answer included, has of this one's words.
        scores = {place: (likest.get(place, 0.0) + amount / total) / 2 for place, amount in covered.items()}
        if not scores:
            return None
        best = max(scores, key=lambda place: (scores[place], -place))
        return EntryHit(self._entries[best], confidence_of_entry(scores[best]))


def _total(features: Mapping[str, float]) -> float:
    return sum(features.values())
