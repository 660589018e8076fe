"""By what words channels, units and platforms are called: the material of a `Vocabulary`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from bot.domain.channels import Channel, ChannelId, Scope, UnitName
from bot.domain.platforms import Platform
from bot.knowledge.content.words import UnitWords
from bot.language.lexicon import Kind, Lexicon, Meaning, words_of

OTHER = "other"
"""The platform that stands for all that have no entry: nobody calls it by its name."""

SHORTEST_NAME = 4
"""Letters that a word of a channel's name has at least to stand for it."""
_EXACT = frozenset({Kind.MAIN, Kind.NEVER, Kind.EXCEPT})
_SMALL_WORDS = frozenset(words_of("and och ja the of for för sekä samt"))


@lru_cache(maxsize=4)
def everyday(platforms: tuple[Platform, ...], words: UnitWords) -> Lexicon:
    """What is known without the register."""
    lexicon = Lexicon()
    for kind, texts in (
        (Kind.MUNICIPALITY, words.municipality),
        (Kind.NOUN, words.channel),
        (Kind.TAIL, words.tails),
        (Kind.MAIN, words.main),
        (Kind.NEVER, words.never),
        (Kind.EXCEPT, words.excepts),
    ):
        for text in texts:
            lexicon.add(text, Meaning(kind), exact=kind in _EXACT)
    for platform in platforms:
        for text in (*platform.nicknames, *([platform.name] if platform.id != OTHER else ())):
            lexicon.add(text, Meaning(Kind.PLATFORM, platform.id))
    for trade in words.trades:
        for text in trade.words:
            lexicon.add(text, Meaning(Kind.TRADE, trade.id))
    return lexicon


def unit_keys(name: UnitName, tails: frozenset[str]) -> tuple[str, ...]:
    """The words of a unit's name that tell it from others, without ``tails``, what every unit is called."""
    keys = [_without_tail(word, tails) for text in name.spellings for word in words_of(text)]
    return tuple(key for key in dict.fromkeys(keys) if key not in tails) or tuple(words_of(name.fi))


def general_words(words: UnitWords) -> frozenset[str]:
    """What says nothing in a unit's name."""
    return frozenset({*_SMALL_WORDS, *words_of(" ".join((*words.tails, *words.municipality)))})


def _without_tail(word: str, tails: frozenset[str]) -> str:
    """``word`` without the longest of ``tails`` that leaves four letters of it."""
    return next((word[:cut] for cut in range(4, len(word)) if word[cut:] in tails), word)


def units_of_trade(everyday: Lexicon, units: Iterable[UnitName], words: UnitWords) -> Mapping[str, tuple[str, ...]]:
    """The units that do each trade; a trade that no unit does stands for itself, so that nothing is found for it."""
    found: dict[str, dict[str, None]] = {trade.id: {} for trade in words.trades}
    tails = general_words(words)
    for unit in units:
        for trade in _trades_in(everyday, unit, tails):
            found[trade][unit.fi] = None
    return {trade.id: tuple(found[trade.id]) or (trade.name,) for trade in words.trades}


def _trades_in(everyday: Lexicon, unit: UnitName, tails: frozenset[str]) -> Iterator[str]:
    """The trades that a unit's name tells of, in any language; a phrase before its words."""
    for spelling in unit.spellings:
        spelled, index = [_without_tail(word, tails) for word in words_of(spelling)], 0
        while index < len(spelled):
            count, phrase = everyday.phrase_at(spelled, index)
            meanings = phrase or everyday.find(spelled[index])
            forms = nominatives(spelled[index]) if not meanings else ()
            meanings = meanings or next((known for form in forms if (known := everyday.find(form))), ())
            yield from (meaning.value for meaning in meanings if meaning.kind is Kind.TRADE)
            index += count


def names_of_the_municipality(lexicon: Lexicon, channels: Iterable[Channel]) -> tuple[str, ...]:
    """What the names of the municipality's own channels hold besides platforms and such: what it is called."""
    words = {w for channel in channels if channel.scope is Scope.MUNICIPALITY for w in name_words(channel.name)}
    return tuple(form for word in sorted(words) if not lexicon.find(word) for form in nominatives(word))


def by_form(named: Iterable[tuple[ChannelId, tuple[str, ...]]]) -> Mapping[str, tuple[ChannelId, ...]]:
    """The channels by each word that they are named with, as it is and in its basic form."""
    found: dict[str, list[ChannelId]] = {}
    for channel_id, words in named:
        for form in {form for word in words for form in nominatives(word)}:
            found.setdefault(form, []).append(channel_id)
    return {form: tuple(ids) for form, ids in found.items()}


def handles(channels: Iterable[Channel]) -> Iterator[tuple[ChannelId, tuple[str, ...]]]:
    """The channels whose handle is one word, each with that word."""
    for channel in channels:
        if len(words := name_words(channel.handle)) == 1:
            yield channel.id, words


@lru_cache(maxsize=8192)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a channel's name, or of a handle, that can stand for it."""
    return tuple(word for word in words_of(name) if len(word) >= SHORTEST_NAME)


def nominatives(word: str) -> Iterator[str]:
    """The word, and what it may be the Finnish or Swedish genitive of (suomussalmen: suomussalmi)."""
    yield word
    if word[-1] in "ns":
        yield word[:-1]
    if word.endswith("en"):
        yield word[:-2] + "i"
