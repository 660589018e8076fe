"""How often a source is looked at: as often as it likes, at most hourly, and seldom while it fails."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final
from zlib import crc32

GAP: Final = 1.0
"""Between two looks at one service, in seconds."""
BETWEEN_LOOKS: Final = timedelta(hours=1)
_SPREAD: Final = 0.1
"""By this share of the time the looks at different sources drift apart."""
_LONGEST_BACK_OFF: Final = timedelta(hours=12)
_LONGEST_WISH: Final = timedelta(days=7)


def next_look(address: str, at: datetime, failures: int = 0, wish: timedelta | None = None) -> datetime:
    """When ``address``, looked at now, may be looked at again: after an hour, after a failure twice as long each time
    (up to half a day), never before the time that the other side wishes. Some minutes are added, which differ by
    address and hour, so that sources which were registered together are not looked at together for ever."""
    wait = min(BETWEEN_LOOKS * float(1 << min(max(failures - 1, 0), 10)), _LONGEST_BACK_OFF)
    wait = max(wait, wish or wait)
    share = crc32(f"{address} {at.isoformat(timespec='hours')}".encode()) / 2**32
    return at + wait + BETWEEN_LOOKS * _SPREAD * share


def retry_after(header: str, at: datetime) -> timedelta | None:
    """The time that ``Retry-After`` asks for, in either of its forms, a week at most; None where it says nothing."""
    header = header.strip()
    if header.isascii() and header.isdecimal():
        return min(timedelta(seconds=int(header[:9])), _LONGEST_WISH)
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(moment - at, timedelta()), _LONGEST_WISH)
