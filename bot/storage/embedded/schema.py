"""The numbers of the files' formats, and the way from an older format to today's."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.errors import StoreError

Document = dict[str, Any]
"""What is migrated at once, as plain JSON."""


@dataclass(frozen=True, slots=True)
class Schema:
    """A format: ``number`` is the one that this program writes. A new field with a default needs no new number; any
    other change does, and in ``migrations``, by ``n``, what turns a document of number n into one of n + 1.

    Documents are migrated whenever they are read.
    """

    number: int
    migrations: dict[int, Callable[[Document], Document]] = field(default_factory=dict)

    def refuse_newer(self, number: int, where: str) -> None:
        """Raise StoreError where ``number`` is newer than what this program knows."""
        if number > self.number:
            raise StoreError(
                f"{where}: written by a newer version of Somebot (schema {number}, this one knows {self.number}): "
                "start that version"
            )

    def migrate(self, document: Document, number: int, where: str) -> Document:
        """``document``, of ``number``, as one of today's. Raises StoreError where there is no way from there."""
        for step in range(number, self.number):
            if step not in self.migrations:
                raise StoreError(
                    f"{where}: of schema {number}, which this version of Somebot does not read: start an older one"
                )
            document = self.migrations[step](document)
        return document


STATE = Schema(2)
"""A document is ``{"collection", "key", "document"}``, as it stands in the journal; those of a state are put so. What
had the number 1 was kept in other files: `migration` reads those."""

HISTORY = Schema(2)
"""A document is a line of the history, which stays as it was written: it is migrated whenever it is read."""
