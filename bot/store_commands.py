"""The commands that look after the store: ``backup``, ``restore`` and ``register history``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import datetime

from bot.bootstrap import OPERATOR, SystemClock, build
from bot.domain.changes import differences
from bot.domain.channels import Channel
from bot.domain.register import Register
from bot.exit_codes import DONE, FOUND
from bot.services.people import reference_of
from bot.services.ports import HistoryEntry
from bot.services.record_mapping import to_record
from bot.settings import Settings
from bot.storage import backup
from bot.storage.backup import Contents, Restored

_SHOWN = 5
"""So many channels of one change are named in a line for people; more are counted."""


async def back_up(settings: Settings, options: argparse.Namespace) -> int:
    """``backup FILE``: also beside a running bot."""
    contents = await backup.back_up(settings.data_dir, options.file, _now(settings))
    if not contents.seq:
        print(f"{settings.data_dir}: there is nothing to back up (is SOME_DATA_DIR right?)", file=sys.stderr)
        return FOUND
    print(f"backed up {_figures(settings, contents)} to {options.file}")
    return DONE


async def restore(settings: Settings, options: argparse.Namespace) -> int:
    """``restore FILE``: once it is checked, in place of what is there, which is kept aside."""
    restored = await backup.restore(settings.data_dir, options.file, _now(settings), lock_timeout=options.lock_timeout)
    print(f"restored {_figures(settings, restored.now)}")
    print(_replaced(settings, restored))
    return DONE


async def register_history(settings: Settings, options: argparse.Namespace) -> int:
    """``register history [ID]``: every change, oldest first."""
    async with build(settings, read_only=True) as application:
        entries = await application.services.keeping.history(OPERATOR, options.id)
        register = await application.store.read()
    for entry in entries:
        if options.json:
            print(json.dumps(_entry_json(entry, register), ensure_ascii=False))
        else:
            print(_entry_line(settings, entry, register))
    if not entries:
        what = f"of {options.id}; `register list` shows the ids" if options.id else "yet"
        print(f"there is no history {what}", file=sys.stderr)
    return DONE if entries else FOUND


def _replaced(settings: Settings, restored: Restored) -> str:
    if restored.kept_in is None:
        return "nothing was there before"
    before = _figures(settings, restored.before) if restored.before else "files that could not be read"
    return f"replaced {before}; kept in {restored.kept_in}"


def _figures(settings: Settings, contents: Contents) -> str:
    channels = "1 channel" if contents.channels == 1 else f"{contents.channels} channels"
    if contents.changed_at is None:
        return channels
    return f"{channels}, last change {_local(settings, contents.changed_at)} (number {contents.seq})"


def _entry_line(settings: Settings, entry: HistoryEntry, register: Register) -> str:
    touched = list(_touched(entry))
    if len(touched) > _SHOWN:
        touched = [*touched[:_SHOWN], f"and {len(touched) - _SHOWN} more"]
    who = reference_of(register, entry.event.by)
    return (
        f"{entry.seq:6}  {_local(settings, entry.event.at)}  {entry.event.what:10}{who:24}{'; '.join(touched)}".rstrip()
    )


def _touched(entry: HistoryEntry) -> Iterator[str]:
    for key, after in entry.after.items():
        before = entry.before.get(key)
        fields = [change.field for change in differences(before, after)] if before else ["new"]
        yield f"{key}: {', '.join(fields) or 'as before'}"


def _entry_json(entry: HistoryEntry, register: Register) -> dict[str, object]:
    def record(channel: Channel) -> dict[str, object]:
        return to_record(channel, lambda person: reference_of(register, person))

    return {
        "seq": entry.seq,
        "at": entry.event.at.isoformat(),
        "by": reference_of(register, entry.event.by),
        "what": entry.event.what,
        "before": {key: record(channel) for key, channel in entry.before.items()},
        "after": {key: record(channel) for key, channel in entry.after.items()},
    }


def _local(settings: Settings, at: datetime) -> str:
    return f"{at.astimezone(settings.zone):%Y-%m-%d %H:%M}"


def _now(settings: Settings) -> datetime:
    return SystemClock(settings.zone).now()
