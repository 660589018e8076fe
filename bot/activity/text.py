"""What others wrote, made fit to be shown: their words and addresses are never more than text."""

import json
from typing import Any, Final
from urllib.parse import urlsplit

from bot.activity.model import Failure, SourceError

_LONGEST: Final = 200
_LONGEST_ADDRESS: Final = 1000


def shown(text: str) -> str:
    """``text`` on one line, without what shows nothing, cut to 200 characters."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def web_address(text: str) -> str:
    """``text`` where it is a web address and nothing else; else empty."""
    text = text.strip()
    if not text.isprintable() or " " in text or len(text) > _LONGEST_ADDRESS:
        return ""
    try:
        parts = urlsplit(text)
        return text if parts.scheme.lower() in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""


def json_of(body: bytes) -> Any:
    """The value that ``body`` holds as JSON. Raises SourceError where it holds none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise SourceError(Failure.UNREADABLE) from None


def within(value: Any, *path: str | int) -> Any:
    """What is at the end of ``path`` in a value from JSON; None where the path breaks off."""
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def text_at(value: Any, *path: str | int) -> str:
    """The text at the end of ``path``, or what is written of a number there; empty where there is nothing."""
    return str(within(value, *path) or "")


def items_of(value: Any, *path: str | int) -> list[Any]:
    """The list at the end of ``path``; empty where there is none."""
    found = within(value, *path)
    return found if isinstance(found, list) else []
