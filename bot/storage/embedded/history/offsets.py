"""Where the lines of a file are that only grows: eight bytes a line, so that any of them is read without the others."""

from __future__ import annotations

import os
import threading
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterator
from io import UnsupportedOperation
from pathlib import Path
from typing import IO, Final

from bot.storage.embedded.journal.reading import opened

_BLOCK: Final = 2**20
"""How many bytes are read at once."""


class Offsets:
    """The places of the lines in a history. Another file at its path is told from it, and looked through anew. Threads
    may use it at once."""

    def __init__(self) -> None:
        self._ends = array("Q")
        self._inode: int | None = None
        self._one_at_a_time = threading.Lock()

    def add(self, line: bytes) -> None:
        """Take note of the next line, which somebody has read anyway."""
        self._ends.append((self._ends[-1] if self._ends else 0) + len(line))

    def forget(self) -> None:
        """Look all of them up again at the next use."""
        with self._one_at_a_time:
            self._ends = array("Q")

    def count(self, path: Path) -> int:
        """How many whole lines there are at ``path`` now. Raises StoreError."""
        with opened(path) as file:
            return len(self._of(file))

    def line(self, path: Path, number: int) -> bytes:
        """The line ``number`` at ``path``, counted from 1; empty where there is none. Raises StoreError."""
        with opened(path) as file:
            ends = self._of(file)
            if number > len(ends):
                return b""
            begin = ends[number - 2] if number > 1 else 0
            file.seek(begin)
            return file.read(ends[number - 1] - begin)

    def begin(self, path: Path, number: int) -> int:
        """Where the line ``number`` at ``path`` begins, or ends the file if there is none. Raises StoreError."""
        with opened(path) as file:
            ends = self._of(file)
            return ends[min(number - 1, len(ends)) - 1] if ends and number > 1 else 0

    def backwards(self, path: Path, last: int, needles: Collection[bytes] = ()) -> Iterator[tuple[int, bytes]]:
        """The lines from ``last`` to the first that have one of ``needles`` in them, all where none are given, with
        their numbers; a block of the file is read, and searched, at once. Raises StoreError."""
        with opened(path) as file:
            ends = self._of(file)
            while last > 0:
                first = _first_of_block(ends, last)
                begin = ends[first - 2] if first > 1 else 0
                file.seek(begin)
                block = file.read(ends[last - 1] - begin)
                # What is sought is seldom there: line by line, a long history would take seconds.
                if _has_one(block, needles):
                    for number in range(last, first - 1, -1):
                        start = ends[number - 2] if number > 1 else 0
                        line = block[start - begin : ends[number - 1] - begin]
                        if _has_one(line, needles):
                            yield number, line
                last = first - 1

    def _of(self, file: IO[bytes]) -> array[int]:
        """The ends of the lines in ``file``; those that are known already are not looked up again."""
        with self._one_at_a_time:
            inode, size = _identity_of(file)
            if self._inode not in (None, inode) or (self._ends and self._ends[-1] > size):
                self._ends = array("Q")
            self._inode = inode
            ends = self._ends
            at = ends[-1] if ends else 0
            file.seek(at)
            while block := file.read(_BLOCK):
                start = 0
                while (end := block.find(b"\n", start)) >= 0:
                    start = end + 1
                    ends.append(at + start)
                at += len(block)
            return ends


def _identity_of(file: IO[bytes]) -> tuple[int, int]:
    """The number by which the disk knows ``file``, and its size; 0 where there is none."""
    try:
        stat = os.fstat(file.fileno())
    except UnsupportedOperation:
        return 0, 0
    return stat.st_ino, stat.st_size


def _first_of_block(ends: array[int], last: int) -> int:
    """The number of the line that a block begins with whose last line is ``last``."""
    earliest = ends[last - 1] - _BLOCK
    return 1 if earliest <= 0 else min(bisect_left(ends, earliest, 0, last) + 2, last)


def _has_one(text: bytes, needles: Collection[bytes]) -> bool:
    return not needles or any(needle in text for needle in needles)
