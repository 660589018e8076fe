"""What the levels of a document's marked headings say: which headings divide it into chapters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from bot.importing.document import Block, BlockKind
from bot.importing.headings.candidates import STYLED, Candidate
from bot.importing.headings.numbering import Number, counted, number_at_start

COUNTED: Final = "counted"
"""The style of a number that the document does not have: its headings were counted."""

_BACK_MATTER = re.compile(
    r"(?:lähteet|liit(?:e|teet)|yhteystiedot|källor|bilag(?:a|or)|kontakt|sources|references|appendi(?:x|ces)|annex)\b",
    re.IGNORECASE,
)


def marked(blocks: Sequence[Block]) -> list[int]:
    """The places of the headings that the format marks, the document's title not among them, in order."""
    places = [place for place, block in enumerate(blocks) if block.kind is BlockKind.HEADING and block.level]
    return places[1:] if _begins_with_title(blocks, places) else places


def _begins_with_title(blocks: Sequence[Block], places: Sequence[int]) -> bool:
    """Whether the first heading is the document's title: above all others, or all but one."""
    if len(places) < 2:
        return False
    first, *others = (blocks[place].level for place in places)
    if first < min(others):
        return True
    next_level = others[0]
    is_bare = places[1] == places[0] + 1
    return is_bare and first < next_level and others.count(next_level) > 1 and sum(one <= first for one in others) < 2


def chapters(blocks: Sequence[Block]) -> list[int]:
    """The places of the headings that divide the document: the highest level that has several, and what is above it."""
    places = marked(blocks)
    levels = Counter(blocks[place].level for place in places)
    level = min((one for one, count in levels.items() if count > 1), default=min(levels, default=0))
    first = next((place for place in places if blocks[place].level == level), 0)
    return [place for place in places if place >= first and blocks[place].level <= level]


def counted_on(blocks: Sequence[Block], places: Sequence[int], first: int) -> Iterator[Candidate]:
    """The headings at ``places`` as chapters, counted from ``first`` on; an equal number of their own is taken off."""
    for value, place in enumerate(places, first):
        own = own_number(blocks[place])
        number = own if own and own.places == (value,) else Number((value,), COUNTED, 0, 0)
        yield Candidate(place, number, len(blocks[place].text), STYLED, sure=True)


def own_number(block: Block) -> Number | None:
    """The number that a heading has, in its text or counted by the format."""
    return (counted(block.number) if block.number else None) or number_at_start(block.text)


def overlooked(blocks: Sequence[Block], mains: Sequence[Candidate], candidates: Sequence[Candidate]) -> int:
    """The level of the headings that are higher than the numbered ``mains`` and would become a part of one; 0 for none.

    A heading that only parts numbers that count on ("Osa B" between 2 and 3) is none, nor is what ends a document.
    """
    levels = [blocks[one.block].level for one in mains if blocks[one.block].kind is BlockKind.HEADING]
    chosen = {one.block for one in mains}
    higher = [place for place in marked(blocks) if blocks[place].level < max(levels, default=0) and place not in chosen]
    higher = [place for place in higher if not _BACK_MATTER.match(blocks[place].text)]
    again = any(one.score >= STYLED and one.places == mains[0].places and one.block not in chosen for one in candidates)
    if not again and all(mains[0].block < place < mains[-1].block for place in higher[1:]):
        higher = [place for place in higher if place > mains[-1].block]
    return max((blocks[place].level for place in higher), default=0)


def unnumbered_at_end(blocks: Sequence[Block], mains: Sequence[Candidate]) -> list[int]:
    """The places of the headings after the last of the numbered ``mains`` that are on its level and have no number."""
    last = blocks[mains[-1].block]
    if last.kind is not BlockKind.HEADING:
        return []
    after = (place for place in marked(blocks) if place > mains[-1].block)
    return [place for place in after if blocks[place].level <= last.level and own_number(blocks[place]) is None]
