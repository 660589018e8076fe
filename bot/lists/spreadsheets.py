"""Lists as XLSX, the workbooks of Excel."""

import io
import math
import posixpath
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time

from defusedxml.ElementTree import iterparse
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell as WorkbookCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook.child import _WorkbookChild

from bot.lists.csv_files import without_harmless_mark
from bot.lists.sheets import MAX_COLUMNS, MAX_ROWS, Budget, Cell, Sheet, SheetLine, Table, UnreadableFileError

MAX_UNPACKED = 50 * 1024 * 1024
"""Bytes. A workbook is a zip archive, which may hold a thousand times its size."""

_LAST_ROW = 1_048_576
"""No workbook has more rows. Empty ones down to there are usual: some programs write each that once had a colour."""
_EMPTY_ROW = (None,) * MAX_COLUMNS
_LONGEST_TEXT = 32_767
_DIGITS = 15
"""How many digits of a number a spreadsheet keeps."""

_NARROWEST, _WIDEST = 12, 60
_FIRST_DAY = date(1900, 3, 1)
"""Before it, spreadsheets count a day that never was."""

_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LOOKS_LIKE_FORMULA = re.compile(r"[=+\-@\t\r\n]")
_LOOKS_HARMLESS = re.compile(r"'+[=+\-@\t\r\n]")
_MAX_LINKS = 20_000
"""More are read of no sheet."""
_Links = Mapping[tuple[int, int], str]
"""Targets by row and column, both counted from 1."""


def read_xlsx(content: bytes, path: object) -> tuple[Sheet, ...]:
    """The sheets of a workbook; of formulas, what they came to last. Raises UnreadableFileError."""
    _require_safe(content, path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that are no matter here
            workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                return tuple(_sheets(workbook, archive, path))
    except (UnreadableFileError, MemoryError):
        raise
    except Exception as error:  # a malformed part makes openpyxl stumble over whatever comes next
        raise UnreadableFileError(f"{path}: is a damaged workbook: open it in Excel and save it anew") from error


def write_xlsx(tables: Sequence[Table]) -> bytes:
    """A workbook with a sheet for each table; its dates are dates, and nothing in it is a formula or a link."""
    _require_short(tables)
    workbook = Workbook(write_only=True)
    for table in tables:
        sheet = workbook.create_sheet(table.name)
        sheet.freeze_panes = "A2"
        for place, width in enumerate(_widths(table), start=1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        headers = [WriteOnlyCell(sheet, value=header) for header in table.headers]
        for cell in headers:
            cell.font = Font(bold=True)
        sheet.append(headers)
        for row in table.rows:
            sheet.append([_written(sheet, cell) for cell in row])
    saved = io.BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def _require_safe(content: bytes, path: object) -> None:
    if content.startswith(_OLD_EXCEL):
        raise UnreadableFileError(f"{path}: has a password or is an old .xls: save it as .xlsx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableFileError(f"{path}: is not an Excel workbook (.xlsx), whatever its name says") from error
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise UnreadableFileError(
            f"{path}: unpacks to more than {MAX_UNPACKED // 1024**2} MiB: this is no list of channels"
        )
    if "xl/workbook.xml" not in {entry.filename for entry in entries}:
        raise UnreadableFileError(f"{path}: is not an Excel workbook (.xlsx), whatever its name says")


def _sheets(workbook: Workbook, archive: zipfile.ZipFile, path: object) -> Iterator[Sheet]:
    budget = Budget(path)
    for sheet in workbook.worksheets:
        sheet.reset_dimensions()
        name = sheet.title if len(workbook.worksheets) > 1 else ""
        rows = sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True)
        links = _links_of(archive, str(getattr(sheet, "_worksheet_path", "")).lstrip("/"))
        yield Sheet(tuple(_lines(rows, links, path, budget)), name, named_cells=True)


def _lines(rows: Iterable[Sequence[object]], links: _Links, path: object, budget: Budget) -> Iterator[SheetLine]:
    for number, cells in enumerate(rows, start=1):
        if number > _LAST_ROW:  # openpyxl makes up all the rows before the one that is named
            raise UnreadableFileError(f"{path}: is a damaged workbook: open it in Excel and save it anew")
        if cells == _EMPTY_ROW:
            continue
        if number > MAX_ROWS:
            raise UnreadableFileError(f"{path}: has something below line {MAX_ROWS}: this is no list of channels")
        width = next(place for place in range(len(cells), 0, -1) if cells[place - 1] is not None)
        read = tuple(_read(cell) for cell in cells[:width])
        behind = tuple(links.get((number, place), "") for place in range(1, width + 1)) if links else ()
        yield budget.take(SheetLine(number, read, behind))


def _links_of(archive: zipfile.ZipFile, sheet: str) -> _Links:
    """The links behind the cells of the sheet at ``sheet`` in ``archive``, which openpyxl does not give where it reads
    row by row."""
    folder, name = posixpath.split(sheet)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive.namelist():
        return {}
    targets = {part["Id"]: part["Target"] for part in _parts(archive, relations, "Relationship") if _is_outside(part)}
    if not targets:
        return {}
    found: dict[tuple[int, int], str] = {}
    for part in _parts(archive, sheet, "hyperlink"):
        target = next((targets[value] for key, value in part.items() if key.endswith("}id") and value in targets), "")
        left, top, _, _ = range_boundaries(part.get("ref", "A1"))
        if target and left and top and len(found) < _MAX_LINKS:
            found[top, left] = target
    return found


def _is_outside(part: Mapping[str, str]) -> bool:
    return part.get("TargetMode") == "External" and {"Id", "Target"} <= part.keys()


def _parts(archive: zipfile.ZipFile, path: str, name: str) -> Iterator[dict[str, str]]:
    """The attributes of the elements called ``name``."""
    with archive.open(path) as source:
        for _, element in iterparse(source):
            if element.tag.rpartition("}")[2] == name:
                yield dict(element.attrib)
            element.clear()


def _read(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, float) and math.isfinite(cell) and cell == int(cell):
        return str(int(cell))
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), cell) if isinstance(cell, str) else str(cell)
    return without_harmless_mark(text)


def _written(sheet: _WorkbookChild, cell: Cell) -> WorkbookCell | float | None:
    if isinstance(cell, str):
        return _text(sheet, cell) if cell else None
    if isinstance(cell, float) and float(f"{cell:.{_DIGITS}g}") != cell:
        return _text(sheet, repr(cell))
    if not isinstance(cell, date):
        return cell
    if cell < _FIRST_DAY:
        return _text(sheet, cell.isoformat())
    dated = WriteOnlyCell(sheet, value=datetime.combine(cell, time()))
    dated.number_format = "d.m.yyyy"
    return dated


def _text(sheet: _WorkbookChild, text: str) -> WorkbookCell:
    """A cell that is text whatever it looks like, also after somebody has edited it."""
    cell = WriteOnlyCell(sheet, value=_harmless(text))
    cell.data_type = "s"
    cell.quotePrefix = _LOOKS_LIKE_FORMULA.match(text) is not None
    if "\n" in text:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _harmless(text: str) -> str:
    return _LOOKS_ESCAPED.sub("_x005F_", f"'{text}" if _LOOKS_HARMLESS.match(text) else text)


def _require_short(tables: Iterable[Table]) -> None:
    """Raise UnreadableFileError where a workbook would cut off a text."""
    texts = (cell for table in tables for row in table.rows for cell in row if isinstance(cell, str))
    if any(len(_harmless(text)) > _LONGEST_TEXT for text in texts):
        raise UnreadableFileError("a text is too long for a cell of a workbook: export to JSON")


def _widths(table: Table) -> Iterator[int]:
    for place, header in enumerate(table.headers):
        texts = (line for row in table.rows for line in str(row[place] or "").split("\n"))
        yield min(_WIDEST, max(_NARROWEST, len(header) + 2, *(len(text) + 2 for text in texts)))
