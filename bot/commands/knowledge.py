"""``knowledge``: the guideline's content, and where it speaks of which subject."""

import argparse
import asyncio
from dataclasses import asdict
from pathlib import Path

from bot.commands.command import DONE, FOUND, Commands, add_json, declare, declare_group, print_json
from bot.doctor.disk import kept_learning
from bot.doctor.finding import Mark
from bot.domain.language import Language
from bot.errors import SettingsError
from bot.knowledge.content import common
from bot.knowledge.content.findings import Report, Severity, counted
from bot.knowledge.content.loader import check, load
from bot.knowledge.search.links import links_of
from bot.knowledge.search.own_questions import CheckedQuestions, check_questions, record
from bot.knowledge.search.search import Search
from bot.knowledge.search.subject_model import subject_model
from bot.settings import Settings
from bot.understanding.commands import Intent
from bot.understanding.learnt import answer_model, intent_model


def add(commands: Commands) -> None:
    """Declare ``knowledge check``, ``knowledge links``, ``knowledge learn`` and ``knowledge import``."""
    knowledge = declare_group(commands, "knowledge", "WHAT", "the guideline's content")
    checking = declare(knowledge, "check", _check, "everything that is wrong with the content")
    checking.add_argument("--record", action="store_true", help="note which of the own questions come out right now")
    linking = declare(knowledge, "links", _links, "where the guideline speaks of which subject, doubtful ones first")
    add_json(linking)
    declare(knowledge, "learn", _learn, "learn beforehand what is understood and answered by, as for an image")
    importing = declare(knowledge, "import", _import, "turn a guideline document into section files")
    importing.add_argument("file", metavar="FILE", type=Path, help="PDF, DOCX, ODT, HTML, Markdown or text")
    importing.add_argument("--lang", choices=[*Language], default=Language.FI, help="the language it is written in")
    importing.add_argument(
        "--to", dest="folder", metavar="DIR", type=Path, required=True, help="what holds the guideline"
    )


async def _check(settings: Settings, options: argparse.Namespace) -> int:
    folder = settings.knowledge_dir
    guideline, findings = check(folder)
    findings += common.check([*Intent])
    outcome = CheckedQuestions()
    if guideline is not None:
        report = Report()
        outcome = check_questions(folder, guideline, report)
        findings += report.findings
    for finding in findings:
        print(f"{finding.severity}: {finding}")
    if outcome.asked:
        print(f"{outcome.right} of {outcome.asked} own questions come out right")
    if outcome.to_record and options.record:
        record(folder, outcome.to_record)
        print(f"{len(outcome.to_record)} of them are recorded now: from here on it is an error when one does not")
    elif outcome.to_record:
        print(f"{len(outcome.to_record)} of them are not recorded yet: `knowledge check --record` does it")
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    print(counted(errors, len(findings) - errors))
    return FOUND if findings else DONE


async def _links(settings: Settings, options: argparse.Namespace) -> int:
    for found in links_of(load(settings.knowledge_dir)):
        if options.json:
            print_json(
                {
                    "subject": found.subject.id,
                    "title": found.subject.title,
                    "state": found.state,
                    "weight": round(found.weight, 4),
                    "passages": [asdict(one) | {"weight": round(one.weight, 4)} for one in found.passages],
                }
            )
            continue
        print(f"{found.weight:.2f} {found.state:11} {found.subject.id}: {found.subject.title}")
        for one in found.passages:
            print(f"     {one.weight:.2f} {one.id} {one.title}: {one.text}")
    return DONE


async def _learn(settings: Settings, _: argparse.Namespace) -> int:
    folder = settings.cache
    finding = kept_learning(folder)
    if finding.mark is not Mark.OK:
        raise SettingsError(f"{finding.subject}: {finding.found}; {finding.advice}")
    await intent_model.learn()
    await answer_model.learn()
    search = Search(load(settings.knowledge_dir))
    for language in Language:
        await asyncio.to_thread(subject_model, language)
        await asyncio.to_thread(search.learn, [language])
    print(f"What the bot understands and answers by is learnt, and kept in {folder}")
    return DONE


async def _import(settings: Settings, options: argparse.Namespace) -> int:
    # Here, as no other command needs what reads documents.
    from bot.importing.importer import import_document, report

    done = await asyncio.to_thread(import_document, options.file, Language(options.lang), options.folder)
    for line in report(done):
        print(line)
    return FOUND if done.sections.doubts else DONE
