"""The social media guideline: its sections in each language, and the duties it lays down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.domain.language import Language


class Approval(StrEnum):
    """How far the guideline is in the municipality's decision-making."""

    DRAFT = "draft"
    APPROVED = "approved"


class Wording(StrEnum):
    """Whether the text is the guideline's own or a summary of it."""

    SUMMARY = "summary"
    VERBATIM = "verbatim"


@dataclass(frozen=True, slots=True)
class Edition:
    """Which guideline this is; ``languages[0]`` is the one that binds, the others are translations. ``support`` says in
    each language whom the municipality's staff can talk to when they are not well, where it has said so."""

    name: Mapping[Language, str]
    municipality: Mapping[Language, str]
    version: str
    status: Approval
    wording: Wording
    languages: tuple[Language, ...]
    approved_on: date | None = None
    approved_by: str | None = None
    review_by: date | None = None
    source: str | None = None
    support: Mapping[Language, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph of a subsection, as plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list in a subsection, each item as plain text; ``ids`` has one of each item, empty where it has none."""

    items: tuple[str, ...]
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subsection:
    """The smallest part that an answer can quote.

    ``id`` is ours (``3.2``): people see the main section's number and title. Text that stands before a section's first
    heading is a subsection with the section's own id and title. ``editors_note`` tells what has changed since the
    guideline was written; it is never shown as the guideline's words. ``file`` and ``line`` say where it was read.
    """

    id: str
    title: str
    body: tuple[Prose | BulletList, ...]
    editors_note: str | None = None
    file: str = ""
    line: int = 0

    @property
    def text(self) -> str:
        """The whole body as plain text, one paragraph or list item a line."""
        lines: list[str] = []
        for part in self.body:
            lines.extend([part.text] if isinstance(part, Prose) else part.items)
        return "\n".join(lines)

    @property
    def items_by_id(self) -> dict[str, str]:
        """Its list items that have an id."""
        lists = (part for part in self.body if isinstance(part, BulletList))
        return {one: item for part in lists for one, item in zip(part.ids, part.items, strict=False) if one}


@dataclass(frozen=True, slots=True)
class Section:
    """A main section of the guideline in one language; ``id`` is its number, stable across languages."""

    id: str
    title: str
    subsections: tuple[Subsection, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that people ask the bot though the guideline does not cover it; ``ask`` says who knows. What is
    ``off_topic`` has nothing to do with social media at all."""

    id: str
    title: str
    asked: tuple[str, ...] = ()
    ask: str | None = None
    off_topic: bool = False


@dataclass(frozen=True, slots=True)
class Phrasing:
    """How staff put things in one language, where the guideline puts them otherwise.

    ``asked`` maps a subsection's id to questions that it answers; ``topics`` are what it does not cover; ``synonyms``
    map a word of staff's to the guideline's words for it.
    """

    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    topics: tuple[Topic, ...] = ()
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Guideline:
    """The guideline in all its languages.

    ``duties`` maps the name of an obligation (``regular_updates``) to the id of the subsection it comes from. ``links``
    are what a person has confirmed: of a subject, the ids of the subsections and list items that speak of it, none
    where the guideline is silent on it.
    """

    edition: Edition
    sections: Mapping[Language, tuple[Section, ...]]
    duties: Mapping[str, str] = field(default_factory=dict)
    phrasings: Mapping[Language, Phrasing] = field(default_factory=dict)
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def passages(self, language: Language) -> Iterator[tuple[Section, Subsection]]:
        """Every subsection in ``language`` with its section, in the guideline's order."""
        for section in self.sections.get(language, ()):
            for subsection in section.subsections:
                yield section, subsection

    def locate(self, subsection_id: str, language: Language) -> tuple[Section, Subsection] | None:
        """The subsection with its section, in ``language`` or else in the binding language; None if there is none."""
        for candidate in (language, *self.edition.languages):
            for section, subsection in self.passages(candidate):
                if subsection.id == subsection_id:
                    return section, subsection
        return None
