"""What was changed last, found in the history from its end, and how it was before."""

from collections import Counter
from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.domain.channels import Channel, ChannelId, Status
from bot.domain.people import PersonId
from bot.domain.register import Register
from bot.errors import SomebotError
from bot.services.ports import EventKind, HistoryEntry, Store


class NothingToUndoError(SomebotError):
    """The change was taken back already, or the channel has changed since."""


class ErasedPersonError(NothingToUndoError):
    """Taken back, the change would give a channel to somebody whose data were erased."""


Within = tuple[datetime, datetime]
"""From one moment on, to just before another; both aware."""
_BESIDE: Final = frozenset({EventKind.DIRECTORY, EventKind.LANGUAGE})
"""What is kept with the changes and is none to the register: names that a directory told, somebody's own language."""
_AT_ONCE: Final = 100
"""How many commits are read at once."""


async def newest_of(
    store: Store, channels: Collection[ChannelId], count: int, within: Within | None = None
) -> Sequence[HistoryEntry]:
    """The ``count`` newest changes to ``channels``, or to whatever where none are named, oldest first; of those
    ``within`` some time, where one is given. Raises StoreError."""
    found: list[HistoryEntry] = []
    async for entry in _newest_first(store, channels):
        if within and entry.event.at < within[0]:
            break
        if within and entry.event.at >= within[1]:
            continue
        found.append(entry)
        if len(found) == count:
            break
    return found[::-1]


async def newest_that_stands(
    store: Store,
    channels: Collection[ChannelId] = (),
    *,
    by: PersonId = "",
    since: datetime | None = None,
    within: Within | None = None,
) -> HistoryEntry | None:
    """The newest of the changes to ``channels``, or to whatever where none are named, that is neither an undo nor was
    taken back; of those ``by`` a person, ``since`` a time, or ``within`` one, where such are given; None where there is
    none. An undo concerns the same as the change that it took back, which is the newest before it that stood. Raises
    StoreError."""
    taken_back: Counter[frozenset[str]] = Counter()
    async for entry in _newest_first(store, channels):
        if since and entry.event.at < since:
            break
        touched = entry.concerns
        if entry.event.what == EventKind.UNDO:
            taken_back[touched] += 1
        elif taken_back[touched]:
            taken_back[touched] -= 1
        elif by in ("", entry.event.by) and (within is None or within[0] <= entry.event.at < within[1]):
            return entry
    return None


async def _newest_first(store: Store, channels: Collection[ChannelId]) -> AsyncIterator[HistoryEntry]:
    """The changes to ``channels``, or to whatever where none are named, read some at a time."""
    before = None
    while some := await store.history(*channels, newest=_AT_ONCE, before=before):
        for entry in reversed(some):
            if entry.event.what not in _BESIDE:
                yield entry
        if len(some) < _AT_ONCE:
            return  # to look for more would be to look through all of a long history again
        before = some[0].seq


def same_facts(one: Channel, other: Channel) -> bool:
    """Whether the two are alike but for the version: an undo brings the facts back as a new version."""
    return replace(one, version=other.version) == other


def undoing(register: Register, entry: HistoryEntry) -> tuple[Channel, ...]:
    """The channels that the change ``entry`` touched, as they were before it. Raises NothingToUndoError where one has
    changed since, ErasedPersonError where one would be that of somebody whose data were erased."""
    if any(not same_facts(register.channels[key], after) for key, after in entry.after.items()):
        raise NothingToUndoError("the channel has changed since: undo the later change first")
    back = tuple(as_before(entry, register.channels[key]) for key in entry.after)
    if any(channel.has_erased_keeper for channel in back):
        raise ErasedPersonError("the channel would be that of somebody whose data were erased")
    return back


def as_before(entry: HistoryEntry, current: Channel) -> Channel:
    """``current`` as it was before the change ``entry``; one that came with it retires."""
    before = entry.before.get(current.id)
    if before is None:
        return replace(current, status=Status.RETIRED)
    return replace(before, version=current.version)
