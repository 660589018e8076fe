"""A store in memory, for tests: nothing outlives the process."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.domain.channels import ChannelId
from bot.errors import StoreError
from bot.services.ports import Change, Event, HistoryEntry, Rewrite, Rewriting, State, Store
from bot.storage.applying import applied, entry_of, require_possible, rewritten


class MemoryStore:
    """A ``Store`` that begins with ``state``, whose own past has no history."""

    def __init__(self, state: State | None = None) -> None:
        self._state = state or State()
        self._history: list[HistoryEntry] = []

    async def read(self) -> State:
        """All documents as of the last commit."""
        return self._state

    async def commit(self, changes: Sequence[Change], expected_version: int, event: Event | None = None) -> State:
        """Put ``changes`` in place. Raises VersionConflictError where the version is not ``expected_version``."""
        before = self._state
        require_possible(before, changes, expected_version, event)
        self._state = applied(before, changes, event)
        if event is not None:
            self._history.append(entry_of(before.by_collection, changes, self._state.seq, event))
        return self._state

    async def entry(self, seq: int) -> HistoryEntry | None:
        """The commit that has the number ``seq`` in history, or None where there is none."""
        return next((entry for entry in self._history if entry.seq == seq), None)

    async def history(
        self, *channels: ChannelId, newest: int | None = None, before: int | None = None
    ) -> Sequence[HistoryEntry]:
        """The commits that are history, oldest first: those that touched one of ``channels``, where such are named, and
        of them the ``newest`` so many with a number below ``before``."""
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


def rewriting_in_memory(kept: Store, questions: Store) -> Rewrite:
    """What rewrites both stores, which have to be in memory: others bring their own way."""

    async def rewrite(rewriting: Rewriting) -> None:
        if not isinstance(kept, MemoryStore) or not isinstance(questions, MemoryStore):
            raise StoreError("these stores cannot be rewritten")
        new = rewriting(kept.now, questions.now)
        kept.replace(new.kept, new.entry)
        questions.replace(new.questions, new.entry)

    return rewrite
