"""The table of contents: the best source of what the headings are, and no part of the text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.importing.document import Block, BlockKind
from bot.importing.headings.candidates import AHEAD, Candidate, Candidates
from bot.importing.headings.titles import whole_title

ENTRY_CHARACTERS: Final = 200
"""No entry is longer; between two headings of the text itself there is more."""
SEEN_AGAIN: Final = 2 / 3
"""What stands again, further on, for this share of the entries is a table of contents."""
_TRIED = 10
"""How many places that begin with 0 or 1 are looked at: a table of contents stands early."""
_MARKER = re.compile(
    r"(?:^|\s)(?:sisällys(?:luettelo)?|innehåll(?:sförteckning)?|(?:table of )?contents)\s*:?\s*$", re.IGNORECASE
)
_PAGE = re.compile(r"[\s.·…_]*\d{1,3}$")
_LEADERS = re.compile(r"[\s.·…_]+$")
_ENTRY = re.compile(r".{1,100}?(?:[.·…_]\s?){3,}\s*\d{1,3}")


@dataclass(frozen=True, slots=True)
class TableOfContents:
    """The blocks without the table of contents, and the titles that it gave, by number."""

    blocks: tuple[Block, ...]
    titles: dict[tuple[int, ...], str]


def take_contents(blocks: Sequence[Block]) -> TableOfContents:
    """Find the table of contents in ``blocks``, by its format or by its entries, and take it out."""
    marked = [block for block in blocks if block.kind is BlockKind.CONTENTS]
    rest = tuple(block for block in blocks if block.kind is not BlockKind.CONTENTS)
    if marked:
        plain = [replace(block, kind=BlockKind.TEXT) for block in marked]
        found = Candidates(plain, {}).at_starts()
        titles = {one.places: _title(plain[one.block].text[one.number.end :]) for one in found}
        return TableOfContents(_without_marker(rest), titles)
    candidates = Candidates(rest, {}).everywhere()
    starts = [place for place, one in enumerate(candidates) if one.places in ((0,), (1,))]
    for first in starts[:_TRIED]:
        if run := _run(rest, candidates, first):
            return _taken(rest, run, candidates[first + len(run) :])
    return TableOfContents(rest, {})


def _run(blocks: Sequence[Block], candidates: Sequence[Candidate], first: int) -> list[Candidate]:
    """The entries of a table of contents that begins with candidate ``first``; none where it is no such table."""
    run = [candidates[first]]
    for one in candidates[first + 1 :]:
        if _distance(blocks, run[-1], one) > ENTRY_CHARACTERS or one.places <= run[-1].places:
            break
        run.append(one)
    if sum(len(one.places) == 1 for one in run) < 2 or not all(map(whole_title, _titles(blocks, run))):
        return []
    later: dict[tuple[int, ...], list[Candidate]] = {}
    for one in (one for one in candidates[first + len(run) :] if not one.listed):
        later.setdefault(one.places, []).append(one)
    again = sum(any(_same(blocks, entry, one) for one in later.get(entry.places, ())) for entry in run)
    return run if again >= SEEN_AGAIN * len(run) else []


def _distance(blocks: Sequence[Block], one: Candidate, other: Candidate) -> int:
    if one.block == other.block:
        return other.number.start - one.number.start
    between = blocks[one.block + 1 : min(other.block, one.block + ENTRY_CHARACTERS)]
    return len(blocks[one.block].text) - one.number.start + sum(len(b.text) + 1 for b in between) + other.number.start


def _same(blocks: Sequence[Block], one: Candidate, other: Candidate) -> bool:
    """Whether the two begin with the same word, or two where the title has two."""
    first, second = (_title(_rest(blocks, each)[:ENTRY_CHARACTERS]).casefold().split()[:2] for each in (one, other))
    return bool(first) and first[0] == second[0] and (len(first) < 2 or first[1].isdecimal() or first[1:] == second[1:])


def _rest(blocks: Sequence[Block], one: Candidate) -> str:
    return blocks[one.block].text[one.number.end : one.number.end + AHEAD]


def _taken(blocks: Sequence[Block], run: Sequence[Candidate], later: Sequence[Candidate]) -> TableOfContents:
    titles = {entry.places: title for entry, title in zip(run, _titles(blocks, run), strict=False)}
    last = run[-1]
    end = last.number.end + _last_end(blocks, last, later)
    text = blocks[last.block].text
    titles[last.places] = _title(text[last.number.end : end])
    start = blocks[run[0].block].text[: run[0].number.start].rstrip()
    before = [*blocks[: run[0].block], *_block(_MARKER.sub("", start), blocks[run[0].block])]
    after = [*_block(text[end:].strip(), blocks[last.block]), *_without_entries(blocks[last.block + 1 :])]
    return TableOfContents((*_without_marker(before), *after), titles)


def _titles(blocks: Sequence[Block], run: Sequence[Candidate]) -> Iterator[str]:
    """The titles of all entries but the last, whose end only the text further on tells."""
    for entry, following in itertools.pairwise(run):
        rest = _rest(blocks, entry)
        end = following.number.start - entry.number.end if following.block == entry.block else len(rest)
        yield _title(rest[:end])


def _last_end(blocks: Sequence[Block], last: Candidate, later: Sequence[Candidate]) -> int:
    """Where the last entry ends: with its line, else where the heading further on says something else."""
    rest = _rest(blocks, last)
    if whole_title(rest):
        return len(rest)
    end = max((_common_end(rest, _rest(blocks, one)) for one in later if one.places == last.places), default=0)
    page = re.match(r"[\s.·…_]*\d{1,3}(?=\s|$)", rest[end:])
    return end + (page.end() if page else 0)


def _common_end(one: str, other: str) -> int:
    """Where the words that ``one`` and ``other`` both begin with end in ``one``."""
    end = 0
    for mine, theirs in zip(re.finditer(r"\S+", one), re.finditer(r"\S+", other), strict=False):
        if mine[0].casefold() != theirs[0].casefold():
            break
        end = mine.end()
    return end


def _title(entry: str) -> str:
    """An entry without the dots and the page number at its end."""
    return _LEADERS.sub("", _PAGE.sub("", entry.strip()))


def _block(text: str, like: Block) -> Iterator[Block]:
    if text:
        yield replace(like, text=text)


def _without_marker(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """``blocks`` without a heading such as "Sisällysluettelo" at their end or, where the format marked it, anywhere."""
    return tuple(block for block in blocks if not (len(block.text) < 40 and _MARKER.fullmatch(block.text)))


def _without_entries(blocks: Sequence[Block]) -> Sequence[Block]:
    """``blocks`` without the entries that have no number and follow on the others ("Lähteet .... 9")."""
    start = 0
    while start < len(blocks) and _ENTRY.fullmatch(blocks[start].text):
        start += 1
    return blocks[start:]
