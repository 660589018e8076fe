"""``knowledge import``: a document becomes the section files of one language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.domain.guideline import Section
from bot.domain.language import Language
from bot.knowledge.edition import FILE_NAME
from bot.knowledge.importing.isolation import sections_in
from bot.knowledge.importing.model import Sections
from bot.knowledge.importing.pieces import is_first_words
from bot.knowledge.importing.placing import place, require_room
from bot.knowledge.importing.writing import file_name, files_of


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import made, and where. ``new_edition`` tells that it wrote a ``guideline.toml``."""

    source: Path
    folder: Path
    language: Language
    sections: Sections
    new_edition: bool


def import_document(source: Path, language: Language, folder: Path) -> Imported:
    """Write the sections of the document ``source`` to ``folder``, and ``guideline.toml`` where there is none.

    Raises DocumentError, which says what to do, where the document cannot be read or would overwrite something; then
    nothing is written.
    """
    require_room(folder, language)
    sections = sections_in(source, language)
    files = files_of(sections, language, source.name)
    new_edition = not (folder / FILE_NAME).exists()
    place(files, sections.sections, folder, language)
    return Imported(source, folder, language, sections, new_edition)


def report(done: Imported) -> Iterator[str]:
    """What an import did, line by line: sections, what is doubtful, and what is left to do."""
    sections = done.sections.sections
    for section in sections:
        path = done.folder / done.language / file_name(section)
        yield f"{path}: {section.id} {section.title} ({_figures([section])})"
    yield from (f"left out: {text}" for text in done.sections.left_out)
    for doubt in done.sections.doubts:
        yield f"doubtful: {f'section {doubt.section_id}: ' if doubt.section_id else ''}{doubt.text}"
    numbered = "1 section" if len(sections) == 1 else f"{len(sections)} sections"
    yield f"{done.source}: {numbered}, {_figures(sections)}, {len(done.sections.doubts)} doubtful"
    yield from (f"next: {text}" for text in _next(done))


def _next(done: Imported) -> Iterator[str]:
    edition = done.folder / FILE_NAME
    if done.new_edition:
        missing = ["the municipality", "the version", "who approved it and when, once it is approved"]
        name = [] if done.sections.title else ["the guideline's name"]
        yield f"fill in {edition}: {', '.join([*name, *missing])}"
    else:
        yield f'see that languages in {edition} has "{done.language}"'
    if done.sections.doubts:
        yield "compare the doubtful places with the document, and correct the files"
    titles = [one.title for section in done.sections.sections for one in section.subsections]
    if count := sum(map(is_first_words, titles)):
        yield f"give the {count} subsections whose titles are their first words (… at the end) titles of their own"
    yield f"SOME_KNOWLEDGE_DIR={done.folder} python -m bot knowledge check"


def _figures(sections: list[Section] | tuple[Section, ...]) -> str:
    subsections = [one for section in sections for one in section.subsections]
    words = sum(len(re.findall(r"\w+", one.text)) for one in subsections)
    return f"{len(subsections)} subsection{'s' * (len(subsections) != 1)}, {words} words"
