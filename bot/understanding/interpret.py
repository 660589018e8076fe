"""From what somebody typed to what they want. Pure: no clock, no register, no surface."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from bot.domain.language import Language
from bot.domain.register import ChannelQuery
from bot.knowledge.content import common
from bot.language.dates import Dates, Unread, WhyUnread, Written
from bot.language.detection import detect
from bot.language.spans import Prefer, Span
from bot.understanding.commands import Command, Intent, parse_command
from bot.understanding.hearing import Heard, hear
from bot.understanding.parts_of_text import Parts
from bot.understanding.reading import Reading
from bot.understanding.slips import parse_mistyped
from bot.understanding.vocabulary import Vocabulary

LIMIT = 1_000
"""How many characters are read of a text."""

_KNOWN = frozenset(Intent)
_OF_PEOPLE = frozenset({Intent.HANDOVER, Intent.AWAY, Intent.LEFT, Intent.RETURNED})
_WITHOUT_CHANNEL = frozenset({Intent.ME, Intent.HELP, Intent.SMALLTALK, Intent.UNKNOWN})


def interpret(text: str, vocabulary: Vocabulary, today: date, meant: Intent | None = None) -> Reading:
    """What ``text`` wants; what it says beside the intent, where somebody has said which one is ``meant``.

    Of a long text the first `LIMIT` characters are read; any text has a reading.
    """
    text = _cut(text)
    typed, language = parse_command(text), detect(text)
    commands = (typed,) if typed else parse_mistyped(text)
    of_reply = language or (commands[0][1] if commands else None)
    if commands:
        rest = hear(commands[0][2], language, vocabulary, today)
        fitting = [command.intent for command, _, _ in commands if _is_command(command, rest)]
        if meant in fitting or (meant is None and fitting):
            intent = meant or fitting[0]
            close = tuple(other for other in fitting if meant is None and other is not intent)
            return _reading(intent, rest, of_reply, vocabulary, today, close)
    heard = hear(text, language, vocabulary, today)
    if meant is not None:
        return _reading(meant, heard, of_reply, vocabulary, today)
    intent, *others = _intents(heard.facts)
    return _reading(intent, heard, of_reply, vocabulary, today, tuple(others))


def _cut(text: str) -> str:
    """The beginning of ``text`` that is read; a sign that stands for many letters (a ligature) counts as these."""
    text = text[:LIMIT]
    spelled = unicodedata.normalize("NFKC", text)
    return text if len(spelled) <= LIMIT else spelled[:LIMIT]


_NOT_IN_COMMANDS = frozenset(
    {"asks", "who", "which", "topic", "incident", "fake", "idle", "undo", "remind", "history", "change", "give", "mine"}
)
"""What shows that a text goes on as a sentence: "pause or close, which is allowed?"."""


def _is_command(command: Command, rest: Heard) -> bool:
    """Whether what follows an alias fits the command; else the alias was just the first word of a sentence."""
    if not rest.parts.words and not rest.parts.addresses and not rest.parts.people:
        return True
    return bool(rest.facts & command.takes) and not rest.facts & _NOT_IN_COMMANDS


@lru_cache(maxsize=4_096)
def _intents(facts: frozenset[str]) -> tuple[Intent, ...]:
    """The intent of the weightiest rule that holds, and any other that is close to it."""
    for rule in common.intents().rules:
        if rule.holds(facts) and (found := tuple(Intent(name) for name in rule.intents if name in _KNOWN)):
            return found
    return (Intent.UNKNOWN,)


def _reading(
    intent: Intent,
    heard: Heard,
    language: Language | None,
    vocabulary: Vocabulary,
    today: date,
    close: tuple[Intent, ...] = (),
) -> Reading:
    address = next(iter(heard.parts.addresses), "")
    names = (
        vocabulary.channels_at(address, heard.mentions.query.platforms)
        if address and intent is not Intent.VERIFY
        else ()
    )
    if intent is Intent.OWNER and address and not names:  # whose it is, we can not say; that it is not ours, we can
        intent = Intent.VERIFY
    dates = _told(heard.times, today) if intent is Intent.UPDATED else heard.times.counted(today)
    return Reading(
        intent=intent,
        query=_query(intent, names, heard),
        language=language,
        address=address,
        people=_people(intent, heard.parts),
        dates=_span(intent, dates, today),
        missing=dates.missing,
        unread=dates.unread,
        days=_days(intent, dates, today),
        when=_when(dates.span, today) if intent is Intent.UPDATED else "",
        rest=heard.plain,
        close=close,
    )


def _query(intent: Intent, names: tuple[str, ...], heard: Heard) -> ChannelQuery:
    """The channels meant; none where the intent concerns no channel, whatever was named. A question on the guideline
    concerns a channel only where it names a certain one: what holds for Facebook holds for every page."""
    if intent in _WITHOUT_CHANNEL or (intent is Intent.ASK and not names and "specific" not in heard.facts):
        return ChannelQuery()
    return ChannelQuery(names=names) if names else heard.mentions.query


def _people(intent: Intent, parts: Parts) -> tuple[str, ...]:
    """The people named. A mention at the very start calls the bot, unless it can only be who takes over."""
    takes_over = parts.leading and not parts.people and intent in _OF_PEOPLE
    return (parts.leading,) if takes_over else tuple(dict.fromkeys(parts.people))


def _told(times: Written, today: date) -> Dates:
    """The day of an update that was told: one that has passed. A day that comes soon is not meant a year back."""
    dates, ahead = times.counted(today, Prefer.PAST), times.counted(today)
    if dates.span and ahead.span and (today - dates.span.start).days > _LONG > (ahead.span.start - today).days > 0:
        day = f"{ahead.span.start.day}.{ahead.span.start.month}.{ahead.span.start.year}"
        return replace(dates, span=None, unread=(Unread(day, WhyUnread.AHEAD), *dates.unread))
    return dates


_LONG: Final = 120
"""Days after which a report of an update is hardly meant."""


def _span(intent: Intent, dates: Dates, today: date) -> Span | None:
    if intent is Intent.AWAY and dates.span is None and dates.days:
        return Span(today, today + timedelta(days=dates.days - 1))
    return dates.span


def _days(intent: Intent, dates: Dates, today: date) -> int | None:
    if intent is Intent.SNOOZE and dates.days is None and dates.span is not None:
        until = dates.span.start if dates.span.start > today else dates.span.end
        return max((until - today).days, 0) or None
    return dates.days


def _when(span: Span | None, today: date) -> str:
    """An update's day in words where there are some: the past week is told by its Monday and Sunday."""
    if span is None:
        return ""
    if span.start == span.end:
        return {0: "today", 1: "yesterday"}.get((today - span.start).days, span.start.isoformat())
    last_monday = today - timedelta(days=today.weekday() + 7)
    return "last week" if span == Span(last_monday, last_monday + timedelta(days=6)) else span.start.isoformat()
