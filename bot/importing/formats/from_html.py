"""Reads HTML, and Markdown by way of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin
from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.importing.document import Block, BlockKind, Document, DocumentError, require_size
from bot.importing.formats.from_text import decoded
from bot.importing.formats.paragraphs import Paragraphs

_UNREAD = frozenset(
    {
        *("script", "style", "template", "noscript", "head", "svg", "math", "button", "select", "textarea", "iframe"),
        *("object", "audio", "video", "canvas", "nav", "footer", "dialog"),
    }
)
_PARTS = frozenset(
    {
        *("p", "div", "section", "article", "main", "header", "aside", "address", "blockquote", "pre", "ul", "ol"),
        *("dl", "dt", "dd", "li", "table", "caption", "thead", "tbody", "tfoot", "tr", "figure", "figcaption", "hr"),
        *("details", "summary", "h1", "h2", "h3", "h4", "h5", "h6", "center", "form", "fieldset", "body", "html"),
    }
)
_BOLD = frozenset({"b", "strong"})
_HEADING = re.compile("h([1-6])")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})""", re.IGNORECASE)
_LAYOUT = "h1, h2, h3, h4, ul, ol, table, p + p"
_CONTENTS = re.compile(r"(?:^|[\s_-])(?:mso)?toc(?:$|[\s\d_-])", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_MARKDOWN = MarkdownIt("commonmark").enable("table").use(front_matter_plugin)


def read_markdown(content: bytes) -> Document:
    """A Markdown file."""
    text, doubts = decoded(content)
    require_size(len(text))
    return _read(_MARKDOWN.render(text), doubts)


def read_html(content: bytes) -> Document:
    """A web page: its main part where it marks one, else all but what is for finding one's way."""
    named = _CHARSET.search(content[:4096])
    return _read(*decoded(content, named[1].decode("ascii") if named else ""))


def _read(text: str, doubts: tuple[str, ...]) -> Document:
    root = LexborHTMLParser(text).root
    if root is None:
        raise DocumentError("holds no text")
    mains = root.css("main, [role=main]")
    left_out = ("what stands outside the page's main part",) if len(mains) == 1 else ()
    reader = _Reader()
    for node, entering in _walk(mains[0] if len(mains) == 1 else root):
        reader.take(node, entering=entering)
    return Document(reader.paragraphs.finished(), left_out, doubts)


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Every node that is read, as it is entered and as it is left; no recursion, however deep the page nests."""
    waiting = [(root, True)]
    while waiting:
        node, entering = waiting.pop()
        yield node, entering
        if not entering:
            continue
        waiting.append((node, False))
        children = [] if _is_unread(node) else [*node.iter(include_text=True)]
        waiting.extend((child, True) for child in reversed(children))


def _is_unread(node: LexborNode) -> bool:
    if not node.is_element_node:
        return True
    attributes = node.attributes
    return node.tag in _UNREAD or "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


@dataclass(slots=True)
class _Reader:
    """Gathers the text of the nodes into blocks."""

    paragraphs: Paragraphs = field(default_factory=Paragraphs)
    _lists: list[int | None] = field(default_factory=list)
    _bold: int = 0
    _row: bool = False
    _contents: int = 0

    def take(self, node: LexborNode, *, entering: bool) -> None:
        """Take one node of the walk."""
        tag = node.tag or ""
        if node.is_text_node:
            if entering:
                self.paragraphs.add(" ".join((node.text_content or "").split("\n")), bold=self._bold > 0)
            return
        if not node.is_element_node or _is_unread(node):
            return
        step = 1 if entering else -1
        if tag in _BOLD:
            self._bold += step
        if _is_contents(node):
            self.paragraphs.end()
            self._contents += step
        if tag == "br" and entering:
            self.paragraphs.add("\n")
        elif tag in ("td", "th") and entering and self._row:
            self.paragraphs.add_cell()
        elif tag in _PARTS:
            self._part(node, tag, entering=entering)

    def _part(self, node: LexborNode, tag: str, *, entering: bool) -> None:
        if self._row and tag != "tr":
            self.paragraphs.add(" ")
            return
        self.paragraphs.end()
        if tag in ("ol", "ul"):
            if entering:
                self._lists.append(_first_number(node) if tag == "ol" else None)
            elif self._lists:
                self._lists.pop()
        elif tag == "tr":
            self._row = entering and node.css_first(_LAYOUT) is None
        self.paragraphs.begin(self._opened(tag) if entering else Block(""))

    def _opened(self, tag: str) -> Block:
        """What the text that comes belongs to."""
        heading = _HEADING.fullmatch(tag)
        if self._contents:
            return Block("", BlockKind.CONTENTS)
        if heading:
            return Block("", BlockKind.HEADING, int(heading[1]))
        if tag == "li":
            number = self._lists[-1] if self._lists else None
            if number is not None:
                self._lists[-1] = number + 1
            return Block("", BlockKind.ITEM, number="" if number is None else f"{number}.")
        if tag == "tr" and self._row:
            return Block("", BlockKind.ITEM)
        # A paragraph at the start of a list item is the item.
        is_item = tag in ("p", "div") and self.paragraphs.opened.kind is BlockKind.ITEM
        return self.paragraphs.opened if is_item else Block("")


def _is_contents(node: LexborNode) -> bool:
    attributes = node.attributes
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return attributes.get("role") == "doc-toc" or bool(_CONTENTS.search(named))


def _first_number(node: LexborNode) -> int | None:
    attributes = node.attributes
    if (attributes.get("type") or "1") != "1":
        return None
    start = attributes.get("start") or "1"
    return int(start) if start.isascii() and start.isdigit() and len(start) < 4 else 1
