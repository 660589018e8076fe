"""The history: the register's journal, of which nothing is ever taken away."""

from __future__ import annotations

import time
from itertools import islice
from pathlib import Path
from typing import IO

from pydantic_core import to_json

from bot.domain.channels import ChannelId
from bot.domain.register import Register
from bot.services.ports import HistoryEntry
from bot.storage.commits import apply
from bot.storage.journal import Extent, lines, opened, place_of, require, scan
from bot.storage.records import from_line, head_of

_BETWEEN_RESTS = 20
_REST_SECONDS = 0.0001


def replay(path: Path, register: Register, at_least: int = 0) -> tuple[Register, Extent]:
    """Apply to ``register`` the commits of the history at ``path`` that it lacks; a missing file is an empty history.

    A last line that a crash has torn is left out. Raises StoreError where another line is damaged or missing, or where
    the history ends before the commit ``at_least``.
    """
    with opened(path) as file:
        register, extent = replay_lines(file, str(path), register)
    require(extent, at_least, path)
    return register, extent


def replay_lines(file: IO[bytes], where: str, register: Register) -> tuple[Register, Extent]:
    """As ``replay``, for a history that is open already; ``where`` names it in the errors."""

    def take(line: bytes, place: str) -> None:
        nonlocal register
        register = apply(register, from_line(line, place))

    extent = scan(file, where, head_of, take, after=register.version)
    return register, extent


def entries(path: Path, size: int, channel: ChannelId | None) -> list[HistoryEntry]:
    """The commits in the first ``size`` bytes of the history at ``path``; with ``channel``, those that touched it.

    Raises StoreError where a line is damaged.
    """
    needle = b"" if channel is None else to_json(channel)
    found = []
    with opened(path) as file:
        for seq, line in enumerate(lines(file, size), 1):
            if needle not in line:  # reading all of a long history for one channel would take seconds
                continue
            entry = from_line(line, place_of(path, seq)).entry
            if channel is None or channel in entry.after:
                found.append(entry)
            if seq % _BETWEEN_RESTS == 0:
                time.sleep(_REST_SECONDS)  # the event loop gets Python's lock only in a rest, or after 5 ms
    return found


def entry_at(path: Path, seq: int) -> HistoryEntry:
    """The commit ``seq`` of the history at ``path``, which holds it. Raises StoreError where it cannot be read."""
    with opened(path) as file:
        # The lines before it are passed over unread; numbers count the lines, as the replay has checked.
        line = next(islice(file, seq - 1, None), b"")
    return from_line(line, place_of(path, seq)).entry
