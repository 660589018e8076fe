"""Backing the stores up, also beside a running bot."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from bot.errors import StoreError
from bot.services.register.documents import CHANNELS, COLLECTIONS
from bot.storage.backups import archive
from bot.storage.embedded import state_file
from bot.storage.embedded.files import disk_errors, replacing_file
from bot.storage.embedded.loading import Loaded, load
from bot.storage.embedded.switching import KEPT, QUESTIONS, StoreLocation, folder_of
from bot.storage.embedded.version_1 import readable
from bot.storage.embedded.whole import AS_THEY_ARE, check, history_of


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What the stores hold, in figures: the channels, the number of the last commit in history, and when that was made,
    None where there is none; the documents of the work in hand, and the questions."""

    channels: int
    seq: int
    changed_at: datetime | None
    documents: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever kept."""
        return not self.seq and not any(self.documents.values())


async def back_up(folder: Path, file: Path, at: datetime) -> BackupContents:
    """Write what the stores in ``folder`` hold to ``file``, once it is certain that ``restore`` would accept it.

    No lock is taken, so that a bot may go on writing; each store is backed up as of one commit, and what is committed
    meanwhile may be left out. Empty stores make no file. Raises StoreError where ``file`` exists already, where a store
    cannot be read, and where the file cannot be written.
    """
    return await asyncio.to_thread(_back_up, folder, file, at)


def contents_of(folder: Path) -> BackupContents:
    """The figures of the stores in ``folder``. Raises StoreError where they cannot be read."""
    return _contents(folder, *read_stores(folder))


def read_stores(folder: Path) -> tuple[Loaded, Loaded]:
    """What is kept in ``folder``, once its whole history has been read as well; and the questions. Raises
    StoreError."""
    kept = StoreLocation(folder, KEPT).read(check)
    return kept, StoreLocation(folder, QUESTIONS).read(lambda there: load(there, AS_THEY_ARE))


def _contents(folder: Path, kept: Loaded, questions: Loaded) -> BackupContents:
    last = history_of(folder_of(folder, KEPT), kept).entry(kept.state.seq)
    register = {collection.name for collection in COLLECTIONS}
    counts = {
        "work": sum(len(found) for name, found in kept.state.by_collection.items() if name not in register),
        "questions": sum(map(len, questions.state.by_collection.values())),
    }
    return BackupContents(len(kept.state.of(CHANNELS)), kept.state.seq, last.event.at if last else None, counts)


def _back_up(folder: Path, file: Path, at: datetime) -> BackupContents:
    existed = file.exists()
    with readable(folder) as source:
        # All of it again where the stores are replaced meanwhile, as when somebody is erased.
        return StoreLocation(source, KEPT).read(lambda there: _write(source, file, at, existed=existed))


def _write(source: Path, file: Path, at: datetime, *, existed: bool) -> BackupContents:
    kept, questions = read_stores(source)
    contents = _contents(source, kept, questions)
    if contents.is_empty:
        return contents
    history = history_of(folder_of(source, KEPT), kept)
    state, lines, asked = archive.MEMBERS
    members = {
        state: state_file.content(AS_THEY_ARE, kept.state),
        lines: (line for _, line in history.lines()),
        asked: state_file.content(AS_THEY_ARE, questions.state),
    }
    with disk_errors(file, "writing"):
        if existed:
            raise StoreError(f"{file}: exists already: name another file")
        with replacing_file(file) as new:
            archive.write(new, members, contents.seq, at)
            _require_the_same(new, file, kept, questions)
    return contents


def _require_the_same(new: IO[bytes], file: Path, kept: Loaded, questions: Loaded) -> None:
    with TemporaryDirectory(dir=file.parent, prefix=f".{file.name}-") as place:
        archive.unpack(new, file, Path(place))
        for store, held in ((KEPT, kept), (QUESTIONS, questions)):
            if load(Path(place) / store, AS_THEY_ARE).state != held.state:
                raise StoreError(f"{file}: what was written is not what the stores hold: see to the disk and try again")
