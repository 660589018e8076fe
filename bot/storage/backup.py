"""Backing the store up, also beside a running bot, and restoring it."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from bot.domain.register import Register
from bot.errors import StoreError
from bot.storage import archive, snapshot, state
from bot.storage.embedded import LOCK_TIMEOUT
from bot.storage.files import create_folder, disk_errors, replacing_file, sync_folder
from bot.storage.history import entry_at
from bot.storage.journal import content
from bot.storage.lock import FolderLock
from bot.storage.state import HISTORY, SNAPSHOT, RegisterFiles


@dataclass(frozen=True, slots=True)
class Contents:
    """What a store holds, in figures; ``changed_at`` is when the last change was made, None where there is none."""

    channels: int
    seq: int
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore has done: what is there ``now`` and was ``before``, None where that could not be read, and the
    folder in which the files from before are kept, None where there were none."""

    now: Contents
    before: Contents | None
    kept_in: Path | None


async def back_up(folder: Path, file: Path, at: datetime) -> Contents:
    """Write what the store in ``folder`` holds to ``file``, once it is certain that ``restore`` would accept it.

    No lock is taken, so that a bot may go on writing; a commit that it makes meanwhile may be left out. An empty store
    makes no file, and the ``seq`` of its contents is 0. Raises StoreError where ``file`` exists already, where the
    store cannot be read, and where the file cannot be written.
    """
    return await asyncio.to_thread(_back_up, folder, file, at)


async def restore(folder: Path, file: Path, at: datetime, *, lock_timeout: float = LOCK_TIMEOUT) -> Restored:
    """Put what the backup in ``file`` holds in place of the store in ``folder``, whose files are kept in a folder
    named after ``at``.

    Waits for another writer for up to ``lock_timeout`` seconds. Raises StoreError, and then leaves the store as it
    was, where the backup is damaged or of a newer program, where another process still writes, and where the disk
    fails.
    """
    await asyncio.to_thread(_check, file)  # before the lock, which is not to be waited for in vain
    lock = await FolderLock.take(folder, lock_timeout)
    return await asyncio.to_thread(_restore_and_release, lock, folder, file, at)


def _back_up(folder: Path, file: Path, at: datetime) -> Contents:
    held = RegisterFiles(folder).load(to_write=False)
    contents = _contents(folder, held.value)
    if not contents.seq:
        return contents
    with disk_errors(file, "writing"):
        if file.exists():
            raise StoreError(f"{file}: exists already: name another file")
        with replacing_file(file) as new:
            history = content(folder / HISTORY, held.extent.size)
            archive.write(new, history, state.content(held.value), contents.seq, at)
            # Read back: the history may be damaged before the snapshot, where no start looks.
            if archive.check(new, file) != held.value:
                raise StoreError(f"{folder}: the snapshot does not agree with the history. Restore an older backup")
    return contents


def _check(file: Path) -> Register:
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
    register = _check(file)  # once more: it may have been replaced while the lock was waited for
    with disk_errors(folder, "restoring"), file.open("rb") as opened:
        kept_in = _keep_aside(folder, at)
        _replace(folder, register, archive.history_in(opened, file))
    return Restored(_contents(folder, register), before, kept_in)


def _replace(folder: Path, register: Register, history: Iterable[bytes]) -> None:
    """Put ``history`` in place, and ``register`` as its snapshot.

    The replacing of the history decides: a crash before it leaves the old store, one after it the new one. Without a
    snapshot, the store comes from the history alone; with the other history's, the two would be mixed.
    """
    with replacing_file(folder / HISTORY) as new:
        for piece in history:
            new.write(piece)
        new.flush()
        os.fsync(new.fileno())  # a full disk is to fail here, while nothing has changed
        (folder / SNAPSHOT).unlink(missing_ok=True)
        sync_folder(folder)
    with suppress(StoreError):  # the next start makes it from the history
        snapshot.save(folder / SNAPSHOT, state.content(register))


def _keep_aside(folder: Path, at: datetime) -> Path | None:
    """Copy the store's files to a new folder, which is given; None where there are none. Raises OSError."""
    there = [folder / name for name in (HISTORY, SNAPSHOT) if (folder / name).exists()]
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


def _names(folder: Path, at: datetime) -> Iterator[Path]:
    name = f"replaced-{at:%Y-%m-%d-%H%M%S}"
    yield folder / name
    for number in count(2):
        yield folder / f"{name}-{number}"


def _contents_if_readable(folder: Path) -> Contents | None:
    try:
        return _contents(folder, RegisterFiles(folder).load(to_write=False).value)
    except StoreError:
        return None


def _contents(folder: Path, register: Register) -> Contents:
    last = entry_at(folder / HISTORY, register.version) if register.version else None
    return Contents(len(register.channels), register.version, last.event.at if last else None)
