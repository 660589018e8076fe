"""Files that survive a crash: what a caller was told is written is on the disk."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from bot.errors import StoreError

PRIVATE_FILE = 0o600
"""Only the bot's own user reads the stores: they hold personal data."""
PRIVATE_FOLDER = 0o700

_WHAT_TO_DO = {
    errno.ENOSPC: "free some space on the disk and try again",
    errno.EDQUOT: "free some of the user's disk quota and try again",
    errno.EACCES: "give the bot's user the right to read and write there, or set SOME_DATA_DIR to another folder",
    errno.EPERM: "give the bot's user the right to read and write there, or set SOME_DATA_DIR to another folder",
    errno.EROFS: "make the disk writable, or set SOME_DATA_DIR to another folder",
    errno.ENOENT: "check the name, and that its folder exists",
    errno.EEXIST: "another bot may be writing there: see to it that one bot alone uses the folder, and start it again",
    errno.EISDIR: "this is a folder: name a file",
    errno.ENOTDIR: "check the name: a part of it is no folder",
    errno.EIO: "the disk fails: copy the folder to another one and set SOME_DATA_DIR to it",
}


@contextmanager
def disk_errors(path: Path, doing: str) -> Iterator[None]:
    """Turn an OSError inside into a StoreError of one line that names ``path`` and says what to do."""
    try:
        yield
    except OSError as error:
        advice = _WHAT_TO_DO.get(error.errno or 0, "see to the disk and try again")
        raise StoreError(f"{path}: {doing} failed ({error.strerror or error}): {advice}") from error


def create_folder(folder: Path) -> None:
    """Make ``folder`` and those above it, where they are missing, so that they outlive a crash. Raises OSError."""
    if folder.is_dir():
        return
    create_folder(folder.parent)
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    sync_folder(folder.parent)


def replace_file(path: Path, content: bytes, require: Callable[[], None] = lambda: None) -> None:
    """Put ``content`` in place of the file at ``path``: after a crash either the old or the new is there, whole.

    Raises OSError, and what ``require`` raises, which is called at the last moment; the old file is then still there.
    """
    os.close(put_in_place(path, content, require))
    sync_folder(path.parent)


def put_in_place(path: Path, content: bytes, require: Callable[[], None] = lambda: None) -> int:
    """As ``replace_file``, but for the caller to sync the folder; the new file, open to read and to append.

    One at a time can replace a file, whatever the process. Raises OSError.
    """
    new = _new(path)
    fd = os.open(new, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    try:
        write_all(fd, content)
        os.fsync(fd)
        require()
        new.replace(path)
    except BaseException:
        os.close(fd)
        new.unlink(missing_ok=True)  # on a full disk it would stand in the way of what matters more
        raise
    return fd


def remove_unfinished(folder: Path) -> None:
    """Remove the files in ``folder`` that a crash has kept from being put in place. Raises OSError."""
    for path in folder.glob(_new(Path("*")).name):
        path.unlink(missing_ok=True)


@contextmanager
def replacing_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write, and to read again, that takes the place of the one at ``path`` at the end, as in
    ``replace_file``: for what is too long to hold in memory. An exception inside leaves the old file in place.

    Raises OSError.
    """
    new = _new(path)
    try:
        with os.fdopen(os.open(new, os.O_RDWR | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE), "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def opened_to_append(path: Path) -> IO[bytes]:
    """The file at ``path``, made where there is none, to write at its end. Raises OSError."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, PRIVATE_FILE), "ab")


def write_all(fd: int, content: bytes) -> None:
    """Write all of ``content``; the system may take it in pieces. Raises OSError."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(fd, rest) :]


def sync_folder(folder: Path) -> None:
    """Make sure that names created or replaced in ``folder`` outlive a crash. Raises OSError."""
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _new(path: Path) -> Path:
    return path.with_name(f"{path.name}.new")
