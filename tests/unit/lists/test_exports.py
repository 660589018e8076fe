"""Exports open in Excel as they are, and are harmless there."""

from __future__ import annotations

import csv
import errno
import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from bot.domain.channels import Decision
from bot.domain.language import Language
from bot.lists.sheets import UnreadableFileError
from bot.lists.tables import write_register_file
from bot.services.register.records.cells import WORDS
from bot.storage.memory import MemoryStore
from tests.unit.lists.support import cells_of, exported
from tests.unit.services.support import FIRST, INSTAGRAM, channel, store_of

FORMULAS = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)"]


def evil_store() -> MemoryStore:
    channels = [channel(f"k{number}", name=text, url=INSTAGRAM + str(number)) for number, text in enumerate(FORMULAS)]
    return store_of(*channels, people=(replace(FIRST, display_name="=1+1"),))


async def test_csv_is_what_a_finnish_excel_opens(tmp_path: Path) -> None:
    path = await exported(store_of(channel(weekly_hours=2.5, purpose="Äiti; öljy\nja å")), tmp_path / "a.csv")
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    headers, row, *_ = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    assert content.count(b"\r\n") == 2 + 1 + 1 + 4  # headers and channel, the blank line, headers and people
    cells = dict(zip(headers, row, strict=True))
    assert (cells["Tunteja viikossa"], cells["Tarkoitus"], cells["Tila"]) == ("2,5", "Äiti; öljy\nja å", "käytössä")


async def test_no_cell_of_csv_begins_like_a_formula(tmp_path: Path) -> None:
    path = await exported(evil_store(), tmp_path / "a.csv")
    text = path.read_text(encoding="utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=";") for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert {f"'{formula}" for formula in FORMULAS} | {"'=1+1"} <= set(cells)


async def test_no_cell_of_a_workbook_is_a_formula_or_a_link(tmp_path: Path) -> None:
    path = await exported(evil_store(), tmp_path / "a.xlsx")
    cells = [cell for sheet in (0, 1) for row in cells_of(path, sheet) for cell in row if cell.value is not None]
    assert set(FORMULAS) | {"=1+1"} <= {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells if cell.value in FORMULAS)
    assert not any(cell.hyperlink for cell in cells)
    with zipfile.ZipFile(path) as archive:
        assert not any(
            b"<f>" in archive.read(name) or b"hyperlink" in archive.read(name) for name in archive.namelist()
        )


async def test_a_workbook_has_frozen_headers_widths_and_dates(tmp_path: Path) -> None:
    store = store_of(channel(decision=Decision(on=date(2026, 11, 3)), weekly_hours=2.5, name="N" * 40))
    path = await exported(store, tmp_path / "a.xlsx")
    workbook = openpyxl.load_workbook(path)
    assert workbook.sheetnames == ["Kanavat", "Henkilöt"]
    assert [sheet.freeze_panes for sheet in workbook.worksheets] == ["A2", "A2"]
    headers, row = cells_of(path)
    cells = {header.value: cell for header, cell in zip(headers, row, strict=True)}
    assert cells["Päätöspäivä"].value == datetime(2026, 11, 3)  # noqa: DTZ001 - as openpyxl gives it
    assert cells["Päätöspäivä"].is_date
    assert cells["Tunteja viikossa"].value == 2.5
    sheet = workbook.worksheets[0]
    assert sheet.column_dimensions[cells["Kanavan nimi"].column_letter].width >= 40
    assert headers[0].font.bold


@pytest.mark.parametrize(
    ("language", "names", "header"),
    [
        (Language.FI, ["Kanavat", "Henkilöt"], "Kanavan tunniste"),
        (Language.SV, ["Kanaler", "Personer"], "Kanalens id"),
        (Language.EN, ["Channels", "People"], "Channel ID"),
    ],
)
async def test_an_export_is_in_the_readers_language(
    language: Language, names: list[str], header: str, tmp_path: Path
) -> None:
    path = await exported(store_of(channel()), tmp_path / "a.xlsx", language)
    assert openpyxl.load_workbook(path).sheetnames == names
    headers, row = cells_of(path)
    assert headers[0].value == header
    assert WORDS["in_use"][language] in {cell.value for cell in row}


def test_a_text_too_long_for_a_cell_is_not_cut_off_in_silence(tmp_path: Path) -> None:
    people: list[dict[str, object]] = [
        {"id": "a", "display_name": "x" * 40_000, "email": "", "language": "", "identities": [], "left_on": None}
    ]
    with pytest.raises(UnreadableFileError, match="JSON"):
        write_register_file(tmp_path / "a.xlsx", {"channels": [], "people": people}, Language.FI)
    assert not (tmp_path / "a.xlsx").exists()


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
async def test_an_export_is_for_the_own_user_alone(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"lista{suffix}"
    path.write_bytes(b"old")
    path.chmod(0o644)
    await exported(evil_store(), path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_bytes() != b"old"
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


async def test_an_export_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "lista.csv"
    path.write_bytes(b"old")
    monkeypatch.setattr("bot.whole_files.os.fsync", full)
    with pytest.raises(UnreadableFileError, match="No space left"):
        await exported(evil_store(), path)
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
