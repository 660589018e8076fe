"""Structured logs: a sentence and fields, without names or texts of people; one JSON object a line, or plain words to
somebody who sits at a terminal."""

import logging
import sys
from collections.abc import Iterable

from pythonjsonlogger.json import JsonFormatter

_NOISY: Iterable[str] = ("aiohttp.access", "slack_bolt", "slack_sdk", "markdown_it")
"""Libraries whose lines tell nothing, or too much: request paths, bodies. What fails there, we say ourselves."""


class PlainWords(logging.Formatter):
    """The sentence, and in brackets its fields."""

    def format(self, record: logging.LogRecord) -> str:
        """The line for ``record``."""
        fields = ", ".join(f"{name}: {value}" for name, value in record.__dict__.items() if name not in _OF_EACH_RECORD)
        return f"{super().format(record)}{f' ({fields})' if fields else ''}"


_OF_EACH_RECORD = {*logging.makeLogRecord({}).__dict__, "message", "asctime"}


def _json() -> logging.Formatter:
    return JsonFormatter("{levelname}{name}{message}", style="{", timestamp="at", json_ensure_ascii=False)


def set_up_logging(level: int) -> None:
    """Send what is logged at ``level`` and above to standard error: as JSON lines, times in UTC; in plain words where
    that is a terminal."""
    handler = logging.StreamHandler()
    handler.setFormatter(PlainWords() if sys.stderr.isatty() else _json())
    # What the lines do not have need not be found out (https://docs.python.org/3/howto/logging.html#optimization).
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.ERROR)
    # It answers 400 to what is no HTTP, and logs that with its traceback; what fails in our handlers, they log.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
