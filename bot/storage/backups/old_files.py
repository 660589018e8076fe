"""What is left of older data: folders that a restore or an update has put aside, and backups; and who is in it."""

import json
import shutil
import zipfile
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import IO, Final

from bot.storage.embedded.files import disk_errors, sync_folder
from bot.storage.embedded.version_1 import KEPT_ASIDE

REPLACED: Final = "replaced-"
"""What the names of folders begin with that a restore has put aside."""


def put_aside(folder: Path, words: Collection[str]) -> list[Path]:
    """The folders in the data folder ``folder`` that were put aside and have one of ``words`` in them, in small letters
    or large. Raises StoreError where one cannot be read."""
    aside = sorted(one for name in (KEPT_ASIDE, REPLACED) for one in folder.glob(f"{name}*") if one.is_dir())
    return [one for one in aside if any(_is_in(file, words) for file in one.rglob("*") if file.is_file())]


def backups(folders: Iterable[Path], words: Collection[str]) -> list[Path]:
    """The backups in ``folders`` that have one of ``words`` in them. Raises StoreError where one cannot be read."""
    files = {file.resolve() for folder in folders for file in folder.glob("*.zip") if file.is_file()}
    return sorted(file for file in files if _is_in(file, words))


def remove(folders: Iterable[Path]) -> None:
    """Remove ``folders`` with all that is in them. Raises StoreError."""
    for folder in folders:
        with disk_errors(folder, "removing"):
            shutil.rmtree(folder)
            sync_folder(folder.parent)


def _is_in(file: Path, words: Collection[str]) -> bool:
    sought = {form.lower() for word in words for form in _forms(word)}
    with disk_errors(file, "reading"), file.open("rb") as opened:
        return any(word in lowered for lowered in map(bytes.lower, _contents(opened)) for word in sought)


def _forms(word: str) -> tuple[bytes, bytes]:
    """``word`` as JSON has it, with letters as they are or as numbers."""
    if word.startswith('"'):
        return word.encode(), json.dumps(word[1:-1]).encode()
    return json.dumps(word, ensure_ascii=False)[1:-1].encode(), json.dumps(word)[1:-1].encode()


def _contents(file: IO[bytes]) -> Iterator[bytes]:
    """What ``file`` holds, that of the files in it where it is an archive, line by line or in long pieces."""
    if not zipfile.is_zipfile(file):
        file.seek(0)
        yield from file
        return
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            with archive.open(name) as member:
                yield from member
