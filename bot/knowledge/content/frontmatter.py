"""The front matter of a section's file: its id and its title, as YAML between two lines of ``---``."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml
from markdown_it.tree import SyntaxTreeNode

from bot.knowledge.content.findings import Report

_KEYS = ("id", "title")
_ID = re.compile(r"[A-Za-z0-9._-]{1,40}")
_MISSING = "starts without front matter: begin the first line with ---, then id: and title:, and close with ---"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A section's id and title; either is empty where the file gives none that is valid. ``line`` is the id's."""

    id: str = ""
    title: str = ""
    line: int = 1


def valid_id(text: str, path: Path, line: int, report: Report) -> str:
    """``text`` where it can be an id, else nothing, with the reason in ``report``."""
    if _ID.fullmatch(text):
        return text
    report.error(path, line, f'the id "{text[:60]}" is malformed: use 1 to 40 of a-z, A-Z, 0-9, ".", "-" and "_"')
    return ""


def read_front_matter(node: SyntaxTreeNode | None, path: Path, report: Report) -> FrontMatter:
    """What the front matter ``node`` says; None stands for a file that has none."""
    if node is None:
        report.error(path, 1, _MISSING)
        return FrontMatter()
    values = _values(node.content, path, report)
    if values is None:
        return FrontMatter()
    for key, (_, line) in values.items():
        if key not in _KEYS:
            report.error(path, line, f'"{key[:60]}" is not known here: keep only id and title in front matter')
    identifier, line = values.get("id", ("", 0))
    title, title_line = values.get("title", ("", 0))
    if not identifier:
        report.error(path, line or 1, "the front matter has no id: add a line such as id: 3")
    if not title:
        report.error(path, title_line or 1, "the front matter has no title: add a line such as title: Safety")
    return FrontMatter(identifier and valid_id(identifier, path, line, report), title, line or 1)


def _values(content: str, path: Path, report: Report) -> dict[str, tuple[str, int]] | None:
    """Each key with its value and line; None where the YAML is broken, as `report` then says."""
    try:
        # Composed, not loaded: the value stays as it was written (3.10 is no number), and every key has its line.
        root = yaml.compose(content, Loader=yaml.SafeLoader)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        reason = getattr(problem, "problem", None) or "it cannot be read"
        hint = "write one id: and one title: line, and put a title with a colon in quotes"
        # The content begins on the file's second line, and marks count from 0.
        report.error(path, mark.line + 2 if mark else 1, f"broken front matter, {reason}: {hint}")
        return None
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    values: dict[str, tuple[str, int]] = {}
    for key, value in pairs:
        name, line = str(key.value), key.start_mark.line + 2
        if name in values:
            report.error(path, line, f'"{name[:60]}" is given twice: keep one of them')
        text = " ".join(value.value.split()) if isinstance(value, yaml.ScalarNode) else ""
        values.setdefault(name, (text, line))
    return values
