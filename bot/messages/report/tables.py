"""The report as tables of figures, which the words, the page and the workbook are made of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bot.domain.accounts.platforms import Platforms
from bot.domain.channels import DutyId, Status
from bot.domain.evidence import State
from bot.domain.language import Language
from bot.domain.report import Figures
from bot.messages.duties.standings import lacking
from bot.messages.parts import begin, platform_name
from bot.messages.register.states import state_words
from bot.messages.texts import Texts, texts_in
from bot.services.report.reports import QuestionFigures, Reminded, Report

Row = tuple[str | date | int, ...]

_STATES: Final = "report-states"
"""Its first row is how many channels there are at all."""
_NONE: Final = frozenset({"report-duties", "report-reminders", "report-questions"})
"""The parts of which it is said that there is nothing."""


@dataclass(frozen=True, slots=True)
class Table:
    """A part of the report: its title, what its columns are called, and its rows, each of a label and figures; the word
    for there being ``none`` of what it counts, and how many of the first rows are told even so."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    none: str = ""
    always: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether all that it counts is zero."""
        return not any(count for row in self.rows for count in row[1:])


def tables_of(report: Report, platforms: Platforms, language: Language) -> tuple[Table, ...]:
    """All tables of the report that have a row, the development last."""
    texts, now = texts_in(language), report.figures
    units = ((unit.in_language(language), count) for unit, count in now.by_unit.items())
    services = (
        (platform_name(texts, platforms[one]) if one in platforms else one, count)
        for one, count in now.by_platform.items()
    )
    found = [
        _counted(texts, _STATES, _states(texts, report)),
        _counted(texts, "report-platforms", services),
        _counted(texts, "report-units", units),
        _counted(texts, "report-duties", _duties(texts, now.open_duties)),
    ]
    if report.reminded is not None:
        found.append(_counted(texts, "report-reminders", _reminders(texts, report.reminded)))
    if report.questions is not None:
        found.append(_counted(texts, "report-questions", _questions(texts, report.questions)))
    return tuple(table for table in (*found, development_of(texts, report.development)) if table.rows)


def telling(report: Report, platforms: Platforms, language: Language) -> tuple[Table, ...]:
    """The tables as people read them: without the rows whose zero says nothing, and without any where there is a word
    for that; the development last."""
    *tables, development = tables_of(report, platforms, language)
    texts = texts_in(language)
    if report.figures.in_use and not report.figures.open_duties:
        after = {texts("report-reminders"), texts("report-questions")}
        place = next((place for place, one in enumerate(tables) if one.title in after), len(tables))
        tables.insert(place, _counted(texts, "report-duties", ()))
    return (*map(_without_zeros, tables), development)


def _without_zeros(table: Table) -> Table:
    if table.none and table.is_nothing:
        return replace(table, rows=())
    rest = (row for row in table.rows[table.always :] if any(row[1:]))
    return replace(table, rows=(*table.rows[: table.always], *rest))


def development_of(texts: Texts, development: Iterable[Figures]) -> Table:
    """How the figures have developed, a day a row, oldest first."""
    columns = ("report-column-day", "report-column-total", "report-column-in-use", "report-column-open")
    rows = tuple((one.day, one.total, one.in_use, one.open_in_all) for one in development)
    return Table(texts("report-development"), tuple(map(texts, columns)), rows)


def _counted(texts: Texts, title: str, rows: Iterable[tuple[str, int]]) -> Table:
    headers = (texts("report-column-what"), texts("report-column-count"))
    none = texts(f"{title}-none") if title in _NONE else ""
    return Table(texts(title), headers, tuple(rows), none, always=title == _STATES)


def _states(texts: Texts, report: Report) -> Iterator[tuple[str, int]]:
    """By state; of a day of the past only how many were up to date as told, since sources are not in history."""
    now, states = report.figures, (State.ACTIVE,) if report.is_past else tuple(State)
    yield texts("report-total"), now.total
    yield from ((begin(state_words(texts, state)), now.by_state.get(state, 0)) for state in states)
    others = (status for status in Status if status not in (Status.IN_USE, Status.RETIRED))
    yield from ((begin(texts(f"status-{_key(status)}")), now.by_status.get(status, 0)) for status in others)


def _duties(texts: Texts, open_duties: Mapping[DutyId, int]) -> Iterator[tuple[str, int]]:
    return ((lacking(texts, duty), count) for duty, count in open_duties.items())


def _reminders(texts: Texts, reminded: Reminded) -> Iterator[tuple[str, int]]:
    yield texts("report-asked"), reminded.asked
    yield from ((texts(f"report-answer-{_key(what)}"), count) for what, count in reminded.answers.items())
    yield texts("report-unanswered"), reminded.unanswered


def _questions(texts: Texts, questions: QuestionFigures) -> Iterator[tuple[str, int]]:
    yield texts("report-questions-asked"), questions.asked
    yield texts("report-gaps"), questions.gaps
    yield texts("report-waiting"), questions.waiting


def _key(value: str) -> str:
    return value.replace("_", "-")
