"""Guidelines of invented organisations, straight from ``knowledge import``, with the questions of their staff.

Their author has seen neither the content of ``knowledge/`` nor the evaluation sets; nothing of them is in
``knowledge/``.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.domain.guideline import Guideline
from bot.domain.language import Language
from bot.importing.importer import import_document
from bot.knowledge.content.loader import load
from bot.knowledge.search.search import Search
from tests.conftest import ROOT

FOLDER = ROOT / "tests/data/strangers"
DOCUMENTS = {
    "a": "a-fi.txt",
    "b": "b-fi.md",
    "c": "c-sv.md",
    "d": "d-en.md",
    "i": "i-fi.txt",
    "j": "j-sv.md",
    "k": "k-fi.md",
    "l": "l-fi.txt",
    "m": "m-sv.html",
    "n": "n-fi.md",
    "o": "o-fi.txt",
    "r": "r-en.md",
    "s": "s-fi.txt",
}
"""By name; the language that each is written in is in its file's name. The signs of confidence are weighed by them."""
UNSEEN = {
    "e": "e-sv.html",
    "f": "f-fi.txt",
    "g": "g-fi.md",
    "h": "h-fi.txt",
    "p": "p-fi.txt",
    "q": "q-sv.md",
}
"""More of them, by which no sign of confidence is weighed. Of ``e`` to ``h`` some of the subjects' lines and synonyms
were written after it was read what was missed on them; of ``p`` and ``q`` none."""


@dataclass(frozen=True)
class Asked:
    """A question in ``language``, the ids of the main sections that answer it, and the sentence or item that does;
    without any where the guideline is silent."""

    text: str
    language: Language
    sections: tuple[str, ...]
    quote: str


def written_in(name: str) -> Language:
    """The language of the guideline ``name``."""
    return Language(_document(name).stem.rpartition("-")[2])


@cache
def guideline(name: str) -> Guideline:
    """The guideline ``name`` as the importer leaves it."""
    with tempfile.TemporaryDirectory() as folder:
        import_document(_document(name), written_in(name), Path(folder) / name)
        return load(Path(folder) / name)


def _document(name: str) -> Path:
    return FOLDER / (DOCUMENTS | UNSEEN)[name]


@cache
def search(name: str) -> Search:
    """A search in the guideline ``name``."""
    return Search(guideline(name))


@cache
def questions(name: str) -> Sequence[Asked]:
    """What staff ask about the guideline ``name``."""
    ids = {section.title: section.id for section in guideline(name).sections[written_in(name)]}
    lines = (FOLDER / f"questions-{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [
        Asked(one["q"], Language(one["lang"]), tuple(ids[title] for title in one["sections"]), one["quote"])
        for one in map(json.loads, lines)
    ]
