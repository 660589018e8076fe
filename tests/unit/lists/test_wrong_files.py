"""Files that are no list: one clear line says so."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from bot.lists.sheets import UnreadableFileError
from bot.lists.tables import read_register_file
from tests.unit.lists.support import EMPTY, HEADERS, LIBRARY, MUNICIPAL_LIST, YOUTH, csv_file, xlsx_file


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableFileError) as refused:
        read_register_file(path)
    text = str(refused.value)
    assert len(text.splitlines()) == 1
    assert text.startswith(str(path))
    return text


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def zipped(entries: dict[str, bytes]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in entries.items():
            opened.writestr(name, content)
    return archive.getvalue()


def with_part(path: Path, name: str, content: bytes) -> bytes:
    """The workbook at ``path`` with another content in one of its parts."""
    with zipfile.ZipFile(path) as archive:
        return zipped({entry: archive.read(entry) for entry in archive.namelist()} | {name: content})


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"Palvelu;Kanava", "is not an Excel workbook"),
        (b"PK\x03\x04 torn", "is not an Excel workbook"),
        (zipped({"word/document.xml": b"<a/>"}), "is not an Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "has a password or is an old .xls"),
        (zipped({"xl/workbook.xml": b"<a/>"}), "is a damaged workbook"),
    ],
    ids=["empty", "csv", "torn", "document", "password", "not whole"],
)
def test_a_file_that_is_no_workbook_is_named(content: bytes, reason: str, tmp_path: Path) -> None:
    assert reason in refusal(written(tmp_path / "lista.xlsx", content))


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = with_part(xlsx_file(tmp_path, MUNICIPAL_LIST), "xl/sharedStrings.xml", b"\0" * (51 * 1024 * 1024))
    assert len(bomb) < 200_000
    assert "unpacks to more than 50 MiB" in refusal(written(tmp_path / "pommi.xlsx", bomb))


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    laughs = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">{levels}]><a>&a9;</a>'.encode()
    bomb = with_part(xlsx_file(tmp_path, MUNICIPAL_LIST), "xl/worksheets/sheet1.xml", laughs)
    assert "damaged workbook" in refusal(written(tmp_path / "pommi.xlsx", bomb))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"\r\n \r\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not a CSV file of text"),
        ("Palvelu;Kanava".encode("utf-16"), "is not a CSV file of text"),
        (bytes(range(128, 256)), "is not a CSV file of text"),
        (b"hei\r\nmaailma\r\n", "has no line of headers"),
        (b'Palvelu;Kanava;Osoite;"Vastuu\r\n', "line 1: a quotation mark is not closed"),
    ],
    ids=["empty", "blank", "picture", "utf-16", "bytes", "prose", "quotation mark"],
)
def test_a_file_that_is_no_csv_is_named(content: bytes, reason: str, tmp_path: Path) -> None:
    assert reason in refusal(written(tmp_path / "lista.csv", content))


def test_the_line_of_a_quotation_mark_out_of_place_is_named(tmp_path: Path) -> None:
    broken = [*LIBRARY[:1], '"Kirjaston', *LIBRARY[2:]]
    assert "line 3: a quotation mark" in refusal(csv_file(tmp_path, [HEADERS, YOUTH, broken]))


@pytest.mark.parametrize("make", [csv_file, xlsx_file])
def test_only_headers_are_nothing_to_import(make: type, tmp_path: Path) -> None:
    assert "no rows" in refusal(make(tmp_path, [HEADERS, EMPTY]))


@pytest.mark.parametrize("make", [csv_file, xlsx_file])
def test_missing_columns_are_named(make: type, tmp_path: Path) -> None:
    text = refusal(make(tmp_path, [EMPTY, ["Palvelu", "Kanava", "Osoite"], LIBRARY[:3]]))
    assert 'line 2 lack "Yksikkö" (unit), "Vastuuhenkilö" (responsible)' in text


def test_two_columns_of_one_meaning_are_named(tmp_path: Path) -> None:
    text = refusal(csv_file(tmp_path, [[*HEADERS, "Linkki"], [*LIBRARY, ""]]))
    assert '"Osoite" and "Linkki"' in text


@pytest.mark.parametrize("make", [csv_file, xlsx_file])
def test_a_file_of_too_many_lines_is_refused(make: type, tmp_path: Path) -> None:
    assert "20000" in refusal(make(tmp_path, [HEADERS, *[["x"] for _ in range(20_000)]]))


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "lista.csv"
    with path.open("wb") as file:
        file.truncate(51 * 1024 * 1024)
    assert "larger than 50 MiB" in refusal(path)


def test_only_known_suffixes_are_read_in_any_capitals(tmp_path: Path) -> None:
    assert ".csv, .xlsx or .json" in refusal(written(tmp_path / "lista.ods", b"x"))
    assert read_register_file(csv_file(tmp_path, MUNICIPAL_LIST).rename(tmp_path / "LISTA.CSV"))
