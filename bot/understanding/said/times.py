"""The days that are meant by what was said of time: reports are of the past, absences lie ahead."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.knowledge.content import common
from bot.language.days.dates import Dates, Written, find_dates
from bot.language.days.spans import Prefer, Span
from bot.language.days.unread import Unread, WhyUnread
from bot.language.lexicon import words_of
from bot.understanding.commands import Intent
from bot.understanding.hearing import Heard
from bot.understanding.plain_answers import LONG_AGO


def _times(intent: Intent, heard: Heard) -> Written:
    """What is said of time; of an update that was told beside an absence that is over, what is not of this."""
    if intent is not Intent.UPDATED or "was_absent" not in heard.facts:
        return heard.times
    clauses = _CLAUSES.split(heard.plain)
    return find_dates(", ".join(one for one in clauses if "was_absent" not in common.cues().find(words_of(one)).names))


_CLAUSES: Final = re.compile(r"[,;!?]\s+|(?<!\d)\.\s+|\s(?:mut|mutta|ja|men|och|but|and)\s")


_PAST = frozenset({Intent.REPORT, Intent.HISTORY, Intent.UNDO})
"""What is asked of days that have passed."""


def days_meant(intent: Intent, heard: Heard, today: date) -> Dates:
    """The days that were said: of an update, of who has left, and of what is looked back on, those that have passed."""
    times, has_left = _times(intent, heard), "gone" in heard.facts and "leaves" not in heard.facts
    if intent is Intent.LEFT and has_left:
        return _passed(_told(times, today), today)
    if intent is Intent.UPDATED or (intent is Intent.EDIT and "decided" in heard.facts):
        return _told(times, today)
    if intent is Intent.AWAY:
        return _away(times, today)
    return times.counted(today, Prefer.PAST if intent in _PAST else Prefer.FUTURE)


def _away(times: Written, today: date) -> Dates:
    """The days of an absence: those ahead, unless they are far ahead and passed lately; up to the day before the one on
    which somebody comes back."""
    dates, before = times.counted(today), times.counted(today, Prefer.PAST)
    if dates.span and before.span and dates.span.start - today > _FAR and today - _LATELY < before.span.end < today:
        return before
    if dates.span and times.is_of_return and dates.span.end > today:
        return replace(dates, span=Span(today, dates.span.end - timedelta(days=1)), missing=None)
    return dates


_FAR: Final = timedelta(days=180)
"""How far ahead the days of an absence are rather those that have just passed: a sick leave is told of afterwards."""
_LATELY: Final = timedelta(days=45)


def _told(times: Written, today: date) -> Dates:
    """The day of what was told, an update or that somebody has left: one that has passed. A day that comes soon is not
    meant a year back."""
    dates, ahead = times.counted(today, Prefer.PAST), times.counted(today)
    if dates.span and ahead.span and today - dates.span.start > LONG_AGO > ahead.span.start - today > timedelta(0):
        return _passed(replace(dates, span=ahead.span), today)
    return dates


def _passed(dates: Dates, today: date) -> Dates:
    """``dates`` without a day ahead, which is told as not read."""
    if dates.span is None or dates.span.start <= today:
        return dates
    day = f"{dates.span.start.day}.{dates.span.start.month}.{dates.span.start.year}"
    return replace(dates, span=None, unread=(Unread(day, WhyUnread.AHEAD), *dates.unread))


def span_meant(intent: Intent, dates: Dates, today: date, *, is_moved: bool) -> Span | None:
    """From which day to which: an absence of so many days begins today, unless it is by these that it ``is_moved``."""
    if intent is Intent.AWAY and dates.span is None and dates.days and not is_moved:
        return Span(today, today + timedelta(days=dates.days - 1))
    return dates.span


def number_of_days(intent: Intent, dates: Dates, today: date) -> int | None:
    """How many days were said; of a reminder that is put off, until the day that was."""
    if intent is Intent.SNOOZE and dates.days is None and dates.span is not None:
        until = dates.span.start if dates.span.start > today else dates.span.end
        return max((until - today).days, 0) or None
    return dates.days


def in_words(span: Span | None, today: date) -> str:
    """An update's day in words where there are some: the past week is told by its Monday and Sunday."""
    if span is None:
        return ""
    if span.start == span.end:
        return {0: "today", 1: "yesterday"}.get((today - span.start).days, span.start.isoformat())
    last_monday = today - timedelta(days=today.weekday() + 7)
    return "last week" if span == Span(last_monday, last_monday + timedelta(days=6)) else span.start.isoformat()
