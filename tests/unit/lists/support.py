"""What the tests of files share; no tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bot.domain.accounts.platforms import Platforms
from bot.domain.language import Language
from bot.domain.register import Register
from bot.knowledge.content.wording.words import load_platforms
from bot.lists.tables import read_register_file, write_register_file
from bot.services.ports import Store
from bot.services.register.lists.transfer import ImportResult, InvalidImportError, Transfer
from bot.storage.memory import MemoryStore
from tests.conftest import ROOT
from tests.unit.services.support import AT, SECRETARY

REAL_PLATFORMS: Platforms = load_platforms(ROOT / "knowledge" / "common" / "platforms.toml")

HEADERS = ["Palvelu", "Kanava", "Osoite", "Vastuuhenkilö", "Ylläpitäjät", "Yksikkö", "Päätös pvm"]
LIBRARY = [
    "Insta",
    "Kirjaston\u00a0Instagram ",
    "https://www.instagram.com/esimerkkikirjasto/",
    "Pirjo.Johtaja@kunta.example",
    "first@kunta.example, second@kunta.example",
    "Kirjastopalvelut",
    "3.11.2026",
]
YOUTH = [
    "Facebook",
    "Nuorten Facebook",
    "www.facebook.com/esimerkkinuoret",
    "esa@kunta.example",
    "fourth@kunta.example",
    "Nuorisopalvelut  ",
    "",
]
EMPTY = [""] * len(HEADERS)
MUNICIPAL_LIST = [
    ["Kunnan sosiaalisen median kanavat 2026", *EMPTY[1:]],
    EMPTY,
    HEADERS,
    LIBRARY,
    EMPTY,
    YOUTH,
    EMPTY,
    EMPTY,
]
"""As it is in many an office: a title above, empty lines in between, and the headers in line 3."""


def csv_file(folder: Path, rows: Sequence[Sequence[str]], *, delimiter: str = ";", encoding: str = "cp1252") -> Path:
    """``rows`` as Excel saves them."""
    path = folder / "lista.csv"
    path.write_bytes("".join(delimiter.join(row) + "\r\n" for row in rows).encode(encoding))
    return path


def xlsx_file(folder: Path, rows: Sequence[Sequence[Any]], *, merged: str = "") -> Path:
    """``rows`` as the first sheet of a workbook; the cells of ``merged`` (``A1:G1``) are one."""
    path = folder / "lista.xlsx"
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in rows:
        sheet.append([cell if cell != "" else None for cell in row])
    if merged:
        sheet.merge_cells(merged)
    workbook.save(path)
    return path


def changed(rows: Sequence[Sequence[str]], line: int, header: str, value: str) -> list[list[str]]:
    """``rows`` with another value in the column of ``header``, in that line."""
    new = [list(row) for row in rows]
    new[line - 1][HEADERS.index(header)] = value
    return new


async def imported(store: Store, path: Path, platforms: Platforms = REAL_PLATFORMS) -> ImportResult:
    return await Transfer(store, platforms).import_document(SECRETARY, read_register_file(path), AT)


async def exported(store: Store, path: Path, language: Language = Language.FI) -> Path:
    write_register_file(path, await Transfer(store, REAL_PLATFORMS).export(), language)
    return path


async def refusals(path: Path, store: Store | None = None) -> list[str]:
    """What is said of the file, line by line; nothing of it is imported."""
    store = store or MemoryStore()
    before = await store.read()
    with pytest.raises(InvalidImportError) as refused:
        await imported(store, path)
    assert await store.read() == before
    return str(refused.value).splitlines()


def without_versions(register: Register) -> tuple[list[object], Mapping[str, object]]:
    """All of the register but how often it was changed."""
    return [replace(one, version=0) for one in register.channels.values()], register.people


def cells_of(path: Path, sheet: int = 0) -> list[list[Any]]:
    """The cells of an exported workbook."""
    return [list(row) for row in openpyxl.load_workbook(path).worksheets[sheet].iter_rows()]


DECIDED = date(2026, 11, 3)
