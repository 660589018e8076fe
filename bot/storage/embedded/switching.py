"""Other stores in place of those of a folder, at one stroke: they are built aside, and one rename decides.

Whatever is left to do after that rename can be done again and again: the next one who writes in the folder goes on.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final, TypeVar

from bot.errors import StoreError
from bot.storage.embedded.files import create_folder, disk_errors, replace_file, sync_folder

KEPT: Final = "kept"
QUESTIONS: Final = "questions"
STORES: Final = (KEPT, QUESTIONS)

OLD_FILES: Final = ("history.jsonl", "register.json", "work.jsonl", "work.json", "questions.jsonl", "questions.json")
"""What files of version 1 lie in the folder itself."""
_NOT_FOR_VERSION_1: Final = (
    b'{"schema":2,"entry":{"seq":1},"note":"for programs of version 1, which would see an empty folder here and begin '
    b'anew: they refuse to start where they find this; the stores are in the folders beside it"}\n'
)
"""What stands in version 1's history once its files have become stores of today."""

T = TypeVar("T")

_NEXT = "next"
_BUILDING = "next.building"
_ASIDE = "aside"
_REPLACED = "replaced"
"""The folder with the old stores that nobody keeps. Where its name is not told, an older program has meant it."""


def files_of_version_1(folder: Path) -> list[Path]:
    """The files in ``folder`` that version 1 has left there. Raises OSError."""
    return [path for name in OLD_FILES if (path := folder / name).exists() and not _is_sign(path)]


def keep_version_1_out(folder: Path) -> None:
    """Leave a sign in ``folder`` at which programs of version 1 refuse to start. Raises OSError."""
    sign = folder / OLD_FILES[0]
    if not sign.exists():
        replace_file(sign, _NOT_FOR_VERSION_1)


def _is_sign(path: Path) -> bool:
    return path.stat().st_size == len(_NOT_FOR_VERSION_1) and path.read_bytes() == _NOT_FOR_VERSION_1


def folder_of(folder: Path, store: str) -> Path:
    """Where the files of ``store`` are; in the midst of a switch, where they will come from."""
    new = folder / _NEXT / store
    return new if new.is_dir() else folder / store


@dataclass(frozen=True, slots=True)
class StoreLocation:
    """Where the files of ``store`` in ``folder`` are, for who reads them without a lock."""

    folder: Path
    store: str

    def now(self) -> Path:
        """The folder that the store's files are in just now."""
        return folder_of(self.folder, self.store)

    def read(self, read: Callable[[Path], T]) -> T:
        """What ``read`` gives of that folder. It is called again where other stores were put in place meanwhile, since
        it may have looked where nothing was any more."""
        while True:
            there = self.now()
            inode = _inode(there)
            try:
                found = read(there)
            except StoreError:
                if (self.now(), _inode(there)) == (there, inode):
                    raise
            else:
                if (self.now(), _inode(there)) == (there, inode):
                    return found


def _inode(folder: Path) -> int | None:
    """By what the disk knows ``folder``; None where there is none."""
    try:
        return folder.stat().st_ino
    except OSError:
        return None


def begin_building(folder: Path) -> Path:
    """An empty folder to build stores in, which a switch puts in place. Raises StoreError."""
    remove_left_over(folder)
    building = folder / _BUILDING
    with disk_errors(building, "making the folder"):
        create_folder(building)
    return building


@contextmanager
def building_in(folder: Path) -> Iterator[Path]:
    """As ``begin_building``; an exception inside removes it."""
    try:
        yield begin_building(folder)
    except BaseException:
        shutil.rmtree(folder / _BUILDING, ignore_errors=True)
        raise


def switch(folder: Path, aside: str) -> Path | None:
    """Put the stores that were built in place; what was there is kept in a folder named after ``aside``, which is
    given, None where there was nothing. Raises OSError; what was there is still in place where the rename failed."""
    replaced = _free_name(folder, aside)
    there = any((folder / store).exists() for store in STORES) or files_of_version_1(folder)
    decide_to_switch(folder, replaced.name)
    finish_switch(folder)
    return replaced if there else None


def decide_to_switch(folder: Path, aside: str = _REPLACED) -> None:
    """Have the stores that were built put in place by the next ``finish_switch``; ``remove_left_over`` removes those
    that were there, unless they are kept ``aside``. Raises OSError; nothing is decided then."""
    building = folder / _BUILDING
    replace_file(building / _ASIDE, aside.encode())
    building.rename(folder / _NEXT)


def remove_left_over(folder: Path) -> None:
    """Remove the stores that nobody keeps, if there are any: replaced ones, and some that were never put in place. Of
    large ones that takes a while. Raises StoreError."""
    for name in (_REPLACED, _BUILDING):
        with disk_errors(folder / name, "removing what is left over"), suppress(FileNotFoundError):
            shutil.rmtree(folder / name)


def finish_switch(folder: Path) -> None:
    """Do what is left of a switch, if anything is. Raises StoreError."""
    new = folder / _NEXT
    with disk_errors(folder, "putting new stores in place"):
        if not new.is_dir():
            return
        sync_folder(folder)
        if (new / _ASIDE).exists():
            aside = folder / ((new / _ASIDE).read_text() or _REPLACED)
            for store in (store for store in STORES if (new / store).is_dir()):
                _out_of_the_way(folder / store, aside)
                (new / store).rename(folder / store)
            for path in files_of_version_1(folder):
                _out_of_the_way(path, aside)
            sync_folder(folder)
            (new / _ASIDE).unlink()
        new.rmdir()


def _out_of_the_way(path: Path, to: Path) -> None:
    if path.exists():
        create_folder(to)
        path.rename(to / path.name)
        sync_folder(to)


def _free_name(folder: Path, name: str) -> Path:
    candidates = (folder / (name if number == 1 else f"{name}-{number}") for number in count(1))
    return next(candidate for candidate in candidates if not candidate.exists())
