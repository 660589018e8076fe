"""Lists as CSV: what Excel and other programs write is read, and what is written opens in a Finnish Excel as it is."""

import csv
import io
import re
from collections.abc import Iterable
from datetime import date

from bot.domain.language import Language
from bot.lists.columns import SameColumnTwiceError, channel_fields
from bot.lists.sheets import MAX_COLUMNS, Budget, Cell, Sheet, SheetLine, Table, UnreadableFileError
from bot.services.register.records.cells import as_text

_DELIMITERS = ";,\t"
_DANGEROUS = re.compile(r"'*[=+\-@\t\r\n]")
_MADE_HARMLESS = re.compile(r"'('*[=+\-@\t\r\n])")
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_TITLE_LINES = 20


def read_csv(content: bytes, path: object) -> tuple[Sheet, ...]:
    """The one sheet of a CSV file in UTF-8 or cp1252, with semicolons, commas or tabs. Raises UnreadableFileError."""
    text = _decoded(content, path)
    if not text.strip():
        raise UnreadableFileError(f"{path}: is empty: there is nothing to import")
    delimiter = max(_DELIMITERS, key=lambda one: (_headers_found(text, one), text.count(one)))
    return (Sheet(tuple(_lines(text, delimiter, path))),)


def write_csv(tables: Iterable[Table], language: Language) -> bytes:
    """The tables below each other, in UTF-8 with a byte order mark, semicolons and CRLF, without formulas."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    for number, table in enumerate(tables):
        if number:
            writer.writerow([])
        writer.writerow(table.headers)
        writer.writerows([_harmless(cell, language) for cell in row] for row in table.rows)
    return written.getvalue().encode("utf-8-sig")


def without_harmless_mark(text: str) -> str:
    """A cell's text without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return text[1:] if _MADE_HARMLESS.match(text) else text


def _harmless(cell: Cell, language: Language) -> str:
    text = cell.isoformat() if isinstance(cell, date) else as_text(cell, language)
    return f"'{text}" if _DANGEROUS.match(text) else text


def _decoded(content: bytes, path: object) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NOT_TEXT.search(text):
            return text
        break
    raise UnreadableFileError(f"{path}: is not a CSV file of text in UTF-8 or Windows-1252: save the list as CSV anew")


def _headers_found(text: str, delimiter: str) -> int:
    """How many known headers the best of the first lines has, where ``delimiter`` separates the cells."""
    best = 0
    try:
        for number, cells in enumerate(csv.reader(_lines_of(text), delimiter=delimiter, strict=True)):
            if number > _TITLE_LINES:
                break
            best = max(best, _count(cells))
    except csv.Error:
        pass
    return best


def _count(cells: list[str]) -> int:
    try:
        return len(channel_fields(cells))
    except SameColumnTwiceError:
        return 2


def _lines(text: str, delimiter: str, path: object) -> Iterable[SheetLine]:
    reader = csv.reader(_lines_of(text), delimiter=delimiter, strict=True)
    number, budget = 1, Budget(path)
    try:
        for cells in reader:
            if len(cells) > MAX_COLUMNS:
                raise UnreadableFileError(f"{path}: line {number} has more than {MAX_COLUMNS} cells")
            yield budget.take(SheetLine(number, tuple(without_harmless_mark(cell) for cell in cells)))
            number = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableFileError(
            f"{path}: line {number}: a quotation mark is not closed, or out of place ({error})"
        ) from error


def _lines_of(text: str) -> io.StringIO:
    return io.StringIO(text, newline="")  # the reader itself tells line ends from those in quotation marks
