"""What the tests of importing documents share; no tests."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.domain.guideline import BulletList, Section
from bot.domain.language import Language
from bot.importing.document import Block, Document, Sections
from bot.importing.formats.from_html import read_markdown
from bot.importing.formats.from_text import read_text
from bot.importing.sectioning import sections_of


def from_text(text: str, language: Language = Language.FI) -> Sections:
    """The sections of a plain text."""
    return sections_of(read_text(text.encode()), language)


def from_markdown(text: str, language: Language = Language.FI) -> Sections:
    return sections_of(read_markdown(text.encode()), language)


def from_blocks(*blocks: Block) -> Sections:
    return sections_of(Document(blocks), Language.FI)


def titles(sections: Sections) -> dict[str, str]:
    """The titles of the main sections by id."""
    return {section.id: section.title for section in sections.sections}


def subtitles(sections: Sections, section_id: str) -> dict[str, str]:
    """The titles of a section's subsections by id."""
    section = next(one for one in sections.sections if one.id == section_id)
    return {one.id: one.title for one in section.subsections}


def text_of(sections: Sections, section_id: str) -> str:
    """All text of a section, without its headings."""
    section = next(one for one in sections.sections if one.id == section_id)
    return "\n".join(one.text for one in section.subsections)


def items_of(sections: Sections, section_id: str) -> list[str]:
    """All list items of a section."""
    section = next(one for one in sections.sections if one.id == section_id)
    parts = (part for one in section.subsections for part in one.body)
    return [item for part in parts if isinstance(part, BulletList) for item in part.items]


def reported(found: Sections) -> str:
    """All that an import says of what is in no section."""
    facts = (f"{fact.value} {fact.line}" for fact in found.facts)
    return "\n".join([found.title, *found.left_out, *found.contents, *facts])


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def words_of(sections: Iterable[Section]) -> list[str]:
    """Every word of the sections in order, headings in their places; a title that is only repeated counts once."""
    found = []
    for section in sections:
        found += words(section.title)
        for one in section.subsections:
            found += words(one.title) if one.title != section.title else []
            found += words(one.text)
    return found
