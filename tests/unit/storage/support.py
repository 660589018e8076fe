"""What the tests of the embedded store share; no tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot.storage.tinydb import EmbeddedStore

from bot.domain.channels import Channel, UnitName
from bot.domain.people import Person
from bot.domain.register import Register
from bot.services.ports import Changes, Event

EVENT = Event(by="keeper", at=datetime(2025, 11, 3, 9, 30, tzinfo=UTC), what="register")
INSTAGRAM = Channel("kirjasto-instagram", "instagram", "Kirjaston Instagram", UnitName("Kirjasto"), "keeper")
KEEPER = Person("keeper", "A keeper", "keeper@kunta.example")


@asynccontextmanager
async def opened(folder: Path, *, read_only: bool = False) -> AsyncIterator[EmbeddedStore]:
    store = await EmbeddedStore.open(folder, read_only=read_only, lock_timeout=0)
    try:
        yield store
    finally:
        await store.close()


async def put(store: EmbeddedStore, name: str = "Kirjasto", people: tuple[Person, ...] = ()) -> Register:
    return await store.commit(Changes((replace(INSTAGRAM, name=name),), people), (await store.read()).version, EVENT)


async def filled(folder: Path, *names: str) -> Register:
    """The register of a store in ``folder`` after a commit for each of ``names``."""
    async with opened(folder) as store:
        for name in names:
            await put(store, name, (KEEPER,))
        return await store.read()


def append(path: Path, text: bytes) -> bytes:
    path.write_bytes(path.read_bytes() + text)
    return path.read_bytes()


def kept_files(folder: Path) -> dict[str, bytes]:
    """The content of each file but the lock."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file() and path.name != "lock"}
