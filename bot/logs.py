"""Structured logs: a sentence and fields, one JSON object a line, without names or texts of people."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from pythonjsonlogger.json import JsonFormatter

_NOISY: Iterable[str] = ("aiohttp.access", "slack_bolt", "slack_sdk", "markdown_it")
"""Libraries whose lines tell nothing, or too much: request paths, bodies. What fails there, we say ourselves."""


def set_up_logging(level: int) -> None:
    """Send what is logged at ``level`` and above to standard error as JSON lines, times in UTC."""
    handler = logging.StreamHandler()
    handler.setFormatter(
        JsonFormatter("{levelname}{name}{message}", style="{", timestamp="at", json_ensure_ascii=False)
    )
    # What the lines do not have need not be found out (https://docs.python.org/3/howto/logging.html#optimization).
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.ERROR)
    # It answers 400 to what is no HTTP, and logs that with its traceback; what fails in our handlers, they log.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
