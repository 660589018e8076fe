"""What a module of ``sources`` tells of its kind."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from bot.activity.fetcher import Response
from bot.activity.model import Failure, Seen, SourceError

Get = Callable[[str], Awaitable[Response]]
"""The guarded fetcher; raises SourceError."""


Find = Callable[[str, Get, datetime], Awaitable[tuple[str, ...]]]


def known(address: Callable[[str], str]) -> Find:
    """For kinds whose address follows from ``SourceRef.where`` alone."""

    async def find(where: str, get: Get, at: datetime) -> tuple[str, ...]:
        return (address(where),)

    return find


async def told_by(page: str, get: Get, pattern: re.Pattern[bytes]) -> str:
    """What the address ``page`` holds where ``pattern`` has its group. Raises SourceError where it holds none."""
    told = pattern.search((await get(page)).body)
    if told is None:
        raise SourceError(Failure.NO_FEED)
    return told[1].decode()


@dataclass(frozen=True, slots=True)
class FeedKind:
    """A kind of source that is looked at by address.

    ``find`` gives the addresses where ``SourceRef.where`` may be seen, the likeliest first, and raises SourceError
    where it finds none; the one that works is kept. ``parse`` says what came from there. ``others`` are further ways
    to the same, for when the kept one fails. ``complete`` asks what the source itself does not tell.
    """

    find: Find
    parse: Callable[[bytes, datetime], Seen]
    others: Callable[[str], tuple[str, ...]] = lambda address: ()
    complete: Callable[[Seen, str, Get, datetime], Awaitable[Seen]] | None = None
    lasting: Callable[[str, bytes], str] = lambda address, body: address
    """The address to keep, where an answer names a more lasting one than that which was asked."""
