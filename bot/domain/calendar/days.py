"""Days as people write them in a field of a form, on one line, or in a cell of a list."""

import re
from datetime import date

_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T ]\d\d:\d\d\S*)?")
_FINNISH = re.compile(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})")


def parse_day(text: str) -> date | None:
    """The day that ``text`` writes as ``2026-11-30``, with a time after it or not, or as ``30.11.2026``; None where it
    is neither."""
    text = text.strip()
    match = _ISO.fullmatch(text) or _FINNISH.fullmatch(text)
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"])) if match else date.fromisoformat(text)
    except ValueError:
        return None
