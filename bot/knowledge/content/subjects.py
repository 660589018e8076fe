"""Subjects: what social media guidelines speak of, and what staff ask about, whatever a guideline rules on it.

``knowledge/common/subjects/`` has a file a language with the same ids. A subject is named by what is asked: a rule and
its opposite belong to the same one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge.content.findings import Report
from bot.knowledge.content.phrasing import text_of, texts_of
from bot.knowledge.content.tomlfile import TomlFile, read_toml
from bot.language.analysis import fold

_KEYS = ("title", "asked", "said")


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject in one language: its ``title`` for people to read, how staff ask about it, how guidelines put it."""

    id: str
    title: str
    asked: tuple[str, ...]
    said: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """All that it is learnt from."""
        return self.title, *self.asked, *self.said


@dataclass(frozen=True, slots=True)
class SubjectFile:
    """The subjects of one language, and the file that they are in."""

    subjects: tuple[Subject, ...]
    file: TomlFile


def read_subjects(path: Path, report: Report) -> SubjectFile:
    """The subjects in the file ``path``; ``report`` gets what is wrong with it, by line."""
    file = read_toml(path, report)
    return SubjectFile(tuple(_subjects(file)), file)


def check_subjects(files: Sequence[SubjectFile]) -> None:
    """Every subject stands in every language's file, and no line belongs to two subjects."""
    ids = {subject.id for one in files for subject in one.subjects}
    for one in files:
        for missing in sorted(ids - {subject.id for subject in one.subjects}):
            one.file.error(missing, f'the subject "{missing}" is in another language, and missing here: add it')
        _check_repeated(one)


def _subjects(file: TomlFile) -> Iterator[Subject]:
    for key, value in file.values.items():
        if not isinstance(value, Mapping):
            file.error(key, f'"{key}" must be a subject: write [{key}], then lines for title, asked and said')
            continue
        for name in value:
            if name not in _KEYS:
                file.error(name, f'"{name}" of the subject "{key}" is not known: use {", ".join(_KEYS)}')
        title = text_of(file, key, value, "title")
        asked, said = (texts_of(file, key, value.get(name, [])) for name in ("asked", "said"))
        if title is None:
            file.error(key, f'the subject "{key}" has no title: add a line such as title = "Passwords"')
        elif asked and said:
            yield Subject(key, title, asked, said)


def _check_repeated(one: SubjectFile) -> None:
    seen: dict[str, str] = {}
    for subject in one.subjects:
        for text in (*subject.asked, *subject.said):
            normal = " ".join(fold(text).strip(" ?!.").split())
            if earlier := seen.get(normal):
                message = f'"{text}" stands at "{earlier}" already: keep it where it fits best, or nowhere'
                one.file.warning(text, message)
            seen.setdefault(normal, subject.id)
