"""A store in memory, for tests: nothing outlives the process."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from bot.domain.channels import ChannelId
from bot.errors import StoreError
from bot.services.claims import MemoryClaims
from bot.services.ports import Change, Event, HistoryEntry, Rewriting, State, Store
from bot.storage.applying import applied, entry_of, require_possible, rewritten


class MemoryStore:
    """A ``Store`` that begins with ``state``, whose own past has no history."""

    def __init__(self, state: State | None = None) -> None:
        self._state = state or State()
        self._history: list[HistoryEntry] = []

    async def read(self) -> State:
        """As the port says."""
        return self._state

    async def commit(self, changes: Sequence[Change], expected_version: int, event: Event | None = None) -> State:
        """As the port says."""
        before = self._state
        require_possible(before, changes, expected_version, event)
        self._state = applied(before, changes, event)
        if event is not None:
            self._history.append(entry_of(before.by_collection, changes, self._state.seq, event))
        return self._state

    async def entry(self, seq: int) -> HistoryEntry | None:
        """As the port says."""
        return next((entry for entry in self._history if entry.seq == seq), None)

    async def history(
        self, *channels: ChannelId, newest: int | None = None, before: int | None = None
    ) -> Sequence[HistoryEntry]:
        """As the port says."""
        found = [
            entry
            for entry in self._history
            if (before is None or entry.seq < before)
            and (not channels or any(channel in entry.after for channel in channels))
        ]
        return found[max(0, len(found) - newest) :] if newest is not None else found

    async def close(self) -> None:
        """Nothing to let go of."""

    def replace(self, tables: Mapping[str, Mapping[str, Any]], entry: Callable[[HistoryEntry], HistoryEntry]) -> None:
        """Hold ``tables`` instead, as a new version, and of each commit of the history what ``entry`` makes of it."""
        self._state = rewritten(self._state, tables)
        self._history = [entry(one) for one in self._history]

    @property
    def now(self) -> State:
        """The state as of the last commit, without waiting."""
        return self._state


@dataclass(frozen=True, slots=True)
class MemoryStores:
    """What is ``kept``, and the ``questions``, as the stores of a folder are together."""

    kept: Store = field(default_factory=MemoryStore)
    questions: Store = field(default_factory=MemoryStore)
    claims: MemoryClaims = field(default_factory=MemoryClaims)
    leading: ClassVar[None] = None

    async def rewrite(self, rewriting: Rewriting) -> None:
        """A ``Rewrite`` of both, which have to be in memory."""
        if not isinstance(self.kept, MemoryStore) or not isinstance(self.questions, MemoryStore):
            raise StoreError("these stores cannot be rewritten")
        new = rewriting(self.kept.now, self.questions.now)
        self.kept.replace(new.kept, new.entry)
        self.questions.replace(new.questions, new.entry)

    async def close(self) -> None:
        """Nothing to let go of."""
