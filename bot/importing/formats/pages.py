"""Takes page marks, running headers and running footers out of the pages of a text."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.importing.headings.numbering import begins_with_capital, number_at_start

EDGE: Final = 3
"""How many lines at the top and at the bottom of a page may belong to its frame."""
SHARE: Final = 0.6
"""What stands on this share of the pages is their frame."""
FLOWING: Final = 300
"""A line longer than this holds a paragraph or a page: nothing tells where its parts end."""

_NAMED = r"(?:sivu|siv\.|sida|sidan|page|s\.)"
_OF = r"(?:\s*(?:/|\(|av|of)\s*\d{1,4}\s*\)?)"
_MARK = re.compile(rf"(?:{_NAMED}\s*\d{{1,4}}{_OF}?|\d{{1,4}}{_OF}|[-–—]\s*\d{{1,4}}\s*[-–—])", re.IGNORECASE)
_TOTAL = re.compile(rf"(?<=\d){_OF}")
_COUNT = re.compile(r"[(/–—-]*#[#)(/–—-]*")
_NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page; empty text is a gap. ``emphasis``: all of it is bold or larger than most of the text.

    ``linked`` are the addresses of its links, which are told after it, and no part of its length on the page.
    """

    text: str
    emphasis: bool = False
    linked: str = ""


Page = Sequence[PageLine]


def is_flowing(pages: Iterable[Page]) -> bool:
    """Whether the text's lines are paragraphs or pages."""
    lengths = sorted(len(line.text) for page in pages for line in page if line.text)
    return bool(lengths) and lengths[len(lengths) // 2] > FLOWING


def without_frames(pages: Sequence[Page]) -> tuple[list[Page], list[str]]:
    """The pages without what frames them, and a word on each kind of thing that was taken out."""
    out: Counter[str] = Counter()
    repeated = _repeated(pages) if not is_flowing(pages) else frozenset[str]()
    framed = [_page(page, number, len(pages), repeated, out) for number, page in enumerate(pages, 1)]
    cleaned = [*_without_words(framed, out)]
    return cleaned, [f"{text} ({count} times)" if count > 1 else text for text, count in sorted(out.items())]


def split_at_marks(lines: Page) -> list[Page]:
    """The pages of a text that has no page breaks, by its page marks: lines such as "Sivu 3 (7)" that count up."""
    marks = [place for place, line in enumerate(lines) if _MARK.fullmatch(line.text)]
    if not _count_up(lines, marks, fewest=2):
        marks = _running(lines)
    if not marks:
        return [lines]
    # A mark stands at the top of its page or at the bottom: at the top where there is text below the last.
    at_top = any(line.text for line in lines[marks[-1] + 1 :])
    cuts = marks if at_top else [place + 1 for place in marks]
    edges = [0, *cuts, len(lines)]
    return [lines[start:end] for start, end in itertools.pairwise(edges) if any(one.text for one in lines[start:end])]


def _running(lines: Page) -> list[int]:
    """The places of a running line whose number counts the pages, such as "Mallilan kunta 3"; none without one."""
    alike: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        if line.text and _may_run(line.text):
            alike.setdefault(_shape(line.text), []).append(place)
    found = [places for places in alike.values() if _count_up(lines, places, fewest=3)]
    return max(found, key=len, default=[])


def _may_run(text: str) -> bool:
    """Whether a line has one number and is no sentence, no heading, and no step or picture such as "Vaihe 1"."""
    plain = _TOTAL.sub("", text)
    words = re.findall(r"[^\W\d]+", plain)
    return len(_NUMBER.findall(plain)) == 1 and not _is_text(text) and (len(words) > 1 or plain != text)


def _count_up(lines: Page, places: Sequence[int], *, fewest: int) -> bool:
    """Whether the numbers of the lines at ``places`` are those of pages: each one more than the one before."""
    values = [int(_digits(lines[place].text)) for place in places]
    return len(places) >= fewest and all(later == earlier + 1 for earlier, later in itertools.pairwise(values))


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
    """The shapes of the lines that stand at the edges of most pages. A sentence is not one, however
    often it stands there."""
    if len(pages) < 2:
        return frozenset()
    edges = [{page[place].text for edge in _edges(page) for place in edge} for page in pages]
    counts = Counter(shape for texts in edges for shape in {_shape(text) for text in texts if not _is_text(text)})
    found = {shape for shape, count in counts.items() if count >= max(2, SHARE * len(pages))}
    if len(pages) > 2:
        return frozenset(found)
    # On two pages, a heading of one may look like a heading of the other ("1. Yleistä"): there, both have to be equal.
    return frozenset(found & {_shape(text) for text in set.intersection(*edges)})


def _is_text(text: str) -> bool:
    """Whether a line is a sentence, or a heading such as "1. Yleistä": no page is counted like that."""
    number = number_at_start(text)
    return text[-1] in ".!?,;:" or (number is not None and number.style[-1] in ".)")


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
    if _MARK.fullmatch(text) or _NUMBER.fullmatch(text):
        return "page number" if counts and (_MARK.fullmatch(text) or _shape(text) in repeated) else ""
    return f'"{_shortened(text)}"' if _shape(text) in repeated else ""


def _counts(text: str, number: int, pages: int) -> bool:
    """Whether a mark's number can be that of the page, covers and contents before it taken into account."""
    return abs(int(_digits(text)) - number) <= max(3, pages // 10)


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _without_words(pages: Sequence[Page], out: Counter[str]) -> Iterator[Page]:
    """The pages without the words that their first lines begin with, or their last lines end with, on most pages.

    Such words are part of the frame only if a page's own number is among them: sentences may begin alike.
    """
    for step in (1, -1):  # what stands at the end is met from outside too
        places = [next((place for place in range(len(page))[::step] if page[place].text), -1) for page in pages]
        edges = [
            page[place].text.split()[::step] if place >= 0 else [] for page, place in zip(pages, places, strict=True)
        ]
        shared = _common(edges)
        pages = [
            _taken_off(page, place, shared, out, step)
            if shared and [*map(_shape, words[: len(shared)])] == shared
            else page
            for page, place, words in zip(pages, places, edges, strict=True)
        ]
    yield from pages


def _taken_off(page: Page, place: int, shared: Sequence[str], out: Counter[str], step: int) -> Page:
    """``page`` without as many words as are ``shared`` of the line at ``place``, from its beginning or its end."""
    kept = page[place].text.split()[::step][len(shared) :]
    only_numbers = all(map(_COUNT.fullmatch, shared))
    out["page number" if only_numbers else f'"{_shortened(" ".join(shared[::step]))}"'] += 1
    line = replace(page[place], text=" ".join(kept[::step]))
    return [*page[:place], *([line] if line.text else []), *page[place + 1 :]]


def _common(pages: Sequence[Sequence[str]]) -> list[str]:
    """The shapes of the words that most pages begin with; none where the page's number is not among them."""
    alive = list(range(len(pages)))
    shared: list[str] = []
    numbered = 0
    while len(pages) > 1:
        shapes = {page: _shape(pages[page][len(shared)]) for page in alive if len(pages[page]) > len(shared)}
        if not shapes:
            break
        shape, count = Counter(shapes.values()).most_common(1)[0]
        if count < max(2, SHARE * len(pages)):
            break
        alive = [page for page, one in shapes.items() if one == shape]
        values = [_digits(pages[page][len(shared)]) for page in alive]
        shared.append(shape)
        if _COUNT.fullmatch(shape) and len({int(value) - page for value, page in zip(values, alive, strict=True)}) == 1:
            numbered = len(shared)
        elif "#" in shape and len(set(values)) > 1:
            shared.pop()
            break
    # Where each page begins with a section of its own, the numbers are those of the sections.
    headings = numbered == 1 and all(_looks_like_heading(pages[page]) for page in alive)
    return shared if numbered and not headings else []


def _looks_like_heading(words: Sequence[str]) -> bool:
    beginning = " ".join(words[:4])
    number = number_at_start(beginning)
    return number is not None and begins_with_capital(beginning[number.end :])
