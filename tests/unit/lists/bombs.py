"""Lists that nobody should be able to do harm with; no tests."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable
from pathlib import Path

from tests.unit.lists.support import MUNICIPAL_LIST, xlsx_file

_SHEET = "xl/worksheets/sheet1.xml"
_TYPES = "[Content_Types].xml"
_TYPE_OF_TEXTS = (
    b'<Override PartName="/xl/sharedStrings.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
_TEXTS = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%s</t></si></sst>'
_BEFORE = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_AFTER = b"</sheetData></worksheet>"


def workbook(folder: Path, rows: Iterable[bytes], text: bytes = b"") -> Path:
    """A workbook whose first sheet has ``rows``, and which holds ``text`` for its cells to name."""
    usual = xlsx_file(folder, MUNICIPAL_LIST)
    path = folder / "pommi.xlsx"
    with zipfile.ZipFile(usual) as archive, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as written:
        for name in archive.namelist():
            if name == _TYPES:
                written.writestr(name, archive.read(name).replace(b"</Types>", _TYPE_OF_TEXTS + b"</Types>"))
            elif name != _SHEET:
                written.writestr(name, archive.read(name))
        written.writestr("xl/sharedStrings.xml", _TEXTS % text)
        with written.open(_SHEET, "w") as part:
            for piece in (_BEFORE, *rows, _AFTER):
                part.write(piece)
    return path


def row_far_below(folder: Path) -> Path:
    cell = b'<c t="inlineStr"><is><t>x</t></is></c>'
    return workbook(folder, [b'<row r="1">' + cell + b"</row>", b'<row r="99999999999">' + cell + b"</row>"])


def empty_rows(folder: Path, count: int) -> Path:
    return workbook(folder, (b"<row/>" * 10_000 for _ in range(count // 10_000)))


def cells_in_a_row(folder: Path, count: int) -> Path:
    return workbook(folder, [b"<row>", *(b"<c><v>1</v></c>" * 10_000 for _ in range(count // 10_000)), b"</row>"])


def one_text_in_each_cell(folder: Path, rows: int) -> Path:
    """A text of 30,000 letters that the workbook holds once."""
    row = b"<row>" + b'<c t="s"><v>0</v></c>' * 100 + b"</row>"
    return workbook(folder, (row for _ in range(rows)), b"x" * 30_000)


def json_rows(folder: Path, count: int, row: object) -> Path:
    path = folder / "pommi.json"
    path.write_text(json.dumps({"channels": [row] * count}), encoding="utf-8")
    return path


def nested_json(folder: Path, levels: int) -> Path:
    path = folder / "pommi.json"
    path.write_text(f'{{"channels": [{"[" * levels}{"]" * levels}]}}', encoding="utf-8")
    return path


def many_values(folder: Path, count: int) -> Path:
    path = folder / "pommi.json"
    path.write_text(f'{{"channels": [], "more": [{",".join(["[]"] * count)}]}}', encoding="utf-8")
    return path


def wide_csv(folder: Path, rows: int, columns: int) -> Path:
    path = folder / "pommi.csv"
    path.write_bytes(b"Palvelu;Kanava\r\n" + (b"x;" * columns + b"\r\n") * rows)
    return path
