"""The report's page: it says all in words and figures, also what its pictures show."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from bot.domain.accounts.platforms import NO_PLATFORMS
from bot.domain.channels import Status, UnitName
from bot.domain.evidence import State
from bot.domain.language import Language
from bot.domain.report import Figures
from bot.messages.report.page import report_page
from bot.messages.texts import texts_in
from bot.services.report.reports import QuestionFigures, Reminded, Report
from tests.support.bot_in_memory import answers_of_ours

EDITION = answers_of_ours().guideline.edition
BEFORE = Figures(date(2026, 10, 31), 31, Counter({Status.IN_USE: 29}), open_duties={"announced": 17})
NOW = Figures(
    date(2026, 11, 23),
    37,
    Counter({Status.IN_USE: 35, Status.PAUSED: 2}),
    Counter({State.ACTIVE: 35}),
    {"instagram": 37},
    {UnitName("Kirjasto <b>", "Biblioteket <b>", "Library <b>"): 36, UnitName("Museo"): 1},
    {"announced": 19},
)
REPORT = Report(
    NOW, development=(BEFORE, NOW), is_past=False, reminded=Reminded(5, {}), questions=QuestionFigures(6, 7, 8)
)


def page_of(report: Report, language: Language) -> LexborHTMLParser:
    return LexborHTMLParser(report_page(report, EDITION, NO_PLATFORMS, language))


@pytest.mark.parametrize("language", Language)
def test_the_pictures_are_read_out_as_the_figures_that_they_show(language: Language) -> None:
    in_use, is_open = (picture.attributes["aria-label"] or "" for picture in page_of(REPORT, language).css("svg"))
    day = texts_in(language)("value-date", day=NOW.day)
    assert [int(found) for found in re.findall(r": (\d+)", in_use)] == [29, 35]
    assert [int(found) for found in re.findall(r": (\d+)", is_open)] == [17, 19]
    assert f"{day}: 35" in in_use


def test_a_bar_is_as_high_as_its_figure() -> None:
    lower, higher = (
        float(bar.attributes["height"] or 0) for bar in page_of(REPORT, Language.FI).css("svg")[0].css("rect")
    )
    assert lower / higher == pytest.approx(29 / 35, abs=0.01)


def test_the_page_has_every_table_with_headers_that_are_read_out() -> None:
    tables = page_of(REPORT, Language.FI).css("table")
    assert len(tables) == 7
    assert all(table.css('th[scope="col"]') and table.css('tbody th[scope="row"]') for table in tables)


def test_what_somebody_has_called_a_unit_is_no_markup() -> None:
    page = page_of(REPORT, Language.EN)
    assert page.css("b") == []
    assert "Library <b>" in page.text()


def test_many_units_are_summed_up_so_that_the_page_stays_one() -> None:
    units = {UnitName(f"Yksikkö {number}"): 2 for number in range(40)}
    report = Report(Figures(NOW.day, 80, by_unit=units), development=(NOW,), is_past=False)
    rows = page_of(report, Language.FI).css("table")[1].css("tbody tr")
    assert len(rows) == 13
    assert rows[-1].text(separator=" ").split()[-1] == "56"


def test_a_register_without_channels_has_a_page_as_well() -> None:
    empty = Figures(NOW.day)
    assert "0" in page_of(Report(empty, development=(empty,), is_past=False), Language.SV).text()
