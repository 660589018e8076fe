"""Words and what they mean, found again in a text with endings, in compounds and with a slip of the finger.

All comparison is of folded words: small letters without accents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.language.analysis import fold
from bot.language.inflection import LONG, WHOLE, is_ending, stems

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """The words of ``text``, folded; what follows a hyphen, colon or apostrophe (``fb:n``) is a word of its own."""
    return _WORD.findall(fold(text.upper()))


class Kind(StrEnum):
    """What a word can stand for."""

    PLATFORM = "platform"
    UNIT = "unit"
    TRADE = "trade"
    NAME = "name"
    NEAR = "near"
    FORMER = "former"
    MUNICIPALITY = "municipality"
    MAIN = "main"
    NOUN = "noun"
    TAIL = "tail"
    NEVER = "never"
    EXCEPT = "except"


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a word stands for: its kind, and which platform, unit, trade or channel."""

    kind: Kind
    value: str = ""


_NOTHING: Mapping[Meaning, re.Pattern[str]] = {}
_CHANNELS = frozenset({Kind.NOUN, Kind.PLATFORM})
_SECOND_PARTS = frozenset({Kind.NOUN, Kind.PLATFORM, Kind.TAIL})
_PLAIN = frozenset({Kind.NOUN, Kind.TAIL})
_HEADS = frozenset({Kind.UNIT, Kind.TRADE})
_FIRST_PARTS = _HEADS | {Kind.PLATFORM}
_FIRST, _LONGEST = 4, 40
_SLIPS_FROM: Mapping[Kind, int] = {Kind.PLATFORM: 5, Kind.UNIT: 7, Kind.TRADE: 7}
"""How many letters a word must have for a slip to be forgiven: the more ordinary the words, the more have a neighbour
by chance."""
_TYPED = 5
"""How many letters of a word must have been typed for a slip in it to be forgiven."""


class Lexicon:
    """Words and what they mean. Fill it first, then ask it; nothing is forgotten."""

    def __init__(self, base: Lexicon | None = None) -> None:
        self._base = base
        self._stems: dict[str, dict[Meaning, re.Pattern[str]]] = {}
        self._slips: dict[str, set[str]] = {}
        self._first_words: set[str] = set(base._first_words) if base else set()

    def add(self, text: str, meaning: Meaning, *, exact: bool = False) -> None:
        """Let the word or the phrase ``text`` mean ``meaning``; an ``exact`` one takes no endings and no slips."""
        words = words_of(text)
        if len(words) > 1:
            self._first_words.add(words[0])
        word = "".join(words)
        for stem, endings in [(word, WHOLE)] if exact else stems(word):
            self._stems.setdefault(stem, {}).setdefault(meaning, endings)
        if len(word) >= _SLIPS_FROM.get(meaning.kind, _LONGEST) and not exact:
            for key in letter_less(word):
                self._slips.setdefault(key, set()).add(word)

    def _at(self, stem: str) -> Mapping[Meaning, re.Pattern[str]]:
        below = self._base._at(stem) if self._base else _NOTHING
        own = self._stems.get(stem)
        return below if own is None else {**below, **own}

    def _meant_by(self, key: str) -> set[str]:
        return self._slips.get(key, set()) | (self._base._meant_by(key) if self._base else set())

    def steps(self, words: Sequence[str]) -> Iterator[tuple[range, tuple[Meaning, ...]]]:
        """The places of ``words`` in order, those of a phrase together with what it means, others one by one."""
        index = 0
        while index < len(words):
            count, phrase = self.phrase_at(words, index)
            yield range(index, index + count), phrase
            index += count

    def phrase_at(self, words: Sequence[str], index: int) -> tuple[int, tuple[Meaning, ...]]:
        """What the phrase at ``index`` means, and of how many words it is; nothing and 1 where none begins."""
        if words[index] in self._first_words:
            for count in (3, 2):
                joined = "".join(words[index : index + count])
                if len(words) - index >= count and (found := self.simple(joined)):
                    return count, found
        return 1, ()

    def find(self, word: str, *, headed: bool = True) -> tuple[Meaning, ...]:
        """What one folded word means; empty where it is not known. ``headed``: also by its last part alone."""
        if len(word) > _LONGEST:
            return ()
        return self.simple(word) or self._compound(word) or (self._headed(word) if headed else ())

    def first_part(self, word: str) -> str:
        """What stands before a word for any channel or unit: ``museo`` in ``museopalvelujen``; or nothing."""
        for cut in range(_FIRST, min(len(word), _LONGEST) - 2):
            kinds = {meaning.kind for meaning in self.simple(word[cut:])}
            if kinds & _CHANNELS or (Kind.TAIL in kinds and len(word) - cut >= _TYPED):
                return word[:cut]
        return ""

    def knows(self, word: str) -> bool:
        """Whether ``word`` is one of the words, with any ending."""
        return bool(self.simple(word))

    def simple(self, word: str, shortest: int = 1) -> tuple[Meaning, ...]:
        """By the longest known stem, of at least ``shortest`` letters, that leaves an ending."""
        for cut in range(len(word), shortest - 1, -1):
            if known := self._at(word[:cut]):
                ending = word[cut:]
                if found := tuple(meaning for meaning, endings in known.items() if endings.fullmatch(ending)):
                    return found
        return ()

    def _compound(self, word: str) -> tuple[Meaning, ...]:
        """``kirjastofacebook``, ``ungdomstjänsterna``; what begins with a platform or a long word for a unit."""
        for cut in range(len(word) - 3, 2, -1):
            first = self._at(word[:cut])
            if not first and word[cut - 1] in "sn":
                first = self._at(word[: cut - 1])
            if not first or (cut < 4 and Kind.MAIN not in {meaning.kind for meaning in first}):
                continue
            second = self.simple(word[cut:])
            if any(meaning.kind in _SECOND_PARTS for meaning in second):
                return (*first, *second)
            if cut >= LONG and all(meaning.kind in _FIRST_PARTS for meaning in first):
                return tuple(first)
        return ()

    def _headed(self, word: str) -> tuple[Meaning, ...]:
        """``lähikirjaston``, ``stadsbiblioteket``: a unit's long word after another one."""
        for start in range(2, len(word) - LONG + 1):
            if found := tuple(meaning for meaning in self.simple(word[start:], LONG) if meaning.kind in _HEADS):
                return found
        return ()

    def guess(self, word: str) -> tuple[Meaning, ...]:
        """What a word that is not known was meant to be: one letter of it is wrong, missing, too much, or swapped."""
        for cut in range(len(word), _TYPED - 1, -1) if len(word) <= _LONGEST else ():
            ending = word[cut:]
            if not is_ending(ending):
                continue
            typed = word[:cut]
            meant = {stem for key in letter_less(typed) for stem in self._meant_by(key)}
            for stem in sorted(stem for stem in meant if is_one_slip(typed, stem)):
                return tuple(meaning for meaning, endings in self._at(stem).items() if endings.fullmatch(ending))
        return ()


def letter_less(word: str) -> set[str]:
    """The word, and what is left of it without one of its letters; the first is hardly ever the one mistyped."""
    return {word, *(word[:index] + word[index + 1 :] for index in range(1, len(word)))}


def is_one_slip(typed: str, meant: str) -> bool:
    """Whether ``typed`` is ``meant``, or is after one letter is replaced, added, left out, or swapped with the next: an
    optimal string alignment distance of 1 at most."""
    same = next((i for i, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), min(len(typed), len(meant)))
    typed, meant = typed[same:], meant[same:]  # from the first letter on in which they differ
    is_equal = typed == meant
    has_one_too_many = typed[1:] == meant
    lacks_one = typed == meant[1:]
    has_a_wrong_one = typed[1:] == meant[1:]
    has_two_swapped = typed[:2] == meant[1::-1] and typed[2:] == meant[2:]
    return is_equal or has_one_too_many or lacks_one or has_a_wrong_one or has_two_swapped
