"""What speaks of a day and was not read, and why."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.language.analysis import fold
from bot.language.days.date_patterns import Build, part_of_month, weeks


class WhyUnread(StrEnum):
    """Why something that speaks of a day was not read: there is no such day, the month may stand first, it is a day
    ahead where one that has passed is told, or anything else."""

    NO_DAY = "no-day"
    ORDER = "order"
    AHEAD = "ahead"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Unread:
    """What speaks of a day and was not read, as it was written, and why."""

    text: str
    why: WhyUnread


def as_typed(read: str, typed: str) -> str:
    """The words of ``typed`` that were ``read`` in small letters without accents."""
    words, count = re.findall(r"[^\s,;!?()]+", typed), len(read.split())
    runs = (" ".join(words[place : place + count]) for place in range(len(words) - count + 1))
    return next((run for run in runs if fold(run).rstrip(".") == read), read)


def why_not(match: re.Match[str], build: Build) -> WhyUnread | None:
    """Why what was found is no day, where it looks like one; None for other figures."""
    caught = match.groupdict()
    if build is part_of_month:
        return WhyUnread.OTHER
    if build is weeks:
        return (WhyUnread.OTHER if caught["d2"] else WhyUnread.NO_DAY) if int(caught["d"]) <= _WEEKS else None
    month, day = caught.get("month") or "1", int(caught.get("d") or 1)
    last = _LIKE_A_DAY if match[0].endswith(".") or not _MONEY.match(match.string, match.end()) else _DAYS
    if not month.isdecimal() or (1 <= int(month) <= _MONTHS and day <= last):
        return WhyUnread.NO_DAY
    month_first = day <= _MONTHS < int(month) <= _DAYS and ("/" in match[0] or caught.get("year"))
    return WhyUnread.ORDER if month_first else None


_MONEY = re.compile(r" ?(?:[€$£]|e\b|eur|kr|%)")
_DAYS, _MONTHS, _WEEKS = 31, 12, 54
_LIKE_A_DAY = 39
"""The greatest number with a month after it that is taken for a day that there is not, rather than for a price."""
