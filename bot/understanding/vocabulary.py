"""What the words of a text say of channels: the platforms, units and channels it names, found by everyday words too."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.channels import Channel, ChannelId, Scope, Status
from bot.domain.platforms import PlatformId, Platforms
from bot.domain.register import ChannelQuery, Register
from bot.knowledge.content.words import UnitWords
from bot.language.lexicon import Kind, Lexicon, Meaning, is_ending, words_of
from bot.understanding import naming
from bot.understanding.pairing import Place, left_out, named_apart

_KEPT = 4_096
_LINKS = frozenset(words_of("of the for on to för till av på åt i from municipality kunta"))
"""What may stand between a platform and the municipality after it: ``instagram of the town``."""

_HAS = frozenset(words_of("kunnalla kaupungilla"))
"""Who has something: on all its channels, not on those of the whole municipality alone."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a text names.

    ``kinds`` are the values of `Kind` that it names, and ``scope`` where the whole municipality's channels are meant;
    ``covered`` are the places of the words that name something.
    """

    query: ChannelQuery = field(default_factory=ChannelQuery)
    kinds: frozenset[str] = frozenset()
    covered: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words for the channels of one state of the register. Building it takes a tenth of a second for a thousand
    channels: keep it for as long as it ``fits``."""

    lexicon: Lexicon
    units_of_trade: Mapping[str, tuple[str, ...]]
    names: Mapping[str, tuple[ChannelId, ...]]
    handles: Mapping[str, tuple[ChannelId, ...]]
    channels: Mapping[ChannelId, Channel]
    units: frozenset[str]
    register: Register
    platforms: Platforms
    page_platforms: frozenset[PlatformId]
    meant: dict[str, tuple[Meaning, ...]] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, register: Register, platforms: Platforms, words: UnitWords) -> Vocabulary:
        """The vocabulary of the register's listed channels, with the platforms' names and everyday words. The units of
        retired channels are known as well: look-up finds those, too."""
        channels = register.listed()
        # Which has the addresses and the people ready for those who ask later.
        register.at_address("https://www.example/", platforms)
        register.person_by_reference("")
        everyday = naming.everyday(tuple(platforms.values()), words)
        lexicon = Lexicon(everyday)
        units = {channel.unit.fi: channel.unit for channel in (*channels, *register.channels.values())}
        tails = naming.general_words(words)
        keys = {unit: naming.unit_keys(name, tails) for unit, name in units.items()}
        for unit, unit_keys in keys.items():
            for form in {form for key in unit_keys for form in naming.nominatives(key)}:
                lexicon.add(form, Meaning(Kind.UNIT, unit))
        for word in naming.names_of_the_municipality(lexicon, channels):
            lexicon.add(word, Meaning(Kind.MUNICIPALITY))
        return cls(
            lexicon=lexicon,
            names=naming.by_form((channel.id, naming.name_words(channel.name)) for channel in channels),
            handles=naming.by_form(naming.handles(channels)),
            units_of_trade=naming.units_of_trade(everyday, units.values(), words),
            channels={channel.id: channel for channel in channels},
            units=frozenset(channel.unit.fi for channel in channels),
            register=register,
            platforms=platforms,
            page_platforms=frozenset(p.id for p in platforms.values() if set(p.nicknames) & set(words.channel)),
        )

    def fits(self, register: Register) -> bool:
        """Whether the channels of ``register`` are called as those are that this was built of."""
        before, after = self.register.channels, register.channels
        return before is after or (
            len(before) == len(after)
            and all(
                one is other or _called(one) == _called(other)
                for one, other in zip(before.values(), after.values(), strict=True)
            )
        )

    def of_later(self, register: Register) -> Vocabulary:
        """The same vocabulary for ``register``, which it has to fit."""
        if register is self.register:
            return self
        return replace(self, register=register, channels={channel.id: channel for channel in register.listed()})

    def channels_at(self, address: str, on: Collection[PlatformId] = ()) -> tuple[ChannelId, ...]:
        """The listed channels with this URL or handle; ``on`` are the platforms that a handle was said to be on."""
        at_address = self.register.at_address(address, self.platforms, on)
        return tuple(channel.id for channel in at_address if channel.id in self.channels)

    def mentions(self, words: Sequence[str]) -> Mentions:
        """What ``words`` (by `words_of`) name."""
        found, covered = self._found(words)
        meant, out = left_out(found)
        parts = named_apart(words, meant)
        query = self._query(words, meant)
        if parts:
            apart = tuple(dict.fromkeys(self._query(words, part) for part in parts))
            query = replace(_in_all(apart), any_of=apart)
        if out and not (without := self._query(words, out)).is_empty:
            query = replace(query, without=without)
        return Mentions(query, _kinds(query) | {meaning.kind for _, meaning in found}, frozenset(covered))

    def _query(self, words: Sequence[str], found: Sequence[Place]) -> ChannelQuery:
        """The channels meant by what was ``found``, all of it together."""
        units = self._units(found)
        platforms = self._platforms(found, units)
        names, units = self._names(found, platforms, units)
        if names:
            return ChannelQuery(names=names)
        if not self._are_known(units) and _means_the_municipality(words, found):
            return ChannelQuery(platforms, scope=Scope.MUNICIPALITY)
        return ChannelQuery(platforms, units)

    def _found(self, words: Sequence[str]) -> tuple[list[Place], set[int]]:
        found: list[Place] = []
        covered: set[int] = set()
        index = 0
        while index < len(words):
            # A phrase goes before its first word, be that somebody's handle: "social media" is none of ours.
            count, phrase = self.lexicon.phrase_at(words, index)
            meanings = phrase or self._meant(words[index])
            if meanings and meanings[0].kind is not Kind.NEVER and not _is_times(words, index):
                found += [(index, meaning) for meaning in meanings]
                covered |= set(range(index, index + count))
            index += count
        return found, covered

    def _meant(self, word: str) -> tuple[Meaning, ...]:
        """What a word means; the same words come again and again."""
        if word not in self.meant:
            if len(self.meant) >= _KEPT:
                self.meant.clear()
            self.meant[word] = self._handle(word) or self.lexicon.find(word) or self._named(word)
        return self.meant[word]

    def _handle(self, word: str) -> tuple[Meaning, ...]:
        """The channels with this very handle, unless it is an ordinary word as well."""
        if word not in self.handles or self.lexicon.knows(word):
            return ()
        return tuple(Meaning(Kind.NAME, id_) for id_ in self.handles[word])

    def _named(self, word: str) -> tuple[Meaning, ...]:
        """The channels that are called so, else what the word was meant to be."""
        for cut in range(len(word), naming.SHORTEST_NAME - 1, -1):
            if (ids := self.names.get(word[:cut])) and is_ending(word[cut:]):
                return tuple(Meaning(Kind.NAME, id_) for id_ in ids)
        return self.lexicon.guess(word)

    def _platforms(self, found: Sequence[Place], units: tuple[str, ...]) -> tuple[PlatformId, ...]:
        """In the order named. ``sivut`` is any page beside a platform or unit, else the website: ``kunnan sivut``."""
        named = [(index, meaning.value) for index, meaning in found if meaning.kind is Kind.PLATFORM]
        pages = {index for index, meaning in found if meaning.kind is Kind.NOUN}
        sure = [platform for index, platform in named if not (index in pages and platform in self.page_platforms)]
        return tuple(dict.fromkeys(sure or ([] if units else [platform for _, platform in named])))

    def _units(self, found: Sequence[Place]) -> tuple[str, ...]:
        """Units called by their own words, and those of a trade; of several, those that most words fit."""
        direct: dict[int, list[str]] = {}
        for index, meaning in found:
            if meaning.kind is Kind.UNIT:
                direct.setdefault(index, []).append(meaning.value)
        votes: dict[str, int] = {}
        for units in direct.values():
            for unit in units:
                votes[unit] = votes.get(unit, 0) + 1
        chosen: list[str] = []
        for units in direct.values():
            most = max(votes[unit] for unit in units)
            chosen += [unit for unit in units if votes[unit] == most]
        for index, meaning in found:
            if meaning.kind is Kind.TRADE and index not in direct:
                units_of = self.units_of_trade[meaning.value]
                chosen += [unit for unit in units_of if unit in chosen] or units_of
        return tuple(dict.fromkeys(chosen))

    def _names(
        self, found: Sequence[Place], platforms: tuple[PlatformId, ...], units: tuple[str, ...]
    ) -> tuple[tuple[ChannelId, ...], tuple[str, ...]]:
        """Channels called by their own names, else the units: those of the named where they are on other platforms."""
        named = [self.channels[id_] for id_ in dict.fromkeys(m.value for _, m in found if m.kind is Kind.NAME)]
        if self._are_known(units):
            named = [channel for channel in named if channel.unit.fi in units]
        names = tuple(channel.id for channel in named if not platforms or channel.platform in platforms)
        return names, units or (() if names else tuple(dict.fromkeys(channel.unit.fi for channel in named)))

    def _are_known(self, units: Collection[str]) -> bool:
        return not self.units.isdisjoint(units)


def _called(channel: Channel) -> tuple[object, ...]:
    """All of a channel that a vocabulary is built of."""
    is_listed = channel.status is not Status.RETIRED
    names = channel.name, channel.handle, channel.url, channel.unit
    return channel.id, channel.platform, channel.scope, is_listed, names


def _in_all(apart: Sequence[ChannelQuery]) -> ChannelQuery:
    """The platforms, units and channels that are named in any of ``apart``, in the order named."""
    return ChannelQuery(
        platforms=tuple(dict.fromkeys(platform for query in apart for platform in query.platforms)),
        units=tuple(dict.fromkeys(unit for query in apart for unit in query.units)),
        names=tuple(dict.fromkeys(name for query in apart for name in query.names)),
    )


def _kinds(query: ChannelQuery) -> frozenset[str]:
    """What ``query`` has, in the words of the rules."""
    given = {"platform": query.platforms, "unit": query.units, "name": query.names, "scope": query.scope}
    every = {kind for kind, value in given.items() if value}
    return frozenset(every).union(*(_kinds(one) for one in query.any_of))


def _is_times(words: Sequence[str], index: int) -> bool:
    """Whether the ``x`` at ``index`` is a sign of multiplication: ``3 x viikossa``."""
    return words[index] == "x" and any(word.isdigit() for word in words[max(0, index - 1) : index + 2])


def _means_the_municipality(words: Sequence[str], found: Sequence[Place]) -> bool:
    """Whether a word for the municipality qualifies a channel: ``kunnan uusi instagram``, ``instagram of the town``."""
    platforms = {index for index, meaning in found if meaning.kind is Kind.PLATFORM}
    channels = platforms | {index for index, meaning in found if meaning.kind is Kind.NOUN}
    for index, meaning in found:
        if meaning.kind is Kind.MAIN and any(index <= place <= index + 2 for place in channels):
            return True
        if (
            meaning.kind is Kind.MUNICIPALITY
            and words[index] not in _HAS
            and _is_beside(words, index, platforms, channels)
        ):
            return True
    return False


def _is_beside(words: Sequence[str], index: int, platforms: set[int], channels: set[int]) -> bool:
    if any(index <= place <= index + 3 for place in platforms):
        return True
    before = index - 1
    while before > max(0, index - 4) and (words[before] in _LINKS or before in channels - platforms):
        before -= 1
    return before in platforms
