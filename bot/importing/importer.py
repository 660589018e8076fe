"""``knowledge import``: a document becomes the section files of one language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.domain.guideline import Section
from bot.domain.language import Language
from bot.importing.document import Sections
from bot.importing.making_apart import make
from bot.importing.placing import place, require_room, workshop_beside
from bot.importing.sectioning import shares_title
from bot.importing.writing import file_name
from bot.knowledge.content.edition import FILE_NAME
from bot.knowledge.content.phrasing import ASKED

_ASKED_FOR = {
    "name": "the guideline's name",
    "municipality": "the municipality",
    "version": "the version",
    "approved_on": "who approved it and when, once it is approved",
}
"""What a document may leave open, by the keys of guideline.toml."""


@dataclass(frozen=True, slots=True)
class ImportedGuideline:
    """What an import made, and where; ``beside`` are the files beside the sections' folder that it wrote."""

    source: Path
    folder: Path
    language: Language
    sections: Sections
    beside: tuple[str, ...]


def import_document(source: Path, language: Language, folder: Path) -> ImportedGuideline:
    """Write the sections of the document ``source`` to ``folder``, and a ``guideline.toml`` where there is none.

    Raises DocumentError, which says what to do, where the document cannot be read or would overwrite something; then
    nothing is written.
    """
    require_room(folder, language)
    with workshop_beside(folder) as workshop:
        sections = make(source, language, workshop)
        beside = place(workshop, folder, language)
    return ImportedGuideline(source, folder, language, sections, beside)


def report(done: ImportedGuideline) -> Iterator[str]:
    """What an import did, line by line: sections, what is doubtful, and what is left to do."""
    sections = done.sections.sections
    for section in sections:
        path = done.folder / done.language / file_name(section)
        yield f"{path}: {section.id} {section.title} ({_figures([section])})"
    yield from (f"{done.folder / name}: new" for name in done.beside)
    for fact in done.sections.facts:
        yield f'read: {fact.key} = "{fact.value}", from "{fact.line}"'
    yield from (f"left out: {text}" for text in done.sections.left_out)
    yield from (f"left out as contents: {line}" for line in done.sections.contents)
    for doubt in done.sections.doubts:
        yield f"doubtful: {f'section {doubt.section_id}: ' if doubt.section_id else ''}{doubt.text}"
    figures = f"{_count(len(sections), 'section')}, {_figures(sections)}"
    yield f"{done.source}: {figures}, {len(done.sections.doubts)} doubtful"
    yield from (f"next: {text}" for text in _next(done))


def _next(done: ImportedGuideline) -> Iterator[str]:
    edition = done.folder / FILE_NAME
    if FILE_NAME in done.beside:
        known = {"name"} if done.sections.title else set()
        known |= {fact.key for fact in done.sections.facts}
        missing = [text for key, text in _ASKED_FOR.items() if key not in known]
        yield f"fill in {edition}: {', '.join(missing)}" if missing else f"see that what was read is right in {edition}"
    else:
        yield f'see that languages in {edition} has "{done.language}"'
    if done.sections.doubts:
        yield "compare the doubtful places with the document, and correct the files"
    count = sum(shares_title(section, one) for section in done.sections.sections for one in section.subsections)
    if count:
        yield f"give subsections with their section's title one of their own ({count} of them)"
    yield f"write into {done.folder / done.language / ASKED} how staff ask: until then only its own words find it"
    yield f"SOME_KNOWLEDGE_DIR={done.folder} python -m bot knowledge check"


def _figures(sections: list[Section] | tuple[Section, ...]) -> str:
    subsections = [one for section in sections for one in section.subsections]
    words = sum(len(re.findall(r"\w+", one.text)) for one in subsections)
    return f"{_count(len(subsections), 'subsection')}, {_count(words, 'word')}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' if number != 1 else ''}"
