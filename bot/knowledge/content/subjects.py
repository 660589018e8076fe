"""Subjects: what social media guidelines speak of, and what staff ask about, whatever a guideline rules on it.

``knowledge/common/subjects/`` has a file a language with the same ids. A subject is named by what is asked: a rule and
its opposite belong to the same one. What has nothing to do with social media, like lunch, is among them as off topic.

Which passage speaks of which subject is found by the search. What a person has confirmed or corrected of it stands in
``links.toml`` in the guideline's folder: of a subject, the ids of subsections and list items, each with the words that
stood there then; nothing where the guideline is silent on it::

    permanence = { "6.7.6" = "Julkaistua ei välttämättä saa enää pois verkosta" }
    paid-ads = {}
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.domain.guideline import Topic
from bot.knowledge.content.findings import Report, read_text
from bot.knowledge.content.tomlfile import TomlFile, read_toml, tell_repeated
from bot.language.analysis import plain

LINKS = "links.toml"
_HEADING = re.compile(r"^\s*\[\s*([\w-]+)\s*\]", re.MULTILINE)
_LINK = 'permanence = { "5.2" = "the words that stand there" }, or {} where the guideline is silent'


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject in one language: its ``title`` for people to read, how staff ask about it, how guidelines put it.

    One that is ``off_topic`` has nothing to do with social media at all, so that no guideline need put it in any way;
    ``ask`` is whom to ask about it, where that is the same everywhere.
    """

    id: str
    title: str
    asked: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    ask: str | None = None
    off_topic: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """All that it is learnt from."""
        return self.title, *self.asked, *self.said

    @property
    def without_lines(self) -> Subject:
        """The subject when it is learnt: its lines take memory."""
        return replace(self, asked=(), said=())

    @property
    def topic(self) -> Topic:
        """What a question is about where the guideline is silent on this subject."""
        return Topic(self.id, self.title, self.asked, self.ask, self.off_topic)


@dataclass(frozen=True, slots=True)
class SubjectFile:
    """The subjects of one language, and the file that they are in."""

    subjects: tuple[Subject, ...]
    file: TomlFile


def read_subjects(path: Path, report: Report) -> SubjectFile:
    """The subjects in the file ``path``; ``report`` gets what is wrong with it, by line."""
    file = read_toml(path, report)
    return SubjectFile(tuple(subjects_in(file, "subject", "asked", "said")), file)


def subjects_in(file: TomlFile, kind: str, *lists: str) -> Iterator[Subject]:
    """The tables of ``file`` as subjects; a ``kind`` of them has these ``lists`` of lines, what is off topic the first
    alone."""
    keys = ("title", "ask", *lists, "off_topic")
    for key, table in file.values.items():
        if not isinstance(table, dict):
            hint = f"write [{key}], then lines for {' and '.join([', '.join(['title', *lists[:-1]]), lists[-1]])}"
            file.error(key, f'"{key}" must be a {kind}: {hint}')
            continue
        for name in table.keys() - {*keys}:
            file.error(name, f'"{name}" of the {kind} "{key}" is not known: use {", ".join(keys)}')
        title, ask = (_text(file, kind, key, table, name) for name in ("title", "ask"))
        off_topic = table.get("off_topic", False)
        if not isinstance(off_topic, bool):
            file.error(key, f'"off_topic" of the {kind} "{key}" must be true or false, without quotes')
        lines = {name: file.texts(key, table.get(name, [])) for name in (lists[:1] if off_topic is True else lists)}
        if title is None:
            file.error(key, f'the {kind} "{key}" has no title: add a line such as title = "Passwords"')
        elif all(lines.values()):
            yield Subject(key, title, ask=ask, off_topic=off_topic is True, **lines)


def _text(file: TomlFile, kind: str, key: str, table: Mapping[str, object], name: str) -> str | None:
    value = table.get(name)
    if value is None or isinstance(value, str):
        return (value or "").strip() or None
    file.error(key, f'"{name}" of the {kind} "{key}" must be a text in quotes')
    return None


def ids_in(path: Path, report: Report) -> tuple[str, ...]:
    """The ids of the subjects in the file ``path``, which may be missing, by the look of their lines alone; ``report``
    gets why it cannot be read."""
    return tuple(_HEADING.findall(read_text(path, report) or "")) if path.exists() else ()


def check_subjects(files: Sequence[SubjectFile]) -> None:
    """Every subject stands in every language's file, and no line belongs to two subjects."""
    ids = {subject.id for one in files for subject in one.subjects}
    for one in files:
        for missing in sorted(ids - {subject.id for subject in one.subjects}):
            one.file.error(missing, f'the subject "{missing}" is in another language, and missing here: add it')
        texts = ((one.file, subject.id, text) for subject in one.subjects for text in (*subject.asked, *subject.said))
        tell_repeated(texts, advice="keep it where it fits best, or nowhere")


def read_links(
    path: Path, known: Collection[str], texts: Mapping[str, Sequence[str]], report: Report
) -> dict[str, tuple[str, ...]]:
    """The passages that the file ``path`` confirms, by subject; ``report`` gets what is wrong, and what came loose.

    ``known`` are the ids of subjects, ``texts`` what stands at each id in each language. A link whose passage is gone
    or has other words holds no longer.
    """
    file = read_toml(path, report)
    links: dict[str, tuple[str, ...]] = {}
    for subject, passages in file.values.items():
        if subject not in known:
            file.error(subject, f'there is no subject "{subject}": `knowledge links` prints them all')
        elif not isinstance(passages, Mapping) or not all(isinstance(words, str) for words in passages.values()):
            file.error(subject, f'"{subject}" must say where the guideline speaks of it: write {_LINK}')
        else:
            held = tuple(one for one, words in passages.items() if _holds(file, subject, one, words, texts))
            if held or not passages:
                links[subject] = held
    return links


def _holds(file: TomlFile, subject: str, passage: str, words: str, texts: Mapping[str, Sequence[str]]) -> bool:
    if passage not in texts:
        what = f'"{passage}", which no subsection or list item has any more'
    elif not any(plain(words) in plain(text) for text in texts[passage]):
        what = f'"{passage}", where other words stand now'
    else:
        return True
    file.warning(subject, f'"{subject}" was confirmed at {what}: confirm it again, or remove it')
    return False
