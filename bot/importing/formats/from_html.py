"""Reads HTML, and Markdown by way of HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.importing.document import Block, BlockKind, Document, DocumentError, require_size
from bot.importing.formats.from_text import decoded
from bot.importing.formats.html_parts import HEADINGS, Folding, first_number, given, is_contents
from bot.importing.formats.paragraphs import Paragraphs

_PARTS = frozenset(
    {
        *("p", "div", "section", "article", "main", "header", "aside", "address", "blockquote", "pre", "ul", "ol"),
        *("dl", "dt", "dd", "li", "table", "caption", "thead", "tbody", "tfoot", "tr", "figure", "figcaption", "hr"),
        *("details", "summary", "h1", "h2", "h3", "h4", "h5", "h6", "center", "form", "fieldset", "body", "html"),
    }
)
_BOLD = frozenset({"b", "strong"})
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})""", re.IGNORECASE)
_LAYOUT = "h1, h2, h3, h4, ul, ol, table, p + p"
_MARKDOWN = MarkdownIt("commonmark").enable("table").use(front_matter_plugin).use(deflist_plugin)


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
    reader = _Reader(Folding.of(root), _address(root))
    for node, entering in _walk(mains[0] if len(mains) == 1 else root, reader.page):
        reader.take(node, entering=entering)
    return Document(reader.paragraphs.finished(), (*left_out, *reader.paragraphs.unsaid), doubts)


def _address(root: LexborNode) -> str:
    """The page's own address, where it says it."""
    for selector, name in (
        ("base[href]", "href"),
        ("link[rel=canonical]", "href"),
        ("meta[property='og:url']", "content"),
    ):
        node = root.css_first(selector)
        if node is not None and given(node, name).startswith("http"):
            return given(node, name)
    return ""


def _walk(root: LexborNode, page: Folding) -> Iterator[tuple[LexborNode, bool]]:
    """Every node that is read, as it is entered and as it is left; no recursion, however deep the page nests."""
    waiting = [(root, True)]
    while waiting:
        node, entering = waiting.pop()
        if entering and node.is_element_node and page.is_unread(node):
            continue
        yield node, entering
        if not entering:
            continue
        waiting.append((node, False))
        children = [*node.iter(include_text=True)] if node.is_element_node else []
        waiting.extend((child, True) for child in reversed(children))


@dataclass(slots=True)
class _Reader:
    page: Folding
    address: str
    paragraphs: Paragraphs = field(default_factory=Paragraphs)
    _lists: list[int | None] = field(default_factory=list)
    _bold: int = 0
    _row: bool = False
    _term: bool = False
    _contents: int = 0
    _link: int = 0
    _level: int = 1
    _folded: int = 0
    _folds: int = 0

    def take(self, node: LexborNode, *, entering: bool) -> None:
        tag = node.tag or ""
        if node.is_text_node:
            if entering:
                self.paragraphs.add(" ".join((node.text_content or "").split("\n")), bold=self._bold > 0)
            return
        if not node.is_element_node:
            return
        step = 1 if entering else -1
        self._bold += step * (tag in _BOLD)
        self._folds += step * (tag == "details")
        if is_contents(node):
            self.paragraphs.end()
            self._contents += step
        if tag in _PARTS or (tag == "button" and self.page.folds(node)):
            self._part(node, tag, entering=entering)
        else:
            self._within(node, tag, entering=entering)

    def _within(self, node: LexborNode, tag: str, *, entering: bool) -> None:
        if tag == "a" and entering:
            self._link = self.paragraphs.reached
        elif tag == "a":
            self.paragraphs.end_link(self._link, given(node, "href"), self.address)
        elif tag == "br" and entering:
            self.paragraphs.add("\n")
        elif tag in ("td", "th") and entering and self._row:
            self.paragraphs.add_cell()

    def _part(self, node: LexborNode, tag: str, *, entering: bool) -> None:
        if self._row and tag not in ("tr", "dt", "dd"):
            self.paragraphs.add(" ")
            return
        if tag in ("dt", "dd"):
            self._defined(node, tag, entering=entering)
            return
        self.paragraphs.end()
        self._term = False
        if tag in ("ol", "ul"):
            if entering:
                self._lists.append(first_number(node) if tag == "ol" else None)
            elif self._lists:
                self._lists.pop()
        elif tag == "tr":
            self._row = entering and node.css_first(_LAYOUT) is None
        self.paragraphs.begin(self._opened(node, tag) if entering else Block(""))

    def _defined(self, node: LexborNode, tag: str, *, entering: bool) -> None:
        """A term and what it means are one item of a list, unless either is laid out as a part of the page."""
        if not entering:
            if tag == "dd" or not self._row:
                self.paragraphs.end()
            self._term, self._row = tag == "dt" and self._row, False
            return
        laid_out = node.css_first(_LAYOUT) is not None
        if self._term and not laid_out:
            self.paragraphs.add_cell()
        else:
            self.paragraphs.end()
            self.paragraphs.begin(Block("") if laid_out else Block("", BlockKind.ITEM))
        self._row = not laid_out

    def _opened(self, node: LexborNode, tag: str) -> Block:
        if self._contents:
            return Block("", BlockKind.CONTENTS)
        if tag in HEADINGS:
            self._level = int(tag[1])
            self._folded = self._folded if self._level >= self._folded else 0
            return Block("", BlockKind.HEADING, self._level)
        if self.page.folds(node):
            self._folded = self._folded or self._level + 1
            return Block("", BlockKind.HEADING, self._folded + max(0, self._folds - 1))
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
