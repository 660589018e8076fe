"""Words and what they mean, found again in a text with endings, in compounds and with a slip of the finger.

All comparison is of folded words: small letters without accents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.language.analysis import fold

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


# Endings of Finnish (number, case, possessive, clitic), Swedish and English. After a stem without its last vowel only
# those are right that bring another vowel.
_CASES = (
    "n|t|a|ta|tta|in|en|an|on|un|yn|een|iin|hin|han|hon|hun|hen|hyn|seen|siin|den|ten|tten|ien|jen|iden"
    "|ssa|sta|lla|lta|lle|ksi|kse|na|ss|st|ll|lt|ks|s"
)
_CLITICS = "(?:ni|si|mme|nne|nsa)?(?:kos?|ks|kin|kaan|han|pa)?"
_ENDING = re.compile(
    rf"[kpt]?(?:[eo]?[ij])?(?:{_CASES})?{_CLITICS}|(?:e?n|e?t|ar|or|er|a|na|arna|orna|erna|e)?s?|es|ies"
)
_PLURAL = re.compile(rf"[eo]?[ij](?:{_CASES}){_CLITICS}|t?ten|ta|or(?:na)?s?")
_SHORT_ENDING = re.compile(r"(?:n|t|in|ia|aan|ssa|sta|lla|lle|hen|iin|issa|ista|illa|ille|s|s[st])?")
_WHOLE = re.compile("")
_GRADATION = {"kk": "k", "pp": "p", "tt": "t", "nt": "nn", "nk": "ng", "mp": "mm", "lt": "ll", "rt": "rr", "ht": "hd"}
_VOWELS = frozenset("aeiouy")
_NOTHING: Mapping[Meaning, re.Pattern[str]] = {}
_SECOND_PARTS = frozenset({Kind.NOUN, Kind.PLATFORM, Kind.TAIL})
_PLAIN = frozenset({Kind.NOUN, Kind.TAIL})
_HEADS = frozenset({Kind.UNIT, Kind.TRADE})
_FIRST_PARTS = _HEADS | {Kind.PLATFORM}
_SHORT, _LONG, _LONGEST = 3, 6, 40
"""Up to ``_SHORT`` letters a word takes only the plainest endings; from ``_LONG`` on it stands for a longer word."""
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
        for stem, endings in [(word, _WHOLE)] if exact else _stems(word):
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

    def phrase_at(self, words: Sequence[str], index: int) -> tuple[int, tuple[Meaning, ...]]:
        """What the phrase at ``index`` means, and of how many words it is; nothing and 1 where none begins."""
        if words[index] in self._first_words:
            for count in (3, 2):
                joined = "".join(words[index : index + count])
                if len(words) - index >= count and (found := self._simple(joined)):
                    return count, found
        return 1, ()

    def find(self, word: str) -> tuple[Meaning, ...]:
        """What one folded word means; empty where it is not known."""
        if len(word) > _LONGEST:
            return ()
        return self._simple(word) or self._compound(word) or self._headed(word)

    def knows(self, word: str) -> bool:
        """Whether ``word`` is one of the words, with any ending."""
        return bool(self._simple(word))

    def _simple(self, word: str, shortest: int = 1) -> tuple[Meaning, ...]:
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
            second = self._simple(word[cut:])
            if any(meaning.kind in _SECOND_PARTS for meaning in second):
                return (*first, *second)
            if cut >= _LONG and all(meaning.kind in _FIRST_PARTS for meaning in first):
                return tuple(first)
        return ()

    def _headed(self, word: str) -> tuple[Meaning, ...]:
        """``lähikirjaston``, ``stadsbiblioteket``: a unit's long word after another one."""
        for start in range(2, len(word) - _LONG + 1):
            if found := tuple(meaning for meaning in self._simple(word[start:], _LONG) if meaning.kind in _HEADS):
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


def is_ending(text: str) -> bool:
    """Whether ``text`` is an ending, in any of the languages; nothing at all is one."""
    return _ENDING.fullmatch(text) is not None


def _stems(word: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The stems of a word in its basic form, each with the endings that it takes."""
    if len(word) <= _SHORT:
        yield word, _SHORT_ENDING if len(word) > 1 else _WHOLE
        return
    yield word, _ENDING
    if word.endswith(("nen", "set")):  # tekninen, tekniset: teknisen, teknistä
        yield word[:-3] + "nen", _ENDING
        yield word[:-3] + "se", _ENDING
        yield word[:-3] + "s", _PLURAL
    elif word.endswith(("us", "ys", "os")):  # koulutuksen
        yield word[:-1] + "kse", _ENDING
        yield word[:-1] + "ks", _PLURAL
    elif word[-1] == "t" and word[-2] in _VOWELS and len(word) >= _LONG:  # kotisivut: kotisivujen
        yield from _stems(word[:-1])
    elif word[-1] in _VOWELS:
        yield from _vowel_stems(word)


def _vowel_stems(word: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    for grade in filter(None, (word, _weak_grade(word))):
        yield grade, _ENDING
        if word[-1] in "aei":  # kirja: kirjoja; blogi: blogeja; skola: skolor
            yield grade[:-1], _PLURAL
        if word[-1] == "i":  # nuori: nuoren
            yield grade[:-1] + "e", _ENDING
    if word[-1] == "e":
        yield word + "e", _ENDING
    if word[-1] == "y":
        yield word[:-1] + "ies", _WHOLE


def _weak_grade(word: str) -> str:
    """The stem of ``liikunnan`` to ``liikunta``; empty where the consonants do not change."""
    body, vowel = word[:-1], word[-1]
    for strong, weak in _GRADATION.items():
        if body.endswith(strong):
            return body.removesuffix(strong) + weak + vowel
    single = {"t": "d", "p": "v", "k": ""}.get(body[-1])
    changes = single is not None and body[-2] in _VOWELS and (single or len(word) >= _LONG)
    return f"{body[:-1]}{single}{vowel}" if changes else ""


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
