"""The table of contents: the best source of what the headings are, and no part of the text."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.importing.document import Block, BlockKind
from bot.importing.headings.candidates import AHEAD, Candidate, Candidates
from bot.importing.headings.titles import prefix_end, whole_title

ENTRY_CHARACTERS: Final = 200
"""No entry is longer; between two headings of the text itself there is more."""
SEEN_AGAIN: Final = 2 / 3
"""What stands again, further on, for this share of the entries is a table of contents."""
FEWEST_LED: Final = 3
_TRIED = 10
"""How many places that begin with 0 or 1 are looked at: a table of contents stands early."""
_MARKER = re.compile(
    r"(?:^|\s)(?:sisällys(?:luettelo)?|innehåll(?:sförteckning)?|(?:table of )?contents)\s*:?\s*$", re.IGNORECASE
)
_PAGE = re.compile(r"[\s.·…_]*\d{1,3}$")
_LEADERS = re.compile(r"[\s.·…_]+$")
_ENTRY = re.compile(r".{1,100}?(?:(?:[.·…_]\s?){3,}|…)\s*\d{1,3}")
_DOTS = re.compile(r"(?:[.·…_]\s?)+\d{0,3}")
_SENTENCE = re.compile(r"[a-zåäöé)”\"][.!?:;]$")


@dataclass(frozen=True, slots=True)
class TableOfContents:
    """The blocks without the table of contents, the titles that it gave, by number, and its lines as they stood."""

    blocks: tuple[Block, ...]
    titles: dict[tuple[int, ...], str]
    lines: tuple[str, ...] = ()


def take_contents(blocks: Sequence[Block]) -> TableOfContents:
    """Find the table of contents in ``blocks``, by its format or by its entries, and take it out."""
    marked = [block for block in blocks if block.kind is BlockKind.CONTENTS]
    rest = tuple(block for block in blocks if block.kind is not BlockKind.CONTENTS)
    if marked:
        plain = [replace(block, kind=BlockKind.TEXT) for block in marked]
        found = Candidates(plain, {}).at_starts()
        titles = {one.places: _title(plain[one.block].text[one.number.end :]) for one in found}
        return _without_marker(rest, titles, (f"{block.number} {block.text}".strip() for block in marked))
    if taken := _led(rest):
        return taken
    candidates = Candidates(rest, {}).everywhere()
    starts = [place for place, one in enumerate(candidates) if one.places in ((0,), (1,))]
    for first in starts[:_TRIED]:
        if run := _run(rest, candidates, first):
            return _taken(rest, run, candidates[first + len(run) :])
    return TableOfContents(rest, {})


def _led(blocks: tuple[Block, ...]) -> TableOfContents | None:
    """The table of contents whose entries all have dots that lead to a page's number, whatever numbers they have."""
    start = next((place for place, block in enumerate(blocks) if _ENTRY.fullmatch(block.text)), len(blocks))
    entries = [*itertools.takewhile(lambda block: _ENTRY.fullmatch(block.text), blocks[start:])]
    if len(entries) < FEWEST_LED:
        return None
    end = start + len(entries)
    end += _entries(blocks[end:])
    found = Candidates(entries, {}).at_starts()
    counts = Counter(one.places for one in found)
    titles = {one.places: _title(_rest(entries, one)) for one in found if counts[one.places] == 1}
    lines = [block.text for block in blocks[start:end]]
    return _without_marker((*blocks[:start], *blocks[end:]), titles, lines)


def _run(blocks: Sequence[Block], candidates: Sequence[Candidate], first: int) -> list[Candidate]:
    """The entries of a table of contents that begins with candidate ``first``; none where it is no such table."""
    run = [candidates[first]]
    for one in candidates[first + 1 :]:
        if one.places <= run[-1].places or not _goes_on(blocks, run[-1], one):
            break
        run.append(one)
    titles = [*_titles(blocks, run)]
    if sum(len(one.places) == 1 for one in run) < 2 or not all(map(whole_title, titles)):
        return []
    later: dict[tuple[int, ...], list[Candidate]] = {}
    for one in (one for one in candidates[first + len(run) :] if not one.listed):
        later.setdefault(one.places, []).append(one)
    exact = not _says_so(blocks, run)
    again = [
        sum(_same(blocks, entry, title, one, exact=exact) for one in later.get(entry.places, ()))
        for entry, title in zip(run, [*titles, ""], strict=True)  # the last title's end only the text further on tells
    ]
    # Steps that are called alike in each chapter come again and again; a heading stands in the text once.
    if exact and all(count > 1 for count in again):
        return []
    return run if sum(map(bool, again)) >= SEEN_AGAIN * len(run) else []


def _goes_on(blocks: Sequence[Block], one: Candidate, other: Candidate) -> bool:
    """Whether ``other`` can be the entry after ``one``: near it, with no sentence between, and neither is a heading."""
    if BlockKind.HEADING in (blocks[one.block].kind, blocks[other.block].kind):
        return False
    between = blocks[one.block + 1 : min(other.block, one.block + ENTRY_CHARACTERS)]
    return _distance(blocks, one, other) <= ENTRY_CHARACTERS and not any(_SENTENCE.search(b.text) for b in between)


def _says_so(blocks: Sequence[Block], run: Sequence[Candidate]) -> bool:
    """Whether it is called contents, or its entries end with the numbers of pages."""
    first = run[0]
    above = [
        blocks[first.block].text[: first.number.start],
        *(b.text for b in blocks[max(0, first.block - 2) : first.block]),
    ]
    pages = (_PAGE.search(_rest(blocks, one)[:ENTRY_CHARACTERS]) for one in run)
    return any(_MARKER.search(text) for text in above) or sum(map(bool, pages)) * 2 > len(run)


def _distance(blocks: Sequence[Block], one: Candidate, other: Candidate) -> int:
    if one.block == other.block:
        return other.number.start - one.number.start
    between = blocks[one.block + 1 : min(other.block, one.block + ENTRY_CHARACTERS)]
    return len(blocks[one.block].text) - one.number.start + sum(len(b.text) + 1 for b in between) + other.number.start


def _same(blocks: Sequence[Block], one: Candidate, title: str, other: Candidate, *, exact: bool) -> bool:
    """Whether the two begin with the same word, or two where the title has two; ``exact``: with the whole title."""
    if exact and title and prefix_end(_rest(blocks, other), title) is None:
        return False
    first, second = (_title(_rest(blocks, each)[:ENTRY_CHARACTERS]).casefold().split()[:2] for each in (one, other))
    return bool(first) and first[0] == second[0] and (len(first) < 2 or first[1].isdecimal() or first[1:] == second[1:])


def _rest(blocks: Sequence[Block], one: Candidate) -> str:
    return blocks[one.block].text[one.number.end : one.number.end + AHEAD]


def _taken(blocks: Sequence[Block], run: Sequence[Candidate], later: Sequence[Candidate]) -> TableOfContents:
    titles = {entry.places: title for entry, title in zip(run, _titles(blocks, run), strict=False)}
    first, last = run[0], run[-1]
    end = last.number.end + _last_end(blocks, last, later)
    text = blocks[last.block].text
    titles[last.places] = _title(text[last.number.end : end])
    start = blocks[first.block].text[: first.number.start].rstrip()
    unmarked = _MARKER.sub("", start)
    above = first.block - _entries(blocks[: first.block][::-1])
    below = last.block + 1 + _entries(blocks[last.block + 1 :])
    lines = [
        *(block.text for block in blocks[above : first.block]),
        start[len(unmarked) :].strip(),
        *_between(blocks, (first.block, first.number.start), (last.block, end)),
        *(block.text for block in blocks[last.block + 1 : below]),
    ]
    edges = (*_block(unmarked, blocks[first.block]), *_block(text[end:].strip(), blocks[last.block]))
    return _without_marker((*blocks[:above], *edges, *blocks[below:]), titles, lines)


def _between(blocks: Sequence[Block], start: tuple[int, int], end: tuple[int, int]) -> Iterator[str]:
    """The lines from one place to another, each a block and a position in it."""
    for place in range(start[0], end[0] + 1):
        text = blocks[place].text[: end[1]] if place == end[0] else blocks[place].text
        yield (text[start[1] :] if place == start[0] else text).strip()


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


def _entries(blocks: Sequence[Block]) -> int:
    """How many of the first ``blocks`` are entries without a number ("Lähteet .... 9"), or what is left of one."""
    count = 0
    while count < len(blocks):
        text, following = blocks[count].text, blocks[count + 1].text if count + 1 < len(blocks) else ""
        is_rest = _DOTS.fullmatch(text) or (count and _DOTS.fullmatch(blocks[count - 1].text) and text.isdecimal())
        if not (is_rest or _ENTRY.fullmatch(text) or (_DOTS.fullmatch(following) and whole_title(text))):
            break
        count += 1
    return count


def _without_marker(
    blocks: Sequence[Block], titles: dict[tuple[int, ...], str], lines: Iterable[str]
) -> TableOfContents:
    """The table of contents with those ``lines``, and what is above it: a heading such as "Sisällysluettelo"."""
    markers = [block for block in blocks if len(block.text) < 40 and _MARKER.fullmatch(block.text)]
    kept = tuple(block for block in blocks if block not in markers)
    return TableOfContents(kept, titles, tuple(filter(None, (*(block.text for block in markers), *lines))))
