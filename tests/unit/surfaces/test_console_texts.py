"""The console's texts and colours: complete, used, and legible."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message
from fluent.syntax.visitor import Visitor

from bot.domain.language import Language
from bot.surfaces.console import routes
from bot.surfaces.console.personas import PERSONAS

FOLDER = Path(routes.__file__).parent
SOURCES = [*FOLDER.glob("*.py"), *(FOLDER / "templates").glob("*.html")]


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: object) -> None:  # noqa: N802  # Fluent's visitor looks for this name
        self.names.add(node.id.name)  # type: ignore[attr-defined]


def keys_in(language: Language) -> dict[str, frozenset[str]]:
    """The keys in a language's file, each with the variables that its text needs."""
    resource = FluentParser().parse((FOLDER / "texts" / f"{language}.ftl").read_text(encoding="utf-8"))
    assert [entry for entry in resource.body if type(entry).__name__ == "Junk"] == []
    keys = {}
    for entry in resource.body:
        if isinstance(entry, Message):
            variables = _Variables()
            variables.visit(entry)
            keys[entry.id.name] = frozenset(variables.names)
    return keys


@pytest.mark.parametrize("language", [Language.SV, Language.EN])
def test_every_language_has_the_same_texts_with_the_same_variables(language: Language) -> None:
    assert keys_in(language) == keys_in(Language.FI)


def test_every_text_is_used_and_every_text_used_is_there() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    used = set(re.findall(r"\"(console-[a-z-]+)\"|'(console-[a-z-]+)'", source))
    named = {key for pair in used for key in pair if key}
    named |= {key for persona in PERSONAS for key in (persona.label_key, *persona.example_keys)}
    named |= {"console-person-hint", "console-people-hint"}  # named by the kind of field
    assert named == set(keys_in(Language.FI))


# What is written on what, as the style sheet has it; 4.5 is what WCAG 2.1 AA asks of text, 3 of edges and of focus.
TEXT = [
    *((ink, ground) for ink in ("ink", "quiet", "accent", "accent-strong") for ground in ("ground", "surface", "tint")),
    *(("danger", ground) for ground in ("surface", "danger-tint")),
    *(("ink", ground) for ground in ("danger-tint",)),
    *(("on-own", "own"), ("on-own-quiet", "own"), ("on-accent", "accent"), ("on-accent", "accent-strong")),
    *(("on-warm", "warm"), ("on-danger", "danger")),
]
EDGES = [(edge, ground) for edge in ("edge", "accent", "danger") for ground in ("surface", "ground")]


def palette(scheme: str) -> dict[str, str]:
    """The colours by name; those of the dark scheme stand on those of the light one."""
    light, dark = re.findall(r":root \{(.*?)\}", (FOLDER / "static" / "console.css").read_text(encoding="utf-8"), re.S)[
        :2
    ]
    colours = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
    return dict(colours.findall(light)) | (dict(colours.findall(dark)) if scheme == "dark" else {})


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 4.5), (EDGES, 3.0)], ids=["text", "edges"])
def test_colours_stand_out_from_what_they_are_on(scheme: str, pairs: list[tuple[str, str]], least: float) -> None:
    colours = palette(scheme)
    contrasts = {}
    for front, back in pairs:
        brighter, darker = sorted((luminance(colours[front]), luminance(colours[back])), reverse=True)
        contrasts[front, back] = (brighter + 0.05) / (darker + 0.05)
    assert {pair: contrast for pair, contrast in contrasts.items() if contrast < least} == {}
