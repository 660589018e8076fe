"""The stores in memory, for tests: nothing outlives the process."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.channels import ChannelId
from bot.domain.register import Register
from bot.services.ports import Changes, DocumentChange, Documents, Event, HistoryEntry
from bot.storage.commits import apply, prepare
from bot.storage.documents import apply_changes


class MemoryRegisterStore:
    """A ``RegisterStore`` that begins with ``register``, whose own past has no history."""

    def __init__(self, register: Register | None = None) -> None:
        self._register = register or Register()
        self._history: list[HistoryEntry] = []

    async def read(self) -> Register:
        """The register as of the last commit."""
        return self._register

    async def commit(self, changes: Changes, expected_version: int, event: Event) -> Register:
        """Put ``changes`` in place. Raises VersionConflictError where the register is not at ``expected_version``."""
        record = prepare(self._register, changes, expected_version, event)
        self._register = apply(self._register, record)
        self._history.append(record.entry)
        return self._register

    async def entry(self, seq: int) -> HistoryEntry | None:
        """The commit with the number ``seq``, or None where there is none."""
        return next((entry for entry in self._history if entry.seq == seq), None)

    async def history(self, channel: ChannelId | None = None) -> Sequence[HistoryEntry]:
        """The commits, oldest first; only those that touched ``channel``, where one is given."""
        return [entry for entry in self._history if channel is None or channel in entry.after]

    async def close(self) -> None:
        """Nothing to let go of."""


class MemoryDocumentStore:
    """A ``DocumentStore`` in memory."""

    def __init__(self, documents: Documents | None = None) -> None:
        self._documents = documents or Documents()

    async def read(self) -> Documents:
        """All documents as of the last commit."""
        return self._documents

    async def commit(self, changes: Sequence[DocumentChange], expected_version: int) -> Documents:
        """Put ``changes`` in place. Raises VersionConflictError where the version is not ``expected_version``."""
        self._documents = apply_changes(self._documents, changes, expected_version)
        return self._documents

    async def close(self) -> None:
        """Nothing to let go of."""
