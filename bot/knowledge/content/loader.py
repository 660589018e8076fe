"""The knowledge base's folder as a `Guideline`, checked: every file, and what the files say of each other."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from bot.domain.duties import KNOWN_DUTIES
from bot.domain.guideline import BulletList, Guideline
from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.content.edition import FILE_NAME, EditionFile, read_edition
from bot.knowledge.content.findings import Diagnostic, KnowledgeError, Report
from bot.knowledge.content.phrasing import FILE_NAMES, read_phrasing
from bot.knowledge.content.sections import SectionFile, natural_key, read_section
from bot.knowledge.content.subjects import LINKS, read_links

_Files = dict[Language, list[SectionFile]]


def load(folder: Path) -> Guideline:
    """The guideline in ``folder``; raises `KnowledgeError` with every finding where anything is wrong."""
    guideline, findings = check(folder)
    if guideline is None:
        raise KnowledgeError(findings)
    return guideline


def check(folder: Path) -> tuple[Guideline | None, tuple[Diagnostic, ...]]:
    """The guideline in ``folder``, or None where there are errors; and all findings, by file and line."""
    report = Report()
    if not folder.is_dir():
        report.error(folder, 0, "is no folder: give the one that holds guideline.toml and a folder for each language")
        return None, report.findings
    guideline = _read(folder, report)
    common.check_repeated(folder, report)
    return None if report.has_errors else guideline, report.findings


def _read(folder: Path, report: Report) -> Guideline:
    found = tuple(language for language in Language if (folder / language).is_dir())
    edition_file = read_edition(folder / FILE_NAME, found, report)
    edition = edition_file.edition
    files = {language: _sections(folder / language, report) for language in edition.languages if language in found}
    _check_folders(folder, edition_file, found, report)
    _check_presence(folder, edition_file, files, report)
    for language in files:
        _check_unique(files[language], report)
        _check_counterparts(files, edition.languages[0], language, report)
    _check_duties(edition_file, files)
    texts = _quotable(files)
    phrasings = {language: read_phrasing(folder / language, texts, report) for language in files}
    return Guideline(
        edition=edition,
        sections={language: tuple(one.section for one in files[language]) for language in files if files[language]},
        duties=edition_file.duties,
        phrasings=phrasings,
        links=read_links(folder / LINKS, common.subject_ids(), texts, report) if (folder / LINKS).exists() else {},
    )


def _sections(folder: Path, report: Report) -> list[SectionFile]:
    """The sections in a language's folder, in the order of their ids."""
    files = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name in FILE_NAMES:
            continue
        if path.suffix != ".md":
            names = ", ".join(sorted(FILE_NAMES))
            report.warning(path, 0, f"is not read: a section's file is named NAME.md, staff's words are in {names}")
        elif section := read_section(path, report):
            files.append(section)
    return sorted(files, key=lambda one: natural_key(one.section.id))


def _check_folders(folder: Path, edition: EditionFile, found: Iterable[Language], report: Report) -> None:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and re.fullmatch("[A-Za-z]{2}", path.name) and path.name not in [*Language]:
            report.error(path, 0, f"is no language spoken here: name the folder {', '.join(Language)}, or remove it")
    for language in found:
        if language not in edition.edition.languages:
            message = f'the folder {language} is not read: add "{language}" to languages, or remove the folder'
            edition.file.warning("languages", message)


def _check_presence(folder: Path, edition: EditionFile, files: _Files, report: Report) -> None:
    binding = edition.edition.languages[0]
    if not any(files.values()):
        if below := next((path.parent for path in sorted(folder.glob(f"*/{FILE_NAME}"))), None):
            report.error(folder, 0, f"is not a guideline's folder itself: set SOME_KNOWLEDGE_DIR to {below}")
        else:
            report.error(folder, 0, f"has no sections: add a file such as {folder / binding / '1.md'}")
        return
    for language in edition.edition.languages:
        if files.get(language):
            continue
        what = f"{folder / language} has no sections: add them, or take {language} out of languages"
        if language == binding:
            edition.file.error("languages", f"{what}; the first language is the one that binds")
        else:
            edition.file.warning("languages", what)


def _check_unique(files: Iterable[SectionFile], report: Report) -> None:
    """An id may stand once in a language; text before a section's first heading shares the section's."""
    places: dict[str, str] = {}
    for file in files:
        for identifier, line in _ids(file):
            place = f"{file.path}:{line}"
            if identifier in places:
                message = f'the id "{identifier}" is already at {places[identifier]}: give one of the two another id'
                report.error(file.path, line, message)
            places.setdefault(identifier, place)


def _ids(file: SectionFile) -> Iterator[tuple[str, int]]:
    yield file.section.id, file.line
    for subsection in file.section.subsections:
        if subsection.id != file.section.id:
            yield subsection.id, subsection.line
        ids = (one for part in subsection.body if isinstance(part, BulletList) for one in part.ids if one)
        yield from ((one, subsection.line) for one in ids)


def _check_counterparts(files: _Files, binding: Language, other: Language, report: Report) -> None:
    """What stands in one of two languages only."""
    if not (files.get(binding) and files[other]):
        return
    for here, there in ((binding, other), (other, binding)):
        known = _subsection_ids(files[there])
        known_sections = {file.section.id for file in files[there]}
        for file in files[here]:
            if file.section.id not in known_sections:
                report.warning(file.path, file.line, f'section "{file.section.id}" is missing in {there}: translate it')
                continue
            for one in file.section.subsections:
                if one.id not in known:
                    report.warning(file.path, one.line, f'subsection "{one.id}" is missing in {there}: translate it')


def _subsection_ids(files: Iterable[SectionFile]) -> set[str]:
    return {one.id for file in files for one in file.section.subsections}


def _quotable(files: _Files) -> dict[str, list[str]]:
    """The ids of subsections and of list items, whatever can be pointed at, each with what stands there in each
    language: a subsection need not be translated yet."""
    texts: dict[str, list[str]] = {}
    for one in (one for of_language in files.values() for file in of_language for one in file.section.subsections):
        for identifier, text in ((one.id, one.text), *one.items_by_id.items()):
            texts.setdefault(identifier, []).append(text)
    return texts


def _check_duties(edition: EditionFile, files: _Files) -> None:
    known = _subsection_ids(files.get(edition.edition.languages[0], ()))
    for name, subsection in edition.duties.items():
        if name not in KNOWN_DUTIES:
            close = get_close_matches(name, sorted(KNOWN_DUTIES), n=1)
            right = f'"{close[0]}"' if close else "one of the program's names"
            edition.file.error(name, f'the duty "{name}" is not known: correct it to {right}, or remove it')
        if subsection not in known:
            message = f'the duty "{name}" points at "{subsection}", which no subsection has: correct the id'
            edition.file.error(name, message)
