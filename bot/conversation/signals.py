"""Which signals a text has: the phrases of the `cues`, found among its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import product

from bot.conversation.cues import SIGNALS

_Phrase = tuple[str, tuple[str, ...]]
_GAP, _WIDEST_GAP = "~", 4
_FIRST = "^"
_SOME, _SHORTEST = "some", 4


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
            is_first = covered["chat"].issuperset(range(index))  # but for a greeting
            for signal, others in self._beginning(word, is_first=is_first):
                if signal in found and signal not in covered:
                    continue
                end = _follow(words, index + 1, others)
                if end is not None:
                    found.add(signal)
                    covered.get(signal, set()).update(range(index, end))
        return found, covered["chat"], covered["filler"]

    def _beginning(self, word: str, *, is_first: bool) -> Iterable[_Phrase]:
        if is_first:
            yield from self._by_word.get(_FIRST + word, ())
        if word.startswith(_SOME) and len(word) > len(_SOME) + _SHORTEST:  # somevastaava, sometauko
            yield from self._beginning(word.removeprefix(_SOME), is_first=False)
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
