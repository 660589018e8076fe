"""What people say when they go on from what was just said: phrases by signal, of which a whole text must consist."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bot.domain.language import Language
from bot.knowledge.content.findings import Report
from bot.knowledge.content.tomlfile import read_toml
from bot.knowledge.content.wording.cues import ANY
from bot.language.lexicon import words_of


class Dialogue:
    """Phrases by their first word."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """``phrases`` are pairs of a signal and a phrase of it."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for signal, phrase in phrases:
            pattern = tuple(phrase.split())
            self._by_first.setdefault(pattern[0], []).append((pattern, signal))
        self._stems = tuple(first for first in self._by_first if first.endswith(ANY))

    def signals(self, words: Sequence[str]) -> frozenset[str] | None:
        """What ``words``, which are folded, say; None where they say anything besides."""
        said, place = set[str](), 0
        while place < len(words):
            found = [*self._at(words, place)]
            if not found:
                return None
            longest = max(count for count, _ in found)
            said |= {signal for count, signal in found if count == longest}  # the same words may say two things
            place += longest
        return frozenset(said)

    def opening(self, words: Sequence[str], signal: str) -> int:
        """How many words the longest phrase of ``signal`` has that ``words`` begin with; 0 where there is none."""
        return max((count for count, said in self._at(words, 0) if said == signal), default=0) if words else 0

    def _at(self, words: Sequence[str], place: int) -> Iterator[tuple[int, str]]:
        """The phrases that fit at ``place``, by how many words they have."""
        word = words[place]
        for first in (word, *(stem for stem in self._stems if word.startswith(stem[:-1]))):
            for pattern, signal in self._by_first.get(first, ()):
                if tuple(words[place + 1 : place + len(pattern)]) == pattern[1:]:
                    yield len(pattern), signal


def read_dialogue(path: Path, report: Report) -> Dialogue:
    """The phrases of the file; ``report`` gets what is wrong with it."""
    file = read_toml(path, report)
    phrases = []
    for signal, value in file.values.items():
        by_language = value if isinstance(value, dict) else {}
        for language in Language:
            texts = file.texts(f"{signal}.{language}", by_language.get(language))
            phrases += [(signal, folded) for text in texts if (folded := _folded(text))]
    return Dialogue(phrases)


def _folded(phrase: str) -> str:
    """``phrase`` as words are compared; a star at the end of a word stays."""
    return " ".join(
        " ".join(words_of(word.rstrip(ANY))) + (ANY if word.endswith(ANY) else "") for word in phrase.split()
    )
