"""The report in a conversation."""

from bot.domain.accounts.platforms import Platforms
from bot.domain.language import Language
from bot.messages.model import Block, Bold, Bullets, Field, Fields, Heading, Message, Paragraph, Picture, Spans, Text
from bot.messages.parts import more, note, paragraph
from bot.messages.report.developments import developments_of
from bot.messages.report.drawing import drawn
from bot.messages.report.tables import Row, Table, telling
from bot.messages.texts import Texts, texts_in
from bot.services.report.reports import Report

_SHOWN = 10
"""How many rows of one table are shown."""
_BACK = (1, 2, 4, 7, 13)
"""Which of the rows of the development are shown, counted from the newest: today, and one, three, six and twelve months
before, to the end of the month."""


def report_words(report: Report, platforms: Platforms, language: Language) -> Message:
    """How many channels there are, how they do, and how that has developed, with its pictures. To draw them takes some
    hundredths of a second."""
    texts = texts_in(language)
    *tables, development = telling(report, platforms, language)
    blocks: list[Block] = [Heading(texts("report-heading", on=report.figures.day))]
    for table in tables:
        counted = _fields(table) if table.rows else paragraph(table.none)
        blocks += (Paragraph((Bold(table.title),)), counted, *more(texts, len(table.rows), _SHOWN))
    blocks += (Paragraph((Bold(development.title),)), _development(texts, development))
    blocks += (Picture(one.title, one.words, drawn(one)) for one in developments_of(texts, development))
    explained = [texts("report-note-past" if report.is_past else "report-note")]
    if report.questions is not None:
        explained.append(texts("report-note-files"))
    return Message((*blocks, note(" ".join(explained))), language)


def _fields(table: Table) -> Fields:
    return Fields(tuple(Field(str(label), (Text(str(count)),)) for label, count in table.rows[:_SHOWN]))


def _development(texts: Texts, table: Table) -> Bullets:
    shown = [table.rows[-back] for back in _BACK if back <= len(table.rows)]
    return Bullets(tuple(_line(texts, row) for row in shown))


def _line(texts: Texts, row: Row) -> Spans:
    day, total, in_use, is_open = row
    words = texts("report-line", total=str(total), used=str(in_use), open=str(is_open))
    return Bold(texts("value-date", day=day)), Text(f": {words}")
