"""Backing the stores up, also beside a running bot."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.domain.register import Register
from bot.errors import StoreError
from bot.services.ports import Documents
from bot.storage import state
from bot.storage.backups import archive
from bot.storage.backups.archive import Archived
from bot.storage.backups.document_archive import as_they_are, packed, snapshot_of
from bot.storage.files import disk_errors, replacing_file
from bot.storage.history import entry_at
from bot.storage.journal import content
from bot.storage.state import HISTORY, SNAPSHOT, RegisterFiles
from bot.storage.stores import DOCUMENT_STORES


@dataclass(frozen=True, slots=True)
class Contents:
    """What the stores hold, in figures: of the register its channels, the number of its last commit, and when that was
    made, None where there is none; of each other store the documents."""

    channels: int
    seq: int
    changed_at: datetime | None
    documents: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever kept."""
        return not self.seq and not any(self.documents.values())


async def back_up(folder: Path, file: Path, at: datetime) -> Contents:
    """Write what the stores in ``folder`` hold to ``file``, once it is certain that ``restore`` would accept it.

    No lock is taken, so that a bot may go on writing; each store is backed up as of one commit, and what is committed
    meanwhile may be left out. Empty stores make no file. Raises StoreError where ``file`` exists already, where a store
    cannot be read, and where the file cannot be written.
    """
    return await asyncio.to_thread(_back_up, folder, file, at)


def contents_of(folder: Path, register: Register, documents: Mapping[str, Documents]) -> Contents:
    """The figures of ``register``, whose history is in ``folder``, and of ``documents``. Raises StoreError."""
    last = entry_at(folder / HISTORY, register.version) if register.version else None
    counts = {store: sum(map(len, held.by_collection.values())) for store, held in documents.items()}
    return Contents(len(register.channels), register.version, last.event.at if last else None, counts)


def _back_up(folder: Path, file: Path, at: datetime) -> Contents:
    held = RegisterFiles(folder).load(to_write=False)
    documents = {store: as_they_are(folder, store) for store in DOCUMENT_STORES}
    contents = contents_of(folder, held.value, documents)
    if contents.is_empty:
        return contents
    members: dict[str, Iterable[bytes]] = {
        HISTORY: content(folder / HISTORY, held.extent.size),
        SNAPSHOT: [state.content(held.value)],
        **{snapshot_of(store): [packed(kept)] for store, kept in documents.items()},
    }
    with disk_errors(file, "writing"):
        if file.exists():
            raise StoreError(f"{file}: exists already: name another file")
        with replacing_file(file) as new:
            archive.write(new, members, contents.seq, at)
            # Read back: the history may be damaged before the snapshot, where no start looks.
            if archive.check(new, file) != Archived(held.value, documents):
                raise StoreError(f"{folder}: the snapshot does not agree with the history. Restore an older backup")
    return contents
