"""The report as one page to print, with a small picture of how the figures have developed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from bot.domain.accounts.platforms import Platforms
from bot.domain.guideline import Edition
from bot.domain.language import Language
from bot.messages.parts import in_language
from bot.messages.report.developments import Development, developments_of
from bot.messages.report.tables import Table, telling
from bot.messages.texts import Texts, texts_in
from bot.services.report.reports import MONTHS, Report

_SHOWN: Final = 12
"""How many rows of a table fit a page beside the others; the rest are counted."""
_HEIGHT, _STEP, _WIDTH = 90, 26, 18
"""Of the picture: how high the highest bar is, and how far apart and how wide bars are. The unit is the page's own."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a picture: where its left edge and its top are, how high it is, and what is written at its ends."""

    x: float
    y: float
    height: float
    value: int
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Bars from zero on, a day each, oldest first; ``words`` say the same to whoever does not see it."""

    title: str
    bars: tuple[Bar, ...]
    words: str
    height: int = _HEIGHT
    bar_width: int = _WIDTH

    @property
    def width(self) -> int:
        """How wide the picture is: a register that is new has no wider bars than others."""
        return max(len(self.bars), MONTHS + 1) * _STEP


def report_page(report: Report, edition: Edition, platforms: Platforms, language: Language) -> str:
    """The whole page, as HTML that needs nothing beside it."""
    texts = texts_in(language)
    *tables, development = telling(report, platforms, language)
    return _template().render(
        language=language,
        heading=texts("report-heading", on=report.figures.day),
        municipality=in_language(edition.municipality, language),
        pictures=[_picture(one) for one in developments_of(texts, development)],
        tables=[*(_short(texts, table) for table in tables), _dated(texts, development)],
        note=texts("report-note-past" if report.is_past else "report-note"),
    )


@cache
def _template() -> Template:
    here = FileSystemLoader(Path(__file__).parent)
    return Environment(loader=here, autoescape=True, undefined=StrictUndefined).get_template("page.html")


def _picture(development: Development) -> Picture:
    return Picture(development.title, tuple(_bars(development)), f"{development.title}. {development.words}")


def _bars(development: Development) -> Iterator[Bar]:
    for place, (day, count) in enumerate(development.points):
        height = round(_HEIGHT * count / development.highest, 1)
        yield Bar(place * _STEP + (_STEP - _WIDTH) / 2, _HEIGHT - height, height, count, f"{day.month}/{day:%y}")


def _short(texts: Texts, table: Table) -> Table:
    """``table`` with as many rows as the page has room for, and how many others there are."""
    if len(table.rows) <= _SHOWN:
        return table
    rest = sum(int(row[1]) for row in table.rows[_SHOWN:] if isinstance(row[1], int))
    others = texts("and-more", count=len(table.rows) - _SHOWN)
    return replace(table, rows=(*table.rows[:_SHOWN], (others, rest)))


def _dated(texts: Texts, table: Table) -> Table:
    """``table`` with its days in words."""
    rows = tuple((texts("value-date", day=row[0]), *row[1:]) for row in table.rows)
    return replace(table, rows=rows)
