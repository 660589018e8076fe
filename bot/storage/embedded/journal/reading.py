"""Reading a journal, line by line: a last line that a crash has torn is told from one that is damaged."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from pydantic_core import from_json

from bot.errors import StoreError
from bot.storage.embedded.damage import HOW_TO_RESTORE, DamagedFileError
from bot.storage.embedded.files import disk_errors
from bot.storage.embedded.journal.sealing import is_intact, is_sealed, require_intact

Stamp = tuple[int, int, int] | None
"""Tells one state of a journal's file from another; None where there is no file."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a line says of itself: the number of its commit; or, as the first line of a journal that ``begins`` there,
    the number of the last commit that is left out."""

    number: int
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a journal is whole: the number of its last commit, the bytes up to it, and the bytes after it that are to
    be cut off, since nobody was told that they are kept; and the number of the commit that it begins after."""

    number: int = 0
    size: int = 0
    torn: int = 0
    base: int = 0


def scan(
    file: IO[bytes],
    where: str,
    head_of: Callable[[bytes, str], Head],
    take: Callable[[bytes, str], None],
    *,
    after: int,
) -> Extent:
    """Pass each line of a later commit than ``after`` to ``take``, with its place; ``where`` names the file in there.

    Left out is what nobody was told is kept: a last line that a crash has torn, and before it what a second bot has
    written at the same time. Whoever writes second finds the file longer than it should be, and is refused: the first
    line of a commit holds, and whole ones of commits that are there already can only be the last. Raises StoreError
    where another line is damaged or missing, and where the last one is damaged that was written to its end.
    """
    # As many bytes as there are now: a line that a writer is just appending is left out, or seen as a torn last one.
    extent, left, with_seals, second = Extent(), os.fstat(file.fileno()).st_size, False, ""
    for at, line in enumerate(lines(file, left), 1):
        place, left = place_of(where, at), left - len(line)
        if _is_torn(line) and not (left > 0 and file.read(1)):
            return replace(extent, torn=extent.torn + len(line))
        _require_whole(line, place, with_seals)
        with_seals = with_seals or is_sealed(line)
        head = head_of(line, place)
        if head.begins and at == 1:
            if head.number > after:
                raise StoreError(
                    f"{place}: begins after commit {head.number}, but the state is at {after}: commits are missing. "
                    f"{HOW_TO_RESTORE}"
                )
            extent = Extent(head.number, base=head.number)
        elif is_sealed(line) and not head.begins and head.number <= extent.number:
            second = second or f"{place}: holds commit {head.number}"
            extent = replace(extent, torn=extent.torn + len(line))
            continue
        elif second or head.begins or head.number != extent.number + 1:
            holds = second or f"{place}: holds commit {head.number}"
            raise StoreError(f"{holds}, so that lines are missing or twice there. {HOW_TO_RESTORE}")
        elif head.number > after:
            take(line, place)
        extent = Extent(head.number, extent.size + len(line), base=extent.base)
    return extent


def require(extent: Extent, at_least: int, path: Path) -> None:
    """Raise StoreError where the journal at ``path`` ends before the commit ``at_least``."""
    if extent.number < at_least:
        raise StoreError(
            f"{path}: ends at commit {extent.number}, but the state is at {at_least}: commits are missing. "
            f"{HOW_TO_RESTORE}"
        )


def lines(file: IO[bytes], size: int) -> Iterator[bytes]:
    """The lines in the next ``size`` bytes of ``file``."""
    while size > 0 and (line := file.readline(size)):
        size -= len(line)
        yield line


def place_of(where: Path | str, number: int) -> str:
    """How errors name a line."""
    return f"{where}, line {number}"


def stamp_of(path: Path) -> Stamp:
    """The stamp of the journal at ``path``. Raises StoreError."""
    with disk_errors(path, "reading"):
        try:
            stat = path.stat()
        except FileNotFoundError:
            return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The journal at ``path``, to read; an empty one where there is no file. Raises StoreError."""
    with disk_errors(path, "reading"):
        try:
            file = path.open("rb")
        except FileNotFoundError:
            file = Path(os.devnull).open("rb")  # noqa: SIM115 - it is closed below
        with file:
            yield file


def _is_torn(line: bytes) -> bool:
    """Whether ``line``, the last one, was not written to its end: its end is missing, or else its beginning, which
    reads as zeros then. Damage done to the last byte of a whole line is no such end."""
    if line.endswith(b"\n"):
        return line == b"\n" or line.startswith(b"\0\0")
    return not is_intact(line[:-1] + b"\n")


def _require_whole(line: bytes, place: str, with_seal: bool) -> None:
    """Raise DamagedFileError where ``line`` is not as it was written, as far as it tells; ``with_seal`` where it must
    have a checksum, since those before it have."""
    require_intact(line, place)
    if line.endswith(b"\n") and (is_sealed(line) or (not with_seal and _is_json(line))):
        return
    raise DamagedFileError(f"{place}: not a whole line, though it was written to its end. {HOW_TO_RESTORE}")


def _is_json(line: bytes) -> bool:
    try:
        from_json(line)
    except ValueError:
        return False
    return True
