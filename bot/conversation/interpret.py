"""From what somebody typed to what they want. Pure: no clock, no register, no surface."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from bot.conversation.commands import Command, Intent, parse_command
from bot.conversation.dates import Dates, Prefer, Span, read_dates
from bot.conversation.parts_of_text import Parts, take_apart
from bot.conversation.rules import GROUPS, RULES
from bot.conversation.signals import find_signals
from bot.conversation.vocabulary import Mentions, Vocabulary
from bot.domain.addresses import normalise_url
from bot.domain.language import Language, detect
from bot.domain.register import ChannelQuery
from bot.knowledge.lexicon import words_of

LIMIT, WORDS = 1_000, 200
"""So many characters, and words, are read of a text."""

_PLACE = ("platform", "unit")
_ARGS: Mapping[Intent, tuple[str, ...]] = {
    Intent.OWNER: _PLACE,
    Intent.CHANNELS: _PLACE,
    Intent.VERIFY: ("url", "handle"),
    Intent.PROPOSE: _PLACE,
    Intent.UPDATED: (*_PLACE, "when"),
    Intent.SNOOZE: (*_PLACE, "days"),
    Intent.AWAY: ("from", "to", "days", "cover"),
    Intent.HANDOVER: (*_PLACE, "to"),
    Intent.REGISTER: (*_PLACE, "url", "handle"),
    Intent.EDIT: (*_PLACE, "url", "handle"),
    Intent.RETIRE: _PLACE,
    Intent.PAUSE: (*_PLACE, "from", "to", "days"),
    Intent.HISTORY: _PLACE,
}
"""What each intent takes from a text; of a handover, ``to`` is a person."""
_WITHOUT_CHANNEL = frozenset({Intent.ASK, Intent.ME, Intent.HELP, Intent.SMALLTALK, Intent.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text was read.

    ``address`` is the first URL or handle as it was typed, ``people`` are references as `parse_reference` gives them,
    ``when`` is the day of an update as the person would put it, ``rest`` is what the text says besides the command,
    addresses and people. ``language`` is None where the text does not tell.
    """

    intent: Intent
    query: ChannelQuery = field(default_factory=ChannelQuery)
    language: Language | None = None
    address: str = ""
    people: tuple[str, ...] = ()
    dates: Span | None = None
    days: int | None = None
    when: str = ""
    rest: str = ""

    @property
    def args(self) -> Mapping[str, str | int]:
        """What was said besides the intent, ready for JSON: what the intent takes, where the text has it."""
        person = next(iter(self.people), "")
        is_url = normalise_url(self.address) is not None
        given: Mapping[str, str | int | None] = {
            "platform": next(iter(self.query.platforms), ""),
            "unit": next(iter(self.query.units), ""),
            "url": self.address if is_url else "",
            "handle": "" if is_url else self.address.removeprefix("@"),
            "when": self.when,
            "from": self.dates.start.isoformat() if self.dates else "",
            "to": person if self.intent is Intent.HANDOVER else self.dates.end.isoformat() if self.dates else "",
            "days": self.days,
            "cover": person,
        }
        return {key: value for key in _ARGS.get(self.intent, ()) if (value := given[key])}


def interpret(text: str, vocabulary: Vocabulary, today: date) -> Reading:
    """What ``text`` wants. Of a long text the first `LIMIT` characters are read; any text has a reading."""
    text = _cut(text)
    command, language = parse_command(text), detect(text)
    of_reply = language or (command[1] if command else None)
    if command is not None:
        rest = _hear(command[2], language, vocabulary, today)
        if _is_command(command[0], rest):
            return _reading(command[0].intent, rest, of_reply, vocabulary, today)
    heard = _hear(text, language, vocabulary, today)
    return _reading(_intent(heard.facts), heard, of_reply, vocabulary, today)


def _cut(text: str) -> str:
    """The beginning of ``text`` that is read; a sign that stands for many letters (a ligature) counts as these."""
    text = text[:LIMIT]
    spelled = unicodedata.normalize("NFKC", text)
    return text if len(spelled) <= LIMIT else spelled[:LIMIT]


# Taking a text apart. ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Heard:
    """What is known of a text; ``facts`` is what the rules go by."""

    parts: Parts
    plain: str
    mentions: Mentions
    facts: frozenset[str]


_KEYBOARD = re.compile(r"(?=\w{5,9}$)\w*[bcdfghjklmnpqrstvwxz]{5}")
"""Five consonants in a row in a short word: somebody has leant on the keyboard."""


def _hear(text: str, language: Language | None, vocabulary: Vocabulary, today: date) -> _Heard:
    parts = take_apart(text)
    plain = " ".join(parts.words)
    words = _unambiguous(words_of(plain)[:WORDS], language)
    mentions = vocabulary.mentions(words)
    signals, chatted, filled = find_signals(words)
    if parts.loose and not parts.addresses and (signals & {"ours", "fake", "add"} or len(parts.words) == 1):
        parts.addresses.extend(parts.loose)
    facts = signals | _facts(parts, words, mentions) | _coverage(words, mentions, chatted, filled)
    dates = read_dates(plain, today)
    facts |= {fact for fact, given in (("date", dates.span), ("days", dates.days)) if given}
    groups = {group for group, members in GROUPS.items() if facts & set(members.split())}
    return _Heard(parts, plain, mentions, frozenset(facts | groups))


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
    kinds = {"noun" if kind == "channel" else kind for kind in mentions.kinds}
    is_url = any(normalise_url(address) for address in parts.addresses)
    given = {
        "url": is_url,
        "handle": bool(parts.addresses) and not is_url,
        "person": bool(parts.people or parts.leading),
        "question": any("?" in word for word in parts.words),
        "brief": len(words) <= 5,
        "specific": "name" in kinds or ("platform" in kinds and bool(kinds & {"unit", "scope"})),
        "word": any(len(word) > 1 and not word.isdigit() and not _KEYBOARD.match(word) for word in words),
    }
    return kinds | {fact for fact, holds in given.items() if holds}


def _coverage(words: Sequence[str], mentions: Mentions, chatted: set[int], filled: set[int]) -> set[str]:
    """Whether a text consists of nothing but small talk, or nothing but what names a channel."""
    places = set(range(len(words)))
    names = mentions.kinds & {"platform", "unit", "scope", "name"}
    given = {
        "chat_only": places and places <= chatted,
        "chatty": len(chatted) * 2 > len(places),
        "bare": names and places <= mentions.covered | filled | chatted,
    }
    return {fact for fact, holds in given.items() if holds}


# What it means. ------------------------------------------------------------------------------------------------------


_NOT_IN_COMMANDS = frozenset(
    {"asks", "who", "which", "topic", "incident", "fake", "idle", "undo", "remind", "history", "change", "give", "mine"}
)
"""What shows that a text goes on as a sentence: "pause or close, which is allowed?"."""


def _is_command(command: Command, rest: _Heard) -> bool:
    """Whether what follows an alias fits the command; else the alias was just the first word of a sentence."""
    if not rest.parts.words and not rest.parts.addresses and not rest.parts.people:
        return True
    return bool(rest.facts & command.takes) and not rest.facts & _NOT_IN_COMMANDS


def _intent(facts: frozenset[str]) -> Intent:
    """The intent of the weightiest rule that holds."""
    for needs, without, intent in _rules():
        if all(facts & one_of for one_of in needs) and not facts & without:
            return intent
    return Intent.UNKNOWN


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[tuple[frozenset[str], ...], frozenset[str], Intent], ...]:
    """The rules, the weightiest first: of each what it needs, what must not be, and the intent."""
    lines = [line for line in RULES.strip().splitlines() if not line.startswith("#")]
    rules = []
    for line in sorted(lines, key=lambda line: -int(line.split()[0])):
        told, _, conditions = line.partition(":")
        needs, _, without = conditions.partition("!")
        one_of = tuple(frozenset(need.split("|")) for need in needs.split())
        rules.append((one_of, frozenset(without.split()), Intent(told.split()[1])))
    return tuple(rules)


def _reading(intent: Intent, heard: _Heard, language: Language | None, vocabulary: Vocabulary, today: date) -> Reading:
    address = next(iter(heard.parts.addresses), "")
    names = vocabulary.channels_at(address) if address and intent is not Intent.VERIFY else ()
    if intent is Intent.OWNER and address and not names:  # whose it is, we can not say; that it is not ours, we can
        intent = Intent.VERIFY
    dates = read_dates(heard.plain, today, Prefer.PAST if intent is Intent.UPDATED else Prefer.FUTURE)
    return Reading(
        intent=intent,
        query=_query(intent, names, heard.mentions),
        language=language,
        address=address,
        people=_people(intent, heard.parts),
        dates=_span(intent, dates, today),
        days=_days(intent, dates, today),
        when=_when(dates.span, today) if intent is Intent.UPDATED else "",
        rest=heard.plain,
    )


def _query(intent: Intent, names: tuple[str, ...], mentions: Mentions) -> ChannelQuery:
    """The channels meant; none where the intent concerns no channel, whatever was named (a rule, say, for all)."""
    if intent in _WITHOUT_CHANNEL:
        return ChannelQuery()
    return ChannelQuery(names=names) if names else mentions.query


def _people(intent: Intent, parts: Parts) -> tuple[str, ...]:
    """The people named. A mention at the very start calls the bot, unless it can only be who takes over."""
    takes_over = parts.leading and not parts.people and intent in (Intent.HANDOVER, Intent.AWAY, Intent.LEFT)
    return (parts.leading,) if takes_over else tuple(dict.fromkeys(parts.people))


def _span(intent: Intent, dates: Dates, today: date) -> Span | None:
    if intent is Intent.AWAY and dates.span is None and dates.days:
        return Span(today, today + timedelta(days=dates.days - 1))
    return dates.span


def _days(intent: Intent, dates: Dates, today: date) -> int | None:
    if intent is Intent.SNOOZE and dates.days is None and dates.span is not None:
        return max((dates.span.start - today).days, 0) or None
    return dates.days


def _when(span: Span | None, today: date) -> str:
    """An update's day in words where there are some: the past week is told by its Monday and Sunday."""
    if span is None:
        return ""
    if span.start == span.end:
        return {0: "today", 1: "yesterday"}.get((today - span.start).days, span.start.isoformat())
    last_monday = today - timedelta(days=today.weekday() + 7)
    return "last week" if span == Span(last_monday, last_monday + timedelta(days=6)) else span.start.isoformat()
