"""What the tests of reading the knowledge base's folder share; no tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.domain.guideline import Guideline
from bot.knowledge.content.findings import Severity
from bot.knowledge.content.loader import check, load

SECTION = "---\nid: 3\ntitle: Käyttöönotto\n---\n"
Files = Mapping[str, str | bytes]
TOML = 'version = "1"\nlanguages = ["fi"]\n'


def folder_of(root: Path, files: Files) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def found(root: Path, files: Files, severity: Severity = Severity.ERROR) -> list[tuple[str, int, str]]:
    """The findings of one severity as (file below the folder, line, message)."""
    _, findings = check(folder_of(root, files))
    relevant = [one for one in findings if one.severity is severity]
    return [(one.path.relative_to(root).as_posix(), one.line, one.message) for one in relevant]


def guideline_of(root: Path, files: Files) -> Guideline:
    return load(folder_of(root, {"guideline.toml": TOML, **files}))
