"""A backup's file: a ZIP archive of the history and of a snapshot of each store, with a manifest to check them by."""

from __future__ import annotations

import hashlib
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.domain.register import Register
from bot.errors import StoreError
from bot.services.ports import Documents
from bot.storage.backups.document_archive import parsed, snapshot_of
from bot.storage.files import disk_errors
from bot.storage.history import replay_lines
from bot.storage.schema import REGISTER
from bot.storage.state import HISTORY, SNAPSHOT
from bot.storage.stores import DOCUMENT_STORES

MANIFEST = "manifest.json"

_DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, RuntimeError, ValueError)
"""What ``zipfile`` raises for an archive that is cut short, altered, encrypted, or no archive at all."""

_PIECE = 2**20
"""So many bytes are read at once."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive says of itself: the schema, the number of the register's last commit, when it was made, and the
    SHA-256 of each file in it."""

    schema: int
    seq: int
    made_at: datetime
    sha256: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Archived:
    """What an archive holds: the register, and the documents by store, of the stores that there were at the time."""

    register: Register
    documents: Mapping[str, Documents]


@dataclass(frozen=True, slots=True)
class _Schema:
    schema: int


T = TypeVar("T")

_MANIFEST = TypeAdapter(Manifest)
_SCHEMA = TypeAdapter(_Schema)


def write(file: IO[bytes], members: Mapping[str, Iterable[bytes]], seq: int, at: datetime) -> None:
    """Write to ``file`` an archive of ``members``, of which the register's are as of commit ``seq``. Raises OSError."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        sha256 = {name: _add(archive, name, pieces, at) for name, pieces in members.items()}
        manifest = _MANIFEST.dump_json(Manifest(REGISTER.number, seq, at, sha256), indent=1)
        _add(archive, MANIFEST, [manifest], at)


def check(file: IO[bytes], path: Path) -> Archived:
    """What the archive in ``file`` holds, once all of it has been read, checked and replayed.

    Raises StoreError, which names ``path``, where the archive is damaged, or newer than this program.
    """
    with _opened(file, path) as archive:
        manifest = _manifest(archive, path)
        for name in {HISTORY, SNAPSHOT, *manifest.sha256}:
            with archive.open(name) as member:
                if _sha256(_pieces(member)) != manifest.sha256.get(name):
                    raise StoreError(f"{path}: {name} in it is not what was backed up: take another backup")
        with archive.open(HISTORY) as history:
            register, extent = replay_lines(history, f"{path}, {HISTORY}", Register())
        if extent.torn or extent.seq != manifest.seq:
            raise StoreError(
                f"{path}: holds {extent.seq} commits, not the {manifest.seq} it tells of: take another backup"
            )
        documents = {
            store: parsed(path / snapshot_of(store), archive.read(snapshot_of(store)))
            for store in DOCUMENT_STORES
            if snapshot_of(store) in manifest.sha256
        }
    return Archived(register, documents)


def history_in(file: IO[bytes], path: Path) -> Iterator[bytes]:
    """The history in the archive in ``file``, in pieces. Raises StoreError, which names ``path``."""
    with _opened(file, path) as archive, archive.open(HISTORY) as member:
        yield from _pieces(member)


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
    REGISTER.refuse_newer(_read(_SCHEMA, text, where).schema, where)
    return _read(_MANIFEST, text, where)


def _read(adapter: TypeAdapter[T], text: bytes, where: str) -> T:
    try:
        return adapter.validate_json(text)
    except ValidationError:
        raise StoreError(f"{where}: is damaged: take another backup") from None


def _pieces(member: IO[bytes]) -> Iterator[bytes]:
    while piece := member.read(_PIECE):
        yield piece


def _sha256(pieces: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()
