"""The day of what is told: an update, or that somebody has left. A day that is in what was published is not it, and one
that can not be read is asked for."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.language.analysis import fold
from bot.language.days.date_patterns import Build
from bot.language.days.dates import Dates, Written
from bot.language.days.feasts import feast
from bot.language.days.spans import Prefer
from bot.language.days.unread import Unread, WhyUnread, as_typed
from bot.language.days.vague_days import PAST_VAGUE, WORD, is_like_a_weekday
from bot.understanding.plain_answers import LONG_AGO

_BY_WORD: Final = re.compile(
    r"toissapaiva\w*|day before yesterday|i ?forrgar|eil\w+|yesterday|last night|i ?gar|tanaa?n|tandaan|i ?dag|i ?kvall"
    r"|i morse|today|tonight|this (?:morning|afternoon|evening)"
)
"""Beside such a word, any other day is one that was written about."""
_ON_A_FEAST: Final = re.compile(r"\w+na|(?:at|on|over|i|pa|vid) .*")
"""A feast as the day of an update: "jouluna"; else it is what the update is about: "joulun aukioloajat"."""
_ABOUT: Final = re.compile(
    r"\b(?:about|regarding|concerning|om|angaende|gallande|koskien|liittyen|\w{3,}(?:sta|ista|lta))\b"
    r"|\b(?:pictures?|photos?|hours|program(?:me)?|invitation) (?:of|for|to)\b|\b(?:aukiolo|ohjelma|mainos|kutsu)\w*"
)
"""What a day ahead goes with that was written about."""
_COMING: Final = re.compile(
    r"\b(?:ajast\w+|menee|tulee|scheduled|goes (?:out|live|up)|will|schemal\w+|tidsinst\w+|gar ut|kommer)\b"
)
_CORRECTS: Final = re.compile(
    r"\b(?:eikun?|eikus|ei kun?|tai siis|forlat|(?:eller )?jag men(?:ar|ade)|eller snarare|no wait|i me(?:an|ant)|sorry"
    r"|make that|or rather)\b"
)
_WEEK: Final = timedelta(days=7)


def updated_on(times: Written, plain: str, today: date) -> Dates:
    """The day of an update that is told by ``plain``; what speaks of time and gives no day is not read."""
    folded = fold(plain)
    if _COMING.search(folded):
        return passed(times.counted(today), today)
    found = [(match, build) for match, build in times.found if _is_of_update(match, build)]
    by_word = [(match, build) for match, build in found if _BY_WORD.fullmatch(match[0])]
    own = replace(times, found=tuple(by_word or found))
    dates = told_on(own, today)
    if any(one.why is WhyUnread.AHEAD for one in dates.unread):
        return Dates() if _ABOUT.search(folded) else dates
    if dates.span and dates.span.end - dates.span.start >= _WEEK:  # some day of a month
        typed = as_typed(next((match[0] for match, _ in own.found), ""), plain)
        return Dates(unread=(Unread(typed, WhyUnread.OTHER), *dates.unread))
    return or_vague(dates, plain)


def as_corrected(times: Written) -> Written:
    """``times`` without what was corrected: the days before a word that says so, where others follow it."""
    end = max((match.end() for match in _CORRECTS.finditer(times.text)), default=0)
    after = tuple((match, build) for match, build in times.found if match.start() >= end)
    return replace(times, found=after) if after else times


def _is_of_update(match: re.Match[str], build: Build) -> bool:
    return build is not feast or _ON_A_FEAST.fullmatch(match[0]) is not None


def or_vague(dates: Dates, plain: str) -> Dates:
    """``dates``; where they are none, what speaks of time in ``plain`` and is no day, as it was typed."""
    if dates.span or dates.unread:
        return dates
    folded = fold(plain)
    past = PAST_VAGUE.search(folded)
    slips = (match[0] for match in WORD.finditer(folded) if is_like_a_weekday(match[0]))
    said = past[0] if past else next(slips, "")
    return Dates(unread=(Unread(as_typed(said, plain), WhyUnread.OTHER),)) if said else Dates()


def told_on(times: Written, today: date) -> Dates:
    """The day of what was told: one that has passed. A day that comes soon is not meant a year back."""
    dates, ahead = times.counted(today, Prefer.PAST), times.counted(today)
    if dates.span and ahead.span and today - dates.span.start > LONG_AGO > ahead.span.start - today > timedelta(0):
        return passed(replace(dates, span=ahead.span), today)
    return dates


def passed(dates: Dates, today: date) -> Dates:
    """``dates`` without a day ahead, which is told as not read."""
    if dates.span is None or dates.span.start <= today:
        return dates
    day = f"{dates.span.start.day}.{dates.span.start.month}.{dates.span.start.year}"
    return replace(dates, span=None, unread=(Unread(day, WhyUnread.AHEAD), *dates.unread))
