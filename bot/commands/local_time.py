"""Times as the command line shows them."""

from __future__ import annotations

from datetime import datetime

from bot.settings import Settings


def local(settings: Settings, at: datetime) -> str:
    """``at`` in the municipality's time zone, to the minute."""
    return f"{at.astimezone(settings.zone):%Y-%m-%d %H:%M}"
