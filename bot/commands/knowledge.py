"""``knowledge``: the guideline's content."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from bot.commands.command import DONE, FOUND, Commands, declare, declare_group
from bot.domain.language import Language
from bot.knowledge.findings import Severity
from bot.knowledge.importing.importer import import_document, report
from bot.knowledge.loader import check
from bot.settings import Settings


def add(commands: Commands) -> None:
    """Declare ``knowledge check`` and ``knowledge import``."""
    knowledge = declare_group(commands, "knowledge", "WHAT", "the guideline's content")
    declare(knowledge, "check", _check, "everything that is wrong with the content")
    importing = declare(knowledge, "import", _import, "turn a guideline document into section files")
    importing.add_argument("file", metavar="FILE", type=Path, help="PDF, DOCX, ODT, HTML, Markdown or text")
    importing.add_argument("--lang", choices=[*Language], default=Language.FI, help="the language it is written in")
    importing.add_argument(
        "--to", dest="folder", metavar="DIR", type=Path, required=True, help="what holds the guideline"
    )


async def _check(settings: Settings, options: argparse.Namespace) -> int:
    _, findings = check(settings.knowledge_dir)
    for finding in findings:
        print(f"{finding.severity}: {finding}")
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    print(f"{errors} errors, {len(findings) - errors} warnings")
    return FOUND if findings else DONE


async def _import(settings: Settings, options: argparse.Namespace) -> int:
    language = Language(options.lang)
    done = await asyncio.to_thread(import_document, options.file, language, options.folder, settings.knowledge_dir)
    for line in report(done):
        print(line)
    return FOUND if done.sections.doubts else DONE
