"""The register of channels as one immutable value (guideline 3.3), and look-up in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from bot.domain.accounts.address_book import AddressBook, WebsiteLink
from bot.domain.accounts.addresses import address_key, keys_above, keys_of, normalise_handle, normalise_url
from bot.domain.accounts.platforms import NO_PLATFORMS, PlatformId, Platforms
from bot.domain.channels import Channel, ChannelId, FormerAccess, Scope, Status, UnitName
from bot.domain.evidence import Evidence, SourceState, State, state_of, with_seen
from bot.domain.people import Person, PersonId, person_from_reference


class Narrowing(StrEnum):
    """Which of the channels a list shows: those that rest, have no recent update, have no maintainer any more, whose
    responsible person has left, on which somebody is named who has left, that are out of use, that one person alone
    maintains, that the website does not link; or all, unit by unit, or with their people."""

    PAUSED = "paused"
    QUIET = "quiet"
    UNKEPT = "unkept"
    UNANSWERED = "unanswered"
    LEAVERS = "leavers"
    RETIRED = "retired"
    SINGLE = "single"
    UNLINKED = "unlinked"
    BY_UNIT = "by_unit"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class ChannelQuery:
    """What somebody said of the channels they mean; what was not said is empty and leaves all channels in.

    ``units`` are Finnish unit names. ``names`` are ids of channels that were called by name: just these are meant, and
    the rest tells how they were named. Where several were named apart ("the library's Facebook and the youth's
    TikTok"), ``any_of`` has what was said of each, and the rest what was said in all; ``without`` are channels that
    were left out ("all but the library's"). ``sought`` are words by which nothing is called: what is found stands only
    near what was asked for.
    """

    platforms: tuple[PlatformId, ...] = ()
    units: tuple[str, ...] = ()
    scope: Scope | None = None
    names: tuple[ChannelId, ...] = ()
    any_of: tuple[ChannelQuery, ...] = ()
    without: ChannelQuery | None = None
    sought: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said that points at a channel."""
        return self == _NOTHING_SAID


_NOTHING_SAID = ChannelQuery()


@dataclass(frozen=True)
class Register:
    """All channels, in the order they were registered, the people they refer to, what their sources have told, what the
    municipality's ``website`` links, by the addresses' keys, and who keeps a channel no more and may still get into its
    account (``former_access``).

    ``version`` grows by one at each commit of the store. What every look-up needs is worked out once; registers that
    follow one another share the ``book`` and the ``references``, since most changes touch neither.
    """

    channels: Mapping[ChannelId, Channel] = field(default_factory=dict)
    people: Mapping[PersonId, Person] = field(default_factory=dict)
    version: int = 0
    sources: Mapping[ChannelId, SourceState] = field(default_factory=dict)
    website: Mapping[str, WebsiteLink] = field(default_factory=dict)
    former_access: Mapping[str, FormerAccess] = field(default_factory=dict)
    book: AddressBook = field(default_factory=AddressBook, compare=False, repr=False)
    references: References = field(default_factory=lambda: References(), compare=False, repr=False)

    def listed(self) -> tuple[Channel, ...]:
        """The channels that are not retired, municipality-wide first, then in the register's order."""
        return self._listed

    @cached_property
    def _listed(self) -> tuple[Channel, ...]:
        return in_list_order(channel for channel in self.channels.values() if channel.status is not Status.RETIRED)

    def find(self, query: ChannelQuery) -> tuple[Channel, ...]:
        """The listed channels that ``query`` means, best first; all of them where it says nothing."""
        if not query.names or query.any_of:
            return tuple(channel for channel in self.listed() if _matches(channel, query))
        named = (self.channels.get(name) for name in dict.fromkeys(query.names))
        return tuple(one for one in named if one and one.status is not Status.RETIRED and _matches(one, query))

    def find_retired(self, query: ChannelQuery) -> tuple[Channel, ...]:
        """The retired channels that ``query`` means; none where it says nothing."""
        return () if query.is_empty else tuple(one for one in self.retired() if _matches(one, query))

    def retired(self) -> tuple[Channel, ...]:
        """The channels that are out of use."""
        return tuple(channel for channel in self.channels.values() if channel.status is Status.RETIRED)

    def at_address(
        self, address: str, platforms: Platforms = NO_PLATFORMS, on: Collection[PlatformId] = ()
    ) -> tuple[Channel, ...]:
        """The channels, retired ones too, at this URL or with this handle, in any of its spellings.

        What is below a website's address is that website's. A text that may be either (``kunta.fi``) is a handle where
        no channel has the URL. A handle does not tell its platform: only channels on the platforms ``on`` are meant,
        where such were named.
        """
        key = address_key(address, platforms) if normalise_url(address) else ""
        at_url = self.with_keys(frozenset({key}), platforms) if key else ()
        if at_url := at_url or self._above(address, platforms):
            return at_url
        wanted = normalise_handle(address)
        if not wanted:
            return ()
        called = self.book.with_handle(self.channels, platforms, wanted)
        return tuple(channel for channel in called if not on or channel.platform in on)

    def _above(self, address: str, platforms: Platforms) -> tuple[Channel, ...]:
        """The channels whose pages are above ``address``, the nearest."""
        for key in keys_above(address, platforms):
            if found := self.with_keys(frozenset({key}), platforms):
                return found
        return ()

    def with_keys(self, keys: frozenset[str], platforms: Platforms) -> tuple[Channel, ...]:
        """The channels, retired ones too, whose address or handle has one of ``keys`` (`addresses.keys_of`)."""
        return tuple(self.book.with_keys(self.channels, platforms, keys))

    def website_link_of(self, channel: Channel, platforms: Platforms) -> WebsiteLink | None:
        """Where the municipality's website links the channel, by whichever of its addresses was seen last."""
        keys = keys_of(channel.platform, channel.url, channel.handle, platforms) if self.website else ()
        return max((self.website[key] for key in keys if key in self.website), key=lambda one: one.on, default=None)

    def evidence_of(self, channel: Channel) -> tuple[Evidence, ...]:
        """All that is known of the channel's updates, from people and from its source."""
        return with_seen(channel.evidence, self.sources.get(channel.id))

    def state_of(self, channel: Channel, interval_days: int, today: date) -> State:
        """The state on ``today`` of the channel, in use; ``interval_days`` are its interval where it has none of its
        own."""
        interval = channel.update_interval_days or interval_days
        return state_of(self.evidence_of(channel), self.sources.get(channel.id), interval, today)

    def former_access_to(self, channel: ChannelId) -> tuple[FormerAccess, ...]:
        """What is known of those who keep the channel no more, also of whom the access was taken away."""
        return self._former_access.get(channel, ())

    @cached_property
    def _former_access(self) -> Mapping[ChannelId, tuple[FormerAccess, ...]]:
        found: dict[ChannelId, tuple[FormerAccess, ...]] = {}
        for one in self.former_access.values():
            found[one.channel] = (*found.get(one.channel, ()), one)
        return found

    def with_all_names(self, unit: UnitName) -> UnitName:
        """``unit`` with its names in the other languages, where it is given by one alone that the register knows."""
        called = [
            one.unit for one in self.channels.values() if unit.fi.casefold() in map(str.casefold, one.unit.spellings)
        ]
        return unit if unit.spellings[1:] else max(called, key=lambda one: len(one.spellings), default=unit)

    def kept_by(self, person: PersonId) -> tuple[Channel, ...]:
        """The listed channels of which ``person`` is the responsible person or a maintainer."""
        return tuple(channel for channel in self.listed() if channel.is_kept_by(person))

    def person(self, person_id: PersonId) -> Person:
        """The person with this id; one of whom only the id is left where the register does not know more."""
        return self.people.get(person_id) or Person(id=person_id)

    def has_left(self, person_id: PersonId, today: date) -> bool:
        """Whether the person no longer works here on ``today``."""
        return self.person(person_id).has_left(today)

    def person_by_reference(self, reference: str) -> Person | None:
        """The person whom a parsed reference (an identity or an e-mail address) names, or None."""
        return self.references.of(self.people).get(reference)

    def named(self, reference: str) -> Person:
        """The person whom a parsed reference names, also where the register does not know them."""
        return self.person_by_reference(reference) or person_from_reference(reference)


class References:
    """The newest people by what they are named by: an identity or an e-mail address."""

    def __init__(self) -> None:
        self._known: tuple[Mapping[PersonId, Person], Mapping[str, Person]] = ({}, {})

    def of(self, people: Mapping[PersonId, Person]) -> Mapping[str, Person]:
        """``people`` by reference: the same object for as long as they are the same object."""
        known, found = self._known
        if known is not people:
            found = _by_reference(people)
            self._known = (people, found)
        return found


def _by_reference(people: Mapping[PersonId, Person]) -> Mapping[str, Person]:
    found: dict[str, Person] = {}
    for person in people.values():
        for reference in person.references:
            found.setdefault(reference, person)
    return found


def in_list_order(channels: Iterable[Channel]) -> tuple[Channel, ...]:
    """``channels`` with the municipality-wide ones first, otherwise in the order given."""
    return tuple(sorted(channels, key=lambda channel: channel.scope is not Scope.MUNICIPALITY))


def _matches(channel: Channel, query: ChannelQuery) -> bool:
    if query.without is not None and _matches(channel, query.without):
        return False
    if query.any_of:
        return any(_matches(channel, one) for one in query.any_of)
    if query.names:
        return channel.id in query.names
    return (
        (not query.platforms or channel.platform in query.platforms)
        and (not query.units or channel.unit.fi in query.units)
        and (query.scope is None or channel.scope is query.scope)
    )
