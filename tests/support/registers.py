"""A register put into a store, and read from one; no tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from bot.activity.source import SourceKind, SourceRef
from bot.domain.channels import Channel, ChannelId
from bot.domain.people import Actor, Person
from bot.domain.register import Register
from bot.services.activity.documents import SOURCES, FollowedSource
from bot.services.committing import event_of, update_register
from bot.services.ports import Event, EventKind, State, Store
from bot.services.register.documents import CHANNELS, PEOPLE, puts, register_of
from bot.services.register.keeping import noting_update
from bot.storage.applying import without_empty


def state_of(register: Register, followed: Mapping[str, FollowedSource] | None = None) -> State:
    """The state of a store that holds ``register``; ``followed`` are its sources, where they are known already."""
    sources = followed_sources(register) if followed is None else followed
    tables = without_empty({CHANNELS.name: register.channels, PEOPLE.name: register.people, SOURCES.name: sources})
    return State(tables, register.version, register.version)


def followed_sources(register: Register) -> Mapping[str, FollowedSource]:
    """The sources of ``register`` as a store holds them."""
    return {key: FollowedSource(SourceRef(SourceKind.FEED, told.where), told) for key, told in register.sources.items()}


async def register_in(store: Store) -> Register:
    return register_of(await store.read())


async def put_in(
    store: Store, event: Event, channels: Iterable[Channel] = (), people: Iterable[Person] = ()
) -> Register:
    """The register after a commit that puts ``channels`` and ``people`` in place."""
    changes = puts(channels, people)
    return (await update_register(store, event, lambda _: changes))[1]


async def note_update(store: Store, actor: Actor, channel: ChannelId, on: date, at: datetime) -> Channel:
    """The channel after the actor's word that it was updated ``on`` that day."""
    event = event_of(actor, at, EventKind.UPDATED)
    _, after = await update_register(store, event, lambda register: noting_update(register, actor, channel, on, at))
    return after.channels[channel]
