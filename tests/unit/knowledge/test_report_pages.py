"""The file of pages on which services are told of accounts in trouble."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.domain.trouble import ReportPage, TroubleKind
from bot.knowledge.content import common
from bot.knowledge.content.findings import Report
from bot.knowledge.content.report_pages import read_report_pages
from bot.settings import Settings

HIJACKED = "https://www.facebook.com/hacked"


def read(folder: Path, text: str) -> tuple[dict[tuple[str, TroubleKind], ReportPage], list[str]]:
    file, report = folder / "report_pages.toml", Report()
    file.write_text(text, encoding="utf-8")
    return dict(read_report_pages(file, report)), [one.message for one in report.findings]


def test_a_page_has_the_day_on_which_its_address_was_found(tmp_path: Path) -> None:
    pages, wrong = read(tmp_path, f'[facebook]\nhijacked = "{HIJACKED}"\nfound = 2026-11-29\n')
    assert pages == {("facebook", TroubleKind.HIJACKED): ReportPage(HIJACKED, date(2026, 11, 29))}
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        'facebook = "x"',
        '[facebook]\nstolen = "https://a.fi"',
        '[facebook]\nfake = "not an address"',
        f'[facebook]\nhijacked = "{HIJACKED}"\nfound = "2026-11-29"',
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, text: str) -> None:
    _, wrong = read(tmp_path, text)
    assert len(wrong) == 1


def test_each_page_of_ours_is_of_a_service_that_is_known() -> None:
    assert {platform for platform, _ in common.report_pages()} <= common.platforms(Settings().knowledge_dir).keys()
