"""Reads DOCX, the format of Word."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from bot.importing.addresses import told
from bot.importing.document import Block, BlockKind, Document, DocumentError
from bot.importing.formats.docx_styles import Numbering, Styles, is_on
from bot.importing.formats.paragraphs import CELL, Paragraphs
from bot.importing.formats.xml_parts import attribute, child, local, named
from bot.importing.formats.zip_parts import DAMAGED, Archive

# Deleted text, where moved text was, comments' marks, and the copy of a text box for old programs.
_UNREAD = frozenset(
    {"del", "moveFrom", "Fallback", "pPr", "rPr", "sectPr", "tblPr", "tcPr", "trPr", "sdtPr", "instrText"}
)
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
_LAYOUT = 2
"""A table's row with a cell of more paragraphs than this lays a page out; its paragraphs are read one by one."""


def read_docx(path: Path) -> Document:
    """A DOCX file; raises DocumentError where it is damaged or too large."""
    with Archive(path) as archive:
        main = next((name for name in archive.names if re.fullmatch(r"word/document\d*\.xml", name)), None)
        if main is None:
            raise DocumentError(DAMAGED)
        styles, numbering = (archive.xml_if_any(f"word/{name}.xml") for name in ("styles", "numbering"))
        notes = {
            f"{kind}Reference": _notes(named(archive.xml_if_any(f"word/{kind}s.xml"), kind))
            for kind in ("footnote", "endnote")
        }
        links = _addresses(archive.xml_if_any(f"word/_rels/{main.removeprefix('word/')}.rels"))
        body = child(archive.xml(main), "body")
    if body is None:
        raise DocumentError(DAMAGED)
    reader = _Reader(Styles(styles), Numbering(numbering), links, notes)
    reader.take(body)
    return Document(reader.paragraphs.finished(), tuple(reader.paragraphs.unsaid))


def _notes(notes: Iterable[Element]) -> dict[str, str]:
    return {attribute(note, "id"): " ".join(_texts(note, {})) for note in notes}


def _addresses(relations: Element | None) -> dict[str, str]:
    """The addresses outside the document, by the ids that its links name."""
    outside = (one for one in named(relations, "Relationship") if attribute(one, "TargetMode") == "External")
    return {attribute(one, "Id"): attribute(one, "Target") for one in outside}


class _Reader:
    def __init__(
        self, styles: Styles, numbering: Numbering, links: Mapping[str, str], notes: Mapping[str, Mapping[str, str]]
    ) -> None:
        """``links`` are addresses by the ids of links, ``notes`` texts by the kind of reference and the id."""
        self.paragraphs = Paragraphs()
        self._styles = styles
        self._numbering = numbering
        self._links = links
        self._notes = notes
        self._field, self._field_start = "", 0
        self._contents = False

    def take(self, element: Element) -> None:
        for one in element:
            name = local(one)
            if name == "p":
                self._paragraph(one)
            elif name == "tbl":
                self._table(one)
            elif name == "sdt" and "Table of Contents" in attribute(
                child(one, "sdtPr", "docPartObj", "docPartGallery"), "val"
            ):
                self._contents = True
                self.take(one)
                self._contents = False
            elif name not in _UNREAD:
                self.take(one)

    def _paragraph(self, paragraph: Element) -> None:
        properties = child(paragraph, "pPr")
        style = attribute(child(properties, "pStyle"), "val")
        self.paragraphs.begin(self._kind(style, properties, paragraph))
        boxes: list[Element] = []
        notes: list[str] = []
        self._runs(paragraph, boxes, notes, bold=self._styles.is_bold(style))
        self.paragraphs.end()
        for note in filter(None, notes):
            self.paragraphs.insert(Block(note))
        for box in boxes:
            self.take(box)

    def _kind(self, style: str, properties: Element | None, paragraph: Element) -> Block:
        if self._contents or self._styles.is_contents(style):
            return Block("", BlockKind.CONTENTS)
        given = self._styles.numbering(style, properties)
        # An empty paragraph of a list is not counted, as Word counts it: there is nothing to number.
        number = self._numbering.next(*given, style) if given and any(_texts(paragraph, {})) else None
        level = self._styles.level(style, properties)
        if level is not None:
            return Block("", BlockKind.HEADING, level, number or "")
        return Block("", BlockKind.ITEM, number=number) if number is not None else Block("")

    def _runs(self, element: Element, boxes: list[Element], notes: list[str], *, bold: bool) -> None:
        """Add the text of an element of a paragraph; boxes of text and notes are read after it."""
        for one in element:
            name = local(one)
            if name == "t":
                self.paragraphs.add(one.text or "", bold=bold)
            elif name in _SIGNS:
                self.paragraphs.add(_SIGNS[name])
            elif name == "txbxContent":
                boxes.append(one)
            elif name in self._notes:
                notes.append(self._notes[name].get(attribute(one, "id"), ""))
            elif name in ("instrText", "fldChar"):
                self._take_field(one)
            elif name == "r":
                switch, hidden = is_on(child(one, "rPr", "b")), is_on(child(one, "rPr", "vanish"))
                if not hidden:
                    self._runs(one, boxes, notes, bold=bold if switch is None else switch)
            elif name not in _UNREAD:
                start = self.paragraphs.reached
                self._runs(one, boxes, notes, bold=bold)
                self.paragraphs.end_link(start, _address(one, self._links))

    def _take_field(self, element: Element) -> None:
        """A link that is written as a field: its beginning, its instruction, its text, its end."""
        kind = attribute(element, "fldCharType")
        if kind == "separate":
            self._field_start = self.paragraphs.reached
        elif kind == "end":
            self.paragraphs.end_link(self._field_start, _in_field(self._field))
        self._field = "" if kind in ("begin", "end") else self._field + (element.text or "")

    def _table(self, table: Element) -> None:
        for row in _inside(table, "tr"):
            cells = [*_inside(row, "tc")]
            if any(self._lays_out(cell) for cell in cells):
                for cell in cells:
                    self.take(cell)
                continue
            texts = [" ".join(_texts(cell, self._links)) for cell in cells]
            self.paragraphs.insert(Block(CELL.join(filter(None, texts)), BlockKind.ITEM))
            for kind, notes in self._notes.items():
                for reference in named(row, kind):
                    self.paragraphs.insert(Block(notes.get(attribute(reference, "id"), "")))

    def _lays_out(self, cell: Element) -> bool:
        paragraphs = [one for one in cell if local(one) == "p" and any(_texts(one, {}))]
        if len(paragraphs) > _LAYOUT or child(cell, "tbl") is not None:
            return True
        styles = ((attribute(child(one, "pPr", "pStyle"), "val"), child(one, "pPr")) for one in paragraphs)
        return any(self._styles.level(style, properties) is not None for style, properties in styles)


def _inside(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those within a content control."""
    for one in element:
        if local(one) == name:
            yield one
        elif local(one) not in _UNREAD:
            yield from _inside(one, name)


def _address(link: Element, links: Mapping[str, str]) -> str:
    """Where an element leads outside the document; empty for what is no link, or one within."""
    linked = links.get(attribute(link, "id"), "") if local(link) == "hyperlink" else ""
    return linked or _in_field(attribute(link, "instr"))


def _in_field(instruction: str) -> str:
    found = _LINK.match(instruction)
    return found[1] if found else ""


def _texts(element: Element, links: Mapping[str, str]) -> Iterator[str]:
    """The texts of the paragraphs in an element, one by one."""
    paragraphs = [element] if local(element) == "p" else named(element, "p")
    for paragraph in paragraphs:
        if text := "".join(_pieces(paragraph, links)).strip():
            yield text


def _pieces(element: Element, links: Mapping[str, str]) -> Iterator[str]:
    for one in element:
        name = local(one)
        if name == "t":
            yield one.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name].replace("\n", " ")
        elif name not in _UNREAD and name != "txbxContent" and not is_on(child(one, "rPr", "vanish")):
            text = "".join(_pieces(one, links))
            address = told(_address(one, links), text)
            yield f"{text} ({address})" if address else text
