"""What the tests of the embedded store share; no tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.channels import Channel, UnitName
from bot.domain.people import Person
from bot.domain.register import Register
from bot.services.ports import Event, Store
from bot.services.register.documents import COLLECTIONS
from bot.storage.embedded.journal.sealing import LENGTH, is_sealed, sealed
from bot.storage.embedded.store import EmbeddedStore
from tests.support.documents import open_store
from tests.support.registers import put_in, register_in

EVENT = Event(by="keeper", at=datetime(2025, 11, 3, 9, 30, tzinfo=UTC), what="register")
INSTAGRAM = Channel("kirjasto-instagram", "instagram", "Kirjaston Instagram", UnitName("Kirjasto"), "keeper")
CUT_OFF = "The end of a journal was cut off: it had not been acknowledged, as a crash, or a second bot, came in between"
KEEPER = Person("keeper", "A keeper", "keeper@kunta.example")


@asynccontextmanager
async def opened(folder: Path, *, read_only: bool = False) -> AsyncIterator[EmbeddedStore]:
    store = await open_store(folder, *COLLECTIONS, read_only=read_only)
    try:
        yield store
    finally:
        await store.close()


async def put(store: Store, name: str = "Kirjasto", people: tuple[Person, ...] = ()) -> Register:
    return await put_in(store, EVENT, [replace(INSTAGRAM, name=name)], people)


async def filled(folder: Path, *names: str) -> Register:
    """The register of a store in ``folder`` after a commit for each of ``names``."""
    async with opened(folder) as store:
        for name in names:
            await put(store, name, (KEEPER,))
        return await register_in(store)


def resealed(text: bytes) -> bytes:
    """The lines, or the state's file, in ``text``, with the checksums of what they hold: as a program would write that
    holds such things to be right."""
    if text.startswith(b"{\n"):
        return sealed(unsealed_by_force(text))
    return b"".join(sealed(unsealed_by_force(line)) for line in text.splitlines(keepends=True))


def without_checksums(lines: bytes) -> bytes:
    """``lines`` as they were written before there were checksums."""
    return b"".join(unsealed_by_force(line) + b"\n" for line in lines.splitlines(keepends=True))


def unsealed_by_force(text: bytes) -> bytes:
    """``text``, of one object, without its checksum, be it right or wrong."""
    return text[:-LENGTH] + b"}" if is_sealed(text) else text.rstrip(b"\n")


def append(path: Path, text: bytes) -> bytes:
    path.write_bytes(path.read_bytes() + text)
    return path.read_bytes()


def kept_files(folder: Path) -> dict[str, bytes]:
    """The content of each file but the lock, by its path in ``folder``."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}
