"""What a commit does to the documents, as pure functions that every store shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.services.ports import DocumentChange, Documents, VersionConflictError

Tables = dict[str, dict[str, Any]]
"""Documents by key by collection, while they are being put together."""


def apply_changes(documents: Documents, changes: Sequence[DocumentChange], expected_version: int) -> Documents:
    """``documents`` after ``changes``. A document keeps its place; new ones come last.

    Raises VersionConflictError where ``documents`` are not at ``expected_version``.
    """
    require_version(documents, expected_version)
    touched = {change.collection.name for change in changes}
    changed = {name: dict(documents.by_collection.get(name, {})) for name in touched}
    put_in_place(changed, changes)
    return Documents(without_empty({**documents.by_collection, **changed}), documents.version + 1)


def require_version(documents: Documents, expected_version: int) -> None:
    """Raise VersionConflictError where ``documents`` are not at ``expected_version``."""
    if documents.version != expected_version:
        raise VersionConflictError(
            f"Somebody else changed the documents in the meantime (they are at version {documents.version}, "
            f"not {expected_version}): read them again and decide anew"
        )


def put_in_place(tables: Tables, changes: Iterable[DocumentChange]) -> None:
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
