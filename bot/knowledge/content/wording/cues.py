"""What people say, as phrases: a small pattern language, and one pass over a text that finds all of them.

A phrase is one word or several, as they follow one another in a text. In each word

- ``*`` at the end stands for any ending (``peru*``: perun, peruisitko); alone it is any word;
- ``/`` is "or" (``how/what about a/an`` is four phrases);
- ``^`` at the beginning of the first word: only at the beginning of a text, be it after a greeting;
- ``~`` in place of a word: up to four words, or none.

Texts are compared folded, in small letters without accents, and so are phrases: ``päivitä`` and ``paivita`` are one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from sys import intern
from typing import NamedTuple

from bot.language.analysis import fold

GREETING, FILLER, NO_COMMAND = "chat", "filler", "no_command"
"""Small talk and words that say nothing, of which it is told what they cover, and words that only look like a
command."""
INDIVIDUAL, SHOWING = "individual", "showing"
"""They tell what is said of clients."""
SETTLED, ON_TERMS, OF_IT = "settled", "on_terms", "of_it"
"""Something is in order again that was not; the terms of a yes begin; and what was just spoken of is meant."""
UNRULED = frozenset({
    *(GREETING, FILLER, NO_COMMAND, INDIVIDUAL, SHOWING, SETTLED, ON_TERMS, OF_IT),
    "as_responsible", "granted_by", "has_granted", "goes_out", "from_whom", "goes_after", "exchanged", "in_place",
    "comes_in", "to_whom", "comes_after", "and_also",
})  # fmt: skip
"""Signals that no rule needs to name: these, and what stands beside somebody's name and tells what they are to be."""
CHOICE, GAP, ANY, FIRST = "/", "~", "*", "^"
WIDEST_GAP = 4
"""How many words a gap may have."""

_Phrase = tuple[str, tuple[str, ...]]
"""The signal that a phrase is of, and the patterns of the words after its first."""
_SOME, _SHORTEST = "some", 4
_REMEMBERED = 4_096
"""How many words are remembered: the same ones come again and again."""


class Signals(NamedTuple):
    """The signals that a text has, and the places of the words that greetings, and words that say nothing, cover."""

    names: set[str]
    greeting: set[int]
    filler: set[int]


class Cues:
    """Phrases by their first word, so that a text is gone through once."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """``phrases`` are pairs of a signal and a phrase of it."""
        self._by_word: dict[str, list[_Phrase]] = {}
        same: dict[_Phrase, _Phrase] = {}  # phrases end alike, and there are tens of thousands of them
        for signal, phrase in phrases:
            for first, *others in choices(phrase):
                ending = (intern(signal), tuple(map(intern, others)))
                self._by_word.setdefault(first, []).append(same.setdefault(ending, ending))
        self._beginning = lru_cache(maxsize=_REMEMBERED)(self._phrases)

    def find(self, words: Sequence[str]) -> Signals:
        """The signals in ``words``, which are folded."""
        found = Signals(set(), set(), set())
        covered = {GREETING: found.greeting, FILLER: found.filler}
        is_first = True
        for index, word in enumerate(words):
            is_first = is_first and (index == 0 or index - 1 in found.greeting)
            beginning = self._beginning(word, is_first=is_first)
            following = words[index + 1] if index + 1 < len(words) else ""
            for signal, others in (*beginning.get(following, ()), *beginning[ANY]):
                if signal in found.names and signal not in covered:
                    continue
                end = _follow(words, index + 1, others) if others else index + 1
                if end is not None:
                    found.names.add(signal)
                    if signal in covered:
                        covered[signal].update(range(index, end))
        return found

    def begins(self, word: str) -> bool:
        """Whether a phrase begins with ``word``, which is folded."""
        beginning = self._beginning(word, is_first=True)
        return len(beginning) > 1 or bool(beginning[ANY])

    def _phrases(self, word: str, *, is_first: bool) -> Mapping[str, list[_Phrase]]:
        """The phrases that may begin with ``word``, by the one word that must follow; under ``ANY`` those that end
        there, or go on in more than one way."""
        found: dict[str, list[_Phrase]] = {ANY: []}
        for signal, others in self._look_up(word, is_first=is_first):
            is_certain = others and others[0] != GAP and not others[0].endswith(ANY)
            found.setdefault(others[0] if is_certain else ANY, []).append((signal, others))
        return found

    def _look_up(self, word: str, *, is_first: bool) -> list[_Phrase]:
        own = [FIRST + word] if is_first else []
        stems = [word[:cut] + ANY for cut in range(2, len(word) + 1)]
        found = [phrase for key in (*own, word, *stems) for phrase in self._by_word.get(key, ())]
        if word.startswith(_SOME) and len(word) > len(_SOME) + _SHORTEST:  # somevastaava, sometauko
            found += self._look_up(word.removeprefix(_SOME), is_first=False)
        return found


def choices(phrase: str) -> Iterator[tuple[str, ...]]:
    """Every way to say ``phrase``: its patterns, a choice made in each."""
    folded = phrase if phrase.isascii() and phrase.islower() else fold(phrase)
    if CHOICE not in folded:
        return iter((tuple(folded.split()),))
    return product(*(word.split(CHOICE) for word in folded.split()))


def _follow(words: Sequence[str], start: int, patterns: tuple[str, ...]) -> int | None:
    """Where the phrase ends that goes on with ``patterns`` at ``start``; None where it does not."""
    reach = 0
    for pattern in patterns:
        if pattern == GAP:
            reach = WIDEST_GAP
            continue
        for place in range(start, min(start + reach + 1, len(words))):
            if _fits(words[place], pattern):
                break
        else:
            return None
        start, reach = place + 1, 0
    return start


def _fits(word: str, pattern: str) -> bool:
    return word == pattern or (pattern[-1] == ANY and word.startswith(pattern[:-1]))
