"""The embedded stores of documents, such as the work in hand and the questions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.services.ports import Collection, DocumentChange, Documents
from bot.storage.document_records import DocumentRecords
from bot.storage.document_state import DocumentFiles
from bot.storage.documents import apply_changes, require_version
from bot.storage.embedded import LOCK_TIMEOUT, Embedded
from bot.storage.lock import FolderLock


class TinyDocumentStore:
    """A ``DocumentStore`` in two files of a folder, made by ``open``. One process writes there; any number may read.

    Documents of collections that it was opened without are kept untouched, and not shown.
    """

    def __init__(self, records: DocumentRecords, embedded: Embedded[Documents]) -> None:
        self._records = records
        self._embedded = embedded

    @classmethod
    async def open(
        cls,
        folder: Path,
        name: str,
        collections: Sequence[Collection[Any]],
        *,
        read_only: bool = False,
        lock_timeout: float = LOCK_TIMEOUT,
    ) -> TinyDocumentStore:
        """Open the store ``name`` of ``collections`` in ``folder``, which is made where it is missing.

        A writer waits for another one in the folder for up to ``lock_timeout`` seconds. A reader takes no lock, makes
        nothing, and sees what the writer commits. Raises StoreError where the files cannot be read or written, where
        one of them is damaged, and where another process still writes.
        """
        lock = None if read_only else await FolderLock.take(folder, lock_timeout)
        return await cls.under(lock, folder, name, collections)

    @classmethod
    async def under(
        cls, lock: FolderLock | None, folder: Path, name: str, collections: Sequence[Collection[Any]]
    ) -> TinyDocumentStore:
        """As ``open``, to write under ``lock``, which the store lets go of when it closes; without one, to read."""
        records = DocumentRecords(collections)
        return cls(records, await Embedded.open(DocumentFiles(folder, name, records), lock))

    async def read(self) -> Documents:
        """The documents as of the last commit; a reader reads the files again where they have changed.

        Raises StoreError where they cannot be read.
        """
        return self._shown((await self._embedded.current()).value)

    async def commit(self, changes: Sequence[DocumentChange], expected_version: int) -> Documents:
        """Put ``changes`` in place, all or none; when this returns, they are on the disk.

        A commit whose caller is cancelled may still go through. Raises VersionConflictError where the version is not
        ``expected_version``; StoreError where nothing was written, be it that a value would not be read back as it is.
        """

        def plan(documents: Documents) -> tuple[bytes, Documents]:
            require_version(documents, expected_version)
            line, kept = self._records.to_line(documents.version + 1, changes)
            return line, apply_changes(documents, kept, expected_version)

        return self._shown(await self._embedded.commit(plan))

    async def compact(self) -> None:
        """See to it that what was removed or replaced by now is gone from the disk, which else takes up to a minute.

        Raises StoreError where it may still be there.
        """
        await self._embedded.compact()

    async def close(self) -> None:
        """Finish the commits and the snapshot under way, and let others write; from then on nothing can be changed."""
        await self._embedded.close()

    def _shown(self, documents: Documents) -> Documents:
        known = {name: documents.by_collection[name] for name in self._records.names if name in documents.by_collection}
        return Documents(known, documents.version)
