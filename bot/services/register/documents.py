"""What is kept of the register: channels, whose history is kept as well, and the people they refer to."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from bot.domain.channels import Channel, FormerAccess
from bot.domain.people import Person
from bot.domain.register import Register
from bot.services.activity.documents import SOURCES, WEBSITE_LINKS
from bot.services.ports import Change, Collection, State

CHANNELS: Final = Collection("channels", Channel, in_history=True)
"""A channel that was registered stays for good; one that is taken out of use is retired."""
PEOPLE: Final = Collection("people", Person)
FORMER_ACCESS: Final = Collection("former-access", FormerAccess)
"""By the channel and a number, which name nobody."""
COLLECTIONS: Final = (CHANNELS, PEOPLE)
"""All that the register is made of."""


def register_of(state: State) -> Register:
    """The register in ``state``, with what the channels' sources and the website show, and who is still to lose access:
    the same object for as long as nothing of it is touched."""
    return state.view(_register, *COLLECTIONS, SOURCES, WEBSITE_LINKS, FORMER_ACCESS)


def puts(channels: Iterable[Channel] = (), people: Iterable[Person] = ()) -> list[Change]:
    """The changes that put whole ``channels`` and ``people`` in place, new or instead of those with the same id."""
    return [
        *(Change.put(CHANNELS, channel.id, channel) for channel in channels),
        *(Change.put(PEOPLE, person.id, person) for person in people),
    ]


def with_next_versions(state: State, changes: Sequence[Change]) -> list[Change]:
    """``changes``, with the version of each channel that is put one above the one that ``state`` has of it."""
    return [_with_next_version(state, change) for change in changes]


def _with_next_version(state: State, change: Change) -> Change:
    channel = change.document
    if not isinstance(channel, Channel):
        return change
    before = state.of(CHANNELS).get(change.key)
    return replace(change, document=replace(channel, version=before.version + 1 if before else 1))


def _register(state: State) -> Register:
    earlier = state.earlier(_register) or Register()
    return Register(
        state.of(CHANNELS),
        state.of(PEOPLE),
        state.version,
        {key: source.state for key, source in state.of(SOURCES).items()},
        state.of(WEBSITE_LINKS),
        state.of(FORMER_ACCESS),
        earlier.book,
        earlier.references,
    )
