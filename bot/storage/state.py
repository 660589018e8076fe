"""What the register's files in a store's folder hold, taken together."""

from __future__ import annotations

import logging
from pathlib import Path

from tinydb import TinyDB

from bot.domain.register import Register
from bot.storage import snapshot
from bot.storage.damage import DamagedFileError
from bot.storage.embedded import State
from bot.storage.files import disk_errors
from bot.storage.history import replay
from bot.storage.journal import JournalWriter, stamp_of
from bot.storage.records import CHANNEL, PERSON
from bot.storage.schema import REGISTER
from bot.storage.snapshot import Meta, SnapshotFile

logger = logging.getLogger(__name__)

HISTORY = "history.jsonl"
SNAPSHOT = "register.json"


class RegisterFiles:
    """The register's ``Files`` in ``folder``: its journal is the history, from which a snapshot can be made anew."""

    def __init__(self, folder: Path) -> None:
        self.journal = folder / HISTORY
        self.snapshot = folder / SNAPSHOT

    def load(self, *, to_write: bool) -> State[Register]:
        """The state that the files hold; a writer sets a damaged snapshot aside.

        Raises StoreError where the files are damaged beyond that, or cannot be read.
        """
        stamp = stamp_of(self.journal)
        try:
            held, seq = _held(self.snapshot)
        except DamagedFileError as damage:
            state = State(*replay(self.journal, Register()), saved=0, stamp=stamp)
            if not state.extent.seq:
                raise
            self._do_without_snapshot(damage, to_write=to_write)
            return state
        # The snapshot first: a writer may go on meanwhile, and the history is never behind a snapshot.
        return State(*replay(self.journal, held, at_least=seq), saved=held.version, stamp=stamp)

    def save(self, state: State[Register], journal: JournalWriter) -> None:
        """Put the register into the snapshot; nothing is taken away from the history."""
        snapshot.save(self.snapshot, content(state.value))

    def patience(self, journal: JournalWriter) -> float:
        """Some seconds: for the history grows, and all that is not in the snapshot is replayed at the next start."""
        return snapshot.GATHERING_SECONDS

    def _do_without_snapshot(self, damage: DamagedFileError, *, to_write: bool) -> None:
        logger.warning(
            "The snapshot is damaged; the register comes from the history alone",
            extra={"file": SNAPSHOT, "why": str(damage)},
        )
        if to_write:
            with disk_errors(self.snapshot, "setting aside"):
                self.snapshot.replace(self.snapshot.with_name(f"{SNAPSHOT}.damaged"))


def content(register: Register) -> bytes:
    """What the snapshot of ``register`` holds: the tables ``channels`` and ``people``, in the register's order."""
    tables = {
        "channels": map(CHANNEL.dump_json, register.channels.values()),
        "people": map(PERSON.dump_json, register.people.values()),
    }
    return snapshot.content(tables, Meta(REGISTER.number, register.version))


def _held(path: Path) -> tuple[Register, int]:
    """The register that the snapshot at ``path`` holds, and the number of its last commit; an empty register where the
    snapshot is of an older schema, so that the history makes it anew."""
    with TinyDB(path, storage=SnapshotFile) as db:
        meta = snapshot.meta_of(db, path, REGISTER)
        if meta is None:
            return Register(), 0
        if meta.schema < REGISTER.number:
            return Register(), meta.seq
        channels = {channel.id: channel for channel in snapshot.rows(db, "channels", CHANNEL, path)}
        people = {person.id: person for person in snapshot.rows(db, "people", PERSON, path)}
        return Register(channels, people, meta.seq), meta.seq
