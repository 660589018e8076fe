"""The outside as those see it who look at sources and at the website: ports."""

from collections.abc import AsyncGenerator, Iterable
from datetime import datetime
from typing import Protocol

from bot.activity.links import PageLink, WebPage
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


class Website(Protocol):
    """The municipality's own website."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """The pages that link the channels, as they were set; empty where none may be looked at."""
        ...

    def pages(self, address: str, at: datetime) -> AsyncGenerator[WebPage]:
        """The page at ``address`` and those below it, as they come (``bot.activity.website``). Raises SourceError."""
        ...

    async def profile_links(self, channel: Channel, at: datetime) -> tuple[PageLink, ...]:
        """What the channel's account says itself that it links. Raises SourceError."""
        ...


class Nothing:
    """An ``Outside`` in which nothing can be seen, and a ``Website`` that nobody has set."""

    addresses: tuple[str, ...] = ()

    def source_of(self, channel: Channel) -> SourceRef | None:
        """None has any."""
        return None

    async def watch(self, sources: Iterable[Watched], at: datetime) -> AsyncGenerator[SourceReport | PlatformOut]:
        """Nothing is found."""
        return
        yield

    async def pages(self, address: str, at: datetime) -> AsyncGenerator[WebPage]:
        """There are none."""
        return
        yield

    async def profile_links(self, channel: Channel, at: datetime) -> tuple[PageLink, ...]:
        """There are none."""
        return ()
