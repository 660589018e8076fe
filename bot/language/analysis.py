"""From text to what the index compares: folded words, their stems, and their character 4-grams."""

import re
import unicodedata
from collections.abc import Iterable

import Stemmer  # type: ignore[import-not-found]  # compiled, and has no stubs

from bot.domain.language import Language
from bot.language import stopwords

QUESTION_CHARACTERS = 1_000
QUESTION_WORDS = 64
WORD_CHARACTERS = 40
"""Longer questions and words are cut here, so that no text that somebody pastes takes long."""

_GRAM = 4
_GRAM_WEIGHT = 0.7
"""What a 4-gram counts for where short texts are compared, a stem being 1."""
_WORD = re.compile(r"[^\W_]+")
# Controls, invisible formatting (bidi, zero width, soft hyphen), what is no character at all, and accents.
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn"})


class _Folding(dict[int, str]):
    """What each character becomes, worked out when it is first met, and kept as long as they are not too many."""

    def __missing__(self, code: int) -> str:
        compatible = unicodedata.normalize("NFKD", chr(code))
        kept = (char for char in compatible if char.isspace() or unicodedata.category(char) not in _DROPPED)
        folded = "".join(kept).casefold()
        if len(self) < _KEPT:
            self[code] = folded
        return folded


_KEPT = 4_096
_FOLDING = _Folding()


def fold(text: str) -> str:
    """``text`` in small letters without accents (ä and å as a, ö as o), and without invisible characters."""
    return text.translate(_FOLDING)


def plain(text: str) -> str:
    """``text`` folded, with one space between its words: equal for what reads the same."""
    return " ".join(fold(text).split())


_REMEMBERED = 0
"""How many stems each stemmer keeps: a word is stemmed in a microsecond, and what they keep of their own is 8 MB."""
_STEMMERS = {
    Language.FI: Stemmer.Stemmer("finnish", _REMEMBERED),
    Language.SV: Stemmer.Stemmer("swedish", _REMEMBERED),
    Language.EN: Stemmer.Stemmer("english", _REMEMBERED),
}
_STOP_WORDS = {language: frozenset(map(fold, words)) for language, words in stopwords.STOP_WORDS.items()}
STOP_WORDS = frozenset().union(*_STOP_WORDS.values())
"""The words of grammar of all languages, folded."""

_SAY_NOTHING = STOP_WORDS | {"nain", "noin", "silleen", "tollee", "oikeesti", "darfor", "dit", "really", "anyway"}
"""Words of a text that asks nothing by itself."""


def words(text: str, language: Language) -> list[str]:
    """The words of ``text`` that carry its subject: folded, cut to 40 characters, no stop words or single letters."""
    found = (word[:WORD_CHARACTERS] for word in _WORD.findall(fold(text)))
    ignored = _STOP_WORDS[language]
    return [word for word in found if word not in ignored and (len(word) > 1 or word.isdigit())]


def says_something(text: str) -> bool:
    """Whether ``text`` has any word that is not of grammar alone, in whichever language: "may we?" says nothing."""
    found = _WORD.findall(fold(text[:QUESTION_CHARACTERS]))
    if "some" in found and not _STOP_WORDS[Language.EN].issuperset(found):
        return True  # social media, as it is called in Finnish and Swedish
    return any(len(word) > 1 and word not in _SAY_NOTHING for word in found)


def question_words(question: str, language: Language) -> list[str]:
    """As `words`, of a question to search in text of ``language``; bounded, whatever somebody pastes."""
    # Folding can lengthen a text (one Arabic ligature becomes 18 letters), hence the second bound.
    return words(question[:QUESTION_CHARACTERS], language)[:QUESTION_WORDS]


def stems(found: Iterable[str], language: Language) -> list[str]:
    """The stem of each word."""
    stemmed: list[str] = _STEMMERS[language].stemWords(list(found))
    return stemmed


def grams(found: Iterable[str]) -> list[str]:
    """The character 4-grams of each word, its ends marked; a word too short for one is its own."""
    return [gram for word in found for gram in _word_grams(f"_{word}_")]


def _word_grams(marked: str) -> list[str]:
    return [marked[start : start + _GRAM] for start in range(max(1, len(marked) - _GRAM + 1))]


def phrase_words(text: str) -> list[str]:
    """All words of a short text: in a question, the words of grammar (who, may, when) tell much. Bounded."""
    return [word[:WORD_CHARACTERS] for word in _WORD.findall(fold(text[:QUESTION_CHARACTERS]))][:QUESTION_WORDS]


def word_features(word: str, language: Language) -> dict[str, float]:
    """What a word of a short text is compared by, with weights: its stem and its 4-grams."""
    features = dict.fromkeys(_word_grams(f"_{word}_"), _GRAM_WEIGHT)
    features[f"={_STEMMERS[language].stemWord(word)}"] = 1.0
    return features
