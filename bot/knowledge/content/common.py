"""What every municipality shares, ``knowledge/common`` beside the code: how people talk, and what they call things.

The folder of a municipality's guideline repeats nothing of it, so that an update of the bot reaches everybody. What
only that municipality says goes into a ``platforms.toml``, ``words.toml`` or ``fi/synonyms.toml`` there: an entry (a
platform, a trade, a synonym) takes the place of the common one of the same name, and a list of words is added to the
common one. What can not be read raises KnowledgeError, of platforms and words VocabularyError.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

from bot.domain.accounts.platforms import Platforms
from bot.domain.language import Language
from bot.domain.trouble import ReportPages
from bot.knowledge.content.findings import Diagnostic, KnowledgeError, Report
from bot.knowledge.content.phrasing import SYNONYMS, read_synonyms
from bot.knowledge.content.report_pages import read_report_pages
from bot.knowledge.content.subjects import Subject, check_subjects, ids_in, read_subjects
from bot.knowledge.content.tomlfile import read_toml
from bot.knowledge.content.wording.answers import check_answers, read_answers
from bot.knowledge.content.wording.commands import read_commands
from bot.knowledge.content.wording.cue_files import check_phrases, cues_of, read_cue_files
from bot.knowledge.content.wording.cues import Cues
from bot.knowledge.content.wording.dialogue import Dialogue, read_dialogue
from bot.knowledge.content.wording.intents import Intents, check_intents, read_intents
from bot.knowledge.content.wording.utterances import check_utterances, read_utterances
from bot.knowledge.content.wording.words import UnitWords, load_platforms, load_words

_Read = TypeVar("_Read")

FOLDER = Path(__file__).parents[3] / "knowledge" / "common"
"""The folder of the installation."""
CUES, INTENTS, DIALOGUE = FOLDER / "cues", FOLDER / "intents.toml", FOLDER / "dialogue.toml"
COMMANDS = FOLDER / "commands.toml"
PLATFORMS, WORDS, REPORT_PAGES = "platforms.toml", "words.toml", "report_pages.toml"


@cache
def cues() -> Cues:
    """By what words it is told what people say."""
    return cues_of(_read(read_cue_files, CUES))


@cache
def intents() -> Intents:
    """Which signals mean which intent."""
    return _read(read_intents, INTENTS)


@cache
def commands() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """What the sub-commands are called by language, what each takes, and for whom it is, by the name of the intent."""
    return _read(read_commands, COMMANDS)


@cache
def dialogue() -> Dialogue:
    """By what phrases it is told that somebody goes on from what was just said."""
    return _read(read_dialogue, DIALOGUE)


def utterances(language: Language) -> Mapping[str, Sequence[str]]:
    """What people say in ``language``, by the name of the intent: read anew, for it is learnt from once."""
    return _read(read_utterances, _file("utterances", language)).by_intent


def answers(language: Language) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """What people answer in ``language``, by the kind of question and by what it says: learnt from once, as well."""
    return _read(read_answers, _file("answers", language)).by_question


@cache
def report_pages() -> ReportPages:
    """Where services are told of accounts in trouble."""
    return _read(read_report_pages, FOLDER / REPORT_PAGES)


@cache
def synonyms(language: Language) -> Mapping[str, tuple[str, ...]]:
    """Staff's words in ``language`` with the words that guidelines have for them."""
    return _read(read_synonyms, _file("synonyms", language))


@lru_cache(1)
def subjects(language: Language) -> tuple[Subject, ...]:
    """What staff ask about, in ``language``; the same ids in each. Those of one language are kept, until another is
    asked for: they have tens of thousands of lines."""
    return _read(read_subjects, _file("subjects", language)).subjects


@cache
def subject_titles(language: Language) -> Mapping[str, str]:
    """What each subject is called in ``language``."""
    return {subject.id: subject.title for subject in subjects(language)}


@cache
def subject_ids() -> tuple[str, ...]:
    """The ids of all subjects, without their lines, which take a tenth of a second to read."""
    return _read(ids_in, _file("subjects", Language.FI))


def learnt_from(language: Language, *more: str) -> tuple[Path, ...]:
    """The files from which it is learnt what texts in ``language`` want and are about; with ``more`` of other kinds."""
    kinds = ("subjects", "synonyms", "utterances", *more)
    return (_file("subjects", Language.FI), *(_file(what, language) for what in kinds))


def platforms(guideline: Path) -> Platforms:
    """The platforms by id, with those of the folder ``guideline``."""
    return load_platforms(FOLDER / PLATFORMS, guideline / PLATFORMS)


def words(guideline: Path) -> UnitWords:
    """What units and channels are called, with the words of the folder ``guideline``."""
    return load_words(FOLDER / WORDS, guideline / WORDS)


def check(known: Collection[str], folder: Path = FOLDER) -> tuple[Diagnostic, ...]:
    """All that is wrong with these files, by file and line; ``known`` are the intents of the bot."""
    report = Report()
    for language in Language:
        read_synonyms(_file("synonyms", language, folder), report)
    files = read_cue_files(folder / CUES.name, report)
    for one in files:
        check_phrases(one)
    signals = {signal: one.file for one in reversed(files) for signal in one.phrases}
    check_intents(read_intents(folder / INTENTS.name, report), signals, known)
    for name in read_commands(folder / COMMANDS.name, report).keys() - set(known):
        report.error(folder / COMMANDS.name, 0, f'the bot has no intent "{name}": correct it, or remove the command')
    read_dialogue(folder / DIALOGUE.name, report)
    check_answers([read_answers(_file("answers", one, folder), report) for one in Language])
    check_utterances([read_utterances(_file("utterances", one, folder), report) for one in Language], known)
    read_report_pages(folder / REPORT_PAGES, report)
    check_subjects([read_subjects(_file("subjects", one, folder), report) for one in Language])
    return report.findings


def check_repeated(guideline: Path, report: Report) -> None:
    """Report each file of the folder ``guideline`` that repeats what comes with the bot, as all folders once did."""
    for path, count in repeated(guideline).items():
        message = f"has {count} entries that come with the bot, and keeps its updates from them"
        report.warning(path, 0, f"{message}: keep only your own here, and remove the file where there are none")


def repeated(guideline: Path) -> dict[Path, int]:
    """The files of the folder ``guideline`` that repeat entries of the common ones, and how many each."""
    shared = {guideline / PLATFORMS: FOLDER / PLATFORMS, guideline / WORDS: FOLDER / WORDS}
    shared |= {guideline / language / SYNONYMS: _file("synonyms", language) for language in Language}
    counts = {own: _same_entries(own, common) for own, common in shared.items() if own.exists()}
    return {path: count for path, count in counts.items() if count}


def _same_entries(own: Path, common: Path) -> int:
    ours = [*_entries(read_toml(common, Report()).values)]
    return sum(entry in ours for entry in _entries(read_toml(own, Report()).values))


def _entries(values: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """The entries that take the place of one another, and the lists of words."""
    for key, value in values.items():
        if key == "trades" and isinstance(value, dict):
            yield from value.items()
        else:
            yield key, value


def _file(what: str, language: Language, folder: Path = FOLDER) -> Path:
    return folder / what / f"{language}.toml"


def _read(read: Callable[[Path, Report], _Read], path: Path) -> _Read:
    """What ``read`` finds at ``path``. Raises KnowledgeError where something cannot be read."""
    report = Report()
    found = read(path, report)
    if report.has_errors:
        raise KnowledgeError(report.findings)
    return found
