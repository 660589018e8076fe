"""What a DOCX file's styles and lists say of a paragraph: its level as a heading, its number, whether it is bold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bot.importing.formats.xml_parts import attribute, child, local, named, whole
from bot.importing.headings.numbering import written

_HEADING = re.compile(r"heading (\d)")
_LEVELS = 9
_FORMS = {"lowerLetter": "a", "upperRoman": "I", "lowerRoman": "i"}
"""How numbers are written that are not in figures, as ODT calls it."""


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str
    properties: Element | None
    bold: bool | None


class Styles:
    """The styles of ``word/styles.xml``."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        for style in named(root, "style"):
            self._styles[attribute(style, "styleId")] = _Style(
                name=attribute(child(style, "name"), "val").casefold(),
                based_on=attribute(child(style, "basedOn"), "val"),
                properties=child(style, "pPr"),
                bold=is_on(child(style, "rPr", "b")),
            )

    def level(self, style: str, properties: Element | None) -> int | None:
        """The level of a heading, 0 for the document's title, None for other text."""
        for outline in (child(one, "outlineLvl") for one in (properties, *self._properties(style))):
            if outline is not None:
                value = whole(attribute(outline, "val"))
                return value + 1 if value is not None and value < _LEVELS else None
        for one in self._chain(style):
            if found := _HEADING.fullmatch(one.name):
                return int(found[1])
            if one.name == "title":
                return 0
        return None

    def is_contents(self, style: str) -> bool:
        """Whether the style is one of the table of contents."""
        return any(one.name.startswith("toc ") for one in self._chain(style))

    def is_bold(self, style: str) -> bool:
        """Whether the style makes text bold."""
        return next((one.bold for one in self._chain(style) if one.bold is not None), False)

    def numbering(self, style: str, properties: Element | None) -> tuple[str, int | None] | None:
        """The list that a paragraph is in and its level there, which may be left open; None for none."""
        level = None
        for one in (properties, *self._properties(style)):
            given = child(one, "numPr")
            if level is None:
                level = whole(attribute(child(given, "ilvl"), "val"))
            if number := attribute(child(given, "numId"), "val"):
                return None if number == "0" else (number, level)
        return None

    def _properties(self, style: str) -> Iterator[Element | None]:
        return (one.properties for one in self._chain(style))

    def _chain(self, style: str) -> Iterator[_Style]:
        """The style and those it is based on."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = self._styles[style].based_on


@dataclass(slots=True)
class _Level:
    format: str
    text: str
    start: int
    style: str


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level]
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbering:
    """The lists of ``word/numbering.xml``, which count on as paragraphs are taken in order."""

    def __init__(self, root: Element | None) -> None:
        abstract: dict[str, _List] = {}
        self._lists: dict[str, _List] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        for one in named(root, "abstractNum"):
            levels = {whole(attribute(level, "ilvl")) or 0: _level(level) for level in one if local(level) == "lvl"}
            abstract[attribute(one, "abstractNumId")] = _List(levels)
        for one in named(root, "num"):
            number, kind = attribute(one, "numId"), attribute(child(one, "abstractNumId"), "val")
            if kind in abstract:
                self._lists[number] = abstract[kind]
                self._restarts[number] = dict(_restarts(one))

    def next(self, number: str, level: int | None, style: str) -> str | None:
        """The number of the next paragraph of a list as it is shown; empty for a bullet, None for no such list."""
        found = self._lists.get(number)
        if found is None:
            return None
        if level is None:
            level = next((place for place, one in found.levels.items() if one.style and one.style == style), 0)
        if level not in found.levels:
            return ""
        self._count(found, number, level)
        return _shown(found, level)

    def _count(self, found: _List, number: str, level: int) -> None:
        restart = self._restarts[number].pop(level, None)
        count = found.counts[level]
        begins = found.levels[level].start
        found.counts[level] = restart if restart is not None else begins if count is None else count + 1
        found.counts[level + 1 :] = [None] * (_LEVELS - level - 1)


def is_on(element: Element | None) -> bool | None:
    """What a switch such as bold says; None where it is not there."""
    return None if element is None else attribute(element, "val") not in ("0", "false", "off", "none")


def _level(element: Element) -> _Level:
    return _Level(
        format=attribute(child(element, "numFmt"), "val"),
        text=attribute(child(element, "lvlText"), "val"),
        start=whole(attribute(child(element, "start"), "val")) or 0,
        style=attribute(child(element, "pStyle"), "val"),
    )


def _restarts(number: Element) -> Iterator[tuple[int, int]]:
    for override in (one for one in number if local(one) == "lvlOverride"):
        start = whole(attribute(child(override, "startOverride"), "val"))
        if start is not None:
            yield whole(attribute(override, "ilvl")) or 0, start


def _shown(found: _List, level: int) -> str:
    if found.levels[level].format in ("bullet", "none"):
        return ""

    def place(number: re.Match[str]) -> str:
        at = int(number[1]) - 1
        of = found.levels.get(at)
        count = found.counts[at] if at < _LEVELS else None
        value = count if count is not None else of.start if of else 0
        return written(value, _FORMS.get(of.format if of else "", "1"))

    return re.sub(r"%([1-9])", place, found.levels[level].text[:40]).strip()
