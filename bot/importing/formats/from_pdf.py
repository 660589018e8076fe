"""Reads the text of a PDF."""

import itertools
import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from pypdf import PageObject, PasswordType, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from bot.importing.addresses import told
from bot.importing.document import PAGES, Document, DocumentError, clean, require_size
from bot.importing.formats.lines import blocks_of
from bot.importing.formats.pages import Page, PageLine, without_frames

LARGER: Final = 1.1
"""Letters this much larger than those of most of the text set a line apart."""

BESIDE: Final = 150
"""How far to the right, in points, a second column begins; a page is some 600 wide."""
ROWS: Final = 8
"""A table has fewer rows on a page than a column of text has lines."""

_LINKS: Final = 1_000
"""How many links of a page are looked at; no page that people read has as many."""

_FAULTS: Final = (
    *(PyPdfError, ValueError, LookupError, TypeError, AttributeError, OSError, ArithmeticError, RecursionError),
    *(AssertionError, NotImplementedError),
)
"""A PDF can be wrong in more ways than the library has errors of its own for."""
_LOCKED = "is encrypted: open it with its password, print or save a copy without one, and import that"
_DAMAGED = "is damaged or cut off: open it in a PDF reader, print it to a new PDF, and import that"


@dataclass(frozen=True, slots=True)
class _Run:
    """Text in one font, as the page draws it."""

    text: str
    size: float
    bold: bool
    x: float
    y: float
    linked: str = ""


def read_pdf(path: Path) -> Document:
    """A PDF with text in it; raises DocumentError for one that is locked, damaged, too long or of pictures."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of each small fault that it puts right
    try:
        unsaid: dict[str, None] = {}
        runs = [_with_addresses([*_runs(page)], page, unsaid) for page in _pages(PdfReader(path))]
    except (DependencyError, FileNotDecryptedError) as problem:
        raise DocumentError(_LOCKED) from problem
    except DocumentError:
        raise
    except _FAULTS as problem:
        raise DocumentError(_DAMAGED) from problem
    found = _document(runs)
    return replace(found, left_out=(*found.left_out, *unsaid))


def _document(runs: list[list[_Run]]) -> Document:
    sizes = Counter[float]()
    for page in runs:
        for run in page:
            sizes[run.size] += len(run.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    pages = [_lines(page, usual) for page in runs]
    empty = [str(number) for number, page in enumerate(pages, 1) if not any(line.text for line in page)]
    if len(empty) == len(pages):
        raise DocumentError("holds no text, only pictures of pages: run text recognition (OCR) on it first")
    doubts = [f"no text on page {', '.join(empty)}: is there a picture of text?"] if empty else []
    beside = [str(number) for number, page in enumerate(runs, 1) if _is_side_by_side(page)]
    if beside:
        doubts.append(f"page {', '.join(beside)} has text side by side, line by line: is it in the right order?")
    cleaned, left_out = without_frames([page for page in pages if any(line.text for line in page)])
    return Document(blocks_of(cleaned), tuple(left_out), tuple(doubts))


def _is_side_by_side(page: list[_Run]) -> bool:
    """Whether most of a page is drawn line by line over two columns, so that their texts are mixed."""
    texts = [run for run in page if run.text.strip()]
    steps = sum(after.x - run.x > BESIDE and abs(after.y - run.y) < 1 for run, after in itertools.pairwise(texts))
    return steps >= ROWS and steps * 3 >= len(texts)


def _pages(reader: PdfReader) -> Iterator[PageObject]:
    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        raise DocumentError(_LOCKED)
    count = len(reader.pages)
    if count > PAGES:
        raise DocumentError(f"has {count} pages, over {PAGES}: save the guideline's pages alone, and import that")
    for number, page in enumerate(reader.pages):
        if number >= PAGES:  # what the file says of its pages need not be true
            raise DocumentError(f"has over {PAGES} pages: save the guideline's pages alone, and import that")
        yield page


def _runs(page: PageObject) -> Iterator[_Run]:
    found: list[_Run] = []
    length = 0

    def take(text: str, outer: list[float], inner: list[float], font: dict[str, Any] | None, size: float) -> None:
        nonlocal length
        length += len(text)
        require_size(length)
        scale = abs(outer[3] * inner[3]) or 1.0
        name = str(font.get("/BaseFont", "")) if font else ""
        x, y = (inner[4] * outer[place] + inner[5] * outer[place + 2] + outer[place + 4] for place in (0, 1))
        found.append(_Run(text, round(float(size) * scale, 1), "bold" in name.casefold(), x, y))

    page.extract_text(visitor_text=take)
    yield from found


def _with_addresses(runs: list[_Run], page: PageObject, unsaid: dict[str, None]) -> list[_Run]:
    """``runs`` with the address of each link of the page at the end of the line where it ends.

    Which of a line's words are linked a page does not tell. An address without such a line goes to ``unsaid``.
    """
    for address, (left, bottom, right, top) in _links(page):
        on_line = [place for place, run in enumerate(runs) if run.text.strip() and bottom <= run.y <= top]
        place = next((one for one in reversed(on_line) if left - 1 <= runs[one].x <= right), *on_line[-1:] or [-1])
        shown = told(address, runs[place].text if on_line else "")
        if shown and on_line:
            runs[place] = replace(runs[place], linked=f"{runs[place].linked} ({shown})")
        elif shown:
            unsaid.setdefault(f"the address of a link: {shown}")
    return runs


def _links(page: PageObject) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """The addresses that a page links, each with its rectangle; of a link over several lines, the last."""
    found: list[tuple[str, tuple[float, float, float, float]]] = []
    for one in itertools.islice(page.annotations or (), _LINKS):
        link = one.get_object()
        action = link["/A"].get_object() if link.get("/Subtype") == "/Link" and "/A" in link else {}
        x, y, other_x, other_y = map(float, link["/Rect"])
        if "/URI" not in action:
            continue
        if found and found[-1][0] == str(action["/URI"]):
            found.pop()
        found.append((str(action["/URI"]), (min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y))))
    yield from found


def _lines(runs: list[_Run], usual: float) -> Page:
    """The lines of a page; one stands out where all its letters are larger than most, or bold among others."""
    lines: list[PageLine] = []
    text, stands_out, linked = "", True, ""
    for run in runs:
        for place, part in enumerate(run.text.split("\n")):
            if place:
                lines.append(_line(text, linked, emphasis=stands_out))
                text, stands_out, linked = "", True, ""
            text += part
            linked += run.linked if not place else ""
            if part.strip() and not (run.bold or run.size > LARGER * usual):
                stands_out = False
    lines.append(_line(text, linked, emphasis=stands_out))
    if all(line.emphasis for line in lines if line.text):
        return [replace(line, emphasis=False) for line in lines]
    return lines


def _line(text: str, linked: str, *, emphasis: bool) -> PageLine:
    # Dots that lead to a page number are often drawn apart from each other.
    plain = re.sub(r"(?:\. ?){4,}", " ..... ", clean(text.replace("\x7f", "•")))
    return PageLine(clean(plain), emphasis=emphasis and bool(plain.strip()), linked=linked.strip())
