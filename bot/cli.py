"""The command line. Each command prints to standard output; errors are one line on standard error.

Exit codes: 0 done, 1 findings or nothing found, 2 wrong use or settings.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import logging
import os
import sys
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

from bot import evaluation, store_commands
from bot.bootstrap import OPERATOR, Application, build, build_console
from bot.conversation.exchange import Incoming, Outcome, Said
from bot.conversation.forms import Form
from bot.domain.language import Language, detect
from bot.domain.people import parse_reference
from bot.errors import SettingsError, SomebotError
from bot.exit_codes import DONE, FOUND, WRONG
from bot.import_report import report
from bot.knowledge.findings import Severity
from bot.knowledge.loader import check
from bot.knowledge.search import Decision
from bot.logs import set_up_logging
from bot.messages.answers import answer as answer_message
from bot.messages.model import plain_text
from bot.services.answers import Answer
from bot.settings import Settings, load_settings
from bot.storage.tables import read_register_file, require_suffix, write_register_file
from bot.storage.tinydb import LOCK_TIMEOUT
from bot.surfaces.console.app import add_console
from bot.surfaces.web import serve, web_application

Command = Callable[[Settings, argparse.Namespace], Coroutine[None, None, int]]


def main(arguments: Sequence[str] | None = None, *, lock_timeout: float = LOCK_TIMEOUT) -> int:
    """Run one command and give its exit code. One that writes waits for another for ``lock_timeout`` seconds."""
    options = _parser().parse_args(arguments, argparse.Namespace(lock_timeout=lock_timeout))
    # Commands print their result; only the server tells what it does as it goes.
    set_up_logging(logging.INFO if options.command is _serve else logging.WARNING)
    command: Command = options.command
    try:
        return asyncio.run(command(load_settings(), options))
    except SomebotError as error:
        print(error, file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        return DONE
    except BrokenPipeError:
        # Whoever read has seen enough; nothing is to be flushed to them at the end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Somebot: a municipality's social media, in order"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    serving = _command(commands, "serve", _serve, "run the bot until it is stopped")
    serving.add_argument("--console", action="store_true", help="with a local web page for trying it")

    asking = _command(commands, "ask", _ask, "the answer a member of staff would get")
    asking.add_argument("text", metavar="TEXT")
    asking.add_argument("--lang", choices=[*Language], help="the language of the question and the reply")
    _add_json(asking)

    saying = _command(commands, "say", _say, "handle one message as somebody and print the outcome")
    saying.add_argument("text", metavar="TEXT")
    saying.add_argument("--as", dest="person", metavar="PERSON", required=True, help="an identity or an e-mail address")
    _add_json(saying)

    evaluating = commands.add_parser("evaluate", help="score a JSONL set").add_subparsers(required=True, metavar="KIND")
    for name, run, text in (
        ("questions", _evaluate_questions, "sections found and questions refused"),
        ("utterances", _evaluate_utterances, "intents and channels"),
    ):
        scoring = _command(evaluating, name, run, text)
        scoring.add_argument("file", metavar="FILE", type=Path)
        _add_json(scoring)

    register = commands.add_parser("register", help="the register of channels").add_subparsers(
        required=True, metavar="WHAT"
    )
    _add_json(_command(register, "list", _register_list, "the channels in use"))
    importing = _command(register, "import", _register_import, "add and change channels from a CSV, XLSX or JSON file")
    importing.add_argument("file", metavar="FILE", type=Path)
    importing.add_argument("--dry-run", action="store_true", help="only print what would be added and changed")
    _command(register, "export", _register_export, "write the register to a CSV, XLSX or JSON file").add_argument(
        "file", metavar="FILE", type=Path
    )
    history = _command(register, "history", store_commands.register_history, "every change: who, when, what")
    history.add_argument("id", metavar="ID", nargs="?", help="the channel's; of all channels where it is left out")
    _add_json(history)

    for name, run, text in (
        ("backup", store_commands.back_up, "write the register and its history to a file, also beside a running bot"),
        ("restore", store_commands.restore, "put a backup in place of the register, which is kept aside"),
    ):
        _command(commands, name, run, text).add_argument("file", metavar="FILE", type=Path)

    knowledge = commands.add_parser("knowledge", help="the guideline's content").add_subparsers(
        required=True, metavar="WHAT"
    )
    _command(knowledge, "check", _knowledge_check, "everything that is wrong with the content")
    return parser


def _command(commands: Any, name: str, run: Command, text: str) -> argparse.ArgumentParser:
    # argparse's type of a group of sub-commands is private, hence Any.
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(command=run)
    return parser


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")


async def _serve(settings: Settings, options: argparse.Namespace) -> int:
    if not options.console:
        raise SettingsError("no surface is set up: run `serve --console` to try the bot on this machine")
    if settings.host not in ("127.0.0.1", "localhost", "::1"):
        raise SettingsError("HOST: the console is for this machine only; leave HOST unset or set it to 127.0.0.1")
    async with build_console(settings) as (application, console):
        app = web_application([application.store])
        add_console(app, console)
        # What was built stays for good. Kept out of the garbage collector's full rounds, it cannot make them stop the
        # event loop for longer than the 20 ms that people would not notice.
        gc.collect()
        gc.freeze()
        await serve(app, settings.host, settings.port, url_path="/console/")
    return DONE


async def _ask(settings: Settings, options: argparse.Namespace) -> int:
    async with build(settings, read_only=True) as application:
        result = _answered(application, options.text, Language(options.lang) if options.lang else None)
    if options.json:
        _print_json(_answer_json(result))
    else:
        print(plain_text(answer_message(result, shareable=False)))
    return DONE if result.decision is Decision.ANSWER else FOUND


def _answered(application: Application, text: str, language: Language | None) -> Answer:
    return application.services.answers.ask(text, language or detect(text) or application.settings.language)


def _answer_json(result: Answer) -> dict[str, object]:
    quoted = "\n".join(result.quote)
    best = [
        {
            "id": hit.subsection.id,
            "title": hit.subsection.title,
            "text": quoted if place == 0 and quoted else hit.subsection.text,
        }
        for place, hit in enumerate(result.hits)
    ]
    return {
        "answered": result.decision is Decision.ANSWER,
        "decision": result.decision,
        "lang": result.language,
        "sections": [section.id for section in result.sections],
        "passages": best,
        "confidence": round(result.confidence, 4),
    }


async def _say(settings: Settings, options: argparse.Namespace) -> int:
    reference = parse_reference(options.person)
    if reference is None:
        raise SettingsError(
            f"--as {options.person}: name a person by an identity (slack:U0123ABCD) or an e-mail address"
        )
    async with build(settings, lock_timeout=options.lock_timeout) as application:
        person = await application.services.people.by_identity(reference)
        outcome = await application.conversation.handle(Incoming(person, Said(options.text), application.clock.now()))
    if options.json:
        _print_json(_outcome_json(outcome))
    else:
        print(_reply_text(outcome))
    return DONE


def _outcome_json(outcome: Outcome) -> dict[str, object]:
    understood = outcome.understood
    return {
        "intent": understood.intent if understood else None,
        "channels": list(understood.channels) if understood else [],
        "args": dict(understood.args) if understood else {},
        "outcome": {
            "kind": "form" if isinstance(outcome.reply, Form) else "message",
            "language": outcome.reply.language,
            "visibility": outcome.visibility,
            "text": _reply_text(outcome),
        },
    }


def _reply_text(outcome: Outcome) -> str:
    if not isinstance(outcome.reply, Form):
        return plain_text(outcome.reply)
    form = outcome.reply
    lines = [form.title, *filter(None, [form.intro])]
    for field in form.fields:
        value = form.values.get(field.key, "")
        shown = next((option.label for option in field.options if option.value == value), value)
        problem = f"  <- {form.errors[field.key]}" if field.key in form.errors else ""
        lines.append(f"  {field.label}: {shown}{problem}".rstrip())
    return "\n".join(lines)


async def _evaluate_questions(settings: Settings, options: argparse.Namespace) -> int:
    items = evaluation.read_set(options.file, "q", evaluation.QUESTION_ANSWERS)
    async with build(settings, read_only=True) as application:
        results = [evaluation.Scored(item, _answer_json(_answered(application, item["q"], None))) for item in items]
    _print_scores(results, evaluation.question_scores(results), as_json=options.json)
    return DONE


async def _evaluate_utterances(settings: Settings, options: argparse.Namespace) -> int:
    items = evaluation.read_set(options.file, "text", evaluation.UTTERANCE_ANSWERS)
    async with build(settings, read_only=True) as application:
        today = application.clock.now().date()
        results = []
        for item in items:
            understood = await application.conversation.understand(item["text"], today)
            reply = {"intent": understood.intent, "channels": list(understood.channels), "args": dict(understood.args)}
            results.append(evaluation.Scored(item, reply))
    _print_scores(results, evaluation.utterance_scores(results), as_json=options.json)
    return DONE


def _print_scores(results: Sequence[evaluation.Scored], scores: dict[str, float], *, as_json: bool) -> None:
    if not as_json:
        for name, value in scores.items():
            print(f"{name:32}{value:g}" if name == "items" else f"{name:32}{value:.3f}")
        return
    for result in results:
        _print_json({"id": result.item["id"], **result.reply})
    _print_json({"scores": scores})


async def _register_list(settings: Settings, options: argparse.Namespace) -> int:
    async with build(settings, read_only=True) as application:
        document = await application.transfer.export()
    channels = document["channels"]
    listed = [row for row in channels if row["status"] != "retired"] if isinstance(channels, list) else []
    for row in listed:
        if options.json:
            _print_json(row)
        else:
            print(f"{row['id']:32}{row['platform']:12}{row['unit']:28}{row['url']}")
    return DONE if listed else FOUND


async def _register_import(settings: Settings, options: argparse.Namespace) -> int:
    document = await asyncio.to_thread(read_register_file, options.file)
    async with build(settings, read_only=options.dry_run, lock_timeout=options.lock_timeout) as application:
        transfer = application.transfer
        run = transfer.preview if options.dry_run else transfer.import_document
        result = await run(OPERATOR, document, application.clock.now())
    print(report(result))
    return DONE


async def _register_export(settings: Settings, options: argparse.Namespace) -> int:
    require_suffix(options.file)
    async with build(settings, read_only=True) as application:
        document = await application.transfer.export()
    await asyncio.to_thread(write_register_file, options.file, document, settings.language)
    return DONE


async def _knowledge_check(settings: Settings, options: argparse.Namespace) -> int:
    _, findings = check(settings.knowledge_dir)
    for finding in findings:
        print(f"{finding.severity}: {finding}")
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    print(f"{errors} errors, {len(findings) - errors} warnings")
    return FOUND if findings else DONE


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False))
