"""What the words of a text say of channels: the platforms, units and channels it names, found by everyday words too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter

from bot.domain.accounts.platforms import PlatformId, Platforms
from bot.domain.channels import Channel, ChannelId, Scope, Status
from bot.domain.register import ChannelQuery, Register, in_list_order
from bot.knowledge.content.wording.words import UnitWords
from bot.language.inflection import basic_forms
from bot.language.lexicon import Kind, Lexicon, Meaning, words_of
from bot.understanding.channels import naming
from bot.understanding.channels.names import ChannelNames
from bot.understanding.channels.pairing import Place, in_all, left_out, means_the_municipality, named_apart

_KEPT = 4_096
_TELLING = 4
"""Letters of a word that may stand for the name it is a part of."""
_ORDINARY = frozenset({Kind.UNIT, Kind.TRADE})
_NAMES = frozenset({Kind.NAME, Kind.NEAR})
_TOLD_BY_NAMES = _NAMES | {Kind.FORMER}
_WHOSE = _ORDINARY | _NAMES


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
    trades: Mapping[str, str]
    names: ChannelNames
    channels: Mapping[ChannelId, Channel]
    units: frozenset[str]
    register: Register
    platforms: Platforms
    page_platforms: frozenset[PlatformId]
    titles: tuple[str, ...] = ()
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
            for form in {form for key in unit_keys for form in basic_forms(key)}:
                lexicon.add(form, Meaning(Kind.UNIT, unit))
        names = ChannelNames(in_list_order(register.channels.values()), everyday)
        for word in sorted(names.municipality):
            if not lexicon.find(word):
                lexicon.add(word, Meaning(Kind.MUNICIPALITY))
        return cls(
            lexicon=lexicon,
            names=names,
            units_of_trade=naming.units_of_trade(everyday, units.values(), words),
            trades={trade.id: trade.name for trade in words.trades},
            channels={channel.id: channel for channel in channels},
            units=frozenset(channel.unit.fi for channel in channels),
            register=register,
            platforms=platforms,
            titles=tuple(word for text in words.titles for word in words_of(text)),
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
            query = replace(in_all(apart), any_of=apart)
        if out and not (without := self._query(words, out)).is_empty:
            query = replace(query, without=without)
        return Mentions(query, _kinds(query, found), frozenset(covered))

    def _query(self, words: Sequence[str], found: Sequence[Place]) -> ChannelQuery:
        """The channels meant by what was ``found``, all of it together: those called by their own names, else those of
        the units that are named, else those whose names or units are only near, which is said."""
        named, of_names = self._named(words, found)
        platforms = self._platforms(found, whose=any(meaning.kind in _WHOSE for _, meaning in found))
        units, asked = self._units(found), self._units([place for place in found if place[0] not in of_names])
        there = [channel for channel in named if not platforms or channel.platform in platforms]
        if self._are_known(asked):
            there = [channel for channel in there if channel.unit.fi in asked]
        elif there and not platforms and any(self.lexicon.simple(words[place]) for place in of_names):
            # "The library's channels" are all of them, whatever they are called.
            there += [one for one in self.channels.values() if one.unit.fi in units and one not in there]
        if there:
            units = units or tuple(dict.fromkeys(channel.unit.fi for channel in there))
            return ChannelQuery(platforms, units, names=tuple(channel.id for channel in there))
        if units and (self._are_known(units) or not means_the_municipality(words, found)):
            return ChannelQuery(platforms, units)
        return self._near(words, found, platforms, named)

    def _named(self, words: Sequence[str], found: Sequence[Place]) -> tuple[list[Channel], set[int]]:
        """The channels that are called by their whole names, else those with most of the words that nothing else is
        called by; and the places of these names."""
        places = {index for index, meaning in found if meaning.kind is Kind.NAME}
        if not places:
            known = {index for index, meaning in found if meaning.kind in _ORDINARY}
            parts: dict[ChannelId, set[int]] = {}
            for index, meaning in found:
                if meaning.kind is Kind.NEAR and index not in known and len(words[index]) >= _TELLING:
                    parts.setdefault(meaning.value, set()).add(index)
            most = max(map(len, parts.values()), default=0)
            parts = {channel: indices for channel, indices in parts.items() if len(indices) == most}
            return [self._channel(channel) for channel in parts], set().union(*parts.values())
        ids = dict.fromkeys(meaning.value for _, meaning in found if meaning.kind is Kind.NAME)
        return [self._channel(id_) for id_ in ids], places

    def _near(
        self, words: Sequence[str], found: Sequence[Place], platforms: tuple[PlatformId, ...], named: Sequence[Channel]
    ) -> ChannelQuery:
        """What comes near where neither a channel nor a unit is called so: retired channels that are, else channels
        with the word in a longer name, else those of the same trade, or of the unit whose other channels are called
        so."""
        former = [self._channel(meaning.value) for _, meaning in found if meaning.kind is Kind.FORMER]
        if retired := [channel for channel in former if channel.platform in platforms]:
            units = dict.fromkeys(channel.unit.fi for channel in retired)
            return ChannelQuery(platforms, tuple(units), names=tuple(dict.fromkeys(channel.id for channel in retired)))
        longer = [self._channel(meaning.value) for _, meaning in found if meaning.kind is Kind.NEAR]
        there = [channel for channel in longer if not platforms or channel.platform in platforms]
        if there:
            return ChannelQuery(platforms, names=tuple(dict.fromkeys(channel.id for channel in there)))
        trades = {naming.whole_trade(meaning.value) for _, meaning in found if meaning.kind is Kind.TRADE}
        units = dict.fromkeys(unit for trade in sorted(trades) for unit in self.units_of_trade.get(trade, ()))
        units |= dict.fromkeys(channel.unit.fi for channel in (*named, *longer))
        if not self._are_known(units) and means_the_municipality(words, found):
            return ChannelQuery(platforms, scope=Scope.MUNICIPALITY)
        if not units:
            return ChannelQuery(platforms, tuple(self.trades[trade] for trade in sorted(trades)))
        starts = {index for index, meaning in found if meaning.kind in _WHOSE | {Kind.PLATFORM}}
        # A word within a phrase may be one of another name's as well: each word is said once.
        said = {place for start in starts for place in range(start, start + self.lexicon.phrase_at(words, start)[0])}
        return ChannelQuery(platforms, tuple(units), sought=" ".join(words[place] for place in sorted(said)))

    def _found(self, words: Sequence[str]) -> tuple[list[Place], set[int]]:
        found: list[Place] = []
        covered: set[int] = set()
        general: set[int] = set()
        trades: dict[int, tuple[str, ...]] = {}
        # A phrase goes before its first word, be that somebody's handle: "social media" is none of ours.
        for places, phrase in self.lexicon.steps(words):
            index = places[0]
            meanings = phrase or self._meant(words[index])
            if meanings and meanings[0].kind is not Kind.NEVER and not _is_times(words, index):
                found += [(index, meaning) for meaning in meanings]
                covered.update(places)
            if phrase and all(meaning.kind not in _WHOSE for meaning in phrase):
                general.update(places)
            elif phrase:
                of_phrase = tuple(meaning.value for meaning in phrase if meaning.kind is Kind.TRADE)
                trades |= dict.fromkeys(places, of_phrase)
        names = [*self._called(words, general, trades)]
        covered.update(index for index, meaning in names if _covers(meaning, words[index]))
        return sorted([*found, *names], key=itemgetter(0)), covered

    def _meant(self, word: str) -> tuple[Meaning, ...]:
        """What a word means, or was meant to be; the same words come again and again."""
        if word not in self.meant:
            if len(self.meant) >= _KEPT:
                self.meant.clear()
            self.meant[word] = self.lexicon.find(word) or self.lexicon.guess(word)
        return self.meant[word]

    def _called(
        self, words: Sequence[str], general: Collection[int], trades: Mapping[int, Collection[str]]
    ) -> Iterator[Place]:
        """Where channels are named by their whole names, and where by a part of one; retired ones, where no other is
        called so. Where another one is, they are former ones: it may be on another platform than is meant."""
        called = self.names.called(words, general, trades)
        whole = [one for one in called if one.is_whole]
        former = [one for one in whole if one.channel not in self.channels]
        parts = [one for one in called if not one.is_whole and one.is_literal]
        whole, parts = (
            [one for one in names if one.channel in self.channels] or [one for one in names if one.is_literal]
            for names in (whole, parts)
        )
        for kind, names in ((Kind.NAME, whole), (Kind.NEAR, parts), (Kind.FORMER, former)):
            yield from ((place, Meaning(kind, one.channel)) for one in names for place in sorted(one.places))

    def _platforms(self, found: Sequence[Place], *, whose: bool) -> tuple[PlatformId, ...]:
        """In the order named. ``sivut`` is any page beside a platform or unit, else the website: ``kunnan sivut``."""
        named = [(index, meaning.value) for index, meaning in found if meaning.kind is Kind.PLATFORM]
        pages = {index for index, meaning in found if meaning.kind is Kind.NOUN}
        sure = [platform for index, platform in named if not (index in pages and platform in self.page_platforms)]
        return tuple(dict.fromkeys(sure or ([] if whose else [platform for _, platform in named])))

    def _units(self, found: Sequence[Place]) -> tuple[str, ...]:
        """Units called by their own words, those that most words fit, and those that do just what is named."""
        direct: dict[int, list[str]] = {}
        for index, meaning in found:
            if meaning.kind is Kind.UNIT:
                direct.setdefault(index, []).append(meaning.value)
        votes = Counter(unit for units in direct.values() for unit in units)
        chosen: list[str] = []
        for units in direct.values():
            most = max(votes[unit] for unit in units)
            chosen += [unit for unit in units if votes[unit] == most]
        for index, meaning in found:
            if meaning.kind is Kind.TRADE and index not in direct:
                units_of = self.units_of_trade.get(meaning.value, ())
                chosen += [unit for unit in units_of if unit in chosen] or units_of
        return tuple(dict.fromkeys(chosen))

    def _channel(self, channel_id: ChannelId) -> Channel:
        return self.channels.get(channel_id) or self.register.channels[channel_id]

    def _are_known(self, units: Collection[str]) -> bool:
        return not self.units.isdisjoint(units)


def _called(channel: Channel) -> tuple[object, ...]:
    """All of a channel that a vocabulary is built of."""
    is_listed = channel.status is not Status.RETIRED
    names = channel.name, channel.handle, channel.url, channel.unit
    return channel.id, channel.platform, channel.scope, is_listed, names


def _kinds(query: ChannelQuery, found: Sequence[Place]) -> frozenset[str]:
    """What ``query`` has, in the words of the rules, and what was ``found``. A name that is nothing but what units are
    called as well is no more certain than a unit."""
    queries = (query, *query.any_of)
    given = {
        "platform": any(one.platforms for one in queries),
        "unit": any(one.units or one.names for one in queries),
        "scope": any(one.scope for one in queries),
    }
    ordinary = {index for index, meaning in found if meaning.kind in _ORDINARY}
    kinds = {m.kind.value for _, m in found if m.kind not in _TOLD_BY_NAMES}
    if query.names and any(meaning.kind in _NAMES and index not in ordinary for index, meaning in found):
        kinds.add(Kind.NAME)
        kinds |= {Kind.NEAR} if all(meaning.kind is not Kind.NAME for _, meaning in found) else set()
    return frozenset({kind for kind, holds in given.items() if holds} | kinds)


def _covers(meaning: Meaning, word: str) -> bool:
    """Whether a word at which a channel is called so is said of it."""
    return meaning.kind is Kind.NAME or (meaning.kind is Kind.NEAR and len(word) >= _TELLING)


def _is_times(words: Sequence[str], index: int) -> bool:
    """Whether the ``x`` at ``index`` is a sign of multiplication: ``3 x viikossa``."""
    return words[index] == "x" and any(word.isdigit() for word in words[max(0, index - 1) : index + 2])
