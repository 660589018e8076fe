"""What a report does not tell: zeros that say nothing. Where there is none of a whole part, a word says so."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from bot.domain.accounts.platforms import NO_PLATFORMS
from bot.domain.channels import Status, UnitName
from bot.domain.evidence import State
from bot.domain.language import Language
from bot.domain.reminders.notice import Answered
from bot.domain.report import Figures
from bot.messages.model import Fields, Picture, Text
from bot.messages.plain_text import plain_text
from bot.messages.report.page import report_page
from bot.messages.report.tables import tables_of
from bot.messages.report.words import report_words
from bot.messages.texts import texts_in
from bot.services.report.reports import QuestionFigures, Reminded, Report
from tests.support.bot_in_memory import answers_of_ours

EDITION = answers_of_ours().guideline.edition
FINE = Figures(
    date(2026, 11, 23), 3, Counter({Status.IN_USE: 3}), Counter({State.ACTIVE: 3}), {"x": 3}, {UnitName("Museo"): 3}
)
QUIET = Report(FINE, is_past=False, development=(FINE,), reminded=Reminded(0, {}), questions=QuestionFigures(0, 0, 0))


@pytest.mark.parametrize("language", Language)
def test_no_line_is_a_zero_and_what_there_is_none_of_is_said_in_words(language: Language) -> None:
    texts = texts_in(language)
    page = LexborHTMLParser(report_page(QUIET, EDITION, NO_PLATFORMS, language))
    message = report_words(QUIET, NO_PLATFORMS, language)
    words = plain_text(message)
    for part in ("duties", "reminders", "questions"):
        assert f"{texts(f'report-{part}')}\n\n{texts(f'report-{part}-none')}" in words
        assert texts(f"report-{part}-none") in page.text()
    fields = [field for block in message.blocks if isinstance(block, Fields) for field in block.fields]
    assert [field.label for field in fields if field.value == (Text("0"),)] == []
    assert [row for row in page.css("tbody tr") if row.css("td:last-child")[0].text() == "0"][1:] == []


@pytest.mark.parametrize("language", Language)
def test_of_a_part_with_something_in_it_the_zeros_alone_are_left_out(language: Language) -> None:
    texts = texts_in(language)
    report = Report(
        FINE,
        is_past=False,
        development=(FINE,),
        reminded=Reminded(2, {Answered.UPDATED: 2}),
        questions=QuestionFigures(4, 0, 0),
    )
    words = plain_text(report_words(report, NO_PLATFORMS, language))
    assert f"{texts('report-asked')}: 2" in words
    assert texts("report-unanswered") not in words
    assert f"{texts('report-questions-asked')}: 4" in words
    assert texts("report-gaps") not in words


def test_a_register_without_channels_says_that_there_are_none() -> None:
    empty = Figures(FINE.day)
    message = report_words(Report(empty, is_past=False, development=(empty,)), NO_PLATFORMS, Language.EN)
    assert f"{texts_in(Language.EN)('report-total')}: 0" in plain_text(message)
    assert texts_in(Language.EN)("report-duties-none") not in plain_text(message)


def test_of_what_was_never_there_is_no_picture() -> None:
    pictures = [block for block in report_words(QUIET, NO_PLATFORMS, Language.EN).blocks if isinstance(block, Picture)]
    assert [picture.title for picture in pictures] == [texts_in(Language.EN)("report-column-in-use")]
    (drawn,) = LexborHTMLParser(report_page(QUIET, EDITION, NO_PLATFORMS, Language.EN)).css("svg")
    assert (drawn.attributes["viewBox"] or "").split()[2] == str(13 * 26), "one bar is no wider than one of many"


def test_the_workbook_has_all_figures_so_that_one_can_be_compared_with_another() -> None:
    states = tables_of(QUIET, NO_PLATFORMS, Language.EN)[0]
    assert [row[1] for row in states.rows].count(0) > 2
