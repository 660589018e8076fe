"""``register``: the register from and to files, and its history."""

import argparse
import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.app.bootstrap import OPERATOR, build
from bot.commands.command import DONE, FOUND, Commands, add_json, declare, declare_group, local, print_json
from bot.domain.channels import Channel, differences
from bot.domain.language import Language
from bot.domain.register import Register
from bot.services.ports import HistoryEntry
from bot.services.register.documents import register_of
from bot.services.register.lists.transfer import ImportResult
from bot.services.register.people import reference_of
from bot.services.register.records.cells import as_text
from bot.services.register.records.record_mapping import to_record
from bot.settings import Settings

_SHOWN = 5
"""How many channels of one change are named in a line for people; the rest are counted."""


def add(commands: Commands) -> None:
    """Declare ``register list``, ``import``, ``export`` and ``history``."""
    register = declare_group(commands, "register", "WHAT", "the register of channels")
    add_json(declare(register, "list", _list, "the channels in use"))
    importing = declare(register, "import", _import, "add and change channels from a CSV, XLSX or JSON file")
    importing.add_argument("file", metavar="FILE", type=Path)
    importing.add_argument("--dry-run", action="store_true", help="only print what would be added and changed")
    declare(register, "export", _export, "write the register to a CSV, XLSX or JSON file").add_argument(
        "file", metavar="FILE", type=Path
    )
    history = declare(register, "history", _history, "every change: who, when, what")
    history.add_argument("id", metavar="ID", nargs="?", help="the channel's; of all channels where it is left out")
    add_json(history)


async def _list(settings: Settings, options: argparse.Namespace) -> int:
    async with build(settings, read_only=True) as application:
        document = await application.transfer.export()
    channels = document["channels"]
    listed = [row for row in channels if row["status"] != "retired"] if isinstance(channels, list) else []
    for row in listed:
        if options.json:
            print_json(row)
        else:
            print(f"{row['id']:32}{row['platform']:12}{row['unit']:28}{row['url']}")
    if not listed:
        print(f"no channels in use in {settings.data_dir}: `register import FILE` brings a list", file=sys.stderr)
    return DONE if listed else FOUND


async def _import(settings: Settings, options: argparse.Namespace) -> int:
    from bot.lists.reading_apart import read_apart

    document = await asyncio.to_thread(read_apart, options.file)
    async with build(settings, read_only=options.dry_run, lock_timeout=options.lock_timeout) as application:
        transfer = application.transfer
        run = transfer.preview if options.dry_run else transfer.import_document
        result = await run(OPERATOR, document, now := application.clock.now())
        watching = application.services.watching
        tried = 0 if options.dry_run else await watching.expect(OPERATOR.person, result.added, now)
    print("\n".join(_imported(result)))
    if tried:
        print(f"the running bot looks at the sources of {tried} channels, and tells the ICT secretaries what it finds")
    return DONE


def _imported(result: ImportResult) -> Iterator[str]:
    """What is added, what changes field by field, what is left alone; the last line counts the channels."""
    for channel in result.added:
        yield f"add {channel}"
    for channel in result.changed:
        yield f"change {channel}"
        for difference in result.differences.get(channel, ()):
            yield f"  {difference.field}: {_shown(difference.before)} -> {_shown(difference.after)}"
    yield from (f"add person {label}" for label in result.people_added)
    yield from (f"change person {label}" for label in result.people_changed)
    yield from (f"not read: {name}" for name in result.left_alone)
    yield from (f"corrected: {cell}" for cell in result.corrected)
    yield f"added {len(result.added)}, changed {len(result.changed)}, unchanged {len(result.unchanged)}"


def _shown(value: object) -> str:
    return ", ".join(as_text(value, Language.EN).splitlines()) or "(nothing)"


async def _export(settings: Settings, options: argparse.Namespace) -> int:
    from bot.lists.tables import require_suffix, write_register_file

    require_suffix(options.file)
    async with build(settings, read_only=True) as application:
        document = await application.transfer.export()
    await asyncio.to_thread(write_register_file, options.file, document, settings.language)
    return DONE


async def _history(settings: Settings, options: argparse.Namespace) -> int:
    async with build(settings, read_only=True) as application:
        entries = await application.services.keeping.history(OPERATOR, options.id)
        register = register_of(await application.store.read())
    for entry in entries:
        if options.json:
            print_json(_entry_json(entry, register))
        else:
            print(_entry_line(settings, entry, register))
    if not entries:
        what = f"of {options.id}; `register list` shows the ids" if options.id else "yet"
        print(f"there is no history {what}", file=sys.stderr)
    return DONE if entries else FOUND


def _entry_line(settings: Settings, entry: HistoryEntry, register: Register) -> str:
    touched = list(_touched(entry))
    if len(touched) > _SHOWN:
        touched = [*touched[:_SHOWN], f"and {len(touched) - _SHOWN} more"]
    who = reference_of(register, entry.event.by)
    return (
        f"{entry.seq:6}  {local(settings, entry.event.at)}  {entry.event.what:10}{who:24}{'; '.join(touched)}".rstrip()
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
