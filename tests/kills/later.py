"""The bot's command line, at another time than it is: ``python -m tests.kills.later SECONDS COMMAND …``."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta

from bot.app import bootstrap
from bot.cli import main


class _LaterClock(bootstrap.SystemClock):
    def now(self) -> datetime:
        return super().now() + timedelta(seconds=float(sys.argv[1]))


if __name__ == "__main__":
    bootstrap.SystemClock = _LaterClock  # type: ignore[misc]
    sys.exit(main(sys.argv[2:]))
