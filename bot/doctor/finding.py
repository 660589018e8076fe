"""What a check has found."""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How things are: an error is what keeps people from what they were promised, a warning what may come to that."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report: what was looked at, what was found, and what to do where something is wrong.

    Settings are named; of secrets it holds nothing, not even a part.
    """

    mark: Mark
    subject: str
    found: str
    advice: str = ""

    def __str__(self) -> str:
        return f"{self.mark}: {self.subject}: {self.found}{'; ' if self.advice else ''}{self.advice}"


def ok(subject: str, found: str) -> Finding:
    """All is well with ``subject``."""
    return Finding(Mark.OK, subject, found)


def warning(subject: str, found: str, advice: str) -> Finding:
    """Something may be wrong with ``subject``."""
    return Finding(Mark.WARNING, subject, found, advice)


def error(subject: str, found: str, advice: str = "") -> Finding:
    """Something is wrong with ``subject``; no advice where ``found`` gives it."""
    return Finding(Mark.ERROR, subject, found, advice)
