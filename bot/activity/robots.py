"""What a website lets programs follow: its ``robots.txt``, as RFC 9309 has it.

It is asked where the bot follows links by itself. An address that somebody has named is read as a feed reader reads it:
for a person, one document, at most hourly.
"""

import asyncio
from collections.abc import Callable
from typing import Final
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from bot.activity.fetcher import NAME
from bot.activity.model import Failure, SourceError
from bot.activity.sources.kind import Get

_NOT_THERE: Final = frozenset({Failure.NOT_FOUND, Failure.GONE, Failure.FORBIDDEN})
_LIMIT: Final = 500 * 1024
"""How much of the file is read (bytes), as the RFC has it."""

Allowed = Callable[[str], bool]


async def allowed_at(page: str, get: Get) -> Allowed:
    """Which addresses may be followed on the host of ``page``: all where it says nothing of it; none where it can not
    be asked or understood."""
    try:
        answer = await get(urljoin(page, "/robots.txt"))
        rules = await asyncio.to_thread(_parsed, answer.body[:_LIMIT])
    except SourceError as error:
        is_open = error.failure in _NOT_THERE
        return lambda address: is_open
    except ValueError:  # the parser's, for a rule that is no address
        return lambda address: False
    return lambda address: rules.can_fetch(NAME, address)


def _parsed(body: bytes) -> RobotFileParser:
    rules = RobotFileParser()
    rules.parse(body.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").splitlines())
    return rules
