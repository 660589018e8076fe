"""The guideline as a book: its chapters in their order, and each part of it with what stands before and after it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.guideline import Edition, Guideline, Section, Subsection
from bot.domain.language import Language
from bot.language.analysis import phrase_words, words

_SHORTEST, _ENDING = 3, 2
"""How many letters two forms of a word share at least, and how many of the shorter one may be its ending."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One whole subsection to read, for somebody who reads ``language``; ``written`` is the language of its text: the
    one asked for, or else the binding one. ``before`` and ``after`` are its neighbours in the book."""

    section: Section
    subsection: Subsection
    edition: Edition
    language: Language
    written: Language
    before: Subsection | None = None
    after: Subsection | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A main section with its subsections to choose from; the rest as of a `Passage`."""

    section: Section
    edition: Edition
    language: Language
    written: Language
    before: Section | None = None
    after: Section | None = None


@dataclass(frozen=True, slots=True)
class BookContents:
    """All main sections."""

    sections: tuple[Section, ...]
    edition: Edition
    language: Language
    written: Language


class Book:
    """Opens the guideline at any place."""

    def __init__(self, guideline: Guideline) -> None:
        self._guideline = guideline
        self.languages = tuple(one for one in guideline.edition.languages if guideline.sections.get(one))
        """The languages that the guideline has any text in, the binding one first."""
        self._pages = {one: list(guideline.passages(one)) for one in self.languages}
        self._places = {one: {page.id: at for at, (_, page) in enumerate(self._pages[one])} for one in self.languages}

    def language_of(self, subsection_id: str, language: Language) -> Language:
        """The language that somebody who reads ``language`` finds this subsection in."""
        found = (one for one in (language, *self.languages) if subsection_id in self._places.get(one, ()))
        return next(found, self.languages[0])

    def contents(self, language: Language) -> BookContents:
        """The main sections, in ``language`` or else in the binding one."""
        written = language if language in self.languages else self.languages[0]
        return BookContents(self._guideline.sections[written], self._guideline.edition, language, written)

    def passage(self, subsection_id: str, language: Language) -> Passage | None:
        """The subsection with this id; None where the guideline has none."""
        written = self.language_of(subsection_id, language)
        place = self._places[written].get(subsection_id)
        if place is None:
            return None
        pages = self._pages[written]
        before = pages[place - 1][1] if place else None
        after = pages[place + 1][1] if place + 1 < len(pages) else None
        return Passage(*pages[place], self._guideline.edition, language, written, before, after)

    def chapter(self, section_id: str, language: Language) -> Chapter | None:
        """The main section with this id; None where the guideline has none."""
        for written in (language, *self.languages):
            sections = self._guideline.sections.get(written, ())
            place = next((at for at, one in enumerate(sections) if one.id == section_id), None)
            if place is not None:
                before = sections[place - 1] if place else None
                after = sections[place + 1] if place + 1 < len(sections) else None
                return Chapter(sections[place], self._guideline.edition, language, written, before, after)
        return None

    def find(self, part: str, language: Language) -> Chapter | Passage | None:
        """The part with this number, or else the one with these words in its title; None where there is none."""
        return self._numbered(part, language) or (None if part[:1].isdigit() else self._titled(part, language))

    def _numbered(self, number: str, language: Language) -> Chapter | Passage | None:
        """What has this number: a main section, at once its text where it is not divided, or a subsection."""
        chapter = self.chapter(number, language)
        if chapter is None or len(chapter.section.subsections) == 1:
            return self.passage(chapter.section.subsections[0].id if chapter else number, language)
        return chapter

    def _titled(self, text: str, language: Language) -> Chapter | Passage | None:
        """The part whose title has most of the words of ``text``; None where no title has any."""
        written = self.contents(language).written
        wanted, whole = words(text, written), phrase_words(text)
        if number := next((number for title, number in self._titles(written) if phrase_words(title) == whole), ""):
            return self._numbered(number, language)
        scored = ((_fits(wanted, phrase_words(title)), number) for title, number in self._titles(written))
        (shared, _), number = max(scored, key=lambda pair: pair[0])
        return self._numbered(number, language) if shared else None

    def _titles(self, language: Language) -> Iterator[tuple[str, str]]:
        """Every title with its number; a section's before those of its subsections."""
        for section in self._guideline.sections[language]:
            yield section.title, section.id
            yield from ((one.title, one.id) for one in section.subsections)


def _fits(wanted: Sequence[str], title: Sequence[str]) -> tuple[int, float]:
    """How many of the ``wanted`` words a title has, and how much of it they are."""
    shared = sum(any(_is_form_of(word, other) for other in title) for word in wanted)
    return shared, shared / max(len(title), 1)


def _is_form_of(word: str, other: str) -> bool:
    """Whether two words are the same but for their endings: ``kuvista``, ``kuvat``."""
    shared = max(_SHORTEST, min(len(word), len(other)) - _ENDING)
    return len(word) >= _SHORTEST and word[:shared] == other[:shared]
