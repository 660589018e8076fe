"""What the levels of a document's marked headings say: which headings divide it into chapters."""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.importing.document import Block, BlockKind
from bot.importing.headings.candidates import STYLED, Candidate, own_number
from bot.importing.headings.numbering import Number, begins_with_capital
from bot.importing.headings.titles import names_guideline, plain_title, whole_title

COUNTED: Final = "counted"
"""The style of a number that the document does not have: its headings were counted."""

_OPEN = re.compile(r"(?:,|\s(?:kun|jos|että|jotta|sekä|om|när|som|att|if|when|that|to|and))$|, \w+$", re.IGNORECASE)
LOOKS_LIKE: Final = 8
"""The level of a heading that nobody marked: below most that somebody did."""

_BACK_MATTER = re.compile(
    r"(?:lähteet|liit(?:e|teet)|yhteystiedot|källor|bilag(?:a|or)|kontakt|sources|references|appendi(?:x|ces)|annex)\b",
    re.IGNORECASE,
)


def marked(blocks: Sequence[Block]) -> list[int]:
    """The places of the headings that the format marks, the document's title not among them, in order."""
    places = [place for place, block in enumerate(blocks) if block.kind is BlockKind.HEADING and block.level]
    return places[1:] if _begins_with_title(blocks, places) else places


def _begins_with_title(blocks: Sequence[Block], places: Sequence[int]) -> bool:
    """Whether the first heading is the document's title: above all others, or called so and above all but one."""
    if len(places) < 2:
        return False
    first, *others = (blocks[place].level for place in places)
    as_high = [place for place in places[1:] if blocks[place].level <= first]
    if not as_high:
        return True
    called_so = names_guideline(blocks[places[0]].text) and not names_guideline(blocks[as_high[0]].text)
    return called_so and len(as_high) == 1 and others.count(others[0]) > 1


def chapters(blocks: Sequence[Block]) -> list[int]:
    """The places of the headings that divide the document: the highest level that has several, and what is above it."""
    places = marked(blocks)
    levels = Counter(blocks[place].level for place in places)
    level = min((one for one, count in levels.items() if count > 1), default=min(levels, default=0))
    first = next((place for place in places if blocks[place].level == level), 0)
    return [place for place in places if place >= first and blocks[place].level <= level]


def by_look(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """``blocks`` with those as headings that look like it, for a document that marks and numbers none: lines in bold,
    else lines in capitals, else short lines among sentences; as they are where there are not several of a kind."""
    kinds: tuple[Callable[[Block], bool], ...] = (
        lambda block: block.emphasis,
        lambda block: block.text.isupper(),
        lambda block: begins_with_capital(block.text) and block.text[-1] != ":",
    )
    for fewest, looks in zip((2, 2, 3), kinds, strict=True):
        places = {
            place
            for place, (block, below) in enumerate(itertools.pairwise(blocks))
            if _may_head(block) and looks(block) and not ((_may_head(below) and looks(below)) or _leads(block, below))
        }
        if len(places) >= fewest:
            return tuple(
                replace(block, kind=BlockKind.HEADING, level=LOOKS_LIKE - block.text.isupper())
                if place in places
                else block
                for place, block in enumerate(blocks)
            )
    return tuple(blocks)


def _leads(block: Block, below: Block) -> bool:
    """Whether a line is the beginning of the sentences that the items of the list below it end."""
    return below.kind is BlockKind.ITEM and _OPEN.search(block.text) is not None


def _may_head(block: Block) -> bool:
    return block.kind is BlockKind.TEXT and whole_title(plain_title(block.text))


def counted_on(blocks: Sequence[Block], places: Sequence[int], first: int) -> Iterator[Candidate]:
    """The headings at ``places`` as chapters, counted from ``first`` on; an equal number of their own is taken off."""
    for value, place in enumerate(places, first):
        own = own_number(blocks[place])
        number = own if own and own.places == (value,) else Number((value,), COUNTED, 0, 0)
        yield Candidate(place, number, len(blocks[place].text), STYLED, sure=True)


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
