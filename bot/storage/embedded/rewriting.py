"""Rewriting the stores of a folder, beside those in use: of a long history only the last lines are left to be written
while commits wait."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Final

from bot.domain.channels import Channel, ChannelId
from bot.errors import StoreError
from bot.services.ports import HistoryEntry, Rewriting, State
from bot.services.register.documents import CHANNELS
from bot.storage.applying import rewritten
from bot.storage.embedded.damage import HOW_TO_RESTORE
from bot.storage.embedded.encoding import Encoding
from bot.storage.embedded.files import disk_errors, opened_to_append
from bot.storage.embedded.history.lines import from_line, to_line
from bot.storage.embedded.history.offsets import Offsets
from bot.storage.embedded.history.reading import History
from bot.storage.embedded.journal.reading import Extent
from bot.storage.embedded.loading import HISTORY
from bot.storage.embedded.switching import KEPT, QUESTIONS, building_in, switch_for_good
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

    def catch_up(self, history: History) -> None:
        """Write those of ``history`` that are not written yet; in which nothing changes stay as they are, byte by byte.
        Raises StoreError."""
        if history.seq == self.extent.number:
            return
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

    def require_agreeing(self, state: State) -> None:
        """Raise StoreError where the register in ``state`` is not what the history tells."""
        if self._channels != state.of(CHANNELS) or self.extent.number != state.seq:
            raise StoreError(f"{self._path}: the register does not agree with its history. {HOW_TO_RESTORE}")


class StoresAnew:
    """What ``rewriting`` makes of the stores in ``folder``, until one rename puts it in their place: before it nothing
    has changed; after it, whoever opens the folder next finds all of it done.

    It is the only thing that takes anything out of the history. Raises StoreError, and what ``rewriting`` raises.
    """

    def __init__(self, folder: Path, rewriting: Rewriting) -> None:
        self._folder = folder
        self._rewriting = rewriting
        self._leaving = ExitStack()
        self._past: HistoryAnew | None = None

    def begin(self, kept: State, questions: State, history: History) -> None:
        """Write what there is of the history so far, which may take long; the stores go on."""
        new = self._rewriting(kept, questions)
        with disk_errors(self._folder, "rewriting the stores"):
            self._building = self._leaving.enter_context(building_in(self._folder))
            self._past = self._anew(new.entry, history)

    def finish(
        self, kept: tuple[State, Encoding], questions: tuple[State, Encoding], history: History
    ) -> tuple[Extent, Offsets]:
        """Write the rest, and put all of it in place of the stores, whose files nobody has open to write; what is known
        of the history's file then."""
        (state, encoding), (asked, encoding_of_questions) = kept, questions
        new, past = self._rewriting(state, asked), self._past
        with disk_errors(self._folder, "rewriting the stores"):
            if past is None or past.rewrite_entry != new.entry:  # what it depends on has changed meanwhile
                past = self._anew(new.entry, history)
            else:
                past.catch_up(history)
            after = rewritten(state, new.kept)
            past.require_agreeing(after)
            lay_down_state(self._building / KEPT, after, encoding)
            lay_down_state(self._building / QUESTIONS, rewritten(asked, new.questions), encoding_of_questions)
            switch_for_good(self._folder)
        return past.extent, past.offsets

    def end(self, problem: BaseException) -> None:
        """Remove what was written, which is not put in place because of ``problem``."""
        with suppress(type(problem)), self._leaving:
            raise problem

    def _anew(self, rewrite_entry: Callable[[HistoryEntry], HistoryEntry], history: History) -> HistoryAnew:
        path = self._building / KEPT / HISTORY
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)
        past = HistoryAnew(path, rewrite_entry)
        past.catch_up(history)
        return past
