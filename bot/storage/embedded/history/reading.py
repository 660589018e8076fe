"""Reading the history, from its end: people ask for what was changed last."""

import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from pydantic_core import to_json

from bot.domain.channels import ChannelId
from bot.services.ports import HistoryEntry
from bot.storage.embedded.damage import HOW_TO_RESTORE, DamagedFileError
from bot.storage.embedded.history.lines import from_line, to_line
from bot.storage.embedded.history.offsets import Offsets
from bot.storage.embedded.journal.reading import opened

_BETWEEN_RESTS = 20
_REST_SECONDS = 0.0001


class History:
    """The history at ``path``, to read. ``recent`` are the last commits, of which the file may lack some; ``offsets``
    are those of its lines, as far as they are known."""

    def __init__(
        self, path: Path, seq: int, recent: Iterable[HistoryEntry] = (), offsets: Offsets | None = None
    ) -> None:
        self._path = path
        self.seq = seq
        self._recent = {entry.seq: entry for entry in recent}
        self._offsets = offsets or Offsets()

    def entry(self, seq: int) -> HistoryEntry | None:
        """The commit ``seq``, None where there is none. Raises StoreError where it cannot be read."""
        if not 1 <= seq <= self.seq:
            return None
        if seq in self._recent:
            return self._recent[seq]
        with suppress(DamagedFileError):
            return from_line(self._offsets.line(self._path, seq), seq, self._path)
        # Perhaps a torn line was cut off and written anew since the places of the lines were looked up.
        self._offsets.forget()
        return from_line(self._offsets.line(self._path, seq), seq, self._path)

    def entries(
        self, channels: Collection[ChannelId] = (), newest: int | None = None, before: int | None = None
    ) -> list[HistoryEntry]:
        """The commits, oldest first: those that touched one of ``channels``, where such are named, and of them the
        ``newest`` so many with a number below ``before``. Raises StoreError where a line is damaged, or missing."""
        last = self.seq if before is None else min(self.seq, before - 1)
        return list(islice(self._touching(channels, last), newest))[::-1]

    def lines(self, after: int = 0) -> Iterator[tuple[int, bytes]]:
        """The lines of all commits ``after`` that one, with their numbers, oldest first. Raises StoreError where one is
        missing."""
        last, begin = after, self._offsets.begin(self._path, after + 1) if after else 0
        with opened(self._path) as file:
            file.seek(begin)
            for seq, line in enumerate(islice(file, self.seq - after), after + 1):
                if seq in self._recent or not line.endswith(b"\n"):  # the last one may be just being written
                    break
                yield seq, line
                last = seq
        for seq in range(last + 1, self.seq + 1):
            yield seq, self._line_of_recent(seq, last)

    def _touching(self, channels: Collection[ChannelId], last: int) -> Iterator[HistoryEntry]:
        """The commits from ``last`` to the first that touched one of ``channels``, all where none are named."""
        lines = self._backwards(last, [to_json(channel) for channel in channels])
        for count, (seq, line) in enumerate(lines, 1):
            entry = self._recent.get(seq) or from_line(line, seq, self._path)
            if not channels or any(channel in entry.after for channel in channels):
                yield entry
            if count % _BETWEEN_RESTS == 0:
                time.sleep(_REST_SECONDS)  # the event loop gets Python's lock only in a rest, or after 5 ms

    def _backwards(self, last: int, needles: Collection[bytes]) -> Iterator[tuple[int, bytes]]:
        """The lines from ``last`` to the first with their numbers; those in the file that have none of ``needles`` in
        them are left out, if there are needles."""
        in_file = min(self._offsets.count(self._path), min(self._recent, default=self.seq + 1) - 1)
        for seq in range(last, in_file, -1):
            yield seq, self._line_of_recent(seq, in_file)
        yield from self._offsets.backwards(self._path, min(last, in_file), needles)

    def _line_of_recent(self, seq: int, in_file: int) -> bytes:
        if seq not in self._recent:
            raise DamagedFileError(
                f"{self._path}: ends at commit {in_file}, but the state is at {self.seq}: commits are missing. "
                f"{HOW_TO_RESTORE}"
            )
        return to_line(self._recent[seq])
