"""What the two files of a document store hold, taken together."""

from __future__ import annotations

from pathlib import Path

from tinydb import TinyDB

from bot.errors import StoreError
from bot.services.ports import Documents
from bot.storage import snapshot
from bot.storage.document_records import ROW, DocumentRecords, first_line, head_of
from bot.storage.documents import Tables, put_in_place, without_empty
from bot.storage.embedded import State
from bot.storage.journal import JournalWriter, Stamp, opened, require, scan, stamp_of
from bot.storage.schema import DOCUMENTS
from bot.storage.snapshot import META, Meta, SnapshotFile

LONGEST_JOURNAL = 2**20
"""So many bytes in the journal are enough for a snapshot: some thousand commits, which a start replays in a fraction of
a second; in a shorter one, snapshots of all documents would be written all the time."""

LONGEST_SECONDS = 60.0
"""For so long at most, what was removed or replaced is still in the journal: it may be somebody's question."""


class DocumentFiles:
    """The ``Files`` of the document store ``name`` in ``folder``. After each snapshot the journal begins anew, so that
    neither file holds what was removed before."""

    def __init__(self, folder: Path, name: str, records: DocumentRecords) -> None:
        self.journal = folder / f"{name}.jsonl"
        self.snapshot = folder / f"{name}.json"
        self._records = records

    def load(self, *, to_write: bool) -> State[Documents]:
        """The state that the files hold. Raises StoreError where they are damaged or cannot be read."""
        while True:
            stamp = stamp_of(self.journal)
            try:
                return self._load(stamp)
            except StoreError:
                # A writer may have replaced one file after the other between two looks at them.
                if stamp_of(self.journal) == stamp:
                    raise

    def save(self, state: State[Documents], journal: JournalWriter) -> None:
        """Put the documents into the snapshot, and take their commits out of the journal."""
        snapshot.save(self.snapshot, content(self._records, state.value))
        journal.begin_anew(first_line(state.extent.seq), state.extent.size)

    def patience(self, journal: JournalWriter) -> float:
        """Less where the journal is long."""
        return LONGEST_SECONDS if journal.length < LONGEST_JOURNAL else snapshot.GATHERING_SECONDS

    def _load(self, stamp: Stamp) -> State[Documents]:
        # The journal first: one that was begun anew in the meantime must not be read beside an older snapshot, and the
        # old one, held open, has all that the newer snapshot may lack.
        with opened(self.journal) as file:
            tables, seq = held(self.snapshot, self._records)

            def take(line: bytes, place: str) -> None:
                put_in_place(tables, self._records.from_line(line, place))

            extent = scan(file, str(self.journal), head_of, take, after=seq)
        require(extent, seq, self.journal)
        return State(Documents(without_empty(tables), extent.seq), extent, saved=extent.base, stamp=stamp)


def held(path: Path, records: DocumentRecords, text: bytes | None = None) -> tuple[Tables, int]:
    """What the snapshot at ``path``, whose content may be given as ``text``, holds, and the number of its last commit.

    Raises DamagedFileError where it is no snapshot, StoreError where it cannot be read or is newer than this program.
    """
    tables: Tables = {}
    with TinyDB(path, text, storage=SnapshotFile) as db:
        meta = snapshot.meta_of(db, path, DOCUMENTS)
        if meta is None:
            return tables, 0
        for table in sorted(db.tables() - {META}):
            for row in snapshot.rows(db, table, ROW, path):
                name, key, document = records.from_row(table, row, meta.schema, str(path))
                tables.setdefault(name, {})[key] = document
        return tables, meta.seq


def content(records: DocumentRecords, documents: Documents) -> bytes:
    """What the snapshot of ``documents`` holds: a table for each collection, in the documents' order."""
    tables = {name: records.rows(name, kept) for name, kept in documents.by_collection.items()}
    return snapshot.content(tables, Meta(DOCUMENTS.number, documents.version))
