"""``backup``, ``restore`` and ``store copy``: looking after what is kept."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.app.bootstrap import SystemClock
from bot.commands.command import DONE, FOUND, Commands, declare, declare_group, local
from bot.errors import SettingsError
from bot.setting_values import secret
from bot.settings import Settings
from bot.storage.backups import backup, restore
from bot.storage.backups.backup import BackupContents
from bot.storage.backups.restore import Restored

_FILES: Final = "embedded"
_PLACES: Final = (_FILES, "postgresql")


def add(commands: Commands) -> None:
    """Declare ``backup``, ``restore`` and ``store copy``."""
    for name, run, text in (
        ("backup", _back_up, "write all that the bot keeps to a file, also beside a running bot"),
        ("restore", _restore, "put a backup in place of all that the bot keeps, which is kept aside"),
    ):
        declare(commands, name, run, text).add_argument("file", metavar="FILE", type=Path)
    stores = declare_group(commands, "store", "WHAT", "where all is kept")
    copying = declare(stores, "copy", _copy, "copy all that is kept from the folder's files to DATABASE_URL, or back")
    copying.add_argument("source", metavar="FROM", choices=_PLACES, help=" or ".join(_PLACES))
    copying.add_argument("target", metavar="TO", choices=_PLACES, help="the other one, which has to be empty")


async def _back_up(settings: Settings, options: argparse.Namespace) -> int:
    if url := secret(settings.database_url):
        from bot.storage.postgresql import moving  # whoever uses files need not have the driver

        contents = await moving.back_up(url, options.file, _now(settings))
        where, setting = "the database", "DATABASE_URL"
    else:
        contents = await backup.back_up(settings.data_dir, options.file, _now(settings))
        where, setting = str(settings.data_dir), "SOME_DATA_DIR"
    if contents.is_empty:
        print(f"{where}: there is nothing to back up (is {setting} right?)", file=sys.stderr)
        return FOUND
    print(f"backed up {_figures(settings, contents)} to {options.file}")
    return DONE


async def _restore(settings: Settings, options: argparse.Namespace) -> int:
    folder, at = settings.data_dir, _now(settings)
    if url := secret(settings.database_url):
        from bot.storage.postgresql import moving  # whoever uses files need not have the driver

        restored = await moving.restore(url, options.file, at, folder)
    else:
        restored = await restore.restore(folder, options.file, at, lock_timeout=options.lock_timeout)
    print(f"restored {_figures(settings, restored.now)}")
    print(_replaced(settings, restored))
    return DONE


async def _copy(settings: Settings, options: argparse.Namespace) -> int:
    """Copy all from one place to the other, which is left as it is where it is not empty."""
    url = secret(settings.database_url)
    if not url:
        raise SettingsError("DATABASE_URL is not set: it names the database to copy to, or from")
    if options.source == options.target:
        raise SettingsError(f"store copy: from {options.source} to the other one, not to itself")
    from bot.storage.postgresql import moving  # whoever uses files need not have the driver

    if options.source == _FILES:
        contents = await moving.copy_from_files(settings.data_dir, url)
    else:
        contents = await moving.copy_to_files(url, settings.data_dir)
    print(f"copied {_figures(settings, contents)} to {options.target}")
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
