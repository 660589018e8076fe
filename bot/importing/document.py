"""What a document is read into, what it becomes, and the bounds that keep any file's cost in hand."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.guideline import Section
from bot.errors import SomebotError

MIB: Final = 1024 * 1024
FILE_BYTES: Final = 30 * MIB
UNPACKED_BYTES: Final = 50 * MIB
PAGES: Final = 500
CHARACTERS: Final = 2_000_000
BLOCKS: Final = 50_000
DEPTH: Final = 200
"""Levels of elements in each other; LibreOffice and Word stay under 30."""
SECTIONS: Final = 2_000
SUBSECTIONS: Final = 2_000


class DocumentError(SomebotError):
    """A document cannot become section files; the text says why and what to do. Nothing has been written."""


class BlockKind(StrEnum):
    """What a block is, as far as its format tells."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    CONTENTS = "contents"
    """An entry of the table of contents."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item of a document.

    ``level`` is a heading's, 0 being the document's title. ``number`` is one that the format counts and does not hold
    as text ("2.1"). ``emphasis`` tells that all of it is bold or larger than the text around it, ``gap`` that empty
    space is above it; formats with styles do not say.
    """

    text: str
    kind: BlockKind = BlockKind.TEXT
    level: int = 0
    number: str = ""
    emphasis: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document's blocks in order. ``left_out`` tells what was taken for no part of the text; ``doubts`` what a person
    should check."""

    blocks: tuple[Block, ...]
    left_out: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a person should check in one section."""

    section_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What a document says of itself: the ``key`` of guideline.toml, its value, and the line that says so."""

    key: str
    value: str
    line: str


@dataclass(frozen=True, slots=True)
class Sections:
    """A document as sections. ``title`` is the document's own, empty where it shows none; ``contents`` are the lines
    that were left out as its table of contents, ``facts`` what it says of itself."""

    title: str
    sections: tuple[Section, ...]
    doubts: tuple[Doubt, ...] = ()
    left_out: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


def require_size(characters: int) -> None:
    """Raise DocumentError for more text than a guideline has."""
    if characters > CHARACTERS:
        raise DocumentError(f"holds over {CHARACTERS} characters of text: import the guideline alone")


_LIGATURES = {ord(sign): unicodedata.normalize("NFKC", sign) for sign in "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"}
_UNSEEN = re.compile(
    r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]"
)
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def clean(text: str) -> str:
    """``text`` on one line, composed (ä is one character), without ligatures and invisible characters."""
    visible = _UNSEEN.sub("", _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text).translate(_LIGATURES))
    return " ".join(unicodedata.normalize("NFC", visible).split())


def without_soft_hyphens(text: str) -> str:
    """``text`` with the places where a word may be divided taken out, and mended where it was divided there."""
    return re.sub("\u00ad\\s*", "", text)
