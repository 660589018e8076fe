"""What is known of a text before it is decided what it means: its parts, the channels it names, its signals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.addresses import normalise_url
from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.content.cues import Signals
from bot.language.dates import Written, find_dates
from bot.language.lexicon import words_of
from bot.understanding.parts_of_text import Parts, take_apart
from bot.understanding.vocabulary import Mentions, Vocabulary

WORDS = 200
"""How many words are read of a text."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known of a text; ``facts`` is what the rules go by, ``times`` what it says of time."""

    parts: Parts
    plain: str
    mentions: Mentions
    times: Written
    facts: frozenset[str]


_KEYBOARD = re.compile(r"(?=\w{5,9}$)\w*[bcdfghjklmnpqrstvwxz]{5}")
"""Five consonants in a row in a short word: somebody has leant on the keyboard."""


def hear(text: str, language: Language | None, vocabulary: Vocabulary, today: date) -> Heard:
    """What is known of ``text``; ``language`` is the one it is in, where that is clear."""
    parts = take_apart(text)
    plain = " ".join(parts.words)
    words = _unambiguous(words_of(plain)[:WORDS], language)
    mentions = vocabulary.mentions(words)
    signals = common.cues().find(words)
    if parts.loose and not parts.addresses and (signals.names & {"ours", "fake", "add"} or len(parts.words) == 1):
        parts.addresses.extend(parts.loose)
    facts = signals.names | _facts(parts, words, mentions) | _coverage(words, mentions, signals)
    times = find_dates(plain)
    dates = times.counted(today)
    facts |= {fact for fact, given in (("date", dates.span or dates.unread), ("days", dates.days)) if given}
    return Heard(parts, plain, mentions, times, frozenset(facts | common.intents().groups_in(facts)))


def _unambiguous(words: list[str], language: Language | None) -> list[str]:
    """``words`` without the English "some", which is social media in Finnish, and with May told from what one may."""
    if language is Language.EN:
        words = [word for word in words if word != "some"]
    months = {i for i, word in enumerate(words) if word == "may" and _is_dated(words[max(i - 1, 0) : i + 2])}
    return ["maj" if index in months else word for index, word in enumerate(words)]


def _is_dated(words: Iterable[str]) -> bool:
    return any(
        word.rstrip("stndrh").isdigit() or word in ("in", "until", "till", "from", "of", "next") for word in words
    )


def _facts(parts: Parts, words: Sequence[str], mentions: Mentions) -> set[str]:
    kinds = mentions.kinds
    is_url = any(normalise_url(address) for address in parts.addresses)
    given = {
        "url": is_url,
        "handle": bool(parts.addresses) and not is_url,
        "person": bool(parts.people or parts.leading),
        "question": any("?" in word for word in parts.words),
        "our": any(words[place].endswith("mme") for place in mentions.covered),  # instagram-tilimme
        "brief": len(words) <= 5,
        "specific": "name" in kinds or ("platform" in kinds and bool(kinds & {"unit", "scope"})),
        "word": any(len(word) > 1 and not word.isdigit() and not _KEYBOARD.match(word) for word in words),
    }
    return {*kinds, *(fact for fact, holds in given.items() if holds)}


def _coverage(words: Sequence[str], mentions: Mentions, signals: Signals) -> set[str]:
    """Whether a text consists of nothing but small talk, or nothing but what names a channel."""
    places = set(range(len(words)))
    names = mentions.kinds & {"platform", "unit", "scope", "name"}
    given = {
        "chat_only": places and places <= signals.greeting,
        "chatty": len(signals.greeting) * 2 > len(places),
        "bare": names and places <= mentions.covered | signals.filler | signals.greeting,
    }
    return {fact for fact, holds in given.items() if holds}
