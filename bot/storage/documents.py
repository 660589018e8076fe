"""What a commit does to the documents, as a pure function that every store shares."""

from __future__ import annotations

from collections.abc import Sequence

from bot.services.ports import DocumentChange, Documents, VersionConflictError


def apply_changes(documents: Documents, changes: Sequence[DocumentChange], expected_version: int) -> Documents:
    """``documents`` after ``changes``. A document keeps its place; new ones come last.

    Raises VersionConflictError where ``documents`` are not at ``expected_version``.
    """
    if documents.version != expected_version:
        raise VersionConflictError(
            f"Somebody else changed the documents in the meantime (they are at version {documents.version}, "
            f"not {expected_version}): read them again and decide anew"
        )
    touched = {change.collection.name for change in changes}
    changed = {name: dict(documents.by_collection.get(name, {})) for name in touched}
    for change in changes:
        collection = changed[change.collection.name]
        if change.document is None:
            collection.pop(change.key, None)
        else:
            collection[change.key] = change.document
    return Documents({**documents.by_collection, **changed}, documents.version + 1)
