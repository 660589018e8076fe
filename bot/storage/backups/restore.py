"""Restoring a backup in place of the stores, which are kept aside."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from bot.errors import StoreError
from bot.storage import snapshot, state
from bot.storage.backups import archive
from bot.storage.backups.archive import Archived
from bot.storage.backups.backup import Contents, contents_of
from bot.storage.backups.document_archive import as_they_are, files_of, replace_at_the_end, unreadable
from bot.storage.embedded import LOCK_TIMEOUT
from bot.storage.files import create_folder, disk_errors, replacing_file, sync_folder
from bot.storage.lock import FolderLock
from bot.storage.state import HISTORY, SNAPSHOT, RegisterFiles
from bot.storage.stores import DOCUMENT_STORES


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore has done: what is there ``now`` and was ``before``, None where that could not be read, and the
    folder in which the files from before are kept, None where there were none."""

    now: Contents
    before: Contents | None
    kept_in: Path | None


async def restore(folder: Path, file: Path, at: datetime, *, lock_timeout: float = LOCK_TIMEOUT) -> Restored:
    """Put what the backup in ``file`` holds in place of the stores in ``folder``, whose files are kept in a folder
    named after ``at``. A store that the backup lacks, since there was none yet when it was made, stays as it is; but if
    no bot could start with it, it is emptied.

    Waits for another writer for up to ``lock_timeout`` seconds. Raises StoreError, and then leaves the stores as they
    were, where the backup is damaged or of a newer program, where another process still writes, and where the disk
    fails.
    """
    await asyncio.to_thread(_check, file)  # before the lock, which is not to be waited for in vain
    lock = await FolderLock.take(folder, lock_timeout)
    return await asyncio.to_thread(_restore_and_release, lock, folder, file, at)


def _check(file: Path) -> Archived:
    with disk_errors(file, "reading"), file.open("rb") as opened:
        return archive.check(opened, file)


def _restore_and_release(lock: FolderLock, folder: Path, file: Path, at: datetime) -> Restored:
    # The lock is let go of here: where the caller is cancelled, this thread goes on, and must not write without it.
    try:
        return _restore(folder, file, at)
    finally:
        lock.release()


def _restore(folder: Path, file: Path, at: datetime) -> Restored:
    before = _contents_if_readable(folder)
    archived = _check(file)  # once more: it may have been replaced while the lock was waited for
    with disk_errors(folder, "restoring"), file.open("rb") as opened:
        kept_in = _keep_aside(folder, at)
        _replace(folder, archived, archive.history_in(opened, file))
    return Restored(_contents(folder), before, kept_in)


def _replace(folder: Path, archived: Archived, history: Iterable[bytes]) -> None:
    """Put ``history`` in place, and what else was ``archived``: first all of it is written, then file replaces file.

    For the register, the replacing of the history decides: a crash before it leaves the old one, one after it the new
    one. Without a snapshot, the register comes from the history alone; with the other history's, the two would be
    mixed.
    """
    with ExitStack() as replacing:
        new = replacing.enter_context(replacing_file(folder / HISTORY))
        for piece in history:
            new.write(piece)
        new.flush()
        os.fsync(new.fileno())  # a full disk is to fail here, while nothing has changed
        for store, documents in archived.documents.items():
            replace_at_the_end(replacing, files_of(folder, store), documents)
        for path in unreadable(folder, DOCUMENT_STORES - archived.documents.keys()):
            path.unlink(missing_ok=True)
        (folder / SNAPSHOT).unlink(missing_ok=True)
        sync_folder(folder)
    with suppress(StoreError):  # the next start makes it from the history
        snapshot.save(folder / SNAPSHOT, state.content(archived.register))


def _keep_aside(folder: Path, at: datetime) -> Path | None:
    """Copy the stores' files to a new folder, which is given; None where there are none. Raises OSError."""
    there = [path for path in _files(folder) if path.exists()]
    if not there:
        return None
    kept_in = next(candidate for candidate in _names(folder, at) if not candidate.exists())
    create_folder(kept_in)
    try:
        for path in there:
            with path.open("rb") as old, replacing_file(kept_in / path.name) as new:
                shutil.copyfileobj(old, new)
    except OSError:
        shutil.rmtree(kept_in, ignore_errors=True)
        raise
    return kept_in


def _files(folder: Path) -> Iterator[Path]:
    yield from (folder / HISTORY, folder / SNAPSHOT)
    for store in DOCUMENT_STORES:
        yield from (files_of(folder, store).journal, files_of(folder, store).snapshot)


def _names(folder: Path, at: datetime) -> Iterator[Path]:
    name = f"replaced-{at:%Y-%m-%d-%H%M%S}"
    yield folder / name
    for number in count(2):
        yield folder / f"{name}-{number}"


def _contents_if_readable(folder: Path) -> Contents | None:
    try:
        return _contents(folder)
    except StoreError:
        return None


def _contents(folder: Path) -> Contents:
    documents = {store: as_they_are(folder, store) for store in DOCUMENT_STORES}
    return contents_of(folder, RegisterFiles(folder).load(to_write=False).value, documents)
