"""Staff's own words, in a language's folder: ``asked.toml``, ``topics.toml`` and ``synonyms.toml``, all optional."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.domain.guideline import Phrasing, Topic
from bot.knowledge.content.findings import Report
from bot.knowledge.content.tomlfile import TomlFile, read_toml
from bot.language.analysis import fold, plain

ASKED = "asked.toml"
TOPICS = "topics.toml"
SYNONYMS = "synonyms.toml"
FILE_NAMES = frozenset({ASKED, TOPICS, SYNONYMS})
_TOPIC_KEYS = ("title", "ask", "asked", "off_topic")
_LIST = 'must be a list of texts in quotes, such as ["one", "two"]'


@dataclass(frozen=True, slots=True)
class PhrasingFiles:
    """The words of one language's files, with ``asked.toml``, whose ids are those of subsections."""

    phrasing: Phrasing
    asked: TomlFile


def read_phrasing(folder: Path, report: Report) -> PhrasingFiles:
    """The three files of a language's ``folder``; what is missing is empty, and ``report`` gets what is wrong."""
    asked_file, topics_file = (read_toml(folder / name, report) for name in (ASKED, TOPICS))
    asked = dict(_asked(asked_file))
    topics = tuple(_topics(topics_file))
    _check_repeated(asked_file, asked, topics_file, topics)
    synonyms = read_synonyms(folder / SYNONYMS, report)
    return PhrasingFiles(Phrasing(asked, topics, synonyms), asked_file)


def read_synonyms(path: Path, report: Report) -> dict[str, tuple[str, ...]]:
    """Words of staff's with the guideline's words for them; none where the file is missing."""
    return dict(_synonyms(read_toml(path, report)))


def check_subsections(files: PhrasingFiles, known: frozenset[str]) -> None:
    """Every id in ``asked.toml`` must be one of the ``known`` ids of subsections and list items."""
    for identifier in files.phrasing.asked:
        if identifier not in known:
            message = (
                f'no subsection or list item has the id "{identifier}": correct it, or move the questions to another'
            )
            files.asked.error(identifier, message)


def _asked(file: TomlFile) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, value in file.flat():
        if texts := texts_of(file, key, value):
            yield key, texts


def _topics(file: TomlFile) -> Iterator[Topic]:
    for key, value in file.values.items():
        if not isinstance(value, dict):
            file.error(key, f'"{key}" must be a topic: write [{key}], then lines for title and asked')
            continue
        for name in value:
            if name not in _TOPIC_KEYS:
                file.error(name, f'"{name}" of the topic "{key}" is not known: use {", ".join(_TOPIC_KEYS)}')
        title, ask = text_of(file, key, value, "title"), text_of(file, key, value, "ask")
        asked = texts_of(file, key, value.get("asked", []))
        if title is None:
            file.error(key, f'the topic "{key}" has no title: add a line such as title = "Passwords"')
        elif asked:
            yield Topic(key, title, asked, ask, off_topic=flag_of(file, key, value, "off_topic"))


def flag_of(file: TomlFile, topic: str, entry: Mapping[str, object], key: str) -> bool:
    """Whether ``key`` of a table is true; False where there is none. Anything else is reported."""
    value = entry.get(key, False)
    if not isinstance(value, bool):
        file.error(topic, f'"{key}" of the topic "{topic}" must be true or false, without quotes')
    return value is True


def text_of(file: TomlFile, topic: str, entry: Mapping[str, object], key: str) -> str | None:
    """The text under ``key`` of a table; None where there is none. Anything else is reported."""
    value = entry.get(key)
    if value is None or isinstance(value, str):
        return (value or "").strip() or None
    file.error(topic, f'"{key}" of the topic "{topic}" must be a text in quotes')
    return None


def _synonyms(file: TomlFile) -> Iterator[tuple[str, tuple[str, ...]]]:
    seen: dict[str, str] = {}
    for key, value in file.flat():
        if earlier := seen.get(fold(key)):
            file.warning(key, f'"{key}" is the same word as "{earlier}": keep one of them')
        seen[fold(key)] = key
        if texts := texts_of(file, key, value):
            yield key, texts


def texts_of(file: TomlFile, key: str, value: object) -> tuple[str, ...]:
    """The texts of a list; anything in it that is not a text is reported."""
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        file.error(key, f'"{key}" {_LIST}')
        return ()
    texts = tuple(text for one in value if (text := " ".join(one.split())))
    if len(texts) < len(value):
        file.warning(key, f'"{key}" has an empty text: remove it')
    elif not texts:
        file.warning(key, f'"{key}" lists nothing: add texts in quotes, or remove it')
    return texts


def _check_repeated(
    asked_file: TomlFile, asked: Mapping[str, tuple[str, ...]], topics_file: TomlFile, topics: tuple[Topic, ...]
) -> None:
    """The same question in two places cannot tell them apart."""
    entries = [(key, text) for key, texts in asked.items() for text in texts]
    entries += [(topic.id, text) for topic in topics for text in topic.asked]
    for key, text, earlier in repeated(entries):
        file = asked_file if key in asked else topics_file
        file.warning(text, f'"{text}" is asked at "{earlier}" already: keep it where it fits best')


def repeated(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Each of ``texts``, which come with the keys that they stand at, that reads the same as an earlier one: its key,
    the text, and the key of the earlier one."""
    seen: dict[str, str] = {}
    for key, text in texts:
        normal = plain(text).strip(" ?!.")
        if earlier := seen.get(normal):
            yield key, text, earlier
        seen.setdefault(normal, key)
