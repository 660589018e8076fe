"""``cues/fi.toml``, ``sv.toml`` and ``en.toml``: by which words each language says what, a list of phrases a signal.

How a phrase is written is told in `cues` and at the top of each file.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from bot.domain.language import Language
from bot.knowledge.content.findings import Report
from bot.knowledge.content.tomlfile import TomlFile, read_toml
from bot.knowledge.content.wording.cues import ANY, CHOICE, FILLER, FIRST, GAP, GREETING, WIDEST_GAP, Cues, choices
from bot.language.lexicon import words_of

_Covering = Mapping[tuple[str, ...], Sequence[str]]
_OTHER = "qqqq"
"""A word, or an ending, that no phrase has."""


@dataclass(frozen=True, slots=True)
class CueFile:
    """The phrases of one language by signal, and the file that they stand in."""

    file: TomlFile
    phrases: Mapping[str, tuple[str, ...]]


def read_cue_files(folder: Path, report: Report) -> tuple[CueFile, ...]:
    """The files of ``folder``, one a language; ``report`` gets what cannot be read."""
    return tuple(_read(folder / f"{language}.toml", report) for language in Language)


def cues_of(files: Iterable[CueFile]) -> Cues:
    """The phrases of all ``files`` together: short texts do not tell their language, and many mix two."""
    return Cues((signal, phrase) for one in files for signal, of in one.phrases.items() for phrase in of)


def check_phrases(one: CueFile) -> None:
    """Report each phrase that can never be found, stands twice, or finds nothing that others of its signal do not."""
    for signal, phrases in one.phrases.items():
        for phrase, count in Counter(phrases).items():
            if count > 1:
                _warn(one, signal, phrase, f"stands {count} times: keep it once")
        _check_signal(one, signal, tuple(dict.fromkeys(phrases)))


def _read(path: Path, report: Report) -> CueFile:
    file = read_toml(path, report, without="nobody is understood in this language")
    phrases = {}
    for signal, value in file.values.items():
        if isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value):
            phrases[signal] = tuple(value)
        else:
            file.error(signal, f'"{signal}" must be a list of phrases in quotes, such as ["one", "two"]')
    return CueFile(file, phrases)


def _check_signal(one: CueFile, signal: str, phrases: Sequence[str]) -> None:
    said = {phrase: tuple(choices(phrase)) for phrase in phrases}
    cues = Cues((_way(phrase, patterns), " ".join(patterns)) for phrase in phrases for patterns in said[phrase])
    superfluous: set[str] = set()
    for phrase in reversed(phrases):  # of two that cover each other, the first is kept
        covering = {}
        for patterns in said[phrase]:
            found = _found_in_all(cues, patterns)
            if _way(phrase, patterns) not in found:
                _warn(one, signal, phrase, f'never fits a text ("{" ".join(patterns)}"): correct it, or take it out')
                break
            others = (way.partition("\n")[0] for way in found - superfluous)
            covering[patterns] = sorted(
                other for other in others if other != phrase and _is_as_long(signal, other, len(patterns))
            )
        else:
            message, ways = _superfluous(phrase, covering)
            superfluous |= {_way(phrase, patterns) for patterns in ways}
            if message:
                _warn(one, signal, phrase, message)


def _way(phrase: str, patterns: tuple[str, ...]) -> str:
    """One way to say ``phrase``, as a signal of its own."""
    return f"{phrase}\n{' '.join(patterns)}"


def _superfluous(phrase: str, covering: _Covering) -> tuple[str, list[tuple[str, ...]]]:
    """What is too much of ``phrase``, given which others cover each way to say it, in words, and the ways that are."""
    if all(covering.values()):
        return f'is covered by "{next(iter(covering.values()))[0]}": take it out', list(covering)
    for place, word in enumerate(phrase.split()):
        for choice in word.split(CHOICE) if CHOICE in word else ():
            ways = [patterns for patterns in covering if patterns[place] == choice]
            if ways and all(covering[patterns] for patterns in ways):
                return f'says "{choice}", which is covered by "{covering[ways[0]][0]}": take this choice out', ways
    return "", []


def _found_in_all(cues: Cues, patterns: tuple[str, ...]) -> set[str]:
    """The ways of ``cues`` to say something that are in every text that ``patterns`` fit."""
    texts = (cues.find(words).names for words in _texts(patterns))
    return set.intersection(*texts)


def _texts(patterns: tuple[str, ...]) -> Iterator[list[str]]:
    """Texts that ``patterns`` fit, such that a phrase in all of them is in any: with and without endings, with gaps of
    each length, and, but for what must be the beginning, after another word."""
    said = [_said(pattern) for pattern in patterns]
    before = [] if patterns[0].startswith(FIRST) else [_OTHER]
    for words in product(*said):
        yield [*before, *words_of(" ".join(words))]


def _said(pattern: str) -> tuple[str, ...]:
    if pattern == GAP:
        return tuple(" ".join([_OTHER] * count) for count in range(WIDEST_GAP + 1))
    if pattern == ANY:
        return (_OTHER,)
    word = pattern.removeprefix(FIRST)
    return (word.removesuffix(ANY), word.replace(ANY, _OTHER)) if word.endswith(ANY) else (word,)


def _is_as_long(signal: str, phrase: str, count: int) -> bool:
    """Whether ``phrase`` covers ``count`` words, where it matters how many it covers."""
    return signal not in (GREETING, FILLER) or (GAP not in phrase and len(phrase.split()) == count)


def _warn(one: CueFile, signal: str, phrase: str, message: str) -> None:
    one.file.warning(phrase, f'{signal}: "{phrase}" {message}', below=signal)
