"""The register as files: CSV, XLSX or JSON, chosen by the suffix. Both ways may take a while: use a thread."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from bot.domain.language import Language
from bot.lists.csv_files import read_csv, write_csv
from bot.lists.sheets import Sheet, UnreadableFileError, listing_from, tables_of
from bot.lists.spreadsheets import read_xlsx, write_xlsx
from bot.services.register.listings import Listing

MAX_FILE = 50 * 1024 * 1024
"""Bytes. The register of a large city is a hundredth of it."""

_READERS: Mapping[str, Callable[[bytes, object], tuple[Sheet, ...]]] = {".csv": read_csv, ".xlsx": read_xlsx}
_SUFFIXES = (*_READERS, ".json")


def read_register_file(path: Path) -> object:
    """What ``path`` holds, for an import: a Listing, or a JSON document. Raises UnreadableFileError."""
    suffix = require_suffix(path)
    content = _content(path)
    return _listing(content, suffix, path) if suffix in _READERS else _document(content, path)


def write_register_file(path: Path, document: Mapping[str, object], language: Language) -> None:
    """Write an exported document to ``path``, headers and words in ``language``. Raises UnreadableFileError."""
    suffix = require_suffix(path)
    if suffix == ".json":
        content = (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
    else:
        tables = tables_of(document, language)
        content = write_csv(tables, language) if suffix == ".csv" else write_xlsx(tables)
    try:
        path.write_bytes(content)
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


def _listing(content: bytes, suffix: str, path: Path) -> Listing:
    return listing_from(_READERS[suffix](content, path), path)


def _document(content: bytes, path: Path) -> object:
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # JSON and UTF-8 alike
        raise UnreadableFileError(f"{path}: is not JSON in UTF-8 ({error})") from error
