"""One writer a folder: a lock that the system lets go of by itself when its process dies."""

from __future__ import annotations

import asyncio
import fcntl
import logging
import os
from pathlib import Path

from bot.errors import StoreError
from bot.storage.embedded.files import PRIVATE_FILE, create_folder, disk_errors

logger = logging.getLogger(__name__)

_POLL_SECONDS = 0.05
_SAY_AFTER = 1.0
"""Seconds after which whoever waits is told for whom."""


class FolderLock:
    """The right to write in a folder, from ``take`` until ``release``. The file ``lock`` names the process."""

    def __init__(self, fd: int) -> None:
        self._fd = fd

    @classmethod
    async def take(cls, folder: Path, patience: float) -> FolderLock:
        """Wait for the lock for up to ``patience`` seconds; ``folder`` is made where it is missing.

        Raises StoreError, which names the process that holds the lock.
        """
        path = folder / "lock"
        fd = await asyncio.to_thread(_open, path)
        try:
            await _wait_for_lock(fd, path, patience)
        except BaseException:
            os.close(fd)
            raise
        return cls(fd)

    def share(self) -> FolderLock:
        """The same right once more: the folder is free when all who have it have let go of it."""
        return FolderLock(os.dup(self._fd))

    def release(self) -> None:
        """Let others write. The file stays: removing it would let two processes lock two files of one name."""
        os.close(self._fd)


def holder(folder: Path) -> str | None:
    """The number of the process that writes in ``folder``; None where nobody does.

    Raises StoreError where that cannot be found out.
    """
    path = folder / "lock"
    if not path.exists():
        return None
    with disk_errors(path, "looking at the lock"):
        fd = os.open(path, os.O_RDONLY)
        try:
            # For an instant others are kept out; a writer waits longer than that.
            fcntl.flock(fd, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return _process(fd) or "unknown"
        finally:
            os.close(fd)
    return None


async def _wait_for_lock(fd: int, path: Path, patience: float) -> None:
    loop = asyncio.get_running_loop()
    deadline, telling = loop.time() + patience, loop.time() + min(_SAY_AFTER, patience)
    while not _try_to_lock(fd, path):
        if loop.time() >= deadline:
            raise StoreError(_who_holds(fd, path.parent))
        if loop.time() >= telling:
            logger.warning("Waiting for another process", extra={"why": _who_holds(fd, path.parent)})
            telling = deadline
        await asyncio.sleep(_POLL_SECONDS)


def _open(path: Path) -> int:
    with disk_errors(path, "opening the lock"):
        create_folder(path.parent)
        return os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)


def _try_to_lock(fd: int, path: Path) -> bool:
    with disk_errors(path, "locking"):
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        # Always as long as the last one: it takes no more room, so that a full disk does not stop the start.
        os.pwrite(fd, f"{os.getpid():<20}\n".encode(), 0)
        return True


def _who_holds(fd: int, folder: Path) -> str:
    pid = _process(fd)
    who = f"process {pid}" if pid else "another process"
    return f"{folder}: {who} is writing there (perhaps a running bot): stop it, or try again when it is done"


def _process(fd: int) -> str:
    return os.pread(fd, 32, 0).decode("ascii", "replace").strip()
