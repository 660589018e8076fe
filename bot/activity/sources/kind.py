"""What a module of ``sources`` tells of its kind."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from bot.activity.fetcher import Response
from bot.activity.model import Seen

Get = Callable[[str], Awaitable[Response]]
"""The guarded fetcher; raises SourceError."""


@dataclass(frozen=True, slots=True)
class FeedKind:
    """A kind of source that is looked at by address.

    ``find`` gives the addresses where ``SourceRef.where`` may be seen, the likeliest first, and raises SourceError
    where it finds none; the one that works is kept. ``parse`` says what came from there. ``others`` are further ways
    to the same, for when the kept one fails. ``complete`` asks what the source itself does not tell.
    """

    find: Callable[[str, Get, datetime], Awaitable[tuple[str, ...]]]
    parse: Callable[[bytes, datetime], Seen]
    others: Callable[[str], tuple[str, ...]] = lambda address: ()
    complete: Callable[[Seen, str, Get, datetime], Awaitable[Seen]] | None = None
    lasting: Callable[[str, bytes], str] = lambda address, body: address
    """The address to keep, where an answer names a more lasting one than that which was asked."""
