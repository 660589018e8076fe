"""Dates and durations as people type them in Finnish, Swedish and English, relative to a given day.

Every way of writing a date is a row of `date_patterns`. The text is compared in small letters without accents, and
times of day are taken out of it. What looks like a date and is none (31.2.) is told as not read; what does not even
look like one (32.13.) is passed over.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Final

from bot.language.analysis import fold
from bot.language.days.around_days import (
    AFTER_A_FEAST,
    AFTER_DASH,
    AND,
    AT_AN_END,
    BEFORE_DASH,
    FIRM,
    FROM_AFTER,
    FROM_BEFORE,
    FROM_ENDINGS,
    JOIN,
    TO_SOMETHING,
    TO_SOMETHING_FI,
    UNTIL_AFTER,
    UNTIL_BEFORE,
    UNTIL_ENDING,
    UNTIL_SOMETHING,
)
from bot.language.days.date_patterns import (
    KINDS,
    WEEKDAY_OF_DATE,
    Build,
    speaks_of_time,
    weekday,
)
from bot.language.days.durations import read_duration
from bot.language.days.feasts import feast
from bot.language.days.returns import is_return
from bot.language.days.spans import DAY, WEEK, Prefer, Span, Today, exists, one_day
from bot.language.days.spoken_days import in_figures
from bot.language.days.unread import Unread, WhyUnread, as_typed, why_not
from bot.language.days.vague_days import VAGUE, WORD, is_like_a_weekday

_CHARACTERS = 1_000
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_DASHES = re.compile(r"[‐-―−]|(?<=[\w.]) ?(?:…|\.{2,}) ?(?=\w)")
_TIMES = re.compile(
    r"\b(?:klo|kello|kl\.?|at) ?\d{1,2}(?:[.:]\d{2})?"
    r"(?:(?: ?- ?\d{1,2}(?::\d{2}|\.(?:00|1[3-9]|[2-5]\d))?)?(?: ?[ap]m\b)?(?!\d|[./]\d))"
    r"|\b\d{1,2}:\d{2}\b(?: ?[ap]m\b)?|\b\d{1,2} ?[ap]m\b"
    r"|\b(?:aamusta|aamuun|illasta|iltaan|(?:aamu|ilta)paiva(?:sta|an)|puolesta paivasta|puoleenpaivaan)\b"
    r"|\b(?:pa (?:morgonen|kvallen|formiddagen|eftermiddagen)|in the (?:morning|afternoon|evening)|at noon)\b"
)
"""Times of day; of two with a dash between them, "12.10" may be a day."""
_TURNED: Final = 40
"""Weeks beyond which two days over the turn of a year are rather the wrong way round."""


class Half(StrEnum):
    """A half of a time from one day to another."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Dates:
    """What a text says of time: the first span of days in it, and the first duration (``in two weeks``: 14).

    ``missing`` is the half of the span that the text leaves open, or that was not read; then the other is meant by the
    span. ``unread`` is what was not read.
    """

    span: Span | None = None
    days: int | None = None
    missing: Half | None = None
    unread: tuple[Unread, ...] = ()


_NO_DATES = Dates()
_TWO_ENDS = 2


@dataclass(frozen=True, slots=True)
class _Atom:
    """A date found in the text, or what looks like one: then there is no ``span``, but why not. A weekday comes round
    each week, another date each year, unless its year is ``fixed``; one that is ``whole`` has both of its ends; a
    ``feast`` is named where days are, too: "Christmas break 21/12 to 6/1"."""

    start: int
    end: int
    text: str
    span: Span | None
    weekly: bool = False
    fixed: bool = False
    whole: bool = False
    feast: bool = False
    why: WhyUnread | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What a text says of time, not yet counted from any day: one text may be read as past and as ahead."""

    text: str = ""
    typed: str = ""
    found: tuple[tuple[re.Match[str], Build], ...] = ()
    offset: int | None = None
    days: int | None = None

    @property
    def is_of_return(self) -> bool:
        """Whether the first day that is said is one on which somebody comes back."""
        if not self.found:
            return False
        start, end = min(match.span() for match, _ in self.found)
        return is_return(self.text[:start], self.text[end:])

    def is_one_span(self, today: date) -> bool:
        """Whether nothing is said of time but from which day to which, or on which one; words such as "returns" or
        "until" may still turn its sense."""
        try:
            atoms = self._atoms(Today(today, Prefer.FUTURE))
        except OverflowError:
            return False
        if self.is_of_return or self.days or self.offset is not None or any(atom.span is None for atom in atoms):
            return False
        joined = len(atoms) == _TWO_ENDS and _are_joined(self.text, atoms[0], atoms[1])
        return joined or (len(atoms) == 1 and (atoms[0].whole or _is_one_day(atoms[0].span)))

    def counted(self, today: date, prefer: Prefer = Prefer.FUTURE) -> Dates:
        """The dates and the duration, counted from ``today``. Never raises, whatever the text is."""
        if not self.text:
            return _NO_DATES
        try:
            dates = self._counted(Today(today, prefer))
            return replace(
                dates, unread=tuple(replace(one, text=as_typed(one.text, self.typed)) for one in dates.unread)
            )
        except OverflowError:  # a day beyond the calendar's first or last year
            return _NO_DATES

    def _counted(self, today: Today) -> Dates:
        atoms = _with_vague(self.text, _in_one_order(_days_before_feasts(self.text, self._atoms(today))))
        dates = _first_dates(self.text, atoms, today)
        if self.offset is not None:
            return Dates(dates.span or one_day(today.day + self.offset * DAY), abs(self.offset))
        span, missing = dates.span, dates.missing
        if span is not None and self.days and span.start == span.end and today.prefer is Prefer.FUTURE:
            span, missing = Span(span.start, span.start + (self.days - 1) * DAY), None
        return Dates(span, self.days, missing, dates.unread)

    def _atoms(self, today: Today) -> list[_Atom]:
        atoms: list[_Atom] = []
        for match, build in self.found:
            start, end = match.span()
            if any(start < atom.end and atom.start < end for atom in atoms):
                continue
            try:
                span, caught = build(match, today), match.groupdict()
                fixed = bool(caught.get("year") or _ISO.fullmatch(match[0]))
                whole = any(caught.get(end) for end in ("d2", "name2", "month2"))
                atoms.append(_Atom(start, end, match[0], span, build is weekday, fixed, whole, build is feast))
            except ValueError:  # the 32nd of the 13th month
                if why := why_not(match, build):
                    atoms.append(_Atom(start, end, match[0], None, why=why))
        return sorted(atoms, key=lambda atom: atom.start)


def _is_one_day(span: Span | None) -> bool:
    return span is not None and span.start == span.end


def find_dates(text: str) -> Written:
    """What ``text`` says of time. Never raises, whatever the text is."""
    folded = in_figures(fold(_DASHES.sub("-", text[:_CHARACTERS]))[:_CHARACTERS])
    if not speaks_of_time(folded):
        return Written()
    folded = WEEKDAY_OF_DATE.sub("", " ".join(_TIMES.sub(" ", folded).split()))
    found = tuple((match, build) for pattern, build in KINDS for match in pattern.finditer(folded))
    return Written(folded, text[:_CHARACTERS], found, *read_duration(folded))


def _days_before_feasts(text: str, atoms: list[_Atom]) -> list[_Atom]:
    """``atoms`` without the feasts that leave is named after, where its days are said in figures as well."""
    if all(atom.feast or not re.search(r"\d", atom.text) for atom in atoms):
        return atoms
    joined = [_are_firmly_joined(text, one, other) for one, other in pairwise(atoms)]
    is_half = [before or after for before, after in zip([False, *joined], [*joined, False], strict=True)]
    ends = (is_return(text[: atom.start]) for atom in atoms)
    kept = (half or end for half, end in zip(is_half, ends, strict=True))
    return [atom for atom, keep in zip(atoms, kept, strict=True) if keep or not atom.feast]


def _in_one_order(atoms: list[_Atom]) -> list[_Atom]:
    """``atoms``; where the month stands first in one of them, none with a slash is read: each may be meant so."""
    if all(atom.why is not WhyUnread.ORDER for atom in atoms):
        return atoms
    return [_Atom(a.start, a.end, a.text, None, why=WhyUnread.ORDER) if "/" in a.text else a for a in atoms]


def _with_vague(text: str, atoms: list[_Atom]) -> list[_Atom]:
    """``atoms`` and what is joined to one of them though it can not be read as a day."""
    vague = [(match, False) for match in VAGUE.finditer(text)] + [(match, True) for match in WORD.finditer(text)]
    for match, is_slip in vague:
        start, end = match.span()
        if any(start < one.end and one.start < end for one in atoms):
            continue
        atom = _Atom(start, end, match[0], None, why=WhyUnread.OTHER)
        near = any(_are_firmly_joined(text, atom, one) or _are_firmly_joined(text, one, atom) for one in atoms)
        if near and (not is_slip or is_like_a_weekday(match[0])):
            atoms = sorted([*atoms, atom], key=lambda one: one.start)
    return atoms


def _are_firmly_joined(text: str, first: _Atom, second: _Atom) -> bool:
    gap = text[first.end : second.start] if first.end <= second.start else None
    if gap and AND.search(gap) and not AT_AN_END.match(text[second.end :]):
        return False  # "yesterday and spring events"
    if gap in (" ", " alkaen ", " lahtien "):
        until = second.text.startswith("till ") or UNTIL_ENDING.search(second.text)
        return bool(until) or first.text.endswith(FROM_ENDINGS)
    return gap is not None and FIRM.fullmatch(gap) is not None


def _first_dates(text: str, atoms: list[_Atom], today: Today) -> Dates:
    """The first span, what of it is missing, and all that was not read."""
    unread = [Unread(atom.text, atom.why) for atom in atoms if atom.why]
    found = ((place, atom, atom.span) for place, atom in enumerate(atoms) if atom.span)
    place, first, span = next(found, (0, None, None))
    if first is None or span is None:
        return Dates(unread=tuple(unread))
    if place and _are_joined(text, atoms[place - 1], first):
        return Dates(span, missing=Half.START, unread=tuple(unread))
    following = atoms[place + 1] if place + 1 < len(atoms) else None
    back = following.span if following and is_return(text[first.end : following.start]) else None
    if back and span.start < back.start:  # "7.12., and back on 14.12."
        return Dates(Span(span.start, back.start - DAY), unread=tuple(unread))
    if following is None or not _are_joined(text, first, following):
        return _alone(text, first, span, unread, today)
    if following.span is None:
        return Dates(span, missing=Half.END, unread=tuple(unread))
    if joined := _joined(first, span, following.span, weekly=following.weekly):
        # Whoever names three days, or two times, means more than one time.
        more = [one for one in atoms[place + 2 : place + 3] if one.span and _are_joined(text, following, one)]
        return Dates(joined, unread=(*unread, *(Unread(one.text, WhyUnread.OTHER) for one in more)))
    return Dates(span, missing=Half.END, unread=(*unread, Unread(following.text, WhyUnread.OTHER)))


def _alone(text: str, atom: _Atom, span: Span, unread: list[Unread], today: Today) -> Dates:
    """The span of a date that no other is joined to: it may have an open end, or another half that was not read."""
    before, after = text[max(0, atom.start - 30) : atom.start], text[atom.end : atom.end + 30]
    for other, half in ((AFTER_DASH.match(after), Half.END), (BEFORE_DASH.search(before), Half.START)):
        if other:
            return Dates(span, missing=half, unread=(*unread, Unread(other["other"], WhyUnread.OTHER)))
    until = UNTIL_BEFORE.search(before) or UNTIL_AFTER.match(after) or UNTIL_ENDING.search(atom.text)
    if until and today.prefer is Prefer.FUTURE and span.end >= today.day:
        return Dates(Span(today.day, span.end), unread=tuple(unread))
    if (to := UNTIL_SOMETHING.match(after)) and not FROM_AFTER.match(after):
        return Dates(span, missing=Half.END, unread=(*unread, Unread(to["other"], WhyUnread.OTHER)))
    from_it = FROM_BEFORE.search(before) or atom.text.endswith(FROM_ENDINGS)
    begins = not atom.whole and (from_it or (atom.feast and AFTER_A_FEAST.match(atom.text)))
    if begins and not FROM_AFTER.match(after) and (to := TO_SOMETHING.match(after) or TO_SOMETHING_FI.match(after)):
        return Dates(span, missing=Half.END, unread=(*unread, Unread(to["other"], WhyUnread.OTHER)))
    is_open = not until and (begins or FROM_AFTER.match(after))
    return Dates(span, missing=Half.END if is_open else None, unread=tuple(unread))


def _are_joined(text: str, first: _Atom, second: _Atom) -> bool:
    gap = text[first.end : second.start]
    from_to = gap in (" ", " aina ") and first.text.endswith(FROM_ENDINGS)  # maanantaista perjantaihin
    return from_to or JOIN.fullmatch(gap) is not None


def _joined(atom: _Atom, first: Span, second: Span, *, weekly: bool) -> Span | None:
    """From the start of ``first``, that of ``atom``, to the end of the other; ``weekly`` is whether that comes round
    each week. None where they are the wrong way round."""
    start, end = first.start, second.end
    if start > end and weekly:  # Thursday to Monday
        end += -((end - start) // WEEK) * WEEK
    elif start > end and not atom.fixed and exists(start.year - 1, start.month, start.day):  # 20.12.-6.1.
        start = start.replace(year=start.year - 1)
        if end - start > _TURNED * WEEK:  # 15.12.-1.12.
            return None
    elif end - start > 52 * WEEK and exists(end.year, start.month, start.day):  # 1.7.-31.7.2028: the year is for both
        start = start.replace(year=end.year)
    return Span(start, end) if start <= end else None
