"""Which channels are at which address: an index that is made anew only where an address has changed; and which
addresses the municipality's website links."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from bot.domain.accounts.addresses import accounts_of, keys_of, normalise_handle
from bot.domain.accounts.platforms import Platforms
from bot.domain.channels import Channel, ChannelId

_SEEN_FOR: Final = timedelta(days=21)
"""How long a link counts as seen: one that the weekly look has missed once or twice may only have been out of reach."""


@dataclass(frozen=True, slots=True)
class WebsiteLink:
    """An address that the municipality's website links: the first ``page`` with the link, the day ``on`` which it was
    seen there last, the ``text`` on it, and whether the page calls it its own (``me``); ``mutual_on`` is the last day
    on which the account said so as well. All days are in the municipality's time zone.

    Of an account that nobody has registered, an ICT secretary may have said that it is ``not_ours``, or put it off:
    then it is not listed before that day.
    """

    url: str
    page: str
    on: date
    text: str = ""
    me: bool = False
    mutual_on: date | None = None
    not_ours: bool = False
    not_before: date | None = None

    def is_seen_on(self, today: date) -> bool:
        """Whether the website links it still, as far as is known."""
        return today - self.on <= _SEEN_FOR

    def is_listed_on(self, today: date) -> bool:
        """Whether there is something to be said of it, where nobody has registered it."""
        return self.is_seen_on(today) and not self.not_ours and (self.not_before is None or self.not_before <= today)


@dataclass(frozen=True, slots=True)
class _Address:
    """What a channel is found by: the facts, what they have in common with other spellings, and the bare handles."""

    facts: tuple[str, str, str]
    keys: frozenset[str]
    handles: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Index:
    """The channels by key and by handle; each is named by its place among them, so that they keep their order."""

    platforms: Platforms
    channels: Mapping[ChannelId, Channel]
    addresses: Mapping[ChannelId, _Address]
    ids: tuple[ChannelId, ...]
    by_key: Mapping[str, tuple[int, ...]]
    by_handle: Mapping[str, tuple[int, ...]]


class AddressBook:
    """The addresses of the newest register that was asked about; registers that follow one another share it. Threads
    may use it at once."""

    def __init__(self) -> None:
        self._index: _Index | None = None

    def with_keys(
        self, channels: Mapping[ChannelId, Channel], platforms: Platforms, keys: frozenset[str]
    ) -> Iterator[Channel]:
        """Those of ``channels`` whose address or handle has one of ``keys``, in their order."""
        index = self._of(channels, platforms)
        for place in sorted({place for key in keys for place in index.by_key.get(key, ())}):
            yield channels[index.ids[place]]

    def with_handle(
        self, channels: Mapping[ChannelId, Channel], platforms: Platforms, handle: str
    ) -> Iterator[Channel]:
        """Those of ``channels`` that are called by ``handle``, in its one spelling."""
        index = self._of(channels, platforms)
        for place in index.by_handle.get(handle, ()):
            yield channels[index.ids[place]]

    def _of(self, channels: Mapping[ChannelId, Channel], platforms: Platforms) -> _Index:
        index = self._index
        if index is None or index.platforms is not platforms:
            index = _made(channels, platforms, {})
        elif index.channels is not channels:
            index = _kept_up(index, channels)
        self._index = index
        return index


def _kept_up(index: _Index, channels: Mapping[ChannelId, Channel]) -> _Index:
    before = index.channels
    is_same = len(before) == len(channels) and all(
        one is other or (one.id == other.id and _facts(one) == _facts(other))
        for one, other in zip(before.values(), channels.values(), strict=True)
    )
    if is_same:
        return replace(index, channels=channels)
    return _made(channels, index.platforms, index.addresses)


def _made(channels: Mapping[ChannelId, Channel], platforms: Platforms, known: Mapping[ChannelId, _Address]) -> _Index:
    addresses: dict[ChannelId, _Address] = {}
    by_key: dict[str, list[int]] = {}
    by_handle: dict[str, list[int]] = {}
    for place, (channel_id, channel) in enumerate(channels.items()):
        address, facts = known.get(channel_id), _facts(channel)
        if address is None or address.facts != facts:
            address = _Address(facts, keys_of(*facts, platforms), frozenset(_handles(channel, platforms)))
        addresses[channel_id] = address
        for key in address.keys:
            by_key.setdefault(key, []).append(place)
        for handle in address.handles:
            by_handle.setdefault(handle, []).append(place)
    return _Index(
        platforms,
        channels,
        addresses,
        tuple(channels),
        {key: tuple(places) for key, places in by_key.items()},
        {handle: tuple(places) for handle, places in by_handle.items()},
    )


def _facts(channel: Channel) -> tuple[str, str, str]:
    return channel.platform, channel.url, channel.handle


def _handles(channel: Channel, platforms: Platforms) -> Iterator[str]:
    """What the channel is called by a handle alone; on Mastodon also without its host."""
    yield normalise_handle(channel.handle)
    for account in accounts_of(channel.platform, channel.url, channel.handle, platforms):
        name = account.name.lower()
        yield name
        yield name.partition("@")[0]
