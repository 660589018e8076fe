"""The command line. Each command prints to standard output; errors are one line on standard error.

Exit codes: 0 done, 1 findings or nothing found, 2 wrong use or settings.
"""

import argparse
import asyncio
import logging
import os
import sys
from collections.abc import Sequence

from bot.commands import (
    asking,
    doctor,
    knowledge,
    manifest,
    people,
    register,
    reminding,
    reporting,
    serving,
    store,
    watching,
)
from bot.commands.command import DONE, WRONG, Run
from bot.commands.evaluation import evaluating
from bot.errors import SomebotError
from bot.knowledge.search.learning.kept import keep_in
from bot.logs import set_up_logging
from bot.settings import load_settings
from bot.storage.embedded.stores import LOCK_TIMEOUT


def main(arguments: Sequence[str] | None = None, *, lock_timeout: float = LOCK_TIMEOUT) -> int:
    """Run one command and give its exit code. One that writes waits for another for ``lock_timeout`` seconds."""
    given = sys.argv[1:] if arguments is None else arguments
    if not given:
        _parser().exit(WRONG, f"{_parser().format_help()}\na COMMAND is required\n")
    options = _parser().parse_args(given, argparse.Namespace(lock_timeout=lock_timeout))
    # Commands print their result; only the server tells what it does as it goes.
    set_up_logging(logging.INFO if options.command is serving.run else logging.WARNING)
    command: Run = options.command
    try:
        settings = load_settings()
        keep_in(settings.cache)
        return asyncio.run(command(settings, options))
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
    topics = (
        serving,
        asking,
        evaluating,
        register,
        reporting,
        people,
        reminding,
        watching,
        store,
        knowledge,
        manifest,
        doctor,
    )
    for topic in topics:
        topic.add(commands)
    return parser
