"""Divides a section that has no sub-headings of its own into subsections: each what an answer can quote whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.guideline import BulletList, Prose, Section, Subsection
from bot.language.sentences import PASSAGE_WORDS, sentences

_Part = Prose | BulletList


def divided(section: Section) -> Section:
    """``section`` with a subsection a paragraph, a list going with the paragraph above it.

    A paragraph longer than an answer's quote is divided between sentences. Each piece keeps the section's title, since
    one of our own would be an invented one.
    """
    pieces = [*_pieces(section.subsections[0].body)]
    if [one.id for one in section.subsections] != [section.id] or len(pieces) < 2:
        return section
    made = (Subsection(f"{section.id}.{place}", section.title, piece) for place, piece in enumerate(pieces, 1))
    return Section(section.id, section.title, tuple(made))


def shares_title(section: Section, subsection: Subsection) -> bool:
    """Whether the subsection is one that `divided` made, with no title of its own."""
    return subsection.id != section.id and subsection.title == section.title


def _pieces(body: Sequence[_Part]) -> Iterator[tuple[_Part, ...]]:
    gathered: tuple[_Part, ...] = ()
    for part in body:
        if isinstance(part, BulletList):
            gathered = (*gathered, part)
            continue
        *whole, last = _within_quote(part)
        if gathered:
            yield gathered
        yield from ((one,) for one in whole)
        gathered = (last,)
    yield gathered


def _within_quote(paragraph: Prose) -> list[Prose]:
    groups: list[list[str]] = [[]]
    words = 0
    for sentence in sentences(paragraph.text):
        length = len(sentence.split())
        if groups[-1] and words + length > PASSAGE_WORDS:
            groups.append([])
            words = 0
        groups[-1].append(sentence)
        words += length
    return [Prose(" ".join(group)) for group in groups]
