"""Dates and durations as people type them in Finnish, Swedish and English, relative to a given day.

Every way of writing a date is a row of `date_patterns`. The text is compared in small letters without accents. What is
no date (32.13.) is passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.language.analysis import fold
from bot.language.date_patterns import KINDS, Build, speaks_of_time, weekday
from bot.language.durations import read_duration
from bot.language.spans import DAY, WEEK, Prefer, Span, Today, exists, one_day

_CHARACTERS = 1_000
_DASHES = re.compile("[‐-―−]")
_JOIN = re.compile(
    r"[ ,(]{0,3}(?:-|to|till|til|until|through|and|ja|och|alkaen|lahtien)?(?: ?till)?[ )]{0,3}(?:the |den )?"
    r"(?:alkaen|lahtien|until|till)? ?"
)
_UNTIL_BEFORE = re.compile(
    r"\b(?:until|till?|through|up to|t\.?o\.?m\.?|back on)(?: (?:the|den|(?:the )?end of|slutet av))? ?$"
)
_UNTIL_AFTER = re.compile(r"\.? ?(?:asti|saakka|loppuun)\b")


@dataclass(frozen=True, slots=True)
class Dates:
    """What a text says of time: the first span of days in it, and the first duration (``in two weeks``: 14)."""

    span: Span | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class _Atom:
    """A date found in the text; a weekday comes round each week, another date each year."""

    start: int
    end: int
    span: Span
    weekly: bool


@dataclass(frozen=True, slots=True)
class Written:
    """What a text says of time, not yet counted from any day: one text may be read as past and as ahead."""

    text: str = ""
    found: tuple[tuple[re.Match[str], Build], ...] = ()
    offset: int | None = None
    days: int | None = None

    def counted(self, today: date, prefer: Prefer = Prefer.FUTURE) -> Dates:
        """The dates and the duration, counted from ``today``. Never raises, whatever the text is."""
        try:
            return self._counted(Today(today, prefer))
        except OverflowError:  # a day beyond the calendar's first or last year
            return Dates()

    def _counted(self, today: Today) -> Dates:
        span = _first_span(self.text, self._atoms(today), today)
        if self.offset is not None:
            return Dates(span or one_day(today.day + self.offset * DAY), abs(self.offset))
        if span is not None and self.days and span.start == span.end and today.prefer is Prefer.FUTURE:
            span = Span(span.start, span.start + (self.days - 1) * DAY)
        return Dates(span, self.days)

    def _atoms(self, today: Today) -> list[_Atom]:
        atoms: list[_Atom] = []
        for match, build in self.found:
            if any(match.start() < atom.end and atom.start < match.end() for atom in atoms):
                continue
            try:
                atoms.append(_Atom(match.start(), match.end(), build(match, today), build is weekday))
            except ValueError:  # the 32nd of the 13th month
                continue
        return sorted(atoms, key=lambda atom: atom.start)


def find_dates(text: str) -> Written:
    """What ``text`` says of time. Never raises, whatever the text is."""
    folded = _DASHES.sub("-", fold(text[:_CHARACTERS]))[:_CHARACTERS]
    if not speaks_of_time(folded):
        return Written()
    found = tuple((match, build) for pattern, build in KINDS for match in pattern.finditer(folded))
    return Written(folded, found, *read_duration(folded))


def _first_span(text: str, atoms: list[_Atom], today: Today) -> Span | None:
    if not atoms:
        return None
    first = atoms[0]
    if len(atoms) > 1 and _are_joined(text, first, atoms[1]):
        return _joined(first, atoms[1])
    before, after = text[max(0, first.start - 20) : first.start], text[first.end : first.end + 20]
    is_until = _UNTIL_BEFORE.search(before) or _UNTIL_AFTER.match(after)
    if is_until and today.prefer is Prefer.FUTURE and first.span.end >= today.day:
        return Span(today.day, first.span.end)
    return first.span


def _are_joined(text: str, first: _Atom, second: _Atom) -> bool:
    gap = text[first.end : second.start]
    from_to = gap == " " and text[first.start : first.end].endswith("sta")  # maanantaista perjantaihin
    return from_to or _JOIN.fullmatch(gap) is not None


def _joined(first: _Atom, second: _Atom) -> Span:
    start, end = first.span.start, second.span.end
    if start > end and second.weekly:  # Thursday to Monday
        end += WEEK
    elif start > end and exists(start.year - 1, start.month, start.day):  # 20.12.-6.1.
        start = start.replace(year=start.year - 1)
    elif end - start > 52 * WEEK and exists(end.year, start.month, start.day):  # 1.7.-31.7.2028: the year is for both
        start = start.replace(year=end.year)
    return Span(start, end) if start <= end else first.span
