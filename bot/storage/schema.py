"""The number of the files' format, and the way from an older format to today's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.errors import StoreError

SCHEMA = 1
"""The format that this program writes. A new field with a default needs no new number; any other change does."""

Document = dict[str, Any]
"""A line of the history as plain JSON."""

MIGRATIONS: dict[int, Callable[[Document], Document]] = {}
"""By ``n``: what turns a line of schema n into one of schema n + 1. ``schema`` and ``entry.seq`` stay where they are in
all of them. Lines are migrated whenever they are read; the file is never rewritten, and a snapshot of an older schema
is made anew from the history."""


def refuse_newer(schema: int, where: str) -> None:
    """Raise StoreError where ``schema`` is newer than what this program knows."""
    if schema > SCHEMA:
        raise StoreError(
            f"{where}: written by a newer version of Somebot (schema {schema}, this one knows {SCHEMA}): "
            "start that version"
        )


def migrate(document: Document, schema: int, where: str) -> Document:
    """``document``, of ``schema``, as one of today's. Raises StoreError where there is no way from there to here."""
    for number in range(schema, SCHEMA):
        if number not in MIGRATIONS:
            raise StoreError(
                f"{where}: of schema {schema}, which this version of Somebot does not read: start an older one"
            )
        document = {**MIGRATIONS[number](document), "schema": number + 1}
    return document
