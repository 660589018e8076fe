"""What the files in a store's folder hold, taken together."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from bot.domain.register import Register
from bot.storage import snapshot
from bot.storage.files import disk_errors
from bot.storage.history import Extent, replay
from bot.storage.records import DamagedFileError

logger = logging.getLogger(__name__)

HISTORY = "history.jsonl"
SNAPSHOT = "register.json"

Stamp = tuple[int, int, int] | None
"""Tells one state of the history's file from another; None where there is no file."""


@dataclass(frozen=True, slots=True)
class State:
    """What is in memory: the register, as of the end of ``extent``. The rest says what the files were like when they
    were read: ``snapshot_version`` is the register's version in the snapshot, None where that is damaged."""

    register: Register
    extent: Extent
    snapshot_version: int | None
    stamp: Stamp


def load(folder: Path) -> State:
    """The state that the files in ``folder`` hold. Raises StoreError where they are damaged or cannot be read."""
    stamp = stamp_of(folder)
    try:
        held = snapshot.load(folder / SNAPSHOT)
    except DamagedFileError as damage:
        return _load_without_snapshot(folder, stamp, damage)
    # The snapshot first: a writer may go on meanwhile, and the history is never behind a snapshot.
    register, extent = replay(folder / HISTORY, held.register, at_least=held.seq)
    return State(register, extent, held.register.version, stamp)


def stamp_of(folder: Path) -> Stamp:
    """The stamp of the history in ``folder``. Raises StoreError."""
    path = folder / HISTORY
    with disk_errors(path, "reading"):
        try:
            stat = path.stat()
        except FileNotFoundError:
            return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def _load_without_snapshot(folder: Path, stamp: Stamp, damage: DamagedFileError) -> State:
    register, extent = replay(folder / HISTORY, Register())
    if not extent.seq:
        raise damage
    logger.warning(
        "The snapshot is damaged; the register comes from the history alone",
        extra={"file": SNAPSHOT, "why": str(damage)},
    )
    return State(register, extent, None, stamp)
