"""``backup`` and ``restore``: looking after the store."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path

from bot.app.bootstrap import SystemClock
from bot.commands.command import DONE, FOUND, Commands, declare
from bot.commands.local_time import local
from bot.settings import Settings
from bot.storage.backups import backup, restore
from bot.storage.backups.backup import BackupContents
from bot.storage.backups.restore import Restored


def add(commands: Commands) -> None:
    """Declare ``backup`` and ``restore``."""
    for name, run, text in (
        ("backup", _back_up, "write all that the bot keeps to a file, also beside a running bot"),
        ("restore", _restore, "put a backup in place of all that the bot keeps, which is kept aside"),
    ):
        declare(commands, name, run, text).add_argument("file", metavar="FILE", type=Path)


async def _back_up(settings: Settings, options: argparse.Namespace) -> int:
    contents = await backup.back_up(settings.data_dir, options.file, _now(settings))
    if contents.is_empty:
        print(f"{settings.data_dir}: there is nothing to back up (is SOME_DATA_DIR right?)", file=sys.stderr)
        return FOUND
    print(f"backed up {_figures(settings, contents)} to {options.file}")
    return DONE


async def _restore(settings: Settings, options: argparse.Namespace) -> int:
    restored = await restore.restore(settings.data_dir, options.file, _now(settings), lock_timeout=options.lock_timeout)
    print(f"restored {_figures(settings, restored.now)}")
    print(_replaced(settings, restored))
    return DONE


def _replaced(settings: Settings, restored: Restored) -> str:
    if restored.kept_in is None:
        return "nothing was there before"
    before = _figures(settings, restored.before) if restored.before else "files that could not be read"
    return f"replaced {before}; kept in {restored.kept_in}"


def _figures(settings: Settings, contents: BackupContents) -> str:
    channels = "1 channel" if contents.channels == 1 else f"{contents.channels} channels"
    if contents.changed_at is not None:
        channels += f", last change {local(settings, contents.changed_at)} (number {contents.seq})"
    documents = [f"{number} in the {store}" for store, number in sorted(contents.documents.items()) if number]
    return ", ".join([channels, *documents])


def _now(settings: Settings) -> datetime:
    return SystemClock(settings.zone).now()
