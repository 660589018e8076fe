"""The links behind the cells of a workbook, which openpyxl does not give where it reads row by row."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping

from defusedxml.ElementTree import iterparse
from openpyxl.utils.cell import range_boundaries

_MAX_LINKS = 20_000
"""More are read of no sheet."""

Links = Mapping[tuple[int, int], str]
"""Targets by row and column, both counted from 1."""


def links_of(archive: zipfile.ZipFile, sheet: str) -> Links:
    """The links of the sheet that is at ``sheet`` in ``archive``."""
    folder, name = posixpath.split(sheet)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive.namelist():
        return {}
    targets = {part["Id"]: part["Target"] for part in _parts(archive, relations, "Relationship") if _is_outside(part)}
    if not targets:
        return {}
    found: dict[tuple[int, int], str] = {}
    for part in _parts(archive, sheet, "hyperlink"):
        target = next((targets[value] for key, value in part.items() if key.endswith("}id") and value in targets), "")
        left, top, _, _ = range_boundaries(part.get("ref", "A1"))
        if target and left and top and len(found) < _MAX_LINKS:
            found[top, left] = target
    return found


def _is_outside(part: Mapping[str, str]) -> bool:
    return part.get("TargetMode") == "External" and {"Id", "Target"} <= part.keys()


def _parts(archive: zipfile.ZipFile, path: str, name: str) -> Iterator[dict[str, str]]:
    """The attributes of the elements called ``name``."""
    with archive.open(path) as source:
        for _, element in iterparse(source):
            if element.tag.rpartition("}")[2] == name:
                yield dict(element.attrib)
            element.clear()
