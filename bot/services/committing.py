"""Changing what is stored: read, plan, commit, and plan anew when somebody else was quicker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.domain.channels import Channel, ChannelId
from bot.domain.people import Actor, Person
from bot.domain.register import Register
from bot.errors import SomebotError, StoreError
from bot.services.ports import (
    Changes,
    DocumentChange,
    Documents,
    DocumentStore,
    Event,
    EventKind,
    RegisterStore,
    VersionConflictError,
)

_ATTEMPTS = 100
"""Each failed attempt means that another change went through, so only a flood of changes gets here."""
_TOO_FAST = "what is stored changes too fast just now: try again in a moment"


class UnknownChannelError(SomebotError):
    """There is no such channel in the register."""


async def change(store: RegisterStore, event: Event, plan: Callable[[Register], Changes]) -> tuple[Register, Register]:
    """Commit what ``plan`` makes of the register as it is, and give the register before and after.

    ``plan`` is pure: it is called again with a newer register after a conflict, and raises to refuse the change.
    """
    for _ in range(_ATTEMPTS):
        register = await store.read()
        changes = plan(register)
        try:
            return register, await store.commit(changes, register.version, event)
        except VersionConflictError:
            continue
    raise StoreError(_TOO_FAST)


async def update(
    store: DocumentStore, plan: Callable[[Documents], Sequence[DocumentChange]]
) -> tuple[Documents, Documents]:
    """Commit what ``plan`` makes of the documents as they are, and give them before and after; a plan without changes
    commits nothing.

    ``plan`` is pure: it is called again with newer documents after a conflict, and raises to refuse the change.
    """
    for _ in range(_ATTEMPTS):
        documents = await store.read()
        changes = plan(documents)
        if not changes:
            return documents, documents
        try:
            return documents, await store.commit(changes, documents.version)
        except VersionConflictError:
            continue
    raise StoreError(_TOO_FAST)


def event_of(actor: Actor, at: datetime, what: EventKind) -> Event:
    """The event that ``actor`` does ``what`` at that time."""
    return Event(actor.person.id, at, what)


def channel_of(register: Register, channel_id: ChannelId) -> Channel:
    """The channel with this id.

    Raises UnknownChannelError.
    """
    channel = register.channels.get(channel_id)
    if channel is None:
        raise UnknownChannelError(f"there is no channel {channel_id!r} in the register")
    return channel


def unknown(register: Register, person: Person) -> tuple[Person, ...]:
    """``person`` where the register does not have them yet, so that a change can bring them along."""
    return () if person.id in register.people else (person,)
