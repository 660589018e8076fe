"""Elements and attributes by their local names: DOCX and ODT each come in several namespaces."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase
from xml.etree.ElementTree import Element

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element | None, name: str) -> str:
    """An attribute by its local name; empty where there is none."""
    if element is None:
        return ""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def child(element: Element | None, *path: str) -> Element | None:
    """The first element at the end of ``path``, by local names, each a child of the one before."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def named(root: Element | None, name: str) -> Iterator[Element]:
    """All elements below ``root`` with a local name, in order; none where there is no ``root``."""
    return (element for element in (root.iter() if root is not None else ()) if local(element) == name)


def whole(text: str) -> int | None:
    """``text`` as a small whole number; None where it is not one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


def written(value: int, form: str) -> str:
    """``value`` as a list's number: in letters for the ``form`` "a", in Roman numerals, up to 39, for "I" and "i", else
    in figures."""
    if form == "a":
        return ascii_lowercase[(value - 1) % len(ascii_lowercase)]
    if form not in ("I", "i") or not 0 < value < 40:
        return str(value)
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (value // worth)
        value %= worth
    return text if form == "I" else text.lower()
