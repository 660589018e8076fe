"""Reads plain text, and tells text of any kind from what is not text."""

import codecs
import re

from bot.importing.document import Document, DocumentError, clean, require_size
from bot.importing.formats.lines import blocks_of
from bot.importing.formats.pages import Page, PageLine, is_flowing, split_at_marks, without_frames

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x80-\x9f\ufffd]")


def read_text(content: bytes) -> Document:
    """A plain text file: lines, or one line a paragraph or page; form feeds part pages."""
    text, doubts = decoded(content)
    require_size(len(text))
    pages: list[Page] = [_page(page) for page in re.split("\f", text)]
    pages = [page for page in pages if any(line.text for line in page)]
    if len(pages) == 1:
        pages = _pages_of(pages[0])
    cleaned, left_out = without_frames(pages)
    return Document(blocks_of(cleaned), tuple(left_out), doubts)


def decoded(content: bytes, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """``content`` as text, and what is doubtful about that; raises DocumentError where it is no text.

    ``declared`` is the encoding that the file itself names, tried where it is no UTF-8.
    """
    for bom, name in _BOMS:
        if content.startswith(bom):
            return _as_text(content[len(bom) :].decode(name, errors="replace")), ()
    try:
        return _as_text(content.decode()), ()
    except UnicodeDecodeError:
        pass
    for name in filter(None, (declared, "cp1252")):
        try:
            text = _as_text(content.decode(name))
        except (UnicodeDecodeError, LookupError):
            continue
        told = "the file is not UTF-8; it was read as {}: look whether å, ä and ö are right"
        return text, (told.format("Windows-1252" if name == "cp1252" else name[:40]),)
    raise DocumentError("is not text in UTF-8 or Windows-1252: save it as plain text with the encoding UTF-8")


def _as_text(text: str) -> str:
    if _BINARY.search(text):
        raise DocumentError("holds characters that no text has: save it as plain text with the encoding UTF-8")
    return text


def _page(text: str) -> list[PageLine]:
    return [PageLine(clean(line)) for line in re.split(r"\r\n|\r|\n", text)]


def _pages_of(lines: Page) -> list[Page]:
    """The pages of a text without form feeds: a line each, or what its page marks part."""
    return [[line] for line in lines if line.text] if is_flowing([lines]) else split_at_marks(lines)
