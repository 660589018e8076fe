"""What is known of a text before it is decided what it means: its parts, the channels it names, its signals."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from bot.domain.accounts.addresses import normalise_url
from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.content.wording.cues import Signals
from bot.language.analysis import STOP_WORDS
from bot.language.days.dates import Written, find_dates
from bot.language.lexicon import words_of
from bot.language.spoken_swedish import written
from bot.understanding.channels.vocabulary import Mentions, Vocabulary
from bot.understanding.parts_of_text import Parts, take_apart
from bot.understanding.places import find_part
from bot.understanding.said.intervals import interval_said
from bot.understanding.said.record_numbers import record_number
from bot.understanding.said.renaming import renamed

_NAMING = 4
"""Letters that a word has at least by which a channel may be called."""

_CALLED = frozenset({"platform", "unit", "scope", "name"})
"""How a channel is named."""

WORDS = 200
"""How many words are read of a text."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known of a text; ``facts`` is what the rules go by, ``times`` what it says of time, ``part`` the number
    of a part of the guideline, ``unheard`` the words of which nothing is known, ``written`` the text as it would be
    written in books, ``new_name`` what a channel is to be called from now on."""

    parts: Parts
    plain: str
    mentions: Mentions
    times: Written
    part: str
    facts: frozenset[str]
    unheard: frozenset[str] = frozenset()
    written: str = ""
    new_name: str = ""


_KEYBOARD = re.compile(r"(?=\w{5,9}$)\w*[bcdfghjklmnpqrstvwxz]{5}")
"""Five consonants in a row in a short word: somebody has leant on the keyboard."""


@lru_cache(16)
def cues_in(text: str) -> frozenset[str]:
    """The names of the cues that ``text`` has."""
    return frozenset(common.cues().find(words_of(text)).names)


def hear(text: str, language: Language | None, vocabulary: Vocabulary, today: date) -> Heard:
    """What is known of ``text``; ``language`` is the one it is in, where that is clear. The new name that it gives to a
    channel is none of its words: it may sound like another one's."""
    rest, new_name = renamed(text)
    if new_name:
        heard = _heard(rest, language, vocabulary, today)
        if heard.mentions.kinds & _CALLED:
            return replace(heard, facts=heard.facts | {"renamed"}, new_name=new_name)
    return _heard(text, language, vocabulary, today)


def _heard(text: str, language: Language | None, vocabulary: Vocabulary, today: date) -> Heard:
    parts = take_apart(text)
    plain = " ".join(parts.words)
    words = _unambiguous(words_of(plain)[:WORDS], language)
    mentions, signals = vocabulary.mentions(words), common.cues().find(words)
    if sought := mentions.query.sought or _unknown(words, mentions):
        mentions = replace(mentions, query=replace(mentions.query, sought=_as_typed(sought, plain)))
    if parts.loose and not parts.addresses and (signals.names & {"ours", "fake", "add"} or len(parts.words) == 1):
        parts.addresses.extend(parts.loose)
    unheard = frozenset(_unheard(words, mentions, vocabulary))
    times, part = find_dates(plain), find_part(plain)
    dates = times.counted(today)
    given = _given(parts, words, mentions, signals)
    given |= {"called": len(unheard) == 1, "role": any(word.endswith(vocabulary.titles) for word in words)}
    given |= {"date": dates.span or dates.unread, "days": dates.days, "record_number": record_number(plain)}
    given |= {"regular": interval_said(plain)}
    facts = {*signals.names, *mentions.kinds, *(fact for fact, holds in given.items() if holds)}
    facts |= part.facts if part else set()
    groups = common.intents().groups_in(facts)
    number, in_books = part.number if part else "", " ".join(words) if language is Language.SV else plain
    return Heard(parts, plain, mentions, times, number, frozenset(facts | groups), unheard, in_books)


def _unknown(words: Sequence[str], mentions: Mentions) -> str:
    """A word by which no channel is called, and whose one is meant: of somebody's before a service (``the fountain's
    Instagram``), or right after a part of another one's name (``Koivu-lehti``); empty where there is none."""
    kinds, covered = mentions.kinds, mentions.covered
    if "platform" in kinds and not kinds & {"unit", "scope", "name"}:
        for place in sorted(covered):
            before = place - 1 - (place > 1 and words[place - 1] == "s")
            is_genitive = before >= 0 and (before < place - 1 or words[before][-1] in "ns")
            if (
                is_genitive
                and before not in covered
                and _is_name(words[before])
                and not find_dates(words[before]).found
            ):
                return words[before]
    if "near" in kinds:
        for place in sorted(covered):
            after = words[place + 1 : place + 2]
            if after and place + 1 not in covered and words[place][-1] not in "ns" and _is_name(after[0]):
                return f"{words[place]} {after[0]}"
    return ""


def _unheard(words: Sequence[str], mentions: Mentions, vocabulary: Vocabulary) -> Iterator[str]:
    """The words that are not known, unless as compounds of words for any channel: an account may be called so."""
    may_be_compound = "platform" not in mentions.kinds
    for place, word in enumerate(words):
        is_named = place in mentions.covered and not (may_be_compound and not vocabulary.lexicon.simple(word))
        if not is_named and _is_unheard(word):
            yield word


def _is_unheard(word: str) -> bool:
    """Whether ``word`` is neither of grammar nor one that a cue speaks of."""
    return len(word) > 1 and not word.isdigit() and word not in STOP_WORDS and not common.cues().begins(word)


def _is_name(word: str) -> bool:
    """Whether something may be called by ``word``: no cue speaks of it."""
    return len(word) >= _NAMING and _is_unheard(word)


def _as_typed(sought: str, plain: str) -> str:
    """The words of ``sought`` as they stand in ``plain``."""
    typed = {words[0]: match[0] for match in re.finditer(r"[^\W_]+", plain) if (words := words_of(match[0]))}
    return " ".join(typed.get(word.rstrip(","), word) for word in sought.split() if word != "s")  # library's


def _unambiguous(words: list[str], language: Language | None) -> list[str]:
    """``words`` without the English "some", which is social media in Finnish, with May told from what one may, and
    with spoken Swedish as it is written."""
    if language is Language.SV:
        words = written(words)
    if language is Language.EN:
        words = [word for word in words if word != "some"]
    months = {i for i, word in enumerate(words) if word == "may" and _is_dated(words[max(i - 1, 0) : i + 2])}
    return ["maj" if index in months else word for index, word in enumerate(words)]


def _is_dated(words: Iterable[str]) -> bool:
    return any(
        word.rstrip("stndrh").isdigit() or word in ("in", "until", "till", "from", "of", "next") for word in words
    )


def _given(parts: Parts, words: Sequence[str], mentions: Mentions, signals: Signals) -> dict[str, object]:
    """Whether each fact holds, as the truth of its value."""
    kinds, places = mentions.kinds, set(range(len(words)))
    names = kinds & _CALLED
    is_url = any(normalise_url(address) for address in parts.addresses)
    return {
        "url": is_url,
        "handle": bool(parts.addresses) and not is_url,
        "person": bool(parts.people or parts.leading),
        "begins": parts.begins,
        "question": any("?" in word for word in parts.words),
        "our": any(words[place].endswith("mme") for place in mentions.covered),  # instagram-tilimme
        "brief": len(words) <= 5,
        "specific": "name" in kinds or ("platform" in kinds and bool(kinds & {"unit", "scope"})),
        "word": any(len(word) > 1 and not word.isdigit() and not _KEYBOARD.match(word) for word in words),
        # Nothing but small talk, or nothing but what names a channel:
        "chat_only": places and places <= signals.greeting,
        "chatty": len(signals.greeting) * 2 > len(places),
        "bare": names and places <= mentions.covered | signals.filler | signals.greeting,
    }
