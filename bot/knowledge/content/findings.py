"""What is wrong with the knowledge base's files, said so that whoever edits them can put it right."""

import codecs
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.errors import SomebotError


class Severity(StrEnum):
    """Whether a finding stops the knowledge base from being used."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to put right. ``line`` counts from 1; 0 means the whole file or folder."""

    path: Path
    line: int
    severity: Severity
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else f"{self.path}"
        return f"{place}: {self.message}"


def counted(errors: int, warnings: int) -> str:
    """How many of each there are, in words."""
    return ", ".join(
        f"{count} {what}{'' if count == 1 else 's'}" for count, what in ((errors, "error"), (warnings, "warning"))
    )


class KnowledgeError(SomebotError):
    """The knowledge base cannot be used; the text is one line an error, ``findings`` holds the warnings too."""

    def __init__(self, findings: Iterable[Diagnostic]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(one) for one in self.findings if one.severity is Severity.ERROR))


class Report:
    """Gathers findings while files are read, so that an editor sees all of them at once."""

    def __init__(self) -> None:
        self._findings: list[Diagnostic] = []

    def error(self, path: Path, line: int, message: str) -> None:
        """Note what must be put right; every run of white space becomes one space, to keep one line a finding."""
        self._findings.append(Diagnostic(path, line, Severity.ERROR, " ".join(message.split())))

    def warning(self, path: Path, line: int, message: str) -> None:
        """Note what an editor should look at, though the knowledge base works."""
        self._findings.append(Diagnostic(path, line, Severity.WARNING, " ".join(message.split())))

    @property
    def has_errors(self) -> bool:
        """Whether anything must be put right before the knowledge base can be used."""
        return any(one.severity is Severity.ERROR for one in self._findings)

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Everything noted, by file and line."""
        return tuple(sorted(self._findings, key=lambda one: (str(one.path), one.line)))


def read_text(path: Path, report: Report) -> str | None:
    """The text of a UTF-8 file (with or without a byte order mark), or None with the reason in ``report``."""
    try:
        content = path.read_bytes().removeprefix(codecs.BOM_UTF8)
    except OSError as problem:
        report.error(path, 0, f"cannot be read ({problem.strerror}): check that it is a file and its permissions")
        return None
    try:
        return content.decode()
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        report.error(path, line, "is not UTF-8 text: save the file again with the encoding UTF-8")
        return None
