"""Which signals a text has: the phrases of the `cues`, found among its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import product

from bot.conversation.cues import SIGNALS

_Phrase = tuple[str, tuple[str, ...]]
_GAP, _WIDEST_GAP = "~", 4


class _Cues:
    """The phrases of `SIGNALS` by their first word, so that a text is gone through once."""

    def __init__(self, signals: str) -> None:
        self._by_word: dict[str, list[_Phrase]] = {}
        for paragraph in re.split(r"\n(?=\S)", signals.strip()):
            signal, _, texts = paragraph.partition(":")
            for phrase in re.split(r"[,|]", texts):
                for choice in product(*(word.split("/") for word in phrase.split())):
                    self._by_word.setdefault(choice[0], []).append((signal, choice[1:]))

    def find(self, words: Sequence[str]) -> tuple[set[str], set[int], set[int]]:
        """See `find_signals`."""
        found: set[str] = set()
        covered: dict[str, set[int]] = {"chat": set(), "filler": set()}
        for index, word in enumerate(words):
            for signal, others in self._beginning(word):
                if signal in found and signal not in covered:
                    continue
                end = _follow(words, index + 1, others)
                if end is not None:
                    found.add(signal)
                    covered.get(signal, set()).update(range(index, end))
        return found, covered["chat"], covered["filler"]

    def _beginning(self, word: str) -> Iterable[_Phrase]:
        yield from self._by_word.get(word, ())
        for cut in range(2, len(word) + 1):
            yield from self._by_word.get(f"{word[:cut]}*", ())


def find_signals(words: Sequence[str]) -> tuple[set[str], set[int], set[int]]:
    """The signals in ``words``, and the places that small talk and filling words cover."""
    return _CUES.find(words)


def _follow(words: Sequence[str], start: int, patterns: tuple[str, ...]) -> int | None:
    """Where the phrase ends that goes on with ``patterns`` at ``start``; None where it does not."""
    reach = 0
    for pattern in patterns:
        if pattern == _GAP:
            reach = _WIDEST_GAP
            continue
        places = range(start, min(start + reach + 1, len(words)))
        place = next((place for place in places if _fits(words[place], pattern)), None)
        if place is None:
            return None
        start, reach = place + 1, 0
    return start


def _fits(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


_CUES = _Cues(SIGNALS)
