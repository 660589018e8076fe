"""``report``, as it is typed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from openpyxl import load_workbook

from tests.integration.running import Run


def test_the_report_is_printed_in_the_language_that_is_wanted(filled: Run) -> None:
    assert "Kanavia yhteensä: 6" in filled("report").out
    assert "Channels in total: 6" in filled("report", "--lang", "en").out


def test_the_page_and_the_workbook_hold_the_same_figures(filled: Run, tmp_path: Path) -> None:
    page, workbook = tmp_path / "report.html", tmp_path / "report.xlsx"
    assert filled("report", "--page", page, "--xlsx", workbook).out == ""
    assert page.read_text("utf-8").startswith("<!doctype html>")
    sheets = {sheet.title: [[cell.value for cell in row] for row in sheet.rows] for sheet in load_workbook(workbook)}
    assert ["Kanavia yhteensä", 6] in sheets["Tilanne"]
    assert sheets["Kehitys"][-1][1:] == [6, 6, 17]
    assert all(text in page.read_text("utf-8") for text in ("Kanavia yhteensä", "Sivistyspalvelut", "Kehitys"))


def test_a_day_that_is_not_known_is_refused_in_a_line(filled: Run) -> None:
    today = datetime.now(ZoneInfo("Europe/Helsinki")).date()
    assert filled("report", "--on", "2020-01-01").refuses("the register knows nothing of that day", str(today))
