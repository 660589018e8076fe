"""``backup`` and ``restore``: looking after the store."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path

from bot.bootstrap import SystemClock
from bot.commands.command import DONE, FOUND, Commands, declare
from bot.commands.local_time import local
from bot.settings import Settings
from bot.storage import backup
from bot.storage.backup import Contents, Restored


def add(commands: Commands) -> None:
    """Declare ``backup`` and ``restore``."""
    for name, run, text in (
        ("backup", _back_up, "write the register and its history to a file, also beside a running bot"),
        ("restore", _restore, "put a backup in place of the register, which is kept aside"),
    ):
        declare(commands, name, run, text).add_argument("file", metavar="FILE", type=Path)


async def _back_up(settings: Settings, options: argparse.Namespace) -> int:
    contents = await backup.back_up(settings.data_dir, options.file, _now(settings))
    if not contents.seq:
        print(f"{settings.data_dir}: there is nothing to back up (is SOME_DATA_DIR right?)", file=sys.stderr)
        return FOUND
    print(f"backed up {_figures(settings, contents)} to {options.file}")
    return DONE


async def _restore(settings: Settings, options: argparse.Namespace) -> int:
    restored = await backup.restore(settings.data_dir, options.file, _now(settings), lock_timeout=options.lock_timeout)
    print(f"restored {_figures(settings, restored.now)}")
    print(_replaced(settings, restored))
    return DONE


def _replaced(settings: Settings, restored: Restored) -> str:
    if restored.kept_in is None:
        return "nothing was there before"
    before = _figures(settings, restored.before) if restored.before else "files that could not be read"
    return f"replaced {before}; kept in {restored.kept_in}"


def _figures(settings: Settings, contents: Contents) -> str:
    channels = "1 channel" if contents.channels == 1 else f"{contents.channels} channels"
    if contents.changed_at is None:
        return channels
    return f"{channels}, last change {local(settings, contents.changed_at)} (number {contents.seq})"


def _now(settings: Settings) -> datetime:
    return SystemClock(settings.zone).now()
