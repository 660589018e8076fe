"""The operator's manual tells of each setting, each thing that is kept and each line of the log, and of no others."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from bot.services.privacy.terms import TERMS
from bot.settings import Settings, setting_names
from tests.conftest import ROOT

MANUAL = (ROOT / "docs" / "operators-manual.md").read_text(encoding="utf-8")
LEVELS = {"debug", "info", "warning", "error", "exception", "critical", "log"}
HANDED_ON = {"bot/errors.py", "bot/surfaces/seldom.py"}
"""Where a line's words come in from whoever calls; there they are read."""


def rows(title: str) -> list[list[str]]:
    """The cells of a section's tables, without their heads."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", MANUAL, re.DOTALL | re.MULTILINE)
    assert found, f"the manual has no section {title!r}"
    tables = re.findall(r"(?:^\|.*\n)+", found[1], re.MULTILINE)
    lines = [line for table in tables for line in table.splitlines()[2:]]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def words_of(call: ast.Call) -> ast.expr | None:
    """What a call logs, where it is one that logs."""
    match call.func:
        case ast.Attribute(value=ast.Name(id="logger" | "_log") | ast.Attribute(attr="_logger"), attr=name) if (
            name in LEVELS
        ):
            return call.args[1 if name == "log" else 0]
        case ast.Name(id="Seldom" | "log_failure"):
            return call.args[1]
    return None


def parsed() -> Iterator[tuple[str, ast.Module]]:
    """Each module of the bot, by its path."""
    for path in sorted((ROOT / "bot").rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def logged() -> Iterator[str]:
    """The sentence of each line that the bot can log."""
    for where, module in parsed():
        for node in ast.walk(module):
            words = words_of(node) if isinstance(node, ast.Call) else None
            if words is None or where in HANDED_ON:
                continue
            sentences = [one.value for one in ast.walk(words) if isinstance(one, ast.Constant)]
            assert sentences, f"{where}:{words.lineno}: the line's words are not written where it is logged"
            yield from (str(sentence) for sentence in sentences)


def test_the_manual_has_each_setting_and_no_others() -> None:
    written = [name for cell, *_ in rows("Settings") for name in re.findall(r"`([A-Z_]+)`", cell)]
    assert len(written) == len(set(written))
    assert set(written) == setting_names()


def test_the_manual_marks_the_secret_settings_as_secret() -> None:
    secret = {
        str(field.validation_alias or f"SOME_{name}").upper()
        for name, field in Settings.model_fields.items()
        if "SecretStr" in str(field.annotation)
    }
    assert {cells[0].strip("`") for cells in rows("Settings") if cells[2]} == secret


def test_the_manual_says_how_long_each_thing_is_kept_as_doctor_does() -> None:
    written = [[cells[0].strip("`"), *cells[1:]] for cells in rows("What is stored")]
    assert written == [[term.name, term.how_long, term.by.value, term.why] for term in TERMS]


def test_the_manual_explains_each_line_of_the_log_and_no_others() -> None:
    written = [cells[0][1:-1] for cells in rows("Log lines")]
    assert len(written) == len(set(written))
    assert set(written) == set(logged())


def test_each_logger_has_a_name_that_its_lines_are_found_by() -> None:
    names = {
        ast.unparse(target)
        for _, module in parsed()
        for node in ast.walk(module)
        if isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("logging.getLogger(")
        for target in node.targets
    }
    assert names <= {"logger", "_log"}


def test_readme_leads_to_the_manual_and_what_the_manual_links_to_is_there() -> None:
    assert "(docs/operators-manual.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)]+)\)", MANUAL)
    headings = {
        re.sub(r"[^a-z -]", "", title.lower()).replace(" ", "-") for title in re.findall(r"^#+ (.+)", MANUAL, re.M)
    }
    files = [link for link in links if not link.startswith("#")]
    assert [link for link in files if not (ROOT / "docs" / link).exists()] == []
    assert {link[1:] for link in links if link.startswith("#")} <= headings
