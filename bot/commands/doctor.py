"""``doctor``: what is wrong with the set-up, and what to do."""

import argparse
import os
from collections.abc import AsyncIterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from bot.app.bootstrap import SystemClock
from bot.commands.command import DONE, FOUND, Commands, add_json, declare, print_json
from bot.doctor import configuration, content, database, disk, personal_data, sources, teams_tenant, website
from bot.doctor.finding import Finding, Mark
from bot.knowledge.content import common
from bot.knowledge.content.findings import counted
from bot.settings import ENV_FILE, Settings, has_slack, has_teams


def add(commands: Commands) -> None:
    """Declare ``doctor``."""
    add_json(declare(commands, "doctor", _run, "what is wrong with the set-up, and what to do"))


async def _run(settings: Settings, options: argparse.Namespace) -> int:
    marks: list[Mark] = []
    async for finding in _findings(settings):
        marks.append(finding.mark)
        if options.json:
            print_json(asdict(finding))
        else:
            print(finding, flush=True)
    errors, warnings = (marks.count(mark) for mark in (Mark.ERROR, Mark.WARNING))
    if not options.json:
        print(counted(errors, warnings))
    return FOUND if errors or warnings else DONE


async def _findings(settings: Settings) -> AsyncIterator[Finding]:
    for finding in configuration.names(os.environ, Path(ENV_FILE)):
        yield finding
    yield content.knowledge(settings.knowledge_dir)
    yield disk.folder(settings.data_dir)
    yield disk.kept_learning(settings.cache)
    if not settings.database_url:
        yield disk.lasting(settings.data_dir, os.environ)
    for finding in (*personal_data.terms(), *disk.left_behind(settings.data_dir)):
        yield finding
    async for finding in database.database(settings):
        yield finding
    yield await content.store(settings, awaited=has_slack(settings) or has_teams(settings))
    clock = SystemClock(settings.zone)
    async for finding in _outside(settings, clock.now()):
        yield finding
    for finding in configuration.roles(settings):
        yield finding
    yield configuration.listening(settings, os.environ)
    yield configuration.heartbeat(settings)
    yield configuration.metrics(settings)
    # Slack's libraries take a tenth of a second to import: only this command waits for them.
    from bot.doctor.slack_workspace import slack

    async for finding in slack(settings, clock):
        yield finding
    async for finding in teams_tenant.teams(settings):
        yield finding


async def _outside(settings: Settings, at: datetime) -> AsyncIterator[Finding]:
    """What the keys are good for, how the channels are followed, and whether the website can be read."""
    async for finding in sources.keys(settings, at):
        yield finding
    register = await sources.register_in(settings)
    if register is not None:
        for finding in sources.channels(register, settings, common.platforms(settings.knowledge_dir)):
            yield finding
    async for finding in website.website(settings, register, at):
        yield finding
