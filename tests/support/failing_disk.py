"""A disk that records what is asked of it, and fails or halts where a test says so."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

REFUSALS = [
    ("write", errno.ENOSPC, "No space left on device): free some space on the disk"),
    ("fsync", errno.EIO, "Input/output error): the disk fails"),
    ("write", errno.EROFS, "Read-only file system): make the disk writable"),
]
"""What a disk may refuse when a commit is written: the call, the error, and what is said of it."""


class Disk:
    """Records what is asked of the disk, as (call, file name), and fails or halts where a test says so."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.calls: list[tuple[str, str]] = []
        self.failing: dict[tuple[str, str], int] = {}
        self.halting: dict[tuple[str, str], tuple[threading.Event, threading.Event]] = {}
        self.before_each: Callable[[], object] = lambda: None
        self._names: dict[int, str] = {}
        self._open, self._write = os.open, os.write
        patch.setattr(os, "open", self.open)
        patch.setattr(os, "write", self.write)
        patch.setattr(os, "fsync", self._recorded("fsync", os.fsync))
        patch.setattr(os, "ftruncate", self._recorded("ftruncate", os.ftruncate))
        self._replace = self._recorded("replace", os.replace)
        patch.setattr(os, "replace", self.replace)

    def open(self, path: str | os.PathLike[str], *rest: Any, **more: Any) -> int:
        self._note("open", Path(path).name)
        fd = self._open(path, *rest, **more)
        self._names[fd] = Path(path).name
        return fd

    def write(self, fd: int, content: bytes) -> int:
        half = len(content) // 2 + 1
        written = self._write(fd, content[:half])  # as a disk that fills up does: a part goes through, then it fails
        self._note("write", self._names[fd])
        return written

    def replace(self, old: Path, new: Path) -> None:
        self._replace(old, new)
        self._names = {fd: new.name if name == old.name else name for fd, name in self._names.items()}

    def halt(self, call: str, name: str) -> tuple[threading.Event, threading.Event]:
        """Events for "the call has been reached" and "it may go on"."""
        self.halting[call, name] = (threading.Event(), threading.Event())
        return self.halting[call, name]

    def _recorded(self, call: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def recorded(target: Any, *rest: Any, **more: Any) -> Any:
            self._note(call, self._names[target] if isinstance(target, int) else Path(target).name)
            return real(target, *rest, **more)

        return recorded

    def _note(self, call: str, name: str) -> None:
        self.calls.append((call, name))
        self.before_each()
        if halted := self.halting.pop((call, name), None):
            halted[0].set()
            halted[1].wait(timeout=60)
        if number := self.failing.get((call, name)):
            raise OSError(number, os.strerror(number))
