"""A word of staff's also stands for the guideline's words for it."""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.domain.language import Language
from bot.language.analysis import phrase_words, stems

WEIGHT: Final = 0.3
"""What a synonym counts for, a word that was typed being 1."""


class Synonyms:
    """The synonyms of one language; a word is known by its stem, so that its other forms are known too."""

    def __init__(self, words: Mapping[str, Sequence[str]], language: Language) -> None:
        self._language = language
        self._meant: dict[str, tuple[str, ...]] = {}
        for word, others in words.items():
            typed = phrase_words(word)
            if len(typed) == 1:
                self._meant[stems(typed, language)[0]] = tuple(phrase_words(" ".join(others)))

    def words(self, typed: Sequence[str]) -> dict[str, float]:
        """The words ``typed`` and their synonyms, each with what it counts for."""
        found = dict.fromkeys(typed, 1.0)
        for stem in stems(typed, self._language):
            for word in self._meant.get(stem, ()):
                found.setdefault(word, WEIGHT)
        return found
