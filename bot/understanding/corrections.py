"""What corrects the deed that was just told: "eiku 12.12. asti", "inte Facebook utan Instagram", "yesterday I mean"."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.knowledge.content import common
from bot.language.days.dates import Half
from bot.language.days.spans import Span
from bot.language.lexicon import words_of
from bot.understanding.aliases import addressed
from bot.understanding.channels.vocabulary import Vocabulary
from bot.understanding.commands import Intent
from bot.understanding.follow_ups import merged, without
from bot.understanding.interpret import interpret
from bot.understanding.plain_answers import Plain
from bot.understanding.reading import Reading

DEEDS: Final = frozenset({Intent.UPDATED, Intent.AWAY, Intent.SNOOZE, Intent.PAUSE})
_MOST: Final = 8
"""How many words a correction has at most, besides those that say that it is one."""
_FRAGMENTS: Final = frozenset({Intent.ASK, Intent.READ, Intent.UNKNOWN, Intent.OWNER, Intent.CHANNELS, Intent.VERIFY})
"""What a channel or a day that is merely named reads as by itself."""
_MONTH: Final = timedelta(days=31)


def corrected(text: str, reading: Reading, told: Reading, vocabulary: Vocabulary, today: date) -> Reading | None:
    """What was ``told``, with what ``text`` says instead of a part of it; None where it corrects nothing. Days are not
    plain where it is not clear whether they are the first or the last. Raises NotLearntError."""
    answer = reading.answer if told.intent is Intent.UPDATED else None  # which is seen to by itself
    instead = "" if answer and answer.what is not Plain.YES else said_instead(addressed(text))  # "no, on Friday"
    if not instead or "?" in text or len(words_of(instead)) > _MOST:
        return None
    by = timedelta(days=reading.answer.by) if reading.answer else timedelta(0)
    by_itself, said = (interpret(instead, vocabulary, today, meant) for meant in (None, told.intent))
    if by_itself.intent not in {told.intent, *_FRAGMENTS} and not (by_itself.guessed or by_itself.close or by):
        return None
    query = said.query if told.intent is not Intent.AWAY else told.query
    said = replace(said, dates=None, days=None) if by else said
    if (query.is_empty or query is told.query) and not (said.dates or said.unread or said.days or said.people or by):
        return None
    is_one = said.dates is not None and said.dates.start == said.dates.end and said.missing is None
    is_half = is_one and told.dates is not None and told.dates.start < told.dates.end
    is_until = said.dates is not None and said.dates.start == today < said.dates.end
    if told.dates and said.dates and said.dates.end < told.dates.start and (is_half or is_until):
        later = interpret(instead, vocabulary, told.dates.start, told.intent)  # "den 12", of January as what was told
        said = later if later.dates and later.dates.end <= told.dates.end + _MONTH else said
    days = said.dates
    if told.dates and told.intent in (Intent.AWAY, Intent.PAUSE):
        start, end = told.dates.start + by, told.dates.end + by
        days = _days(Span(start, end), said, is_until=is_until)
    return replace(
        told,
        query=told.query if query.is_empty else merged(told.query, query),
        language=said.language,
        close=(),
        apart=(),
        failed=None,
        people=said.people or told.people,
        dates=days or told.dates,
        missing=None if days else told.missing,
        unread=said.unread,
        days=said.days or (None if said.dates else told.days),
        absence=replace(told.absence, plain=not is_half or said.absence.ends, until_told=said.absence.until_told),
    )


def said_instead(text: str) -> str:
    """What ``text`` says in place of what was told; empty where it does not say that it corrects something."""
    opening, rest = common.dialogue().opening, text
    while count := max(opening(words_of(rest), one) for one in ("correct", "instead", "wrong")):
        rest = without(rest, count)
    words = words_of(rest)
    if opening(words, "no"):  # "not Instagram but Facebook", "not Instagram, Facebook"
        pivots = (
            (place, max(opening(words[place:], one) for one in ("only", "except"))) for place in range(len(words))
        )
        pivot = next((place + count for place, count in pivots if count), 0)
        rest = without(rest, pivot) if pivot else rest.partition(",")[2] or rest
    before, _, after = rest.rpartition(",")
    rest = before if before and opening(words_of(after), "no") else rest  # "Facebook, not Instagram"
    words = words_of(rest)
    for place in range(1, len(words)):  # "Facebook, I mean"
        if opening(words[place:], "correct") == len(words) - place:
            return re.sub(rf"(?:\W+\w+){{{len(words) - place}}}\W*$", "", rest)
    return "" if rest == text else rest.strip()


def _days(told: Span, said: Reading, *, is_until: bool) -> Span:
    """The days that were ``told`` with those that were ``said`` instead, of which one may be only the first or the
    last."""
    now = said.dates
    if now is None:
        return told
    if said.missing is Half.END or said.absence.starts:
        return Span(now.start, max(now.start, told.end))
    if now.end < told.start:
        return now if now.start < now.end or told.start == told.end else Span(now.start, told.end)
    is_half = is_until or (now.start == now.end and told.start < told.end)
    return Span(told.start, now.end) if is_half else now
