"""Reading what the files of a store hold: the state, and what the journal adds to it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bot.errors import StoreError
from bot.services.ports import HistoryEntry, State
from bot.storage.applying import entry_of, put_in_place, without_empty
from bot.storage.embedded import state_file
from bot.storage.embedded.encoding import Encoding, head_of
from bot.storage.embedded.history.offsets import Offsets
from bot.storage.embedded.journal.reading import Extent, Stamp, opened, require, scan, stamp_of

STATE: Final = "state.json"
JOURNAL: Final = "journal.jsonl"
HISTORY: Final = "history.jsonl"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the files of a store hold, as of the end of ``extent`` of the journal, which holds the ``recent`` part of
    the history as well; the ``stamp`` tells whether the journal has changed since."""

    state: State
    extent: Extent
    recent: tuple[HistoryEntry, ...]
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Known:
    """What somebody who has just written the files of a store knows of them: what they hold, how far the history goes,
    and where its lines are."""

    held: Loaded
    history: Extent = field(default_factory=Extent)
    offsets: Offsets = field(default_factory=Offsets)


def load(folder: Path, encoding: Encoding) -> Loaded:
    """What the files in ``folder`` hold. Raises StoreError where they are damaged or cannot be read."""
    while True:
        stamp = stamp_of(folder / JOURNAL)
        try:
            return _load(folder, encoding, stamp)
        except StoreError:
            # A writer may have replaced one file after the other between two looks at them.
            if stamp_of(folder / JOURNAL) == stamp:
                raise


def _load(folder: Path, encoding: Encoding, stamp: Stamp) -> Loaded:
    path = folder / JOURNAL
    # The journal first: one that was begun anew in the meantime must not be read beside an older state, and the old
    # one, held open, has all that the newer state may lack.
    with opened(path) as file:
        saved = state_file.load(folder / STATE, encoding)
        tables = {name: dict(documents) for name, documents in saved.by_collection.items()}
        recent: list[HistoryEntry] = []

        def take(line: bytes, place: str) -> None:
            changes, event = encoding.from_line(line, place)
            if event is not None:
                recent.append(entry_of(tables, changes, saved.seq + len(recent) + 1, event))
            put_in_place(tables, changes)

        extent = scan(file, str(path), head_of, take, after=saved.version)
    require(extent, saved.version, path)
    state = State(without_empty(tables), extent.number, saved.seq + len(recent))
    return Loaded(state, extent, tuple(recent), stamp)
