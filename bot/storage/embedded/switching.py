"""Other stores in place of those of a folder, at one stroke: they are built aside, and one rename decides.

Whatever is left to do after that rename can be done again and again: the next one who writes in the folder goes on.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Final

from bot.storage.embedded.files import create_folder, disk_errors, replace_file, sync_folder

KEPT: Final = "kept"
QUESTIONS: Final = "questions"
STORES: Final = (KEPT, QUESTIONS)

OLD_FILES: Final = ("history.jsonl", "register.json", "work.jsonl", "work.json", "questions.jsonl", "questions.json")
"""What files of version 1 lie in the folder itself."""

_NEXT = "next"
_BUILDING = "next.building"
_ASIDE = "aside"
_NOWHERE = ""
"""What names no folder to keep the old stores in: they are removed."""


def folder_of(folder: Path, store: str) -> Path:
    """Where the files of ``store`` are; in the midst of a switch, where they will come from."""
    new = folder / _NEXT / store
    return new if new.is_dir() else folder / store


@contextmanager
def building_in(folder: Path) -> Iterator[Path]:
    """An empty folder to build stores in, which ``switch`` puts in place; an exception inside removes it.

    Raises OSError.
    """
    building = folder / _BUILDING
    shutil.rmtree(building, ignore_errors=True)
    create_folder(building)
    try:
        yield building
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise


def switch(folder: Path, aside: str) -> Path | None:
    """Put the stores that were built in place; what was there is kept in a folder named after ``aside``, which is
    given, None where there was nothing. Raises OSError; what was there is still in place where the rename failed."""
    replaced = _free_name(folder, aside)
    there = any((folder / name).exists() for name in (*STORES, *OLD_FILES))
    _switch(folder, replaced.name)
    return replaced if there else None


def switch_for_good(folder: Path) -> None:
    """Put the stores that were built in place, and remove those that were there. Raises as ``switch``."""
    _switch(folder, _NOWHERE)


def _switch(folder: Path, aside: str) -> None:
    building = folder / _BUILDING
    replace_file(building / _ASIDE, aside.encode())
    building.rename(folder / _NEXT)
    finish_switch(folder)


def finish_switch(folder: Path) -> None:
    """Do what is left of a switch, if anything is. Raises StoreError."""
    new = folder / _NEXT
    with disk_errors(folder, "putting new stores in place"):
        if not new.is_dir():
            return
        sync_folder(folder)
        if (new / _ASIDE).exists():
            name = (new / _ASIDE).read_text()
            aside = None if name == _NOWHERE else folder / name
            for store in (store for store in STORES if (new / store).is_dir()):
                _out_of_the_way(folder / store, aside)
                (new / store).rename(folder / store)
            for name in OLD_FILES:
                _out_of_the_way(folder / name, aside)
            sync_folder(folder)
            (new / _ASIDE).unlink()
        new.rmdir()


def _out_of_the_way(path: Path, to: Path | None) -> None:
    if not path.exists():
        return
    if to is None:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    else:
        create_folder(to)
        path.rename(to / path.name)
        sync_folder(to)


def _free_name(folder: Path, name: str) -> Path:
    candidates = (folder / (name if number == 1 else f"{name}-{number}") for number in count(1))
    return next(candidate for candidate in candidates if not candidate.exists())
