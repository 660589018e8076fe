"""Takes page marks, running headers and running footers out of the pages of a text."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

EDGE: Final = 3
"""So many lines at the top and at the bottom of a page may belong to its frame."""
SHARE: Final = 0.6
"""What stands on this share of the pages is their frame."""
FLOWING: Final = 300
"""A line longer than this holds a paragraph or a page: nothing tells where its parts end."""

_NAMED = r"(?:sivu|siv\.|sida|sidan|page|s\.)"
_OF = r"(?:\s*(?:/|\(|av|of)\s*\d{1,4}\s*\)?)"
_MARK = re.compile(rf"(?:{_NAMED}\s*\d{{1,4}}{_OF}?|\d{{1,4}}{_OF}|[-–—]\s*\d{{1,4}}\s*[-–—])", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; empty text is a gap. ``emphasis``: all of it is bold or larger than most of the text."""

    text: str
    emphasis: bool = False


Page = Sequence[Line]


def is_flowing(pages: Iterable[Page]) -> bool:
    """Whether the text's lines are paragraphs or pages."""
    lengths = sorted(len(line.text) for page in pages for line in page if line.text)
    return bool(lengths) and lengths[len(lengths) // 2] > FLOWING


def without_frames(pages: Sequence[Page]) -> tuple[list[Page], list[str]]:
    """The pages without what frames them, and a word on each kind of thing that was taken out."""
    out: Counter[str] = Counter()
    if is_flowing(pages):
        cleaned: list[Page] = list(_flowing(pages, out))
    else:
        repeated = _repeated(pages)
        cleaned = [_page(page, number, len(pages), repeated, out) for number, page in enumerate(pages, 1)]
    return cleaned, [_told(text, count) for text, count in sorted(out.items())]


def split_at_marks(lines: Page) -> list[Page]:
    """The pages of a text that has no page breaks, by its page marks: lines such as "Sivu 3 (7)" that count up."""
    marks = [place for place, line in enumerate(lines) if _MARK.fullmatch(line.text)]
    values = [int(_digits(lines[place].text)) for place in marks]
    if len(marks) < 2 or any(later != earlier + 1 for earlier, later in itertools.pairwise(values)):
        return [lines]
    # A mark stands at the top of its page or at the bottom: at the top where nothing much is before the first.
    at_top = sum(bool(line.text) for line in lines[: marks[0]]) <= EDGE and values[0] == 1
    cuts = [*marks[1:]] if at_top else [place + 1 for place in marks]
    edges = [0, *cuts, len(lines)]
    return [lines[start:end] for start, end in itertools.pairwise(edges) if any(one.text for one in lines[start:end])]


def _told(text: str, count: int) -> str:
    return f"{text} ({count} times)" if count > 1 else text


def _digits(text: str) -> str:
    found = _NUMBER.search(text)
    return found[0] if found else "0"


def _shape(text: str) -> str:
    """``text`` with its numbers made equal: what a running line has in common from page to page."""
    return re.sub(r"\d+", "#", " ".join(text.split()).casefold())


def _edges(page: Page) -> tuple[list[int], list[int]]:
    """The lines at the top and at the bottom, from outside in."""
    filled = [place for place, line in enumerate(page) if line.text]
    return filled[:EDGE], filled[::-1][:EDGE]


def _repeated(pages: Sequence[Page]) -> frozenset[str]:
    """The shapes of the lines that stand at the edges of most pages. A sentence is none, however often it stands."""
    if len(pages) < 2:
        return frozenset()
    edges = [{page[place].text for edge in _edges(page) for place in edge} for page in pages]
    counts = Counter(shape for texts in edges for shape in {_shape(text) for text in texts if not _ends(text)})
    found = {shape for shape, count in counts.items() if count >= max(2, SHARE * len(pages))}
    if len(pages) > 2:
        return frozenset(found)
    # On two pages, a heading of one may look like a heading of the other ("1. Yleistä"): there, both have to be equal.
    return frozenset(found & {_shape(text) for text in set.intersection(*edges)})


def _ends(text: str) -> bool:
    return text[-1] in ".!?,;:"


def _page(page: Page, number: int, pages: int, repeated: frozenset[str], out: Counter[str]) -> Page:
    frame = set()
    for edge in _edges(page):
        for place in edge:
            text = page[place].text
            told = _frame(text, repeated, counts=_counts(text, number, pages))
            if not told:
                break  # what is further in is text
            if place not in frame:
                out[told] += 1
            frame.add(place)
    return [line for place, line in enumerate(page) if place not in frame]


def _frame(text: str, repeated: frozenset[str], *, counts: bool) -> str:
    """What a line at a page's edge is, if it is part of the page's frame; ``counts``: its number can be the page's."""
    if _MARK.fullmatch(text) or _is_alone(text):
        return "page number" if counts and (_MARK.fullmatch(text) or _shape(text) in repeated) else ""
    return f'"{_shortened(text)}"' if _shape(text) in repeated else ""


def _is_alone(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def _counts(text: str, number: int, pages: int) -> bool:
    """Whether a mark's number can be that of the page, covers and contents before it taken into account."""
    return abs(int(_digits(text)) - number) <= max(3, pages // 10)


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _flowing(pages: Sequence[Page], out: Counter[str]) -> Iterator[Page]:
    """Pages of one line each, without the words that most of them begin or end with."""
    words = [" ".join(line.text for line in page).split() for page in pages]
    head = _common(words, lambda page, place: page[place])
    tail = _common([page[head:] for page in words], lambda page, place: page[-1 - place])
    shapes = [[_shape(word) for word in page] for page in words]
    begins = Counter(tuple(page[:head]) for page in shapes).most_common(1)[0][0]
    ends = Counter(tuple(page[len(page) - tail :]) for page in shapes).most_common(1)[0][0]
    for page, found, shape in zip(pages, words, shapes, strict=True):
        start = head if tuple(shape[:head]) == begins else 0
        end = len(found) - (tail if len(found) - tail >= start and tuple(shape[len(shape) - tail :]) == ends else 0)
        for taken in (found[:start], found[end:]):
            if taken:
                only_numbers = all(map(_is_alone, taken))
                out["page number" if only_numbers else f'"{_shortened(_shape(" ".join(taken)))}"'] += 1
        if start or end < len(found):
            yield [replace(page[0], text=" ".join(found[start:end]))]
        else:
            yield page


def _common(pages: Sequence[Sequence[str]], word: Callable[[Sequence[str], int], str]) -> int:
    """How many words most pages share at one end; a number among them counts only as the number of the page."""
    if len(pages) < 2:
        return 0
    alive = list(range(len(pages)))
    length = 0
    while True:
        shapes = {page: _shape(word(pages[page], length)) for page in alive if len(pages[page]) > length}
        if not shapes:
            return length
        shape, count = Counter(shapes.values()).most_common(1)[0]
        alive = [page for page, one in shapes.items() if one == shape]
        numbers = [int(word(pages[page], length)) for page in alive] if shape == "#" else []
        steps = {value - page for value, page in zip(numbers, alive, strict=False)}
        # All pages name the same offset (their own numbers), or one value (how many pages there are).
        if count < max(2, SHARE * len(pages)) or (numbers and len(steps) > 1 and len(set(numbers)) > 1):
            return length
        length += 1
