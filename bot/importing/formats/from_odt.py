"""Reads ODT, the format of LibreOffice."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from bot.importing.addresses import told
from bot.importing.document import Block, BlockKind, Document, DocumentError
from bot.importing.formats.odt_styles import Counter, OdtStyles
from bot.importing.formats.paragraphs import CELL, Paragraphs
from bot.importing.formats.xml_parts import attribute, child, local, named, whole
from bot.importing.formats.zip_parts import DAMAGED, Archive

_UNREAD = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "forms", "sequence-decls", "note-citation", "ruby-text"}
)
_SIGNS = {"tab": " ", "s": " ", "line-break": "\n"}


def read_odt(path: Path) -> Document:
    """An ODT file; raises DocumentError where it is locked, damaged or too large."""
    with Archive(path) as archive:
        manifest = "META-INF/manifest.xml"
        if manifest in archive.names and b"encryption-data" in archive.read(manifest):
            raise DocumentError("is locked with a password: save a copy without one, and import that")
        content, styles = archive.xml("content.xml"), archive.xml_if_any("styles.xml")
    body = child(content, "body", "text")
    if body is None:
        raise DocumentError(DAMAGED)
    reader = _Reader(OdtStyles(content, styles))
    reader.take(body, Block(""))
    return Document(reader.paragraphs.finished(), tuple(reader.paragraphs.unsaid))


class _Reader:
    def __init__(self, styles: OdtStyles) -> None:
        self.paragraphs = Paragraphs()
        self._styles = styles

    def take(self, element: Element, kind: Block) -> None:
        """Read an element that holds paragraphs, which are of ``kind`` where they say nothing else."""
        for one in element:
            name = local(one)
            if name == "h" and kind.kind is not BlockKind.CONTENTS:
                self._paragraph(one, self._heading(one))
            elif name in ("p", "h"):
                title = self._styles.is_title(attribute(one, "style-name")) and kind.kind is BlockKind.TEXT
                self._paragraph(one, Block("", BlockKind.HEADING, 0) if title else kind)
            elif name == "list":
                self._list(one, kind, None, 1)
            elif name == "table":
                self._table(one, kind)
            elif name == "table-of-content":
                self.take(one, Block("", BlockKind.CONTENTS))
            elif name not in _UNREAD:
                self.take(one, kind)

    def _heading(self, element: Element) -> Block:
        level = whole(attribute(element, "outline-level")) or 1
        counts = attribute(element, "is-list-header") != "true" and _has_text(element)
        return Block("", BlockKind.HEADING, level, self._styles.headings.next(level) if counts else "")

    def _list(self, element: Element, kind: Block, counter: Counter | None, level: int) -> None:
        if kind.kind is BlockKind.CONTENTS:
            self.take(element, kind)
            return
        counter = counter or self._styles.list_counter(attribute(element, "style-name"))
        for item in element:
            number = counter.next(level) if local(item) == "list-item" and _has_text(item) else ""
            of_item = Block("", BlockKind.ITEM, number=number)
            for one in item:
                if local(one) == "list":
                    self._list(one, kind, counter, level + 1)
                else:
                    self._in_item(one, of_item)
                    of_item = Block("")

    def _in_item(self, element: Element, kind: Block) -> None:
        if local(element) == "h":
            self._paragraph(element, self._heading(element))
        else:
            self._paragraph(element, kind)

    def _paragraph(self, element: Element, kind: Block) -> None:
        style = attribute(element, "style-name")
        if self._styles.is_hidden(style):
            return
        self.paragraphs.begin(kind)
        after: list[Element] = []
        self._runs(element, after, bold=self._styles.is_bold(style))
        self.paragraphs.end()
        for one in after:
            self.take(one, Block(""))

    def _runs(self, element: Element, after: list[Element], *, bold: bool) -> None:
        """Add the text of a paragraph; notes and boxes of text are read after it."""
        self.paragraphs.add(element.text or "", bold=bold)
        for one in element:
            name = local(one)
            if name in ("note-body", "text-box"):
                after.append(one)
            elif name in _SIGNS:
                self.paragraphs.add(_SIGNS[name])
            elif name not in _UNREAD and not self._styles.is_hidden(attribute(one, "style-name")):
                start = self.paragraphs.reached
                self._runs(one, after, bold=bold or self._styles.is_bold(attribute(one, "style-name")))
                self.paragraphs.end_link(start, attribute(one, "href") if name == "a" else "")
            self.paragraphs.add(one.tail or "", bold=bold)

    def _table(self, table: Element, kind: Block) -> None:
        for row in named(table, "table-row"):
            cells = [cell for cell in row if local(cell) == "table-cell"]
            if any(_lays_out(cell) for cell in cells):
                for cell in cells:
                    self.take(cell, kind)
                continue
            texts = (" ".join(_texts(cell)) for cell in cells)
            self.paragraphs.insert(Block(CELL.join(filter(None, texts)), BlockKind.ITEM))


def _lays_out(cell: Element) -> bool:
    return any(local(one) in ("h", "list", "table") for one in cell) or sum(local(one) == "p" for one in cell) > 2


def _has_text(element: Element) -> bool:
    return any(text.strip() for text in element.itertext())


def _texts(cell: Element) -> Iterator[str]:
    for paragraph in named(cell, "p"):
        if text := " ".join("".join(_pieces(paragraph)).split()):
            yield text


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for one in element:
        if local(one) not in _UNREAD:
            text = _SIGNS.get(local(one), "") + "".join(_pieces(one))
            address = told(attribute(one, "href"), text) if local(one) == "a" else ""
            yield f"{text} ({address})" if address else text
        yield one.tail or ""
