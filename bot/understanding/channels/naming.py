"""By what words platforms and units are called, whatever a channel's own name is: material of a `Vocabulary`."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from bot.domain.accounts.platforms import Platform
from bot.domain.channels import UnitName
from bot.knowledge.content.wording.words import UnitWords
from bot.language.inflection import basic_forms
from bot.language.lexicon import Kind, Lexicon, Meaning, words_of

OTHER = "other"
"""The platform that stands for all that have no entry: nobody calls it by its name."""

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
        for meant, texts in trade.meanings:
            for text in texts:
                lexicon.add(text, Meaning(Kind.TRADE, meant))
    return lexicon


def whole_trade(meant: str) -> str:
    """The trade that ``meant``, a trade or a part of one, belongs to."""
    return meant.partition("/")[0]


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
    """The units that do each trade, and each part of one: a trade's own are those of its parts as well."""
    found: dict[str, dict[str, None]] = {}
    tails = general_words(words)
    for unit in units:
        for meant in _trades_in(everyday, unit, tails):
            for trade in (meant, whole_trade(meant)):
                found.setdefault(trade, {})[unit.fi] = None
    return {trade: tuple(doing) for trade, doing in found.items()}


def _trades_in(everyday: Lexicon, unit: UnitName, tails: frozenset[str]) -> Iterator[str]:
    """The trades that a unit's name tells of, in any language; a phrase before its words."""
    for spelling in unit.spellings:
        spelled = [_without_tail(word, tails) for word in words_of(spelling)]
        for places, phrase in everyday.steps(spelled):
            forms = (spelled[places[0]], *basic_forms(spelled[places[0]]))
            meanings = phrase or next((known for form in forms if (known := everyday.find(form))), ())
            yield from (meaning.value for meaning in meanings if meaning.kind is Kind.TRADE)
