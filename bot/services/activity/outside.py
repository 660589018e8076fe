"""The outside as those see it who look at sources: a port."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable
from datetime import datetime
from typing import Protocol

from bot.activity.model import SourceReport, Watched
from bot.activity.outages import PlatformOut
from bot.activity.source import SourceRef
from bot.domain.channels import Channel


class Outside(Protocol):
    """Where channels' updates can be seen."""

    def source_of(self, channel: Channel) -> SourceRef | None:
        """The source of ``channel``; None where none is known that this bot may look at."""
        ...

    def watch(self, sources: Iterable[Watched], at: datetime) -> AsyncGenerator[SourceReport | PlatformOut]:
        """Look at the sources that are due ``at``, and give what is found as it comes (``bot.activity.watching``)."""
        ...


class NoOutside:
    """An ``Outside`` in which nothing can be seen."""

    def source_of(self, channel: Channel) -> SourceRef | None:
        """None has any."""
        return None

    async def watch(self, sources: Iterable[Watched], at: datetime) -> AsyncGenerator[SourceReport | PlatformOut]:
        """Nothing is found."""
        return
        yield
