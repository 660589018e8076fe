"""Divides a section that has no sub-headings of its own into subsections: each what an answer can quote whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from bot.domain.guideline import BulletList, Paragraph, Section, Subsection
from bot.knowledge.sentences import PASSAGE_WORDS, sentences

TITLE_WORDS: Final = 8

_Part = Paragraph | BulletList


def divided(section: Section) -> Section:
    """``section`` with a subsection a paragraph, a list going with the paragraph above it.

    A paragraph longer than an answer's quote is divided between sentences. The titles are the first words of the text,
    marked with …, since a title of our own would be an invented one.
    """
    pieces = list(_pieces(section.subsections[0].body))
    if len(section.subsections) > 1 or len(pieces) < 2:
        return section
    named = (Subsection(f"{section.id}.{place}", _title(piece), piece) for place, piece in enumerate(pieces, 1))
    return Section(section.id, section.title, tuple(named))


def is_first_words(title: str) -> bool:
    """Whether ``title`` is one that `divided` gave."""
    return title.endswith(" …")


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


def _within_quote(paragraph: Paragraph) -> list[Paragraph]:
    groups: list[list[str]] = [[]]
    words = 0
    for sentence in sentences(paragraph.text):
        length = len(sentence.split())
        if groups[-1] and words + length > PASSAGE_WORDS:
            groups.append([])
            words = 0
        groups[-1].append(sentence)
        words += length
    return [Paragraph(" ".join(group)) for group in groups]


def _title(piece: Sequence[_Part]) -> str:
    first = piece[0]
    text = first.text if isinstance(first, Paragraph) else first.items[0]
    return f"{' '.join(text.split()[:TITLE_WORDS])[:100].rstrip(' .,;:')} …"
