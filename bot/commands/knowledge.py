"""``knowledge``: the guideline's content."""

from __future__ import annotations

import argparse

from bot.commands.command import DONE, FOUND, Commands, declare, declare_group
from bot.knowledge.findings import Severity
from bot.knowledge.loader import check
from bot.settings import Settings


def add(commands: Commands) -> None:
    """Declare ``knowledge check``."""
    knowledge = declare_group(commands, "knowledge", "WHAT", "the guideline's content")
    declare(knowledge, "check", _check, "everything that is wrong with the content")


async def _check(settings: Settings, options: argparse.Namespace) -> int:
    _, findings = check(settings.knowledge_dir)
    for finding in findings:
        print(f"{finding.severity}: {finding}")
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    print(f"{errors} errors, {len(findings) - errors} warnings")
    return FOUND if findings else DONE
