"""``report``: the channels in figures, printed, as a page to print and as a workbook."""

import argparse
import asyncio
from datetime import date
from pathlib import Path

from bot.app.bootstrap import OPERATOR, build
from bot.commands.command import DONE, READABLE, Commands, declare, write
from bot.domain.accounts.platforms import Platforms
from bot.domain.language import Language
from bot.domain.register import ChannelQuery
from bot.messages.parts import shorten
from bot.messages.plain_text import plain_text
from bot.messages.report.tables import tables_of
from bot.messages.report.words import report_words
from bot.services.report.reports import Report
from bot.settings import Settings

_LONGEST_NAME = 31
"""Characters of a sheet's name (Excel)."""


def add(commands: Commands) -> None:
    """Declare ``report``."""
    parser = declare(commands, "report", _report, "the channels in figures, today or on a day of the past")
    parser.add_argument("--on", metavar="DAY", type=date.fromisoformat, help="such as 2026-03-01; today if left out")
    parser.add_argument("--lang", metavar="LANG", choices=list(Language), type=Language, help="fi, sv or en")
    parser.add_argument("--page", metavar="FILE", type=Path, help="write a page to print there (HTML), of one sheet")
    parser.add_argument("--xlsx", metavar="FILE", type=Path, help="write a workbook there")


async def _report(settings: Settings, options: argparse.Namespace) -> int:
    language = options.lang or settings.language
    async with build(settings, read_only=True) as application:
        services, guideline = application.services, application.guideline
        asked, now = services.lookup.asked(guideline.duties), application.clock.now()
        report = await services.reports.report(OPERATOR, ChannelQuery(), asked, options.on, now)
    if options.page:
        from bot.messages.report.page import report_page  # it takes a tenth of a second to import

        page = report_page(report, guideline.edition, services.platforms, language)
        await write(options.page, page.encode(), READABLE)
    if options.xlsx:
        workbook = await asyncio.to_thread(_workbook, report, services.platforms, language)
        await write(options.xlsx, workbook, READABLE)
    if not options.page and not options.xlsx:
        print(plain_text(report_words(report, services.platforms, language)))
    return DONE


def _workbook(report: Report, platforms: Platforms, language: Language) -> bytes:
    """A sheet for each table."""
    from bot.lists.sheets import Table
    from bot.lists.spreadsheets import write_xlsx

    tables = tables_of(report, platforms, language)
    return write_xlsx([Table(shorten(one.title, _LONGEST_NAME), one.headers, one.rows) for one in tables])
