"""Elements and attributes by their local names: DOCX and ODT each come in several namespaces."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element


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
