"""Where the lines of a file are that only grows: eight bytes a line, so that any of them is read without the others."""

from __future__ import annotations

import os
import threading
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO, Final

from bot.storage.embedded.journal.reading import opened

_BLOCK: Final = 2**20
"""How many bytes are read at once."""


class Offsets:
    """The places of the lines in a history. Another file at its path is told from it, and looked through anew. Threads
    may use it at once."""

    def __init__(self) -> None:
        self._ends = _no_lines()
        """Where each line ends, after the beginning of the first."""
        self._inode: int | None = None
        self._one_at_a_time = threading.Lock()

    def add(self, line: bytes) -> None:
        """Take note of the next line, which somebody has read anyway."""
        self._ends.append(self._ends[-1] + len(line))

    def forget(self) -> None:
        """Look all of them up again at the next use."""
        with self._one_at_a_time:
            self._ends = _no_lines()

    def count(self, path: Path) -> int:
        """How many whole lines there are at ``path`` now. Raises StoreError."""
        with opened(path) as file:
            return len(self._of(file)) - 1

    def line(self, path: Path, number: int) -> bytes:
        """The line ``number`` at ``path``, counted from 1; empty where there is none. Raises StoreError."""
        with opened(path) as file:
            ends = self._of(file)
            if number >= len(ends):
                return b""
            file.seek(ends[number - 1])
            return file.read(ends[number] - ends[number - 1])

    def begin(self, path: Path, number: int) -> int:
        """Where the line ``number`` at ``path`` begins, or ends the file if there is none. Raises StoreError."""
        with opened(path) as file:
            ends = self._of(file)
            return ends[min(number, len(ends)) - 1]

    def backwards(self, path: Path, last: int, needles: Collection[bytes] = ()) -> Iterator[tuple[int, bytes]]:
        """The lines from ``last`` to the first that have one of ``needles`` in them, all where none are given, with
        their numbers; a block of the file is read, and searched, at once. Raises StoreError."""
        with opened(path) as file:
            ends = self._of(file)
            while last > 0:
                first = _first_of_block(ends, last)
                begin = ends[first - 1]
                file.seek(begin)
                block = file.read(ends[last] - begin)
                # What is sought is seldom there: line by line, a long history would take seconds.
                if _has_one(block, needles):
                    for number in range(last, first - 1, -1):
                        line = block[ends[number - 1] - begin : ends[number] - begin]
                        if _has_one(line, needles):
                            yield number, line
                last = first - 1

    def _of(self, file: IO[bytes]) -> array[int]:
        """The ends of the lines in ``file``; those that are known already are not looked up again."""
        with self._one_at_a_time:
            stat = os.fstat(file.fileno())
            if self._inode not in (None, stat.st_ino) or self._ends[-1] > stat.st_size:
                self._ends = _no_lines()
            self._inode, ends = stat.st_ino, self._ends
            at = ends[-1]
            file.seek(at)
            while block := file.read(_BLOCK):
                start = 0
                while (end := block.find(b"\n", start)) >= 0:
                    start = end + 1
                    ends.append(at + start)
                at += len(block)
            return ends


def _no_lines() -> array[int]:
    return array("Q", [0])


def _first_of_block(ends: array[int], last: int) -> int:
    """The number of the line that a block begins with whose last line is ``last``."""
    return min(bisect_left(ends, ends[last] - _BLOCK, 0, last + 1) + 1, last)


def _has_one(text: bytes, needles: Collection[bytes]) -> bool:
    return not needles or any(needle in text for needle in needles)
