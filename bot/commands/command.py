"""What all commands share: how one is declared, what it ends with, how it prints."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Coroutine
from typing import Any

from bot.settings import Settings

DONE, FOUND, WRONG = 0, 1, 2
"""What a command ends with: done; findings, or nothing found; wrong use or settings."""

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
