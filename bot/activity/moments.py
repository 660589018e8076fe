"""Dates as feeds write them, and which of them can be a post's."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

SKEW: Final = timedelta(hours=26)
"""What zones and clocks can be wrong by. A post dated later than this from now is announced, not published."""
_FIRST_YEAR: Final = 1995
_NO_YEAR: Final = re.compile(r"\s-?00\d\d\s")
"""A year of four digits that stands for no date at all; the library would take it for one of our century."""
_BY_HAND: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\D{1,8}(\d{1,2})[.:](\d{2}))?")


def moment_of(text: str) -> datetime | None:
    """The moment that ``text`` tells, in UTC: ISO 8601, the form of e-mail (with or without weekday, seconds, century),
    or ``24.12.2026 klo 9.30``. Without a zone it is taken as UTC. None where it tells none that a post can have."""
    text = text.strip()[:64]
    if _NO_YEAR.search(text):
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime, _by_hand):
        try:
            moment = read(text)
            moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return moment if moment.year >= _FIRST_YEAR else None
    return None


def from_seconds(seconds: object) -> datetime | None:
    """A Unix time as a moment in UTC; None where ``seconds`` is no number of this kind (0 stands for no moment)."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 1 <= seconds < 2**33:
        return None
    return datetime.fromtimestamp(seconds, UTC)


def newest_of(moments: Iterable[datetime | None], at: datetime) -> datetime | None:
    """The newest of ``moments`` that has come by ``at``; what a clock ahead of ours wrote counts as now."""
    come = [moment for moment in moments if moment is not None and moment <= at + SKEW]
    return min(max(come), at.astimezone(UTC)) if come else None


def _by_hand(text: str) -> datetime:
    match = _BY_HAND.fullmatch(text)
    if match is None:
        raise ValueError(text)
    day, month, year, hour, minute = (int(part or 0) for part in match.groups())
    return datetime(year, month, day, hour, minute, tzinfo=UTC)
