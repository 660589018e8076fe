"""The bot's texts: the same in all languages, and each used."""

from __future__ import annotations

import ast as python
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.domain.channels import Channel
from bot.domain.language import Language
from tests.conftest import ROOT

TEXTS = ROOT / "bot" / "texts"
CONSOLE_TEXTS = ROOT / "bot" / "surfaces" / "console" / "texts"
FOLDERS = (TEXTS, CONSOLE_TEXTS)
OTHERS = [language for language in Language if language is not Language.FI]


class _Placeholders(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's name
        self.names.add(node.id.name)


def messages(folder: Path, language: Language) -> dict[str, ast.Message]:
    resource = FluentParser().parse((folder / f"{language}.ftl").read_text(encoding="utf-8"))
    junk = [entry.content for entry in resource.body if isinstance(entry, ast.Junk)]
    assert not junk, f"not Fluent: {junk[0]}"
    found = [entry for entry in resource.body if isinstance(entry, ast.Message)]
    assert len(found) == len({entry.id.name for entry in found}), "a key stands twice"
    return {entry.id.name: entry for entry in found}


def placeholders(message: ast.Message) -> set[str]:
    visitor = _Placeholders()
    visitor.visit(message)
    return visitor.names


def patterns_of_strings() -> Iterator[str]:
    """Every string of the code as a pattern; what an f-string fills in may be anything."""
    for path in (ROOT / "bot").rglob("*.py"):
        for node in python.walk(python.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, python.Constant) and isinstance(node.value, str):
                yield re.escape(node.value)
            elif isinstance(node, python.JoinedStr):
                yield "".join(
                    re.escape(str(part.value)) if isinstance(part, python.Constant) else ".+" for part in node.values
                )


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_texts(folder: Path, language: Language) -> None:
    assert messages(folder, language).keys() == messages(folder, Language.FI).keys()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
@pytest.mark.parametrize("language", OTHERS)
def test_every_language_fills_in_the_same_placeholders(folder: Path, language: Language) -> None:
    finnish, other = messages(folder, Language.FI), messages(folder, language)
    assert {key: placeholders(other[key]) for key in finnish} == {key: placeholders(finnish[key]) for key in finnish}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
@pytest.mark.parametrize("language", OTHERS)
def test_no_text_is_left_in_another_language(folder: Path, language: Language) -> None:
    def words(message: ast.Message) -> list[str]:
        pattern = message.value.elements if message.value else []
        texts = [element.value for element in pattern if isinstance(element, ast.TextElement)]
        return re.findall(r"[^\W\d_]{2,}", " ".join(texts))

    finnish, other = messages(folder, Language.FI), messages(folder, language)
    same = {key for key in finnish if len(words(finnish[key])) >= 3 and words(finnish[key]) == words(other[key])}
    assert not same


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
@pytest.mark.parametrize("language", list(Language))
def test_texts_are_set_as_print_sets_them(folder: Path, language: Language) -> None:
    text = (folder / f"{language}.ftl").read_text(encoding="utf-8")
    values = "\n".join(line.partition(" = ")[2] for line in text.splitlines() if " = " in line)
    without_fluent = re.sub(r"\{[^}]*\}", "X", values)
    for wrong in ("...", " - ", '"', "  "):
        assert wrong not in without_fluent


MISLEADING = {
    Language.FI: r"\bhoitaj|\b20\d\d-\d\d",  # a nurse; a date as nobody writes it
    Language.SV: r"\bbotten|\banvisningen\b|\b20\d\d-\d\d",  # the bottom; elsewhere it is the plural
}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
@pytest.mark.parametrize("language", MISLEADING)
def test_no_text_has_a_word_that_means_something_else_to_the_reader(folder: Path, language: Language) -> None:
    text = (folder / f"{language}.ftl").read_text(encoding="utf-8")
    assert re.findall(MISLEADING[language], text, re.IGNORECASE) == []


def test_every_text_is_used() -> None:
    # A pattern with hardly a letter of its own, such as that of an id, would match any key.
    telling = {pattern for pattern in patterns_of_strings() if len(re.findall("[a-z]", pattern)) >= 3}
    strings = re.compile("|".join(telling))
    assert [key for key in messages(TEXTS, Language.FI) if not strings.fullmatch(key)] == []


def test_every_field_of_a_channel_that_can_change_has_a_name() -> None:
    keys = messages(TEXTS, Language.FI)
    fields = {f"field-{name.replace('_', '-')}" for name in Channel.__dataclass_fields__} - {
        "field-id",
        "field-version",
    }
    assert fields <= keys.keys()
