"""One Markdown file of the knowledge base as one section of the guideline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.front_matter import front_matter_plugin

from bot.domain.guideline import BulletList, Prose, Section, Subsection
from bot.knowledge.content.findings import Report, read_text
from bot.knowledge.content.frontmatter import FrontMatter, read_front_matter, valid_id

# Tables are enabled only to be recognised: without that they would be taken for paragraphs.
_MARKDOWN = MarkdownIt("commonmark").enable("table").use(front_matter_plugin)
_WITH_ID = re.compile(r"(?P<text>.*?)\s*\{#(?P<id>[^{}]*)\}")
_NOTE = re.compile(r"\[!NOTE\]\s*", re.IGNORECASE)
_ALLOWED = "write it as paragraphs, as a list of one level with -, or as an editor's note with > [!NOTE]"
_UNSUPPORTED = {
    "table": "a table",
    "fence": "a code block",
    "code_block": "a code block (lines that begin with four spaces)",
    "ordered_list": "a numbered list",
    "html_block": "HTML",
    "html_inline": "HTML",
    "image": "an image",
    "blockquote": "a quotation that is no editor's note",
    "hr": "a horizontal line",
    "bullet_list": "a list in a list or note",
    "heading": "a heading in a list or note",
    "paragraph": "a second paragraph in a list item",
}


@dataclass(frozen=True, slots=True)
class SectionFile:
    """A section with the file and the line where its id was read."""

    section: Section
    path: Path
    line: int


@dataclass(slots=True)
class _Draft:
    """A subsection while its blocks are gathered."""

    id: str
    title: str
    line: int
    body: list[Prose | BulletList] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    refused: bool = False


def natural_key(identifier: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts ids as people count: 2 before 10, 3.9 before 3.10, numbers before words."""
    parts = re.findall(r"\d+|\D+", identifier)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def read_section(path: Path, report: Report) -> SectionFile | None:
    """The section in the file ``path``; None where it has no valid id or title. ``report`` gets what is wrong."""
    text = read_text(path, report)
    if text is None:
        return None
    env: dict[str, Any] = {}
    blocks = SyntaxTreeNode(_MARKDOWN.parse(text, env)).children
    for reference in env.get("references", {}).values():
        report.error(path, reference["map"][0] + 1, "a link's address on a line of its own is not shown: remove it")
    node = blocks[0] if blocks and blocks[0].type == "front_matter" else None
    front = read_front_matter(node, path, report)
    # Front matter that is not closed begins with what Markdown takes for a horizontal line.
    skipped = 1 if node or (blocks and blocks[0].type == "hr") else 0
    reader = _Reader(path, front, report)
    for block in blocks[skipped:]:
        reader.block(block)
    subsections = tuple(reader.subsections())
    if not (front.id and front.title):
        return None
    if not subsections and not reader.drafts:
        report.error(path, front.line, "the section has no text: write at least one paragraph below the front matter")
    return SectionFile(Section(front.id, front.title, subsections), path, front.line)


class _Reader:
    """Takes the blocks of one file in turn and groups them into subsections."""

    def __init__(self, path: Path, front: FrontMatter, report: Report) -> None:
        self.drafts: list[_Draft] = []
        self._path = path
        self._front = front
        self._report = report

    def block(self, node: SyntaxTreeNode) -> None:
        match node.type:
            case "heading":
                self._heading(node)
            case "paragraph":
                self._paragraph(node)
            case "bullet_list":
                self._list(node)
            case "blockquote":
                self._note(node)
            case _:
                self._refuse(node)

    def subsections(self) -> Iterator[Subsection]:
        """The subsections that are whole; those without text are reported."""
        for draft in self.drafts:
            if not draft.body and not draft.refused:
                self._error(draft.line, f'"{draft.title}" has no text: write a paragraph or a list, or remove it')
            if draft.body and draft.id and draft.title:
                note = "\n".join(draft.notes) or None
                yield Subsection(draft.id, draft.title, tuple(draft.body), note, str(self._path), draft.line)

    def _heading(self, node: SyntaxTreeNode) -> None:
        line = _line(node)
        text = self._plain(node)
        if node.tag != "h2":
            self._error(line, f'the heading "{text[:60]}" is of level {node.tag[1]}: begin it with ## and a space')
        found = _WITH_ID.fullmatch(text)
        title = found["text"] if found else text
        if found is None:
            example = f"{{#{self._front.id or '3'}.{len(self.drafts) + 1}}}"
            self._error(line, f'the heading "{text[:60]}" has no id: end it with one, such as {example}')
        if not title:
            self._error(line, "the heading has no title: write one between ## and {#…}")
        self.drafts.append(_Draft(self._subsection_id(found["id"], line) if found else "", title, line))

    def _subsection_id(self, text: str, line: int) -> str:
        identifier = valid_id(text, self._path, line, self._report)
        section = self._front.id
        if not identifier or not section:
            return identifier
        if not identifier.startswith(f"{section}.") or identifier == f"{section}.":
            self._error(line, f'the id "{identifier}" is not of section {section}: begin it with "{section}."')
            return ""
        earlier = self.drafts[-1].id if self.drafts else ""
        if earlier and natural_key(identifier) < natural_key(earlier):
            message = f'"{identifier}" comes after "{earlier}": put the subsections in the order of their ids'
            self._report.warning(self._path, line, message)
        return identifier

    def _paragraph(self, node: SyntaxTreeNode) -> None:
        for offset, raw in enumerate(node.children[0].content.split("\n")):
            # A heading without a space after ## is a paragraph to Markdown. A hashtag may stand within one.
            if raw.startswith("##") or (offset == 0 and raw.startswith("#")):
                what = f'"{raw[:60]}" is no heading: put a space after ##, or \\ before the # of a hashtag'
                self._error(_line(node) + offset, what)
        if text := self._plain(node):
            self._draft(node).body.append(Prose(text))

    def _list(self, node: SyntaxTreeNode) -> None:
        items = []
        for item in node.children:
            if not item.children:
                self._error(_line(item), "a list item is empty: write its text, or remove it")
            for position, part in enumerate(item.children):
                if position == 0 and part.type == "paragraph":
                    items.append(self._item(part))
                else:
                    self._refuse(part)
        if kept := [item for item in items if item[0]]:
            texts, ids = zip(*kept, strict=True)
            self._draft(node).body.append(BulletList(texts, ids if any(ids) else ()))

    def _item(self, node: SyntaxTreeNode) -> tuple[str, str]:
        """The text of a list item, and the id that it ends with, if any."""
        text, line = self._plain(node), _line(node)
        found = _WITH_ID.fullmatch(text)
        if found is None or node.children[0].content.rstrip().endswith(f"\\{{#{found['id']}}}"):  # it means the words
            return text, ""
        identifier = valid_id(found["id"], self._path, line, self._report)
        above = self._draft(node).id
        if identifier and above and not identifier.startswith(f"{above}."):
            self._error(line, f'the id "{identifier}" is not of subsection {above}: begin it with "{above}."')
        if not found["text"]:
            self._error(line, "a list item is empty: write its text, or remove it")
        return found["text"], identifier

    def _note(self, node: SyntaxTreeNode) -> None:
        first = self._plain(node.children[0]) if node.children and node.children[0].type == "paragraph" else ""
        marker = _NOTE.match(first)
        if marker is None:
            self._refuse(node)
            return
        paragraphs = [first[marker.end() :]]
        for part in node.children[1:]:
            if part.type == "paragraph":
                paragraphs.append(self._plain(part))
            else:
                self._refuse(part)
        text = "\n".join(filter(None, paragraphs))
        if not text:
            self._error(_line(node), "the editor's note is empty: write its text after > on the next line")
        self._draft(node).notes.append(text)

    def _draft(self, node: SyntaxTreeNode) -> _Draft:
        """The subsection that ``node`` stands in; before the first heading, one with the section's own id and title."""
        if not self.drafts:
            self.drafts.append(_Draft(self._front.id, self._front.title, _line(node)))
        return self.drafts[-1]

    def _plain(self, node: SyntaxTreeNode) -> str:
        """The text of a block without its markup; what cannot be shown as text is reported."""
        for part in node.walk():
            if part.type in {"image", "html_inline"}:
                self._refuse(part, _line(node))
        return _flatten(node).strip()

    def _refuse(self, node: SyntaxTreeNode, line: int = 0) -> None:
        self._draft(node).refused = True
        what = _UNSUPPORTED.get(node.type, node.type)
        self._error(line or _line(node), f"{what} is not supported: {_ALLOWED}")

    def _error(self, line: int, message: str) -> None:
        self._report.error(self._path, line, message)


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] + 1 if node.map else 1


def _flatten(node: SyntaxTreeNode) -> str:
    if node.type in {"softbreak", "hardbreak"}:
        return " "
    if node.children:
        return "".join(map(_flatten, node.children))
    return node.content if node.type in {"text", "code_inline"} else ""
