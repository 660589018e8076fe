"""A backup's file: a ZIP archive of the states and the history, with a manifest to check them by."""

import hashlib
import shutil
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Final, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.errors import StoreError
from bot.storage.embedded import state_file, version_1
from bot.storage.embedded.encoding import first_line
from bot.storage.embedded.files import create_folder, disk_errors, replace_file, replacing_file
from bot.storage.embedded.loading import HISTORY, JOURNAL, STATE
from bot.storage.embedded.schema import STATE as SCHEMA
from bot.storage.embedded.switching import KEPT, OLD_FILES, QUESTIONS, STORES
from bot.storage.embedded.whole import AS_THEY_ARE, check

MANIFEST: Final = "manifest.json"
MEMBERS: Final = (f"{KEPT}/{STATE}", f"{KEPT}/{HISTORY}", f"{QUESTIONS}/{STATE}")

_DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, RuntimeError, ValueError)
"""What ``zipfile`` raises for an archive that is cut short, altered, encrypted, or no archive at all."""

_PIECE: Final = 2**20
"""How many bytes are read at once."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive says of itself: the schema, the number of the last commit in its history, when it was made, and
    the SHA-256 of each file in it."""

    schema: int
    seq: int
    made_at: datetime
    sha256: Mapping[str, str]

    @property
    def lacks_work(self) -> bool:
        """Whether it was made before anything but the register was backed up."""
        return self.schema == 1 and "work.json" not in self.sha256

    @property
    def members(self) -> tuple[str, ...]:
        """The files that are looked for in the archive."""
        return tuple(name for name in OLD_FILES if name in self.sha256) if self.schema == 1 else MEMBERS


@dataclass(frozen=True, slots=True)
class _Schema:
    schema: int


T = TypeVar("T")

_MANIFEST = TypeAdapter(Manifest)
_SCHEMA = TypeAdapter(_Schema)


def write(file: IO[bytes], members: Mapping[str, Iterable[bytes]], seq: int, at: datetime) -> None:
    """Write to ``file`` an archive of ``members``, as of commit ``seq`` of the history. Raises OSError."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        sha256 = {name: _add(archive, name, pieces, at) for name, pieces in members.items()}
        manifest = _MANIFEST.dump_json(Manifest(SCHEMA.number, seq, at, sha256), indent=1)
        _add(archive, MANIFEST, [manifest], at)


def verify(file: IO[bytes], path: Path) -> Manifest:
    """What the archive in ``file`` says of itself, once all of it has been read.

    Raises StoreError, which names ``path``, where the archive is damaged, or newer than this program.
    """
    with _opened(file, path) as archive:
        manifest = _manifest(archive, path)
        for name in manifest.members:
            with archive.open(name) as member:
                digest = hashlib.file_digest(member, "sha256")  # type: ignore[arg-type]  # a ZipExtFile is one
                if digest.hexdigest() != manifest.sha256.get(name):
                    raise StoreError(f"{path}: {name} in it is not what was backed up: take another backup")
    return manifest


def unpack(file: IO[bytes], path: Path, to: Path) -> Manifest:
    """Make stores in ``to`` of the archive in ``file``; one of an older version gives stores of today.

    Raises StoreError as ``verify``, and where what was backed up does not belong together; and OSError.
    """
    manifest = verify(file, path)
    with _opened(file, path) as archive:
        if manifest.schema == 1:
            with TemporaryDirectory(dir=to) as old:
                _extract(archive, manifest, Path(old))
                version_1.convert(Path(old), to)
        else:
            _extract(archive, manifest, to)
            for store in STORES:
                state = state_file.load(to / store / STATE, AS_THEY_ARE)
                replace_file(to / store / JOURNAL, first_line(state))
    there = check(to / KEPT).state.seq
    if there != manifest.seq:
        raise StoreError(f"{path}: holds {there} commits, not the {manifest.seq} it tells of: take another backup")
    return manifest


def _extract(archive: zipfile.ZipFile, manifest: Manifest, to: Path) -> None:
    for name in manifest.members:
        create_folder((to / name).parent)
        with archive.open(name) as member, replacing_file(to / name) as new:
            shutil.copyfileobj(member, new, _PIECE)


def _add(archive: zipfile.ZipFile, name: str, pieces: Iterable[bytes], at: datetime) -> str:
    """Add a file; its SHA-256."""
    info = zipfile.ZipInfo(name, at.timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16  # unpacked by hand, it is for the bot's user alone as well
    digest = hashlib.sha256()
    with archive.open(info, "w", force_zip64=True) as member:
        for piece in pieces:
            digest.update(piece)
            member.write(piece)
    return digest.hexdigest()


@contextmanager
def _opened(file: IO[bytes], path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with disk_errors(path, "reading"), zipfile.ZipFile(file) as archive:
            yield archive
    except _DAMAGED as error:
        reason = str(error.args[0] if error.args else error).rstrip(".")
        raise StoreError(f"{path}: this is not a whole backup ({reason}): take another one") from None


def _manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    text = archive.read(MANIFEST)
    where = f"{path}, {MANIFEST}"
    SCHEMA.refuse_newer(_read(_SCHEMA, text, where).schema, where)
    return _read(_MANIFEST, text, where)


def _read(adapter: TypeAdapter[T], text: bytes, where: str) -> T:
    try:
        return adapter.validate_json(text)
    except ValidationError:
        raise StoreError(f"{where}: is damaged: take another backup") from None
