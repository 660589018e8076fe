"""Which signals a text has: the phrases of the `cues`, found among its words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import product

from bot.understanding.all_cues import SIGNALS

_Phrase = tuple[str, tuple[str, ...]]
"""The signal that a phrase is of, and the patterns of the words after its first."""
_GAP, _WIDEST_GAP = "~", 4
_ANY = "*"
_FIRST = "^"
_SOME, _SHORTEST = "some", 4
_KEPT = 4_096
"""So many words are remembered: the same ones come again and again."""


class _Cues:
    """The phrases of `SIGNALS` by their first word, so that a text is gone through once."""

    def __init__(self, signals: str) -> None:
        self._by_word: dict[str, list[_Phrase]] = {}
        for paragraph in re.split(r"\n(?=\S)", signals.strip()):
            signal, _, texts = paragraph.partition(":")
            for phrase in re.split(r"[,|]", texts):
                for choice in product(*(word.split("/") for word in phrase.split())):
                    self._by_word.setdefault(choice[0], []).append((signal, choice[1:]))
        self._beginning = lru_cache(maxsize=_KEPT)(self._phrases)

    def find(self, words: Sequence[str]) -> tuple[set[str], set[int], set[int]]:
        """See `find_signals`."""
        found: set[str] = set()
        covered: dict[str, set[int]] = {"chat": set(), "filler": set()}
        for index, word in enumerate(words):
            is_first = covered["chat"].issuperset(range(index))  # but for a greeting
            beginning = self._beginning(word, is_first=is_first)
            following = words[index + 1] if index + 1 < len(words) else ""
            for signal, others in (*beginning.get(following, ()), *beginning[_ANY]):
                if signal in found and signal not in covered:
                    continue
                end = _follow(words, index + 1, others) if others else index + 1
                if end is not None:
                    found.add(signal)
                    covered.get(signal, set()).update(range(index, end))
        return found, covered["chat"], covered["filler"]

    def _phrases(self, word: str, *, is_first: bool) -> Mapping[str, list[_Phrase]]:
        """The phrases that may begin with ``word``, by the one word that must follow; under ``_ANY`` those that end
        there, or go on in more than one way."""
        found: dict[str, list[_Phrase]] = {_ANY: []}
        for signal, others in self._look_up(word, is_first=is_first):
            is_certain = others and others[0] != _GAP and not others[0].endswith("*")
            found.setdefault(others[0] if is_certain else _ANY, []).append((signal, others))
        return found

    def _look_up(self, word: str, *, is_first: bool) -> list[_Phrase]:
        own = [_FIRST + word] if is_first else []
        stems = [f"{word[:cut]}*" for cut in range(2, len(word) + 1)]
        found = [phrase for key in (*own, word, *stems) for phrase in self._by_word.get(key, ())]
        if word.startswith(_SOME) and len(word) > len(_SOME) + _SHORTEST:  # somevastaava, sometauko
            found += self._look_up(word.removeprefix(_SOME), is_first=False)
        return found


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
        for place in range(start, min(start + reach + 1, len(words))):
            if _fits(words[place], pattern):
                break
        else:
            return None
        start, reach = place + 1, 0
    return start


def _fits(word: str, pattern: str) -> bool:
    return word == pattern or (pattern[-1] == "*" and word.startswith(pattern[:-1]))


_CUES = _Cues(SIGNALS)
