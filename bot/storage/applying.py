"""What a commit does to a state, as pure functions that every store shares."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.services.ports import Change, Event, HistoryEntry, State, VersionConflictError

Tables = dict[str, dict[str, Any]]
"""Documents by key by collection, while they are being put together."""


def require_possible(state: State, changes: Sequence[Change], expected_version: int, event: Event | None) -> None:
    """Raise VersionConflictError where ``state`` is not at ``expected_version``, and ValueError where history would
    lack what ``changes`` do."""
    if state.version != expected_version:
        raise VersionConflictError(
            f"Somebody else changed what is stored in the meantime (it is at version {state.version}, "
            f"not {expected_version}): read it again and decide anew"
        )
    without = {change.collection.name for change in changes if change.collection.in_history and event is None}
    if without:
        raise ValueError(f"changes to {sorted(without)} need an event")


def entry_of(
    before: Mapping[str, Mapping[str, Any]], changes: Iterable[Change], seq: int, event: Event
) -> HistoryEntry:
    """What history keeps of ``changes`` to the documents that were there ``before``."""
    touched = [change for change in changes if change.collection.in_history]
    old = {change.key: before.get(change.collection.name, {}).get(change.key) for change in touched}
    new: dict[str, Any] = {change.key: change.document for change in touched}
    return HistoryEntry(
        seq,
        event,
        {key: document for key, document in old.items() if document is not None},
        {key: document for key, document in new.items() if document is not None},
    )


def applied(state: State, changes: Sequence[Change], event: Event | None) -> State:
    """``state`` after the commit of ``changes``. A document keeps its place; new ones come last."""
    return State(
        without_empty(state.after(changes).by_collection),
        state.version + 1,
        state.seq + (event is not None),
        state.worked_out,
    )


def rewritten(state: State, tables: Mapping[str, Mapping[str, Any]]) -> State:
    """``state`` with ``tables`` in place of all that it holds: a new version, though no commit."""
    return State(without_empty(tables), state.version + 1, state.seq)


def put_in_place(tables: Tables, changes: Iterable[Change]) -> None:
    """Make ``changes`` to ``tables`` themselves."""
    for change in changes:
        documents = tables.setdefault(change.collection.name, {})
        if change.document is None:
            documents.pop(change.key, None)
        else:
            documents[change.key] = change.document


def without_empty(tables: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Mapping[str, Any]]:
    """``tables`` without collections that hold nothing, as if there had never been anything in them."""
    return {name: documents for name, documents in tables.items() if documents}
