"""Staff's own words, in a language's folder: ``asked.toml``, ``topics.toml`` and ``synonyms.toml``, all optional."""

from collections.abc import Collection
from pathlib import Path

from bot.domain.guideline import Phrasing
from bot.knowledge.content.findings import Report
from bot.knowledge.content.subjects import subjects_in
from bot.knowledge.content.tomlfile import TomlFile, read_toml, tell_repeated
from bot.language.analysis import fold

ASKED = "asked.toml"
TOPICS = "topics.toml"
SYNONYMS = "synonyms.toml"
FILE_NAMES = frozenset({ASKED, TOPICS, SYNONYMS})


def read_phrasing(folder: Path, known: Collection[str], report: Report) -> Phrasing:
    """The three files of a language's ``folder``; what is missing is empty, and ``report`` gets what is wrong.

    ``known`` are the ids of subsections and list items, for which ``asked.toml`` has questions.
    """
    asked_file, topics_file = (read_toml(folder / name, report) for name in (ASKED, TOPICS))
    asked, topics = _lists(asked_file), tuple(one.topic for one in subjects_in(topics_file, "topic", "asked"))
    entries = [(asked_file, key, text) for key, texts in asked.items() for text in texts]
    entries += [(topics_file, topic.id, text) for topic in topics for text in topic.asked]
    tell_repeated(entries, "is asked")
    for key in asked:
        if key not in known:
            advice = "correct it, or move the questions to another"
            asked_file.error(key, f'no subsection or list item has the id "{key}": {advice}')
    return Phrasing(asked, topics, read_synonyms(folder / SYNONYMS, report))


def read_synonyms(path: Path, report: Report) -> dict[str, tuple[str, ...]]:
    """Words of staff's with the guideline's words for them; none where the file is missing."""
    file = read_toml(path, report)
    seen: dict[str, str] = {}
    for key, _ in file.flat():
        if earlier := seen.get(fold(key)):
            file.warning(key, f'"{key}" is the same word as "{earlier}": keep one of them')
        seen[fold(key)] = key
    return _lists(file)


def _lists(file: TomlFile) -> dict[str, tuple[str, ...]]:
    return {key: texts for key, value in file.flat() if (texts := file.texts(key, value))}
