"""Rewriting the stores of a folder, beside those in use: what is written while commits wait is only what was committed
since the last look, be the register as large and the history as long as they may."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

from bot.domain.channels import Channel, ChannelId
from bot.errors import StoreError
from bot.services.ports import Change, Event, HistoryEntry, Rewriting, Rewritten, State
from bot.services.register.documents import CHANNELS
from bot.storage.applying import rewritten
from bot.storage.embedded.damage import HOW_TO_RESTORE
from bot.storage.embedded.encoding import Encoding
from bot.storage.embedded.files import disk_errors, opened_to_append
from bot.storage.embedded.history.lines import from_line, to_line
from bot.storage.embedded.history.offsets import Offsets
from bot.storage.embedded.history.reading import History
from bot.storage.embedded.journal.reading import Extent, stamp_of
from bot.storage.embedded.loading import HISTORY, JOURNAL, Known, Loaded
from bot.storage.embedded.switching import KEPT, QUESTIONS, begin_building, decide_to_switch
from bot.storage.embedded.whole import lay_down_state

_BETWEEN_RESTS: Final = 5
_REST_SECONDS: Final = 0.0001


class HistoryAnew:
    """What a history becomes by ``rewrite_entry``, as a file at ``path``: line by line, as often as there are more."""

    def __init__(self, path: Path, rewrite_entry: Callable[[HistoryEntry], HistoryEntry]) -> None:
        self.rewrite_entry = rewrite_entry
        self.extent = Extent()
        self.offsets = Offsets()
        self._path = path
        self._channels: dict[ChannelId, Channel] = {}

    def catch_up(self, history: History) -> int:
        """Write those of ``history`` that are not written yet, and say how many that were; in which nothing changes
        stay as they are, byte by byte. Raises StoreError."""
        there = self.extent.number
        if history.seq == there:
            return 0
        with disk_errors(self._path, "writing"), opened_to_append(self._path) as file:
            for seq, line in history.lines(self.extent.number):
                entry = from_line(line, seq, self._path)
                new = self.rewrite_entry(entry)
                if new != entry:
                    line = to_line(new)
                    if from_line(line, seq, self._path) != new:
                        raise StoreError(f"{self._path}: commit {seq} would not be read back as it is written")
                file.write(line)
                self.offsets.add(line)
                self._channels.update(new.after)
                self.extent = Extent(seq, self.extent.size + len(line))
                if seq % _BETWEEN_RESTS == 0:
                    time.sleep(_REST_SECONDS)  # the event loop gets Python's lock only in a rest, or after 5 ms
            file.flush()
            os.fsync(file.fileno())
        return history.seq - there

    def require_agreeing(self, state: State) -> None:
        """Raise StoreError where the register in ``state`` is not what the history tells."""
        if self._channels != state.of(CHANNELS) or self.extent.number != state.seq:
            raise StoreError(f"{self._path}: the register does not agree with its history. {HOW_TO_RESTORE}")


class StateAnew:
    """What a state becomes, as the files of a store in ``folder``: all of it as it was at some time, and a journal of
    what was committed since."""

    def __init__(self, folder: Path, encoding: Encoding) -> None:
        self._folder = folder
        self._encoding = encoding
        self._written = State()

    def write(self, state: State, tables: Mapping[str, Mapping[str, Any]]) -> None:
        """Write ``tables``, which are to be in place of what ``state`` holds. Raises StoreError, also where a document
        would not be read back as it is."""
        self._written = rewritten(state, tables)
        self._encoding.read_back(list(self._changes(state, self._written)))
        lay_down_state(self._folder, self._written, self._encoding)

    def bring_up(self, state: State, tables: Mapping[str, Mapping[str, Any]], events: Iterable[Event]) -> Loaded:
        """Add what has to be added to what was written so that it is ``tables``, in place of what ``state`` holds by
        now, with the ``events`` of the commits since; what the files hold then. Raises StoreError.

        Each commit since has its line; as history has what each of them did, the last line does it all.
        """
        before, after, added = self._written, rewritten(state, tables), b""
        changes = list(self._changes(before, after))
        numbers = range(before.version + 1, after.version + 1)
        for number, event in zip_longest(numbers, events):
            line, _ = self._encoding.to_line(number, changes if number == after.version else (), event)
            added += line
        path = self._folder / JOURNAL
        with opened_to_append(path) as file:
            size = file.tell() + file.write(added)
            file.flush()
            if added:
                os.fsync(file.fileno())
        return Loaded(after, Extent(after.version, size, base=before.version), (), stamp_of(path))

    def _changes(self, before: State, after: State) -> Iterator[Change]:
        """What makes ``after`` of ``before``; what other programs keep is none of this one's."""
        for collection in self._encoding.collections:
            old, new = before.of(collection), after.of(collection)
            yield from (Change(collection, key, None) for key in old.keys() - new.keys())
            for key, document in new.items():
                if old.get(key) is not document and old.get(key) != document:
                    yield Change(collection, key, document)


class StoresAnew:
    """What ``rewriting`` makes of the stores in ``folder``. One rename has it put in their place: before that nothing
    has changed; once it is ``decided``, whoever opens the stores next finishes it.

    It is the only thing that takes anything out of the history. Raises StoreError, and what ``rewriting`` raises.
    """

    def __init__(self, folder: Path, rewriting: Rewriting, kept: Encoding, questions: Encoding) -> None:
        self._folder = folder
        self._rewriting = rewriting
        self._encodings = kept, questions
        self._past: HistoryAnew | None = None
        self.decided = False

    def begin(self) -> None:
        """Make room to write in."""
        self._building = begin_building(self._folder)
        kept, questions = self._encodings
        self._kept = StateAnew(self._building / KEPT, kept)
        self._questions = StateAnew(self._building / QUESTIONS, questions)

    def prepare(self, kept: State, questions: State, history: History) -> int:
        """Write what there is so far, while the stores go on; the first time that may take long. How many commits of
        the history had not been written before."""
        with disk_errors(self._folder, "rewriting the stores"):
            return self._write(self._rewriting(kept, questions), kept, questions, history)

    def finish(self, kept: State, questions: State, history: History) -> tuple[Known, Known]:
        """Write the rest, and have all of it put in place of the stores, whose files nobody has open to write; what is
        known of the new files."""
        new = self._rewriting(kept, questions)
        with disk_errors(self._folder, "rewriting the stores"):
            past = self._past_by(new.entry)
            if not past.extent.number:
                self._write(new, kept, questions, history)
            since = range(past.extent.number + 1, history.seq + 1)
            events = [new.entry(entry).event for seq in since if (entry := history.entry(seq))]
            past.catch_up(history)
            held = self._kept.bring_up(kept, new.kept, events)
            asked = self._questions.bring_up(questions, new.questions, ())
            past.require_agreeing(held.state)
            decide_to_switch(self._folder)
        self.decided = True
        return Known(held, past.extent, past.offsets), Known(asked)

    def _write(self, new: Rewritten, kept: State, questions: State, history: History) -> int:
        caught_up = self._past_by(new.entry).catch_up(history)
        self._kept.write(kept, new.kept)
        self._questions.write(questions, new.questions)
        return caught_up

    def _past_by(self, rewrite_entry: Callable[[HistoryEntry], HistoryEntry]) -> HistoryAnew:
        """The history as far as it is written; nothing of it where ``rewrite_entry`` is another one by now."""
        if self._past is None or self._past.rewrite_entry != rewrite_entry:
            path = self._building / KEPT / HISTORY
            path.parent.mkdir(exist_ok=True)
            path.unlink(missing_ok=True)
            self._past = HistoryAnew(path, rewrite_entry)
        return self._past
