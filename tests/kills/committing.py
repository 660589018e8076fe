"""Kills a process that commits, at random moments, and checks each time that nothing was lost."""

from __future__ import annotations

import asyncio
import random
import shutil
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Self

import pytest

from bot.storage.embedded.loading import HISTORY, JOURNAL, STATE
from tests.kills.forking import PROCESSES
from tests.kills.stores import KINDS
from tests.kills.writer import Board, Checkpoint, Commit, commit_until_killed, replaced_file

_LONGEST_SECONDS = 0.02
"""A kill falls at most so long after the acknowledgement that was waited for: two commits or so."""


@dataclass
class Tally:
    """Where the kills fell, and how often the disk was made to forget what it had not been told to sync."""

    commits: Counter[Commit] = field(default_factory=Counter)
    checkpoints: Counter[Checkpoint] = field(default_factory=Counter)
    torn: int = 0
    power_cuts: int = 0
    bytes_forgotten: int = 0
    brought_back: int = 0
    acknowledged: int = 0

    @property
    def kills(self) -> int:
        return self.commits.total()

    def __iadd__(self, other: Tally) -> Self:
        self.commits += other.commits
        self.checkpoints += other.checkpoints
        self.torn += other.torn
        self.power_cuts += other.power_cuts
        self.bytes_forgotten += other.bytes_forgotten
        self.brought_back += other.brought_back
        self.acknowledged += other.acknowledged
        return self

    def __str__(self) -> str:
        lines = [f"{self.kills} kills, {self.acknowledged} acknowledged commits, none of them lost"]
        lines += [f"  {phase.name.lower():16}{self.commits[phase]:5}" for phase in Commit]
        lines += ["of these, while a checkpoint was"]
        lines += [f"  {phase.name.lower():16}{self.checkpoints[phase]:5}" for phase in Checkpoint if phase]
        lines += [f"a torn line was left by {self.torn}"]
        lines += [f"{self.power_cuts} were power cuts as well: {self.bytes_forgotten} bytes not synced were forgotten,"]
        lines += [f"and a file whose replacing was not synced came back after {self.brought_back} of them"]
        return "\n".join(lines)


def kill_at_random(name: str, folder: Path, times: int, seed: int) -> Tally:
    """Kill a writer of a store of the kind ``name`` in ``folder`` so many times; the moments follow from ``seed`` and
    the machine's mood.

    After each second kill, part of what was not synced is forgotten, as when the power fails. Each time, the store
    opens for reading where it is, and for writing on a copy; the next writer opens it where it is.
    """
    moments = random.Random(seed)  # noqa: S311 - no secret
    kind, data, tally = KINDS[name], folder / "data", Tally()
    data.mkdir()
    board = Board(folder / "board")
    promised = there = 0
    for number in range(times):
        rest = moments.choice((0, moments.uniform(0, _LONGEST_SECONDS)))
        with _writer(name, data, folder / "board", rest) as (writer, acknowledged):
            seen = _kill(writer, acknowledged, moments)
        promised = max([promised, *seen])
        tally.commits[board.commit] += 1
        tally.checkpoints[board.checkpoint] += 1
        tally.acknowledged += sum(seq > 0 for seq in seen)
        if number % 2:
            tally.power_cuts += 1
            if moments.random() < 0.5 and _bring_back(data, replaced_file(folder / "board"), board):
                tally.brought_back += 1
            else:
                tally.bytes_forgotten += _forget(data, board, moments)
        tally.torn += not _content(data / JOURNAL).endswith(b"\n") and bool(_content(data / JOURNAL))
        latest = max(there, promised) + 1  # one commit may be done and not acknowledged
        shutil.rmtree(folder / "copy", ignore_errors=True)
        shutil.copytree(data, folder / "copy")
        there = asyncio.run(kind.check(data, folder / "copy"))
        assert promised <= there <= latest, f"{promised} commits are acknowledged, {there} are there"
    return tally


@contextmanager
def _writer(name: str, data: Path, board: Path, rest: float) -> Iterator[tuple[BaseProcess, Connection]]:
    receiving, sending = PROCESSES.Pipe(duplex=False)
    with receiving:
        writer = PROCESSES.Process(target=commit_until_killed, args=(name, str(data), str(board), sending, rest))
        writer.start()
        sending.close()
        try:
            yield writer, receiving
        finally:
            writer.kill()
            writer.join()
            writer.close()


def _kill(writer: BaseProcess, acknowledged: Connection, moments: random.Random) -> list[int]:
    """Kill ``writer`` some time after it has acknowledged some commits; the numbers of all that it has acknowledged."""
    seen: list[int] = []
    wait_for = moments.choice((0, 1, 1, 2, 3, 5))  # the opening counts as one
    try:
        while len(seen) < wait_for:
            seen.append(acknowledged.recv())
        time.sleep(moments.uniform(0, _LONGEST_SECONDS))
        writer.kill()
        while True:
            seen.append(acknowledged.recv())
    except EOFError:
        writer.join()
    assert writer.exitcode == -signal.SIGKILL, "the writer ended by itself: the store did not open, or a commit failed"
    return seen


def _forget(data: Path, board: Board, moments: random.Random) -> int:
    """Cut off some or all of what was not synced, as a power cut may."""
    whole = _content(data / JOURNAL)
    left = moments.randint(min(board.synced, len(whole)), len(whole))
    if whole:
        (data / JOURNAL).write_bytes(whole[:left])
    # Of the history, what no checkpoint has synced may be gone: at the least, part of the last line.
    if board.checkpoint is Checkpoint.NONE and (history := _content(data / HISTORY)):
        last = len(history.splitlines(keepends=True)[-1])
        fewest = min(len(history), max(board.history_synced, len(history) - last + 1))
        (data / HISTORY).write_bytes(history[: moments.randint(fewest, len(history))])
    for new in (data / f"{STATE}.new", data / f"{JOURNAL}.new"):
        if new.exists():
            new.write_bytes(new.read_bytes()[: moments.randint(0, 1000)])
    return len(whole) - left


def _bring_back(data: Path, replaced: Path, board: Board) -> bool:
    """Undo the replacing of a file that was not synced, as a power cut may; False where there was none."""
    if board.checkpoint not in (Checkpoint.RENAMED, Checkpoint.JOURNAL_RENAMED) or not replaced.exists():
        return False
    is_journal = board.checkpoint is Checkpoint.JOURNAL_RENAMED
    replaced.replace(data / (JOURNAL if is_journal else STATE))
    if is_journal:
        # Each of its lines was synced. What the board says is of the shorter one, and stays so if the next writer is
        # killed before it has opened the file: it would then be cut off further than a power cut can.
        board.synced = (data / JOURNAL).stat().st_size
    return True


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def assert_each_phase_was_hit(tally: Tally) -> None:
    """Fail where a phase saw no kill: the test would prove less than it says."""
    missed = [phase.name for phase in Commit if not tally.commits[phase]]
    missed += [f"a checkpoint {phase.name}" for phase in Checkpoint if not tally.checkpoints[phase]]
    if missed:
        pytest.fail(f"no kill fell into {', '.join(missed)}")
