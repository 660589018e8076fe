"""What the elements of a web page are: shown or not, the heading of an accordion, a sign that links to itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNREAD = frozenset(
    {
        *("script", "style", "template", "noscript", "head", "svg", "math", "select", "textarea", "iframe"),
        *("object", "audio", "video", "canvas", "nav", "footer", "dialog"),
    }
)
_NEAR: Final = 4
"""How far above a link or a button its heading can be."""
_CONTENTS = re.compile(r"(?:^|[\s_-])(?:mso)?toc(?:$|[\s\d_-])", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_FOLDS = re.compile(r"accordion|haitari|collaps|expand", re.IGNORECASE)
_OPENED_BY = ("aria-controls", "data-target", "data-bs-target")


@dataclass(frozen=True, slots=True)
class Folding:
    """A page's elements that a press opens, by their ids; what is hidden until then is read."""

    opened: frozenset[str]

    @classmethod
    def of(cls, root: LexborNode) -> Folding:
        """The page below ``root``."""
        targets = {_target(button) for button in root.css(", ".join(f"[{name}]" for name in _OPENED_BY))} - {""}
        found = (node for node in root.css("[id]") if given(node, "id") in targets)
        texts = (node for node in found if node.tag not in _UNREAD and node.css_first("nav, [role=menu]") is None)
        return cls(frozenset(given(node, "id") for node in texts))

    def is_unread(self, node: LexborNode) -> bool:
        """Whether what is in the element is no text of the document."""
        if node.tag in _UNREAD or (node.tag == "button" and not (in_heading(node) or self.folds(node))):
            return True
        hidden = "hidden" in node.attributes or bool(_HIDDEN.search(given(node, "style")))
        return (hidden and given(node, "id") not in self.opened) or _is_sign(node)

    def folds(self, node: LexborNode) -> bool:
        """Whether the element is the heading of an accordion: a press on it opens what is below."""
        if node.tag == "summary":
            return node.css_first(", ".join(HEADINGS)) is None
        if node.tag != "button" or in_heading(node):
            return False
        return _target(node) in self.opened or bool(_FOLDS.search(given(node, "class")) and _is_above_part(node))


def given(node: LexborNode, attribute: str) -> str:
    """The value of an attribute; empty where there is none."""
    return node.attributes.get(attribute) or ""


def in_heading(node: LexborNode) -> bool:
    """Whether the element is part of a heading."""
    above = node.parent
    for _ in range(_NEAR):
        if above is None:
            return False
        if above.tag in HEADINGS:
            return True
        above = above.parent
    return False


def is_contents(node: LexborNode) -> bool:
    """Whether the element holds the table of contents."""
    return given(node, "role") == "doc-toc" or bool(_CONTENTS.search(f"{given(node, 'class')} {given(node, 'id')}"))


def first_number(node: LexborNode) -> int | None:
    """The number that a numbered list begins with; None for one with letters."""
    if (given(node, "type") or "1") != "1":
        return None
    start = given(node, "start") or "1"
    return int(start) if start.isascii() and start.isdigit() and len(start) < 4 else 1


def _is_sign(node: LexborNode) -> bool:
    """Whether the element is a link of a heading to itself: a sign such as ¶, § or #."""
    if node.tag != "a" or not given(node, "href").startswith("#") or not in_heading(node):
        return False
    return not any(char.isalnum() for char in islice(node.text(), 100))


def _is_above_part(node: LexborNode) -> bool:
    """Whether what follows right on the button is a part of the page."""
    following = node.next
    while following is not None and not following.is_element_node:
        following = following.next
    return following is not None and following.tag in ("div", "section", "p", "ul", "dl")


def _target(node: LexborNode) -> str:
    return next(filter(None, (given(node, name) for name in _OPENED_BY)), "").lstrip("#")
