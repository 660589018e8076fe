"""What all commands share: how one is declared, what it ends with, how it prints and writes files."""

import argparse
import asyncio
import json
from collections.abc import Callable, Coroutine
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.settings import Settings
from bot.storage.embedded.files import disk_errors
from bot.whole_files import PRIVATE, write_whole

DONE, FOUND, WRONG = 0, 1, 2
"""What a command ends with: done; findings, or nothing found; wrong use or settings."""

READABLE = 0o644
"""The mode of a file for everybody on the machine: nobody is named in it, and there is no secret."""

Run = Callable[[Settings, argparse.Namespace], Coroutine[None, None, int]]

Commands = Any
"""A group of commands; argparse's own type of it is private."""


def declare(commands: Commands, name: str, run: Run, text: str) -> argparse.ArgumentParser:
    """The parser of the command ``name`` in the group ``commands``, which calls ``run``; ``text`` is its help."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(command=run)
    return parser


def declare_group(commands: Commands, name: str, metavar: str, text: str) -> Commands:
    """The group of commands that begin with the word ``name``."""
    return commands.add_parser(name, help=text, description=text).add_subparsers(required=True, metavar=metavar)


def add_json(parser: argparse.ArgumentParser) -> None:
    """Let the command print JSON."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def print_json(value: object) -> None:
    """Print ``value`` as one line of JSON."""
    print(json.dumps(value, ensure_ascii=False))


def local(settings: Settings, at: datetime) -> str:
    """``at`` in the municipality's time zone, to the minute."""
    return f"{at.astimezone(settings.zone):%Y-%m-%d %H:%M}"


async def write(path: Path, content: bytes, mode: int = PRIVATE) -> None:
    """Put ``content`` in place of the file at ``path``. Raises StoreError where the disk does not take it."""
    with disk_errors(path, "writing"):
        await asyncio.to_thread(write_whole, path, content, mode)
