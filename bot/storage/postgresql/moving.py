"""From a database to a folder of files and back: for backups, for restoring, and for moving from one to the other."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.errors import StoreError
from bot.storage.backups import backup
from bot.storage.backups import restore as restoring
from bot.storage.backups.backup import BackupContents
from bot.storage.backups.restore import Restored
from bot.storage.embedded.files import create_folder, disk_errors
from bot.storage.embedded.lock import FolderLock
from bot.storage.embedded.switching import KEPT, QUESTIONS, STORES, folder_of
from bot.storage.embedded.whole import check, history_of, lay_down
from bot.storage.postgresql.connecting import Connection, connect, database_errors
from bot.storage.postgresql.migrating import migrate
from bot.storage.postgresql.whole import Whole, read_all, replace_all


async def to_folder(url: str, folder: Path) -> bool:
    """Write what the database at ``url`` keeps into stores in ``folder``, where there are none; whether it keeps
    anything. Raises StoreError."""
    async with _connected(url, "reading all of it") as connection:
        whole = await read_all(connection)
    await asyncio.to_thread(_lay_down, folder, whole)
    return whole.is_anything


async def back_up(url: str, file: Path, at: datetime) -> BackupContents:
    """Write what the database at ``url`` keeps, as of one moment, to ``file``; as ``back_up`` of files."""
    with TemporaryDirectory(prefix="somebot-") as folder:
        await to_folder(url, Path(folder))
        return await backup.back_up(Path(folder), file, at)


async def restore(url: str, file: Path, at: datetime, aside: Path) -> Restored:
    """Put what the backup in ``file`` holds in place of all that the database at ``url`` keeps, of which a backup named
    after ``at`` is made in the folder ``aside`` first. Raises StoreError, and then nothing has changed."""
    with TemporaryDirectory(prefix="somebot-") as folder:
        restored = await restoring.restore(Path(folder), file, at)
        with disk_errors(aside, "making the folder"):
            create_folder(aside)
        replaced = aside / f"replaced-{at:%Y-%m-%d-%H%M%S}.zip"
        before = await back_up(url, replaced, at)
        await from_folder(Path(folder), url)
    return Restored(restored.now, before, None if before.is_empty else replaced)


async def copy_from_files(folder: Path, url: str) -> BackupContents:
    """Copy what the stores in ``folder`` keep to the database at ``url``; its figures. Nobody may write meanwhile.

    Raises StoreError where another process writes in the folder, and where the database keeps anything.
    """
    lock = await FolderLock.take(folder, 0)
    try:
        with TemporaryDirectory(prefix="somebot-") as there:
            if await to_folder(url, Path(there)):
                raise StoreError("the database is not empty: name another one")
        await from_folder(folder, url)
        return backup.contents_of(folder)
    finally:
        lock.release()


async def copy_to_files(url: str, folder: Path) -> BackupContents:
    """Copy what the database at ``url`` keeps to stores in ``folder``; its figures. What other processes commit to the
    database meanwhile is left out.

    Raises StoreError where another process writes in the folder, and where there is anything.
    """
    lock = await FolderLock.take(folder, 0)
    try:
        if any(folder_of(folder, store).exists() for store in STORES):
            raise StoreError(f"{folder} is not empty: name another one")
        await to_folder(url, folder)
        return backup.contents_of(folder)
    finally:
        lock.release()


async def from_folder(folder: Path, url: str) -> None:
    """Put what the stores in ``folder`` keep in place of all that the database at ``url`` keeps, in one transaction.
    Raises StoreError, and then nothing has changed."""
    whole = await asyncio.to_thread(_read, folder)
    async with _connected(url, "writing all of it") as connection:
        await replace_all(connection, whole)


@asynccontextmanager
async def _connected(url: str, doing: str) -> AsyncIterator[Connection]:
    """A connection to the database at ``url``, whose tables are today's. What fails while ``doing`` it, too, raises
    StoreError."""
    with database_errors(doing):
        connection = await connect(url)
        try:
            await migrate(connection)
            yield connection
        finally:
            await connection.close()


def _lay_down(folder: Path, whole: Whole) -> None:
    lay_down(folder_of(folder, KEPT), whole.kept, (line for _, line in whole.lines))
    lay_down(folder_of(folder, QUESTIONS), whole.questions, ())
    check(folder_of(folder, KEPT))


def _read(folder: Path) -> Whole:
    kept, questions = backup.read_stores(folder)
    lines = list(history_of(folder_of(folder, KEPT), kept).lines())
    return Whole(kept.state, questions.state, lines)
