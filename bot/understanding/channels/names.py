"""Channels by their own names: which of them a text calls so, in whatever case, in whole or by some of the words."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.channels import Channel, ChannelId, Scope, Status
from bot.language.analysis import STOP_WORDS
from bot.language.inflection import basic_forms, is_form_of
from bot.language.lexicon import Kind, Lexicon, words_of

_KEPT = 4_096
_BEGINNING = 3
"""Letters that no inflection changes: by them the words of names are found that a typed one may be a form of."""
_SHORTEST, _TELLING = 3, 4
"""Letters of a word that may be a whole name, and of one that may stand for a longer name."""
_GENERAL = frozenset({Kind.PLATFORM, Kind.NOUN, Kind.TAIL, Kind.MAIN})
_MANY = 50
"""How many names may share a word for it to be looked for alone: more would be no answer."""
_TRADE = "="
"""Begins the key of a trade, by which a name is found in other languages: ``bibliotekets`` is ``Kirjasto``."""

_Word = frozenset[str]
"""A word of a name, as the keys it is known by: itself, and the trades that it tells of."""


@dataclass(frozen=True, slots=True)
class Called:
    """A channel that a text names, by the words at ``places``: by its whole name, or by some words of it; in the words
    of the name, or in others of the same meaning."""

    channel: ChannelId
    places: frozenset[int]
    is_whole: bool
    is_literal: bool = True


class ChannelNames:
    """The names of channels, and the handles that are no ordinary words."""

    def __init__(self, channels: Iterable[Channel], everyday: Lexicon) -> None:
        """``everyday`` has the platforms, the trades and what any channel or unit is called."""
        channels = tuple(channels)
        self._everyday = everyday
        self.municipality = self._names_of_the_municipality(channels)
        self._order = {channel.id: place for place, channel in enumerate(channels)}
        self.of_several_words = tuple(channel.name for channel in channels if " " in channel.name)
        """What channels are called in more than one word, as it is written."""
        self._platforms = {channel.id: channel.platform for channel in channels}
        self._words = {channel.id: tuple(self._keys_of_name(channel)) for channel in channels}
        self._by_key, self._by_beginning = self._index()
        self._handles: dict[str, list[ChannelId]] = {}
        for channel in channels:
            words = words_of(channel.handle) if channel.status is not Status.RETIRED else ()
            if len(words) == 1 and self._is_handle(words[0]):
                self._handles.setdefault(words[0], []).append(channel.id)
        self._typed: dict[str, tuple[tuple[str, bool], ...]] = {}

    def _index(self) -> tuple[Mapping[str, list[ChannelId]], Mapping[str, set[str]]]:
        """The channels by the keys of their names' words, and these words by their beginnings. By a word that very many
        names have are found just the names that have no rarer one."""
        counts = Counter(key for words in self._words.values() for keys in words for key in keys)
        by_key: dict[str, list[ChannelId]] = {}
        by_beginning: dict[str, set[str]] = {}
        for channel, words in self._words.items():
            rarity = {keys: max(counts[key] for key in keys) for keys in words}
            rarest = min(rarity.values(), default=0)
            for keys, count in rarity.items():
                for key in keys:
                    if not key.startswith(_TRADE):
                        by_beginning.setdefault(key[:_BEGINNING], set()).add(key)
                    if count <= max(rarest, _MANY):
                        by_key.setdefault(key, []).append(channel)
        return by_key, by_beginning

    def called(
        self, words: Sequence[str], skip: Collection[int], trades: Mapping[int, Collection[str]]
    ) -> list[Called]:
        """The channels that ``words`` name, none at a place to ``skip``; ``trades`` are those that phrases tell of. Of
        whole names the longest counts: in "Museum shop" nobody means the museum."""
        typed: dict[str, set[int]] = {}
        literal: set[str] = set()
        handles: list[Called] = []
        for place, word in enumerate(words):
            if place in skip:
                continue
            if word in self._handles:
                handles += [Called(id_, frozenset({place}), is_whole=True) for id_ in self._handles[word]]
            for key, is_literal in self._keys_typed(word):
                typed.setdefault(key, set()).add(place)
                if is_literal:
                    literal.add(key)
            for trade in trades.get(place, ()):
                typed.setdefault(_TRADE + trade, set()).add(place)
        named = {id_ for key in typed for id_ in self._by_key.get(key, ())}
        in_order = sorted(named, key=self._order.__getitem__)
        return list(self._longest([*handles, *(self._called(id_, typed, literal) for id_ in in_order)]))

    def _longest(self, called: Sequence[Called]) -> Iterator[Called]:
        """The whole names that no longer one holds, on each platform those in the name's own words first of all; and
        parts of names. What one channel is called says nothing of those elsewhere: the library's Facebook is found in
        every language, also where its Instagram has a name in one of them."""
        whole = [one for one in called if one.is_whole]
        whole = [one for one in whole if not any(one.places < other.places for other in whole)]
        literal = [(self._platforms[one.channel], one.places) for one in whole if one.is_literal]
        for one in whole:
            on = self._platforms[one.channel]
            if one.is_literal or not any(platform == on and places >= one.places for platform, places in literal):
                yield one
        yield from (one for one in called if not one.is_whole)

    def _called(self, channel: ChannelId, typed: Mapping[str, Collection[int]], literal: Collection[str]) -> Called:
        words = [typed.keys() & keys for keys in self._words[channel]]
        said = [keys for keys in words if keys]
        places = frozenset(place for keys in said for key in keys for place in typed[key])
        is_literal = all(not keys.isdisjoint(literal) for keys in said)
        return Called(channel, places, len(said) == len(words), is_literal)

    def _keys_typed(self, word: str) -> tuple[tuple[str, bool], ...]:
        """The words of names that ``word`` is a form of; and, not so literally, those that stand before a word for any
        channel in it (``museofacebook``), and the trades that it means."""
        if word not in self._typed:
            if len(self._typed) >= _KEPT:
                self._typed.clear()
            near = self._by_beginning.get(word[:_BEGINNING], ())
            first = self._everyday.first_part(word)
            meanings = self._everyday.find(word, headed=False) or self._everyday.guess(word)
            self._typed[word] = (
                *((known, True) for known in near if is_form_of(word, known)),
                *((known, False) for known in near if first and is_form_of(first, known)),
                *((_TRADE + one.value, False) for one in meanings if one.kind is Kind.TRADE),
            )
        return self._typed[word]

    def _keys_of_name(self, channel: Channel) -> Iterator[_Word]:
        """The words of its name by which it is told from others: what it is called besides service and municipality."""
        words = words_of(channel.name)
        telling = [
            place for place in self._places_told(words) if self.municipality.isdisjoint(basic_forms(words[place]))
        ]
        if not any(_is_telling(words[place]) for place in telling) and channel.scope is not Scope.MUNICIPALITY:
            telling = list(self._places_told(words))
        if not any(_is_telling(words[place], _SHORTEST) for place in telling):
            return
        trades = self.trades_in(words)
        for place in telling:
            word = words[place]
            yield frozenset(
                {word, self._everyday.first_part(word) or word, *(_TRADE + t for t in trades.get(place, ()))}
            )

    def _places_told(self, words: Sequence[str]) -> Iterator[int]:
        for places, phrase in self._everyday.steps(words):
            first = words[places[0]]
            kinds = {meaning.kind for meaning in phrase or self._everyday.simple(first)}
            if not kinds & (_GENERAL | {Kind.MUNICIPALITY}) and first not in STOP_WORDS:
                yield from places

    def trades_in(self, words: Sequence[str]) -> Mapping[int, frozenset[str]]:
        """The trades that words of a name tell of, by place; each word of a phrase tells of what the phrase does."""
        found: dict[int, frozenset[str]] = {}
        for places, phrase in self._everyday.steps(words):
            meanings = phrase or self._everyday.find(words[places[0]], headed=False)
            trades = frozenset(meaning.value for meaning in meanings if meaning.kind is Kind.TRADE)
            found |= dict.fromkeys(places, trades)
        return found

    def _names_of_the_municipality(self, channels: Iterable[Channel]) -> frozenset[str]:
        """What the municipality is called, by its own channels' names: a word before "municipality", one that comes
        again, or the only one of a name that nobody knows."""
        found: set[str] = set()
        before: set[str] = set()
        for channel in channels:
            if channel.scope is not Scope.MUNICIPALITY:
                continue
            words = words_of(channel.name)
            own = [
                place
                for place, word in enumerate(words)
                if len(word) >= _TELLING and not self._everyday.find(word) and word not in STOP_WORDS
            ]
            names = {words[place] for place in own if self._is_municipality(words[place + 1 : place + 2])}
            found |= names | ({words[own[0]]} if len(own) == 1 else set())
            found |= {words[place] for place in own if words[place] in before}
            before |= {words[place] for place in own}
        return frozenset(form for name in found for form in basic_forms(name))

    def _is_municipality(self, words: Sequence[str]) -> bool:
        return any(meaning.kind is Kind.MUNICIPALITY for word in words for meaning in self._everyday.simple(word))

    def _is_handle(self, word: str) -> bool:
        """Whether a handle may be told by ``word`` alone: not where it is a word that people use anyway."""
        is_ordinary = word in self.municipality or word in self._by_key or self._everyday.knows(word)
        return len(word) >= _TELLING and not is_ordinary


def _is_telling(word: str, letters: int = _TELLING) -> bool:
    return len(word) >= letters or any(letter.isdigit() for letter in word)
