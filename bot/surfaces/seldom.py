"""What anybody outside can bring about as often as they like is logged once a minute, with how often it was."""

import logging
import time
from collections.abc import Callable, Hashable
from typing import Final

INTERVAL: Final = 60.0
"""Seconds between two lines that say the same."""


class Seldom:
    """Warns at most once in ``INTERVAL`` for each reason; ``now`` counts seconds."""

    def __init__(self, logger: logging.Logger, message: str, now: Callable[[], float] = time.monotonic) -> None:
        self._logger = logger
        self._message = message
        self._now = now
        self._said: dict[Hashable, float] = {}
        self._kept_back: dict[Hashable, int] = {}

    def say(self, *, why: str, **fields: object) -> None:
        """Log the message, with how often it was kept back for this reason; or keep it back. The reasons are a few
        fixed ones: each is remembered."""
        now = self._now()
        if why in self._said and now - self._said[why] < INTERVAL:
            self._kept_back[why] = self._kept_back.get(why, 0) + 1
            return
        self._said[why] = now
        more = {"before": kept_back} if (kept_back := self._kept_back.pop(why, 0)) else {}
        self._logger.warning(self._message, extra={"why": why, **more, **fields})
