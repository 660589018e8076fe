"""Reads the text of a PDF."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pypdf import PageObject, PasswordType, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from bot.importing.document import PAGES, Document, DocumentError, clean, require_size
from bot.importing.formats.lines import blocks_of
from bot.importing.formats.pages import Page, PageLine, without_frames

LARGER: Final = 1.1
"""Letters this much larger than those of most of the text set a line apart."""

_LOCKED = "is encrypted: open it with its password, print or save a copy without one, and import that"
_DAMAGED = "is damaged or cut off: open it in a PDF reader, print it to a new PDF, and import that"


@dataclass(frozen=True, slots=True)
class _Run:
    """Text in one font, as the page draws it."""

    text: str
    size: float
    bold: bool


def read_pdf(path: Path) -> Document:
    """A PDF with text in it; raises DocumentError for one that is locked, damaged, too long or of pictures."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of each small fault that it puts right
    try:
        runs = [[*_runs(page)] for page in _pages(PdfReader(path))]
    except (DependencyError, FileNotDecryptedError) as problem:
        raise DocumentError(_LOCKED) from problem
    except DocumentError:
        raise
    except (
        PyPdfError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        OSError,
        ArithmeticError,
        RecursionError,
        AssertionError,
        NotImplementedError,
    ) as problem:
        # A PDF can be wrong in more ways than the library has errors of its own for.
        raise DocumentError(_DAMAGED) from problem
    return _document(runs)


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
    doubts = (f"no text on page {', '.join(empty)}: is there a picture of text?",) if empty else ()
    cleaned, left_out = without_frames([page for page in pages if any(line.text for line in page)])
    return Document(blocks_of(cleaned), tuple(left_out), doubts)


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
        found.append(_Run(text, round(float(size) * scale, 1), "bold" in name.casefold()))

    page.extract_text(visitor_text=take)
    yield from found


def _lines(runs: list[_Run], usual: float) -> Page:
    """The lines of a page; one stands out where all its letters are larger than most, or bold among others."""
    lines: list[PageLine] = []
    text, stands_out = "", True
    for run in runs:
        for place, part in enumerate(run.text.split("\n")):
            if place:
                lines.append(_line(text, emphasis=stands_out))
                text, stands_out = "", True
            text += part
            if part.strip() and not (run.bold or run.size > LARGER * usual):
                stands_out = False
    lines.append(_line(text, emphasis=stands_out))
    if all(line.emphasis for line in lines if line.text):
        return [PageLine(line.text) for line in lines]
    return lines


def _line(text: str, *, emphasis: bool) -> PageLine:
    # Dots that lead to a page number are often drawn apart from each other.
    plain = re.sub(r"(?:\. ?){4,}", " ..... ", clean(text.replace("\x7f", "•")))
    return PageLine(clean(plain), emphasis=emphasis and bool(plain.strip()))
