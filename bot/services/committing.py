"""Changing what is stored: read, plan, commit, and plan anew when somebody else was quicker."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final
from weakref import WeakKeyDictionary

from bot.domain.channels import Channel, ChannelId
from bot.domain.people import Actor, Person, PersonId
from bot.domain.register import Register
from bot.errors import SomebotError, StoreError
from bot.services.ports import Change, Event, EventKind, State, Store, VersionConflictError
from bot.services.register.documents import puts, register_of, with_next_versions
from bot.services.register.former_access import following

_ATTEMPTS = 100
"""Each failed attempt means that another process's change went through, so only a flood of changes gets here."""
_TURNS: Final[WeakKeyDictionary[Store, asyncio.Lock]] = WeakKeyDictionary()
"""Whose turn it is to change a store."""

Plan = Callable[[State], Sequence[Change]]
"""What a state is to become. Pure: it is called again with a newer state after a conflict, and raises to refuse."""


class UnknownChannelError(SomebotError):
    """There is no such channel in the register."""


async def update(store: Store, plan: Plan, event: Event | None = None) -> tuple[State, State]:
    """Commit what ``plan`` makes of the state as it is, and give the state before and after; a plan without changes
    commits nothing. With ``event``, the commit is history. The version of each channel put grows by one, and who keeps
    it no more is still to lose access to it.

    Those who change a store in one process take turns: each would only make the others plan anew otherwise. Raises
    what ``plan`` raises, and StoreError.
    """
    async with _TURNS.setdefault(store, asyncio.Lock()):
        for _ in range(_ATTEMPTS):
            state = await store.read()
            changes = with_next_versions(state, plan(state))
            if not changes:
                return state, state
            if event is not None:
                changes += following(state, changes, event.at.date())
            try:
                return state, await store.commit(changes, state.version, event)
            except VersionConflictError:
                await asyncio.sleep(0)
    raise StoreError("what is stored changes too fast just now: try again in a moment")


async def update_register(
    store: Store, event: Event, plan: Callable[[Register], Sequence[Change]]
) -> tuple[Register, Register]:
    """As ``update``, for a plan that looks at the register alone; gives the register before and after."""
    before, after = await update(store, lambda state: plan(register_of(state)), event)
    return register_of(before), register_of(after)


async def update_channel(
    store: Store,
    actor: Actor,
    channel_id: ChannelId,
    change: Callable[[Register, Channel], Channel],
    at: datetime,
    what: EventKind,
) -> Channel:
    """Commit what ``change`` makes of the channel, which is ``what`` the actor does, and give it as it is then. Raises
    UnknownChannelError, and what ``change`` raises."""

    def plan(register: Register) -> list[Change]:
        channel = channel_of(register, channel_id)
        changed = change(register, channel)
        return puts((changed,), unknown(register, actor.person)) if changed != channel else []

    _, after = await update_register(store, event_of(actor, at, what), plan)
    return after.channels[channel_id]


def event_of(actor: Actor, at: datetime, what: EventKind, about: PersonId = "") -> Event:
    """The event that ``actor`` does ``what`` at that time; ``about`` is the person whom it is about alone."""
    return Event(actor.person.id, at, what, about)


def channel_of(register: Register, channel_id: ChannelId) -> Channel:
    """The channel with this id. Raises UnknownChannelError."""
    channel = register.channels.get(channel_id)
    if channel is None:
        raise UnknownChannelError(f"there is no channel {channel_id!r} in the register")
    return channel


def unknown(register: Register, person: Person) -> tuple[Person, ...]:
    """``person`` where the register does not have them yet, so that a change can bring them along."""
    return () if person.id in register.people else (person,)
