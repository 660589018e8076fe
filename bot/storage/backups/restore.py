"""Restoring a backup in place of the stores, which are kept aside."""

import asyncio
from collections.abc import Container
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.errors import StoreError
from bot.services.ports import State
from bot.services.register.documents import CHANNELS, COLLECTIONS
from bot.services.reminders.punctuality import ROUNDS_GONE
from bot.storage.backups import archive
from bot.storage.backups.backup import BackupContents, contents_of
from bot.storage.embedded.files import disk_errors
from bot.storage.embedded.history.writing import HistoryWriter
from bot.storage.embedded.loading import HISTORY, load
from bot.storage.embedded.lock import FolderLock
from bot.storage.embedded.stores import LOCK_TIMEOUT
from bot.storage.embedded.switching import KEPT, QUESTIONS, building_in, finish_switch, switch
from bot.storage.embedded.version_1 import migrate
from bot.storage.embedded.whole import AS_THEY_ARE, lay_down, lay_down_state


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore has done: what is there ``now`` and was ``before``, None where that could not be read, and the
    folder in which the files from before are kept, None where there were none."""

    now: BackupContents
    before: BackupContents | None
    kept_in: Path | None


async def restore(folder: Path, file: Path, at: datetime, *, lock_timeout: float = LOCK_TIMEOUT) -> Restored:
    """Put what the backup in ``file`` holds in place of the stores in ``folder``, whose files are kept in a folder
    named after ``at``. What the backup lacks, since there was none yet when it was made, stays as it is; but if no bot
    could start with it, it is emptied.

    Waits for another writer for up to ``lock_timeout`` seconds. Raises StoreError, and then leaves the stores as they
    were, where the backup is damaged or of a newer program, where another process still writes, and where the disk
    fails.
    """
    await asyncio.to_thread(_verify, file)  # before the lock, which is not to be waited for in vain
    lock = await FolderLock.take(folder, lock_timeout)
    return await asyncio.to_thread(_restore_and_release, lock, folder, file, at)


def _verify(file: Path) -> None:
    with disk_errors(file, "reading"), file.open("rb") as opened:
        archive.verify(opened, file)


def _restore_and_release(lock: FolderLock, folder: Path, file: Path, at: datetime) -> Restored:
    # The lock is let go of here: where the caller is cancelled, this thread goes on, and must not write without it.
    try:
        return _restore(folder, file, at)
    finally:
        lock.release()


def _restore(folder: Path, file: Path, at: datetime) -> Restored:
    finish_switch(folder)
    before = _contents_before(folder)
    with disk_errors(folder, "restoring"), building_in(folder) as building:
        with file.open("rb") as opened:
            manifest = archive.unpack(opened, file, building)
        _adapt(building / KEPT, folder / KEPT if manifest.lacks_work else None)
        if not (building / QUESTIONS).exists() and not _is_readable(folder / QUESTIONS):
            lay_down(building / QUESTIONS, State(), ())
        kept_in = switch(folder, f"replaced-{at:%Y-%m-%d-%H%M%S}")
    return Restored(contents_of(folder), before, kept_in)


def _contents_before(folder: Path) -> BackupContents | None:
    """The figures of what is there, in the form of today; None where it cannot be read."""
    try:
        migrate(folder)
        HistoryWriter(folder / KEPT / HISTORY)  # which looks, as a start does, at lines too that no commit is known of
        return contents_of(folder)
    except StoreError:
        return None


def _adapt(restored: Path, lacks_work_of: Path | None) -> None:
    """Add to the ``restored`` store what it ``lacks_work_of``, where it has the register alone; and let nothing in it
    tell of the last round before the backup: days since then would look as if they had had none."""
    state = load(restored, AS_THEY_ARE).state
    tables = dict(state.by_collection)
    if lacks_work_of is not None:
        register = {collection.name for collection in COLLECTIONS}
        with suppress(StoreError):
            there = load(lacks_work_of, AS_THEY_ARE).state.by_collection
            ours = tables.get(CHANNELS.name, {})
            for name in there.keys() - register:
                tables[name] = {key: one for key, one in there[name].items() if not _speaks_of_others(one, ours)}
    tables.pop(ROUNDS_GONE.name, None)
    if tables != state.by_collection:
        lay_down_state(restored, State(tables, state.version, state.seq), AS_THEY_ARE)


def _speaks_of_others(document: Any, channels: Container[str]) -> bool:
    """Whether a document of work in hand speaks of a channel that is not among ``channels``, as it came later."""
    match document:
        case {"channel": str(channel)} if channel and channel not in channels:
            return True
        case dict():
            return any(_speaks_of_others(one, channels) for one in document.values())
        case list() | tuple():
            return any(_speaks_of_others(one, channels) for one in document)
    return False


def _is_readable(store: Path) -> bool:
    try:
        load(store, AS_THEY_ARE)
    except StoreError:
        return False
    return True
