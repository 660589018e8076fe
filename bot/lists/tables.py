"""The register as files: CSV, XLSX or JSON, chosen by the suffix. Both ways may take a while: use a thread."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.language import Language
from bot.lists.csv_files import read_csv, write_csv
from bot.lists.sheets import MAX_CELLS, MAX_ROWS, Sheet, UnreadableFileError, listing_from, tables_of
from bot.lists.spreadsheets import read_xlsx, write_xlsx
from bot.whole_files import write_whole

MAX_FILE = 50 * 1024 * 1024
"""Bytes. The register of a large city is a hundredth of it."""

_MAX_DEPTH = 12
"""Levels of objects and lists in each other; an export has six."""
_READERS: Mapping[str, Callable[[bytes, object], tuple[Sheet, ...]]] = {".csv": read_csv, ".xlsx": read_xlsx}
_SUFFIXES = (*_READERS, ".json")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds: the sheets of a list, or a JSON document."""

    sheets: tuple[Sheet, ...] = ()
    document: Any = None


def read_register_file(path: Path) -> object:
    """What ``path`` holds, for an import: a Listing, or a JSON document. Raises UnreadableFileError."""
    return to_import(read_contents(path), path)


def read_contents(path: Path) -> Contents:
    """What ``path`` holds, within bounds. Raises UnreadableFileError."""
    suffix = require_suffix(path)
    content = _content(path)
    reader = _READERS.get(suffix)
    return Contents(sheets=reader(content, path)) if reader else Contents(document=_document(content, path))


def to_import(contents: Contents, path: Path) -> object:
    """What ``contents``, the contents of ``path``, mean. Raises UnreadableFileError."""
    return listing_from(contents.sheets, path) if path.suffix.lower() in _READERS else contents.document


def write_register_file(path: Path, document: Mapping[str, object], language: Language) -> None:
    """Write an exported document to ``path``, whole or not at all and for the own user alone, headers and words in
    ``language``. Raises UnreadableFileError."""
    suffix = require_suffix(path)
    if suffix == ".json":
        content = (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
    else:
        tables = tables_of(document, language)
        content = write_csv(tables, language) if suffix == ".csv" else write_xlsx(tables)
    try:
        write_whole(path, content)
    except OSError as error:
        raise UnreadableFileError(f"{path}: cannot be written ({error.strerror}): check the folder") from error


def require_suffix(path: Path) -> str:
    """The suffix of ``path`` in small letters. Raises UnreadableFileError where there is no such kind of file."""
    suffix = path.suffix.lower()
    if suffix not in _SUFFIXES:
        known = ", ".join(_SUFFIXES[:-1])
        raise UnreadableFileError(f"{path}: name a file that ends in {known} or {_SUFFIXES[-1]}")
    return suffix


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_FILE + 1)
    except OSError as error:
        raise UnreadableFileError(
            f"{path}: cannot be read ({error.strerror}): check its name and permissions"
        ) from error
    if not content:
        raise UnreadableFileError(f"{path}: is empty: there is nothing to import")
    if len(content) > MAX_FILE:
        raise UnreadableFileError(f"{path}: is larger than {MAX_FILE // 1024**2} MiB: this is no list of channels")
    return content


def _document(content: bytes, path: Path) -> object:
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # JSON and UTF-8 alike
        raise UnreadableFileError(f"{path}: is not JSON in UTF-8 ({error})") from error
    rows = [row for name in ("channels", "people") for row in _list(document, name)]
    if len(rows) > MAX_ROWS:
        raise UnreadableFileError(f"{path}: has more than {MAX_ROWS} channels and people: this is no register")
    _require_shallow(document, path)
    return document


def _list(document: object, name: str) -> Sequence[object]:
    found = document.get(name) if isinstance(document, dict) else None
    return found if isinstance(found, list) else ()


def _require_shallow(document: object, path: Path) -> None:
    level, depth, count = [document], 0, 0
    while level:
        depth, count = depth + 1, count + len(level)
        if depth > _MAX_DEPTH or count > MAX_CELLS:
            raise UnreadableFileError(f"{path}: has more in it, or more in each other, than a register holds")
        level = [
            inner
            for value in level
            if isinstance(value, dict | list)
            for inner in (value.values() if isinstance(value, dict) else value)
        ]
