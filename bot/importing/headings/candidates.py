"""The places of a document that may be numbered headings, and how much each looks like one."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.importing.document import Block, BlockKind, DocumentError
from bot.importing.headings.numbering import Number, begins_with_capital, counted, number_at_start, numbers_within
from bot.importing.headings.titles import Names, plain_title, prefix_end, title_end, whole_title

# Set on the real guideline and on made-up ones: what a format or a table of contents says outweighs any look.
STYLED: Final = 10
CERTAIN: Final = 10
OWN_LINE: Final = 6
AT_START: Final = 3
MID_LINE: Final = 2
EMPHASIS: Final = 3
AFTER_SENTENCE: Final = 1
LIST_LIKE: Final = -4
LIST_ITEM_CHARACTERS: Final = 300
LIKELY: Final = 5
"""From this score on, a place looks like a heading by itself."""

MOST: Final = 20_000
"""A guideline has some hundred numbers that might be headings; a text with more than this is not one."""

AHEAD: Final = 400
"""How many characters after a number are looked at; no heading is longer."""

Titles = Mapping[tuple[int, ...], str]
"""The titles that a table of contents gives, by number."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be a heading: the block, its number there, and where its title ends; ``sure`` unless guessed.

    ``listed`` tells that its neighbour counts on right away, as in a list; ``below``, that it is the one above.
    """

    block: int
    number: Number
    title_end: int
    score: int
    sure: bool
    listed: bool = False
    below: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands, to compare."""
        return self.block, self.number.start

    @property
    def places(self) -> tuple[int, ...]:
        """Its number."""
        return self.number.places


class Candidates:
    """Finds the candidates of one document."""

    def __init__(self, blocks: Sequence[Block], titles: Titles) -> None:
        self._blocks = blocks
        self._titles = titles
        self._vocabulary = Names(block.text for block in blocks)

    def at_starts(self) -> list[Candidate]:
        """Those at the start of a block, in order."""
        starts = (self._at_start(place, block) for place, block in enumerate(self._blocks))
        return list(self._lists_seen(_without_zeros(_few(one for one in starts if one))))

    def everywhere(self) -> list[Candidate]:
        """Those in mid-line too, in order."""
        within = _few(one for place, block in enumerate(self._blocks) for one in self._within(place, block))
        return sorted([*self.at_starts(), *within], key=lambda one: one.place)

    def _at_start(self, place: int, block: Block) -> Candidate | None:
        number = own_number(block)
        if number is None or (block.kind is BlockKind.ITEM and not block.number):
            return None
        text = block.text[number.end :]
        if block.kind is BlockKind.HEADING:
            return Candidate(place, number, len(block.text), STYLED, sure=True) if text else None
        if not begins_with_capital(text):
            return None
        score = EMPHASIS if block.emphasis else 0
        if whole_title(plain_title(text)):
            own_line = OWN_LINE if whole_title(text) else LIKELY
            return Candidate(place, number, len(block.text), score + own_line + self._listed(number, text), sure=True)
        return self._running_on(place, number, text, score + AT_START)

    def _lists_seen(self, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """``found``, less likely where a neighbour counts on at once with no text between: such are items of a list."""
        for index, one in enumerate(found):
            below = index > 0 and self._counts_on(found[index - 1], one)
            above = index + 1 < len(found) and self._counts_on(one, found[index + 1])
            if one.score < STYLED and (below or above):
                yield replace(one, score=one.score + LIST_LIKE, listed=True, below=below)
            else:
                yield one

    def _counts_on(self, one: Candidate, following: Candidate) -> bool:
        """Whether ``following`` has the next number right below ``one``, with no more space between than in a list."""
        blocks = self._blocks[one.block], self._blocks[following.block]
        return (
            following.block == one.block + 1
            and one.number.style.rstrip(".)") == following.number.style.rstrip(".)")
            and one.places[:-1] == following.places[:-1]
            and one.places[-1] + 1 == following.places[-1]
            and (blocks[0].gap or not blocks[1].gap)
            and len(blocks[0].text) <= LIST_ITEM_CHARACTERS
        )

    def _within(self, place: int, block: Block) -> Iterator[Candidate]:
        if block.kind not in (BlockKind.TEXT, BlockKind.ITEM):
            return
        for number in numbers_within(block.text):
            if number.start:
                before = block.text[max(0, number.start - 2) : number.start].rstrip()
                score = MID_LINE + (AFTER_SENTENCE if before[-1:] in ".!?:”)" else 0)
                yield self._running_on(place, number, block.text[number.end : number.end + AHEAD], score)

    def _listed(self, number: Number, text: str) -> int:
        title = self._titles.get(number.places)
        return CERTAIN if title and prefix_end(text, title) == len(text) else 0

    def _running_on(self, place: int, number: Number, text: str, score: int) -> Candidate:
        """A heading that text follows in the same block: its end is known from the table of contents, or guessed."""
        title = self._titles.get(number.places)
        end = prefix_end(text, title) if title else None
        if end is not None:
            return Candidate(place, number, number.end + end, score + CERTAIN, sure=True)
        return Candidate(place, number, number.end + title_end(text, self._vocabulary), score, sure=False)


def own_number(block: Block) -> Number | None:
    """The number that a block has, counted by the format or at the start of its text."""
    return (counted(block.number) if block.number else None) or number_at_start(block.text)


def _without_zeros(found: list[Candidate]) -> list[Candidate]:
    """``found`` with 1.0, 2.0 … as 1, 2 …, where these are what counts the main headings."""
    zeros = {one.places[0] for one in found if len(one.places) == 2 and one.places[1] == 0}
    if len(zeros) < 2 or zeros & {one.places[0] for one in found if len(one.places) == 1}:
        return found
    return [
        replace(one, number=replace(one.number, places=one.places[:1], style=f"{one.number.style}.0"))
        if one.places[1:] == (0,)
        else one
        for one in found
    ]


def _few(found: Iterable[Candidate]) -> list[Candidate]:
    """``found``, as long as it is no more than a guideline can have; raises DocumentError else."""
    few = list(itertools.islice(found, MOST + 1))
    if len(few) > MOST:
        raise DocumentError(f"has over {MOST} numbers that might be headings: import the guideline alone")
    return few
