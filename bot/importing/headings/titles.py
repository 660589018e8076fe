"""Where a heading ends when nothing but its words tells."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from bot.language.sentences import sentences

TITLE_WORDS: Final = 15
TITLE_CHARACTERS: Final = 120
LONGEST: Final = 400
"""In characters; what is longer is no title, and is not looked at for one."""
_SHORTEST_STEM: Final = 5
_GUIDELINE = re.compile(
    r"ohje(?!lma)|linjauks|pelisään|käsikirja|(?:^|\W)opas|riktlinje|anvisning|vägledning|handbok|policy|guide|handbook|"
    r"manual\b|toolkit|playbook|sosiaali(?:nen|sen) media|sociala medier|social media",
    re.IGNORECASE,
)
_SIGN_AT_END = re.compile(r"(?:\s*[:¶🔗]|\s+#|\s*\{:?\s*#[\w.-]*\s*\})+\s*$")
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Names:
    """Which words of a text are names: those that have a capital in mid-sentence and never a small letter."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._small: Counter[str] = Counter()
        self._capital: Counter[str] = Counter()
        for text in texts:
            for sentence in sentences(text):
                self._take(_LETTERS.findall(sentence))

    def _take(self, words: list[str]) -> None:
        for place, word in enumerate(words):
            if word[0].islower():
                self._small[_stem(word)] += 1
            elif place and word[0].isupper() and words[place - 1][-1].islower():
                self._capital[_stem(word)] += 1

    def is_name(self, word: str) -> bool:
        """Whether ``word`` has its capital because it is a name, as far as the text shows (``Facebookin``)."""
        stem = _stem(word)
        # Once is no proof: a heading in mid-line gives the word after it a capital as well.
        return self._capital[stem] > 1 and not self._small[stem]


def _stem(word: str) -> str:
    """The start of a word, which Finnish and Swedish endings leave as it is."""
    return word[: max(_SHORTEST_STEM, len(word) - 4)][:7].casefold()


def whole_title(text: str) -> bool:
    """Whether ``text``, a block of its own, reads like a heading: short, one phrase, no full stop."""
    if not text or len(text) > TITLE_CHARACTERS or len(text.split()) > TITLE_WORDS:
        return False
    return text[-1] not in ".;,:!" and len(sentences(text)) == 1


def plain_title(text: str) -> str:
    """A heading without the colon at its end, and without the sign that links to it (¶, #)."""
    return _SIGN_AT_END.sub("", text).strip() or text.strip() if len(text) <= LONGEST else text


def names_guideline(text: str) -> bool:
    """Whether ``text`` has a word that guidelines are called by."""
    return _GUIDELINE.search(text) is not None


def title_end(text: str, vocabulary: Names) -> int:
    """Where the heading at the start of ``text`` probably ends, text running on after it.

    Before the first capital that follows a small letter, which begins the first sentence, unless the word is a name;
    else at the first full stop, else after eight words.
    """
    words = list(_WORD.finditer(text[: TITLE_CHARACTERS + 40]))[: TITLE_WORDS + 1]
    fallback = 0
    for before, word in itertools.pairwise(words):
        if before[0][-1] in "!?:" or (before[0][-1] == "." and len(before[0]) > 2):
            return fallback if fallback and before[0][-1] == "." else before.end()
        letters = _LETTERS.search(word[0])
        if letters and word[0][letters.start()].isupper() and not before[0].rstrip(")”\"'’")[-1:].isupper():
            if not vocabulary.is_name(letters[0]):
                return before.end()
            fallback = fallback or before.end()
    if len(words) <= TITLE_WORDS and words and words[-1].end() == len(text):
        return fallback or len(text)
    return fallback or words[min(len(words), 8) - 1].end()


def prefix_end(text: str, title: str) -> int | None:
    """Where ``title`` ends in ``text`` that begins with its words, whatever the spaces and case; None if not."""
    expected = title.split()
    found = list(_WORD.finditer(text[: 3 * len(title) + 40]))[: len(expected)]
    if not expected or [one[0].casefold() for one in found] != [one.casefold() for one in expected]:
        return None
    return found[-1].end()
