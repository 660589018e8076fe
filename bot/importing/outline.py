"""A document's blocks as an outline: the text before the first section, and the main sections with what they hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from bot.importing.document import Block, BlockKind, DocumentError, Doubt
from bot.importing.headings.candidates import LIKELY, STYLED, Candidate, Candidates
from bot.importing.headings.chain import FEWEST, any_headings, main_headings, missing, sub_headings, worded_chapters
from bot.importing.headings.contents import take_contents
from bot.importing.headings.levels import (
    COUNTED,
    LOOKS_LIKE,
    by_look,
    chapters,
    counted_on,
    marked,
    overlooked,
    unnumbered_at_end,
)
from bot.importing.headings.titles import plain_title, whole_title
from bot.importing.inline import unrolled

HEADLESS: Final = 20_000
"""A text of more characters than this needs headings: without, no answer could say where it is from."""


@dataclass(frozen=True, slots=True)
class OutlineHeading:
    """A heading: the places of its number, none where it has no number; ``sure`` unless its end is guessed."""

    title: str
    places: tuple[int, ...] = ()
    level: int = 0
    sure: bool = True
    following: str = ""


OutlinePart = Block | OutlineHeading


@dataclass(slots=True)
class Main:
    """A main section, or with the number 0 the text before the first: its heading, and what stands below it."""

    number: int
    heading: OutlineHeading
    parts: list[OutlinePart] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outline:
    """All of a document in order. ``doubts`` are about how it was divided;
    ``contents`` are the lines of the table of contents, which was taken out."""

    mains: tuple[Main, ...]
    doubts: tuple[Doubt, ...]
    contents: tuple[str, ...]


def outline_of(blocks: Sequence[Block]) -> Outline:
    """The outline of ``blocks``; raises DocumentError for a long text without headings to divide it by."""
    contents = take_contents(blocks)
    parts = contents.blocks
    candidates = Candidates(parts, contents.titles)
    at_starts, everywhere = candidates.at_starts(), candidates.everywhere()
    doubts: tuple[Doubt, ...] = ()
    if mains := worded_chapters(at_starts):
        parts = _with_paragraphs(parts, at_starts)
    elif mains := _numbered(parts, at_starts, everywhere):
        mains += counted_on(parts, unnumbered_at_end(parts, mains), mains[-1].places[0] + 1)
    else:
        parts, mains, doubts = _without_numbers(parts, at_starts)
    in_mid_line = any(one.number.start for one in mains)
    subs = everywhere if in_mid_line else [one for one in at_starts if one.score >= LIKELY]
    sections = _by_numbers(parts, mains, [*_below(mains, subs)])
    return Outline(sections, (*doubts, *_doubts(mains)), contents.lines)


def _with_paragraphs(blocks: tuple[Block, ...], candidates: Sequence[Candidate]) -> tuple[Block, ...]:
    """``blocks`` with the paragraphs that chapters are divided into ("5 § Toimivalta") as headings below them."""
    places = {one.block for one in candidates if one.number.style == "§" and one.sure and one.score >= LIKELY}
    return tuple(
        replace(block, kind=BlockKind.HEADING, level=LOOKS_LIKE) if place in places else block
        for place, block in enumerate(blocks)
    )


def _without_numbers(
    blocks: tuple[Block, ...], at_starts: Sequence[Candidate]
) -> tuple[tuple[Block, ...], list[Candidate], tuple[Doubt, ...]]:
    """What divides a document whose numbers do not: the headings that are marked, else what looks like one, or nothing.

    Blocks that look like headings are headings among the blocks that are returned.
    """
    if len(marked(blocks)) >= FEWEST:
        return blocks, [*counted_on(blocks, chapters(blocks), 1)], ()
    some = any_headings(at_starts)
    if len(some) >= FEWEST:
        begin = some[0].places[0]
        return blocks, some, (Doubt("", f"the headings begin with the number {begin}"),) if begin > 1 else ()
    headed = by_look(blocks)
    if chosen := [*counted_on(headed, chapters(headed), 1)] or some:
        guessed = Doubt("", "no headings are marked or numbered: lines that look like headings were taken for them")
        return headed, chosen, (guessed,) if headed != blocks else ()
    if sum(len(block.text) for block in blocks) > HEADLESS:
        raise DocumentError(
            "no numbered headings were found: number the main headings 1, 2, 3 … in the document, each on a line of "
            "its own, or mark them with the heading styles of the word processor"
        )
    return blocks, [], (Doubt("", "no headings were found: the whole text became one section"),)


def _numbered(
    blocks: Sequence[Block], at_starts: Sequence[Candidate], everywhere: Sequence[Candidate]
) -> list[Candidate]:
    """The numbered headings that divide the document; none where those that the format marks do it better."""
    mains = main_headings(at_starts, everywhere)
    if not any(blocks[one.block].kind is BlockKind.HEADING for one in mains):
        styled = len(chapters(blocks))
        # Numbers of text alone may be those of a mere list.
        return [] if styled > 1 and styled >= len(mains) else mains
    level = overlooked(blocks, mains, at_starts)
    if not level:
        return mains
    higher = [one for one in at_starts if one.score >= STYLED and blocks[one.block].level <= level]
    mains = main_headings(higher, ())
    return [] if mains and overlooked(blocks, mains, higher) else mains


def _below(mains: Sequence[Candidate], subs: Sequence[Candidate]) -> Iterator[Candidate]:
    ends = [*(one.place for one in mains[1:]), (len(subs) and subs[-1].block + 1, 0)]
    position = 0
    for main, end in zip(mains, ends, strict=False):
        inside = []
        while position < len(subs) and subs[position].place < end:
            if subs[position].place > main.place:
                inside.append(subs[position])
            position += 1
        yield from sub_headings(inside, main.places[0])


def _by_numbers(blocks: Sequence[Block], mains: Sequence[Candidate], subs: Sequence[Candidate]) -> tuple[Main, ...]:
    sections = [Main(0 if mains else 1, OutlineHeading(""))]
    for part in _parts(blocks, sorted([*mains, *subs], key=lambda one: one.place)):
        if isinstance(part, OutlineHeading) and len(part.places) == 1:
            # A document that counts from 0 has its own section 0; what stands before it goes to its start.
            before = sections.pop().parts if part.places == (0,) else []
            sections.append(Main(part.places[0], part, before))
        else:
            sections[-1].parts.append(part)
    return tuple(sections if sections[0].parts or not mains else sections[1:])


def _doubts(mains: Sequence[Candidate]) -> Iterator[Doubt]:
    """What to say of numbers that are missing, and of headings that have a number of ours."""
    for number in missing(mains):
        yield Doubt(str(number - 1), f"no heading with the number {number} was found: is there one in it?")
    counted = [one for one in mains if one.number.style == COUNTED]
    if counted and len(counted) == len(mains):
        yield Doubt(str(mains[0].places[0]), "the main headings have no numbers: they were counted in order")
        return
    for one in counted:
        yield Doubt(str(one.places[0]), "its heading does not have this number: it was counted in order")


def _parts(blocks: Sequence[Block], headings: Sequence[Candidate]) -> Iterator[OutlinePart]:
    """``blocks`` with the chosen headings in their places, and lists in mid-line unrolled."""
    waiting = list(reversed(headings))
    for place, block in enumerate(blocks):
        mine = []
        while waiting and waiting[-1].block == place:
            mine.append(waiting.pop())
        yield from _split(block, mine) if mine else _plain(block, blocks[place + 1 : place + 2])


def _split(block: Block, headings: Sequence[Candidate]) -> Iterator[OutlinePart]:
    position = 0
    for one in headings:
        yield from _running(block, position, one.number.start)
        position = max(one.title_end, one.number.end)
        title = plain_title(block.text[one.number.end : position]) or block.text[one.number.start : position].strip()
        if one.number.style == COUNTED:
            title = " ".join(filter(None, (block.number, title)))
        following = "" if one.sure else block.text[position : position + 40].strip()
        yield OutlineHeading(title, one.places, block.level, one.sure, following)
    yield from _running(block, position, len(block.text))


def _running(block: Block, start: int, end: int) -> Iterator[OutlinePart]:
    if text := block.text[start:end].strip():
        yield from _unrolled(Block(text, block.kind if not start and block.kind is BlockKind.ITEM else BlockKind.TEXT))


def _plain(block: Block, following: Sequence[Block]) -> Iterator[OutlinePart]:
    if block.kind is BlockKind.HEADING:
        yield OutlineHeading(" ".join(filter(None, (block.number, plain_title(block.text)))), level=block.level)
        return
    # A short line in bold or larger letters, text below it, is a heading that nobody marked as one.
    stands_out = block.emphasis and block.kind is BlockKind.TEXT and whole_title(plain_title(block.text))
    if stands_out and following and not following[0].emphasis:
        yield OutlineHeading(plain_title(block.text), level=LOOKS_LIKE)
        return
    yield from _unrolled(block)


def _unrolled(block: Block) -> Iterator[OutlinePart]:
    for one in unrolled(block):
        yield OutlineHeading(one.text, level=one.level, sure=False) if one.kind is BlockKind.HEADING else one
