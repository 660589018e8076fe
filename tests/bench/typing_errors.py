"""Questions as they are typed in haste."""

from __future__ import annotations

import unicodedata
from random import Random

_LETTERS = "aeiotnslkumrvd"
_SHORTEST = 4


def mistyped(text: str, chance: Random) -> str:
    """``text`` with one slip of the finger in a longer word: two letters swapped, one left out, wrong or double."""
    words = text.split(" ")
    long = [place for place, word in enumerate(words) if len(word) >= _SHORTEST and word.isalpha()]
    if not long:
        return text
    place = chance.choice(long)
    words[place] = _slip(words[place], chance)
    return " ".join(words)


def _slip(word: str, chance: Random) -> str:
    at = chance.randrange(len(word) - 1)
    before, letter, after = word[:at], word[at], word[at + 1 :]
    return chance.choice(
        [
            before + after[0] + letter + after[1:],
            before + after,
            before + chance.choice(_LETTERS) + after,
            before + letter + letter + after,
        ]
    )


def without_umlauts(text: str) -> str:
    """``text`` as on a keyboard that has no ä, ö and å."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))
