"""The days that are meant by what was said of time: reports are of the past, absences lie ahead."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.language.days.dates import Dates, Half, Written, find_dates
from bot.language.days.spans import Prefer, Span
from bot.language.sentences import AND, BUT
from bot.understanding.commands import Intent
from bot.understanding.hearing import Heard, cues_in
from bot.understanding.said.telling import as_corrected, or_vague, passed, told_on, updated_on


def _times(intent: Intent, heard: Heard) -> Written:
    """What is said of time, without days that were corrected; of an update that was told beside an absence that is
    over, what is not of this, and of an absence, what is said from its clause on."""
    if intent is Intent.UPDATED and "was_absent" in heard.facts:
        clauses = _CLAUSES.split(heard.plain)
        return find_dates(", ".join(one for one in clauses if "was_absent" not in cues_in(one)))
    if intent is Intent.AWAY and "absent" in heard.facts:
        begins = (
            one.end() for one in _CLAUSES.finditer(heard.plain) if "absent" not in cues_in(heard.plain[: one.end()])
        )
        since = find_dates(heard.plain[max(begins, default=0) :])
        return as_corrected(since if since.found or since.days else heard.times)
    return as_corrected(heard.times)


_CLAUSES: Final = re.compile(rf"[,;!?]\s+|(?<!\d)\.\s+|\s(?:{AND}|{BUT})\s")


_PAST = frozenset({Intent.REPORT, Intent.HISTORY, Intent.UNDO})
"""What is asked of days that have passed."""


def days_meant(intent: Intent, heard: Heard, today: date) -> Dates:
    """The days that were said: of an update, of who has left, and of what is looked back on, those that have passed."""
    times = _times(intent, heard)
    if intent is Intent.LEFT:
        return or_vague(_left(times, heard.facts, today), heard.plain)
    if intent is Intent.UPDATED:
        return updated_on(times, heard.plain, today)
    if intent is Intent.EDIT and "decided" in heard.facts:
        return told_on(times, today)
    if intent is Intent.AWAY:
        dates = _away(times, today)
        is_open = "long_leave" in heard.facts and dates.span and dates.span.start == dates.span.end and not dates.days
        return replace(dates, missing=Half.END) if is_open and not dates.missing else dates
    return times.counted(today, Prefer.PAST if intent in _PAST else Prefer.FUTURE)


def _left(times: Written, facts: frozenset[str], today: date) -> Dates:
    """The day from which somebody is here no more: the one after their last; of who has left, one that has passed."""
    has_left = "gone" in facts and facts.isdisjoint(("leaves", "unsure_leaving"))
    if "last_day" not in facts:
        return passed(told_on(times, today), today) if has_left else times.counted(today)
    dates = told_on(times, today) if has_left else times.counted(today)
    if dates.span is None:
        return dates
    last = dates.span.end + timedelta(days=1)
    return replace(dates, span=Span(last, last), missing=None)


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
