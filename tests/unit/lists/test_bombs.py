"""What a list may hold is bounded, whatever kind of file it is in; and it is read in a process of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.lists import reading_apart as isolation
from bot.lists import spreadsheets
from bot.lists.reading_apart import read_apart
from bot.lists.sheets import MAX_ROWS, UnreadableFileError
from bot.lists.tables import read_register_file
from tests.unit.lists import bombs
from tests.unit.lists.support import MUNICIPAL_LIST, csv_file, xlsx_file

BOMBS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a row far below": (bombs.row_far_below, "damaged workbook"),
    "one text in each cell": (lambda folder: bombs.one_text_in_each_cell(folder, 30), "more in its cells"),
    "too many channels": (lambda folder: bombs.json_rows(folder, MAX_ROWS + 1, {}), "more than 20000 channels"),
    "nested": (lambda folder: bombs.nested_json(folder, 500), "more in each other"),
    "nested without end": (lambda folder: bombs.nested_json(folder, 200_000), "is not JSON"),
    "many values": (lambda folder: bombs.many_values(folder, 1_100_000), "more in it"),
    "wide": (lambda folder: bombs.wide_csv(folder, 6_000, 190), "more in its cells"),
}


@pytest.mark.parametrize("what", BOMBS)
def test_a_list_that_holds_more_than_a_list_of_channels_is_refused_in_one_line(what: str, tmp_path: Path) -> None:
    make, told = BOMBS[what]
    path = make(tmp_path)
    with pytest.raises(UnreadableFileError) as refused:
        read_apart(path)
    line = str(refused.value)
    assert line.startswith(f"{path}: ")
    assert told in line
    assert len(line.splitlines()) == 1


def test_more_empty_rows_than_there_can_be_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheets, "_LAST_ROW", 9_999)
    with pytest.raises(UnreadableFileError, match="damaged workbook"):
        read_register_file(bombs.empty_rows(tmp_path, 10_000))


def test_empty_rows_as_many_as_a_workbook_can_have_are_no_matter(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="no line of headers"):
        read_register_file(bombs.empty_rows(tmp_path, 50_000))


def test_a_list_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="takes too long"):
        read_apart(csv_file(tmp_path, MUNICIPAL_LIST), seconds=0.0001)


@pytest.mark.parametrize("make", [csv_file, xlsx_file])
def test_what_is_read_apart_is_what_is_read_here(make: Callable[..., Path], tmp_path: Path) -> None:
    path = make(tmp_path, MUNICIPAL_LIST)
    there, here = read_apart(path), read_register_file(path)
    assert [row.values for row in there.channels] == [row.values for row in here.channels]  # type: ignore[attr-defined]
    assert there.channels[0].name == here.channels[0].name  # type: ignore[attr-defined]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800", 10**400, None, True, "ä"])
def test_values_of_json_come_as_they_were(value: object, tmp_path: Path) -> None:
    path = tmp_path / "lista.json"
    path.write_text(json.dumps({"channels": [{"name": value}]}), encoding="utf-8")
    assert repr(read_apart(path)) == repr({"channels": [{"name": value}]})


def test_what_a_memory_does_not_hold_is_told_as_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def full(path: Path) -> None:
        raise MemoryError

    monkeypatch.setattr(isolation, "read_contents", full)
    monkeypatch.setattr("bot.isolation.limit", lambda: None)
    assert isolation.main("a.csv") == 1
    assert json.loads(capfdbinary.readouterr().out) == {"too much": ""}
