"""Days as people write them in a field."""

from __future__ import annotations

import re
from datetime import date

_FINNISH = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def parse_day(text: str) -> date | None:
    """The day that ``text`` writes as ``2026-11-30`` or ``30.11.2026``; None where it is neither."""
    text = text.strip()
    match = _FINNISH.fullmatch(text)
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else date.fromisoformat(text)
    except ValueError:
        return None
