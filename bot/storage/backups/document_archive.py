"""The documents of a store as a backup holds them: a snapshot alone, of collections that need not be known."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from bot.errors import StoreError
from bot.services.ports import Documents
from bot.storage.document_records import DocumentRecords, first_line, head_of
from bot.storage.document_state import DocumentFiles, content, held
from bot.storage.documents import without_empty
from bot.storage.files import replacing_file
from bot.storage.journal import opened, scan

_AS_THEY_ARE = DocumentRecords(())
"""Reads and writes all documents as plain JSON."""


def snapshot_of(store: str) -> str:
    """The name of the file in an archive that holds the documents of ``store``."""
    return f"{store}.json"


def files_of(folder: Path, store: str) -> DocumentFiles:
    """The files of ``store`` in ``folder``."""
    return DocumentFiles(folder, store, _AS_THEY_ARE)


def as_they_are(folder: Path, store: str) -> Documents:
    """The documents of ``store`` in ``folder`` as plain JSON. Raises StoreError where they cannot be read."""
    return files_of(folder, store).load(to_write=False).value


def packed(documents: Documents) -> bytes:
    """What an archive holds of ``documents``, which are plain JSON."""
    return content(_AS_THEY_ARE, documents)


def parsed(path: Path, text: bytes) -> Documents:
    """The documents, as plain JSON, that an archive holds as ``text``; ``path`` names it in the errors.

    Raises StoreError where it is damaged, or newer than this program.
    """
    tables, seq = held(path, _AS_THEY_ARE, text)
    return Documents(without_empty(tables), seq)


def replace_at_the_end(stack: ExitStack, files: DocumentFiles, documents: Documents) -> None:
    """Write ``documents`` beside ``files``, in whose place they are put when ``stack`` is left.

    The replacing of the snapshot decides: it is given the number of the last commit in the journal, all of whose lines
    are skipped then; the one that takes its place holds none. Raises OSError; nothing has changed then.
    """
    documents = replace(documents, version=_last_commit(files.journal, documents.version))
    for path, new in ((files.journal, first_line(documents.version)), (files.snapshot, packed(documents))):
        file = stack.enter_context(replacing_file(path))  # the last one that is entered is replaced first
        file.write(new)
        file.flush()
        os.fsync(file.fileno())  # a full disk is to fail here


def unreadable(folder: Path, stores: Iterable[str]) -> Iterator[Path]:
    """The files of those ``stores`` in ``folder`` that no bot could start with."""
    for store in stores:
        try:
            as_they_are(folder, store)
        except StoreError:
            yield from (files_of(folder, store).journal, files_of(folder, store).snapshot)


def _last_commit(journal: Path, otherwise: int) -> int:
    try:
        with opened(journal) as file:
            return scan(file, str(journal), head_of, lambda line, place: None, after=sys.maxsize).seq
    except StoreError:
        return otherwise  # no store opens with this journal, whatever the snapshot says
